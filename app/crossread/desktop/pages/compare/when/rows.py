"""What was known on a day: a row for each source, and one for each claim that later facts overtook."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.compare.when.slider import FAINT
from crossread.desktop.pages.compare.when.words import (
    by_what,
    could_know,
    earlier_words,
    later_lines,
    overtaken_words,
    written_words,
)
from crossread.desktop.place import Spot
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button, rename
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.badge import Badge
from crossread.packs.sources.source import Source
from crossread.progress.when_written import ClaimThen, SourceThen
from crossread.questions.passages import DIGEST, VERSION


class FadingBadge(Badge):
    """A badge that is faint as long as its source is not written."""

    def __init__(self, letter: str, index: int, parent: QWidget) -> None:
        super().__init__(letter, index, parent)
        self._faint = False

    def set_faint(self, faint: bool) -> None:
        """Fade, or not."""
        self._faint = faint
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge, and a veil over it."""
        super().paintEvent(event)
        if self._faint:
            veil = theme.current().colour("surface")
            veil.setAlphaF(1 - FAINT)
            QPainter(self).fillRect(self.rect(), veil)


class SourceThenRow(QWidget):
    """A source by a day: when it was written, and what its writer could know. `spot_asked` gives its text."""

    spot_asked = Signal(object)

    def __init__(self, source: Source, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._then = SourceThen(source=source, row=None)
        self.badge = FadingBadge(source.letter, index, self)
        self.title = labels.strong(source.card.short, self)
        self.written = labels.muted("", self)
        self.knew = labels.body("", self)
        self.read = link_button(_("Read it"), self)
        self.read.setAccessibleName(_("Read it: {source}").format(source=source.card.short))
        self.read.clicked.connect(self._read)
        self.later = link_button("", self)
        self.later.clicked.connect(self._unfold)
        self.lines = labels.quiet("", self)
        self.lines.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        links = QWidget(self)
        flow = FlowLayout(links, across=12, down=2)
        flow.addWidget(self.read)
        flow.addWidget(self.later)
        for part in (self.title, self.written, self.knew, links, self.lines):
            column.addWidget(part)
        line.addLayout(column, 1)

    def show_then(self, then: SourceThen) -> None:
        """Show the source as it stood."""
        self._then = then
        there = then.row is not None
        self.badge.set_faint(not there)
        self.title.set_look("strong" if there else "muted")
        self.written.setText(written_words(then))
        self.knew.setText(could_know(then))
        self.knew.setVisible(there)
        self.read.setVisible(there)
        count = len(then.later)
        told = ngettext("{count} event came later", "{count} events came later", count).format(count=count)
        rename(self.later, told)
        self.later.setVisible(there and bool(count))
        self.lines.setText("\n".join(later_lines(then)))
        self.lines.setVisible(self.lines.isVisibleTo(self) and there and bool(count))

    def _unfold(self) -> None:
        self.lines.setVisible(self.lines.isHidden())
        if not self.lines.isHidden():
            announce(self, self.lines.text())

    def _read(self) -> None:
        row = self._then.row
        if row is not None:
            which = f"{VERSION}{row.version.id}" if row.version else DIGEST
            self.spot_asked.emit(Spot(self._then.source.id, which, 0))


class ClaimThenRow(QWidget):
    """A claim, and whether later facts have overtaken it by a day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.claim = labels.strong("", self)
        self.state = labels.Label("", "caution", self)
        self.by = labels.body("", self)
        self.earlier = labels.muted("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        for part in (self.claim, self.state, self.by, self.earlier):
            column.addWidget(part)

    def show_then(self, then: ClaimThen, *, kept_back: bool) -> None:
        """Show the claim as it stood."""
        self.claim.setText(then.claim.claim)
        self.state.setText(overtaken_words(then))
        self.state.set_look("caution" if then.overtaken else "muted")
        self.by.setText(by_what(then, kept_back=kept_back))
        self.by.setVisible(bool(self.by.text()))
        self.earlier.setText(earlier_words(then) if then.overtaken else "")
        self.earlier.setVisible(bool(self.earlier.text()))
