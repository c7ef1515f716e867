"""A link opened: who rests on whom and how that is known, and its passages one above the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.origins.pairs import Pair, PairSide
from crossread.desktop.pages.compare.origins.passage import ComparedPassage
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame


class LinkCard(CardFrame):
    """Shows one link. `spot_asked` gives a Spot that a pane should show; `left` goes back to the list."""

    spot_asked = Signal(object)
    left = Signal()

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent, padding=16, radius=8)
        self._letters = letters
        self.link = ""
        self.title = labels.heading("", self)
        self.how = labels.muted("", self)
        self.why = labels.body("", self)
        self._signs = labels.quiet("", self)
        self._pairs = QWidget(self)
        self._column = QVBoxLayout(self._pairs)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.passages: list[ComparedPassage] = []
        for widget in (self.title, self.how, self.why, self._pairs, self._signs):
            self.body.addWidget(widget)

    def show_link(self, link: str, title: str, how: str, why: str, pairs: Sequence[Pair]) -> None:
        """Show a link by its id, with its passages."""
        self.link = link
        self.setAccessibleName(title)
        for label, words in ((self.title, title), (self.how, how), (self.why, why)):
            label.setText(words)
            label.setVisible(bool(words))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.passages = []
        for number, pair in enumerate(pairs):
            if number:
                self._column.addSpacing(12)
            for side in (pair.one, pair.other):
                if side is not None:
                    self._add(side)
        if not self.passages:
            none = _("The pack’s authors show no passage for this.")
            self._column.addWidget(labels.muted(none, self._pairs))
        sides = [side for pair in pairs for side in (pair.one, pair.other) if side is not None]
        marked = any(side.marks for side in sides)
        same = bool(pairs) and all(pair.alike for pair in pairs) and not marked
        self._signs.setText(
            _("Every word is the same in both.")
            if same
            else _("≠ stands for other words in the other text   + stands only here")
        )
        self._signs.setVisible(marked or same)

    def _add(self, side: PairSide) -> None:
        letter, index = self._letters[side.source]
        if not side.words:
            told = _("{letter}: the words stand in its original, which is not here.").format(letter=letter)
            self._column.addWidget(labels.muted(told, self._pairs))
            return
        passage = ComparedPassage(side, letter, index, self._pairs)
        passage.spot_asked.connect(self.spot_asked)
        self._column.addWidget(passage)
        self.passages.append(passage)

    def focus(self) -> bool:
        """Put the focus on the first passage; False where there is none."""
        if self.passages:
            self.passages[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self.passages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from passage to passage by the arrows, back to the list by Escape; Enter leads to the text."""
        at = next((n for n, one in enumerate(self.passages) if one.hasFocus()), -1)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and at >= 0:
            to = min(max(0, at + steps[Qt.Key(event.key())]), len(self.passages) - 1)
            self.passages[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.passages[at].click()
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)
