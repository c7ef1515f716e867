"""The sets that others made, on the board: each is shown, hidden or taken away."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, quiet_button
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.inquiry.notes import Layer
from crossread.progress.notes_board import Row


class SetLine(QWidget):
    """One set: its title, its maker and how much it holds."""

    switched = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, layer: Layer, trouble: str, not_placed: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer = layer
        self.turn: QPushButton = plain(_("Hide") if layer.on else _("Show"), self)
        turn = _("Hide the set {title}") if layer.on else _("Show the set {title}")
        self.turn.setAccessibleName(turn.format(title=layer.title))
        self.turn.clicked.connect(self._switch)
        self.remove: QPushButton = quiet_button(_("Take away"), self)
        self.remove.setAccessibleName(_("Take the set {title} away").format(title=layer.title))
        self.remove.clicked.connect(self._remove)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labels.strong(layer.title, self))
        words.addWidget(labels.quiet(_about(layer, not_placed), self))
        if trouble:
            words.addWidget(labels.Label(trouble, "caution", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.turn, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _switch(self) -> None:
        self.switched.emit(self.layer.digest, not self.layer.on)

    def _remove(self) -> None:
        self.removed.emit(self.layer.digest)


def _about(layer: Layer, not_placed: int) -> str:
    many = ngettext("{count} highlight or note", "{count} highlights and notes", layer.count)
    parts = [_("by {author}").format(author=layer.author)] if layer.author else []
    parts += [many.format(count=layer.count), _("shown") if layer.on else _("hidden")]
    if layer.on and not_placed:
        told = ngettext("{count} not placed", "{count} not placed", not_placed)
        parts.append(told.format(count=not_placed))
    return " · ".join(parts)


class BoardSets(CardFrame):
    """All sets; hidden where there are none. `switched` gives a digest and whether it is to show."""

    switched = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[SetLine] = []
        self._made_of: tuple[object, ...] = ()
        self.body.addWidget(labels.heading(_("Sets that others made")))
        self.hide()

    def fill(self, layers: Sequence[Layer], trouble: Mapping[str, str], rows: Sequence[Row]) -> None:
        """Show these sets, with a sentence for each that cannot be read; `rows` are those of the board."""
        not_placed = Counter(row.layer.digest for row in rows if row.layer and not row.placed)
        made_of = (*layers, *trouble.items(), *not_placed.items())
        if made_of == self._made_of:
            return
        self._made_of = made_of
        held = next((line.layer.digest for line in self.lines if line.turn.hasFocus()), "")
        for line in self.lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for layer in layers:
            line = SetLine(layer, trouble.get(layer.digest, ""), not_placed[layer.digest], self)
            line.switched.connect(self.switched)
            line.removed.connect(self.removed)
            self.body.addWidget(line)
            self.lines.append(line)
            if layer.digest == held:
                line.turn.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(layers))
