"""One thing that a source says on a claim, as the learner sees it: stance and passage."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.matrix.signs import SIGNS
from crossread.desktop.answers.passages.passage_list import ListedPassage, PassageList
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.questions.claims import STANCES
from crossread.questions.matrix import StatementGiven


class StatementPicks(QWidget):
    """The stances to pick from, each with its number and its sign, and the passage below them.

    `stance_chosen` gives this statement's place and the stance, "" where it was taken back; `removed`
    the place, where its passage is to be taken away; `shown` a passage to be shown in its text.
    """

    stance_chosen = Signal(int, str)
    removed = Signal(int)
    shown = Signal(object)

    def __init__(self, number: int, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.title = Label("", "quiet", self)
        words = [(stance, _(STANCES[stance])) for stance in STANCES]
        self.stances = Segmented(
            [(stance, f"{place}  {SIGNS[stance]}  {said}") for place, (stance, said) in enumerate(words, 1)],
            self,
            look="rings",
            name=_("How the source stands to it"),
            clearable=True,
        )
        for stance, said in words:  # the sign means nothing to the ear
            self.stances.pick(stance).setAccessibleName(said)
        self.stances.chosen.connect(self._choose)
        self.passage = PassageList(letters, self)
        self.passage.removed.connect(self._remove)
        self.passage.shown.connect(self.shown)
        self.wanted = Label("", "quiet", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.title, self.stances, self.passage, self.wanted):
            column.addWidget(widget)

    def show_statement(self, statement: StatementGiven | None, *, title: str, wanted: str) -> None:
        """Show a statement, None for one that is yet to be made, and what is `wanted` below it."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.stances.set_value(statement.stance if statement else "")
        selection = statement.selection if statement else None
        listed = ListedPassage(selection, selection.quote, removable=True) if selection else None
        self.passage.fill([listed] if listed else [])
        self.wanted.setText(wanted)
        self.wanted.setVisible(bool(wanted))

    def _choose(self, stance: str) -> None:
        self.stance_chosen.emit(self._number, stance)

    def _remove(self, _selection: object) -> None:
        self.removed.emit(self._number)
