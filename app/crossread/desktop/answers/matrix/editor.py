"""The cell in hand, in full: its claim and source, what the learner sees there, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.matrix.filling import MOST
from crossread.desktop.answers.matrix.signs import stances_words
from crossread.desktop.answers.matrix.statement import StatementPicks
from crossread.desktop.answers.passages.passage_list import ListedPassage, PassageList
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.painting.badge import Badge
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Verdict
from crossread.questions.matrix import StatementGiven


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShown:
    """Everything that there is to show of one cell.

    `statements` are the learner's; `blank` says that one more is about to be made. A cell that is not
    `usable` shows them in words. `told` are lines to read (what is given, what is asked for, why), the
    `passages` show them in the texts. `hint` is what to do now, `wanted` what the statement at `hand` still
    takes.
    """

    claim: str
    source: str
    statements: tuple[StatementGiven, ...] = ()
    blank: bool = False
    usable: bool = True
    hand: int = 0
    wanted: str = ""
    hint: str = ""
    verdict: Verdict = "unscored"
    told: tuple[str, ...] = ()
    passages: tuple[ListedPassage, ...] = ()


class CellEditor(CardFrame):
    """Shows one cell at a time and takes what the learner picks there.

    `stance_chosen` and `passage_removed` give the place of a statement from 0; `another_asked` wants one
    more, `left` goes back to the grid. `shown` gives a passage to be shown. As long as cells are filled it
    never gets lower where it `keeps_height`, or the page below a scroll bar would move under the mouse from
    cell to cell; what scrolls by itself lets it go.
    """

    stance_chosen = Signal(int, str)
    passage_removed = Signal(int)
    another_asked = Signal()
    left = Signal()
    shown = Signal(object)

    def __init__(self, letters: Letters, parent: QWidget, *, keeps_height: bool = True) -> None:
        super().__init__(parent, look="plain", padding=12, radius=6)
        self._letters = letters
        self._may_keep = keeps_height
        self._keeps_height = False
        self.badge = Badge("", 0, self)
        self.claim = Label("", "strong", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.claim, 1)
        self.body.addLayout(head)
        self.verdict = Label("", "muted", self)
        self.own = Label("", "body", self)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.own)
        self.told = [Label("", "body", self) for _number in range(3)]  # beside the verdict: it says why
        for label in self.told:
            self.body.addWidget(label)
        self.passages = PassageList(letters, self)
        self.passages.shown.connect(self.shown)
        self.body.addWidget(self.passages)
        self.statements: list[StatementPicks] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.body.spacing())
        self.body.addLayout(self._rows)
        self.hint = Label("", "quiet", self)
        self.body.addWidget(self.hint)
        self.another = link_button(_("It says another thing too"), self)
        self.another.clicked.connect(self.another_asked)
        self.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_cell(self, cell: CellShown) -> None:
        """Show a cell."""
        letter, index = self._letters.get(cell.source, (cell.source[:1].upper(), 0))
        self.badge.set_source(letter, index)
        self.claim.setText(cell.claim)
        said = _("{claim}, source {letter}").format(claim=cell.claim, letter=letter)
        self.setAccessibleName(said)
        self.set_look("plain" if cell.verdict == "unscored" else cell.verdict)
        self.verdict.set_look(verdict_look(cell.verdict))
        _say(self.verdict, verdict_words(cell.verdict))
        _say(self.own, "" if cell.usable else _own_words(cell.statements))
        self._show_statements(cell)
        for label, line in zip(self.told, (*cell.told, "", "", ""), strict=False):
            _say(label, line)
        own = () if cell.usable else _own_passages(cell.statements)
        self.passages.fill((*own, *cell.passages))
        _say(self.hint, cell.hint)
        goes_on = cell.usable or (self._keeps_height and cell.verdict == "unscored")
        self._keeps_height = self._may_keep and goes_on
        if not self._keeps_height:
            self.setMinimumHeight(0)

    def event(self, event: QEvent) -> bool:
        """Take note of how high the cell in hand has made it."""
        done = super().event(event)
        layout = self.layout()
        if event.type() == QEvent.Type.LayoutRequest and self._keeps_height and layout is not None:
            self.setMinimumHeight(max(self.minimumHeight(), layout.totalHeightForWidth(self.width())))
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin anew at another width: lines are broken elsewhere then."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(0)

    def _make_statements(self, count: int) -> None:
        """Have at least so many rows: few cells need more than one, and each takes its time to make."""
        while len(self.statements) < min(count, MOST):
            statement = StatementPicks(len(self.statements), self._letters, self)
            statement.stance_chosen.connect(self.stance_chosen)
            statement.removed.connect(self.passage_removed)
            statement.shown.connect(self.shown)
            self._rows.addWidget(statement)
            self.statements.append(statement)

    def _show_statements(self, cell: CellShown) -> None:
        count = len(cell.statements) + cell.blank if cell.usable else 0
        self._make_statements(count)
        for number, picks in enumerate(self.statements):
            if number < count:
                given = cell.statements[number] if number < len(cell.statements) else None
                title = _("{number} of {count}").format(number=number + 1, count=count) if count > 1 else ""
                wanted = cell.wanted if number == cell.hand else ""
                picks.show_statement(given, title=title, wanted=wanted)
            picks.setVisible(number < count)
        silent = any(one.stance == "silent" for one in cell.statements)
        more = cell.usable and bool(cell.statements) and not cell.blank and not silent
        self.another.setVisible(more and count < MOST)

    def focused(self) -> int | None:
        """Return which statement has the focus, from 0; None where none has."""
        focus = QApplication.focusWidget() or self
        return next((at for at, one in enumerate(self.statements) if one.isAncestorOf(focus)), None)

    def focus(self, statement: int) -> None:
        """Put the focus on the stances of a statement."""
        self._make_statements(statement + 1)
        self.statements[min(statement, MOST - 1)].stances.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the grid by Escape; Enter asks for another statement where that has the focus."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.another.hasFocus():
            self.another.click()
        else:
            super().keyPressEvent(event)


def _say(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _own_words(statements: Sequence[StatementGiven]) -> str:
    words = stances_words([one.stance for one in statements])
    return _("You: {words}").format(words=words) if words else ""


def _own_passages(statements: Sequence[StatementGiven]) -> tuple[ListedPassage, ...]:
    return tuple(
        ListedPassage(one.selection, one.selection.quote, note=_("This you marked."))
        for one in statements
        if one.selection is not None
    )
