"""What is told once a question is marked: why, the words in the texts, and what stands firm."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.badge import Badge
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey

if TYPE_CHECKING:
    from crossread.operations.opened import OpenPack


class Feedback(QWidget):
    """Explanation, evidence and the line of what stands firm; `show_me` gives the passages to show."""

    show_me = Signal(object)

    def __init__(self, opened: "OpenPack", question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages = question.evidence
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if question.explanation:
            column.addWidget(labels.serif(question.explanation))
        if self._passages:
            column.addWidget(self._evidence(opened))
        line = opened.pack.floor_line(question.floor) if question.floor else None
        if line:
            firm = QVBoxLayout()
            firm.setSpacing(2)
            firm.addWidget(labels.strong(_("What stands firm")))
            firm.addWidget(labels.body(line.text))
            column.addLayout(firm)

    def passages(self) -> tuple[PassageKey, ...]:
        """Return the passages that "Show me" shows."""
        return self._passages

    def _evidence(self, opened: "OpenPack") -> CardFrame:
        card = CardFrame(self, padding=12, radius=8)
        card.body.addWidget(labels.strong(_("In the texts")))
        letters: list[str] = []
        for passage in self._passages:
            source = opened.pack.source(passage.source)
            if source.letter not in letters:
                letters.append(source.letter)
            row = QHBoxLayout()
            row.setSpacing(8)
            badge = Badge(source.letter, opened.pack.sources.index(source), card, side=22)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(labels.serif(_told(passage)), 1)
            card.body.addLayout(row)
        button = plain(_("Show me in {letters}").format(letters=_joined(letters)), card)
        button.setToolTip(_("Show the evidence in the texts (V)"))
        button.clicked.connect(self.ask)
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def ask(self) -> None:
        """Ask for the passages to be shown in the panes."""
        if self._passages:
            self.show_me.emit(self._passages)


def _told(passage: PassageKey) -> str:
    return _("“{quote}”").format(quote=_short(passage.quote)) if passage.quote else _("in the original")


def _short(quote: str) -> str:
    """Shorten a long quote to its two ends."""
    words = quote.split()
    return quote if len(words) <= 16 else " ".join([*words[:8], "…", *words[-5:]])


def _joined(letters: list[str]) -> str:
    if len(letters) == 1:
        return letters[0]
    return _("{earlier} and {last}").format(earlier=", ".join(letters[:-1]), last=letters[-1])
