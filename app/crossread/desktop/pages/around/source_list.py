"""The list of sources to meet: badge, short name, a tick where the card was seen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.picking.picks import Pick, Picks
from crossread.desktop.widgets.tips import set_tip
from crossread.packs.sources.source import Source

_BADGE, _BESIDE = 26, 12  # pixels at the default text size: its side, and from it to the edge of the line


class SourceLine(Pick):
    """One source in the list."""

    def __init__(self, source: Source, index: int, parent: QWidget) -> None:
        super().__init__(source.id, "", parent)
        self._source, self._index = source, index
        self._seen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(self, source.card.title)
        self.set_seen(False)

    def set_seen(self, seen: bool) -> None:
        """Show whether the card was seen."""
        self._seen = seen
        name = _("Source {letter}, {short}, seen") if seen else _("Source {letter}, {short}")
        self.setAccessibleName(name.format(letter=self._source.letter, short=self._source.card.short))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the badge and the name."""
        look = theme.current()
        words = QFontMetrics(look.font("interface")).horizontalAdvance(self._source.card.short)
        return QSize(words + look.scaled(84), look.scaled(46))

    def minimumSizeHint(self) -> QSize:
        """Be content with the badge alone; the name is in its tip."""
        look = theme.current()
        return QSize(look.scaled(2 * _BESIDE + _BADGE), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(look.colour("line"), 1))
            painter.setBrush(look.colour("surface"))
            painter.drawRoundedRect(where, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(where, 8, 8)
        side, sides = look.scaled(_BADGE), Sides.of(self)
        top = (self.height() - side) / 2
        badge = sides.rect(look.scaled(_BESIDE), top, side, side)
        paint_badge(painter, badge, self._source.letter, self._index, look)
        painter.setFont(look.font("strong" if self.isChecked() else "interface"))
        painter.setPen(look.colour("ink" if self.isChecked() else "muted"))
        left = look.scaled(_BESIDE) + side + look.scaled(10)
        room = self.width() - left - look.scaled(10)
        words = f"{self._source.card.short} ✓" if self._seen else self._source.card.short
        cut = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(sides.rect(left, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter), cut)
        if self.shows_focus():
            self.paint_focus(painter, QRectF(self.rect()), 7)


class SourceList(Picks):
    """The sources one below the other; arrow keys go through them."""

    def __init__(self, sources: Sequence[Source], parent: QWidget | None = None) -> None:
        super().__init__(_("Sources"), parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._lines: dict[str, SourceLine] = {}
        for index, source in enumerate(sources):
            line = SourceLine(source, index, self)
            self.take(line)
            self._lines[source.id] = line
            column.addWidget(line)
        column.addStretch(1)

    def set_seen(self, seen: frozenset[str]) -> None:
        """Tick the sources whose cards were seen."""
        for source, line in self._lines.items():
            line.set_seen(source in seen)
