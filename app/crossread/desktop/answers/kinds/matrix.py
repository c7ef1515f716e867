"""Answering a matrix: the grid of claims by sources, and below it the cell in hand."""

from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.matrix.count import CellsCounted, how_to_fill
from crossread.desktop.answers.matrix.editor import CellEditor, CellShown
from crossread.desktop.answers.matrix.filling import (
    MOST,
    Place,
    Statements,
    changed_cells,
    filled,
    offered,
    place_for_passage,
    statements_in,
    with_cell,
    with_offered,
    with_passage,
    with_stance,
)
from crossread.desktop.answers.matrix.grid import GridColumn, GridRow, MatrixGrid
from crossread.desktop.answers.matrix.offered import CellsOffered
from crossread.desktop.answers.matrix.refusing import not_there
from crossread.desktop.answers.matrix.told import faces, told
from crossread.desktop.answers.passages.evidence_panel import how_to_mark
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.labels import Label
from crossread.questions.claims import STANCES, Stance
from crossread.questions.matrix import Matrix, MatrixResponse, asked_cells
from crossread.questions.passages import PassageKey, Selection


class MatrixAnswer(AnswerWidget):
    """Arrow keys walk the cells, numbers say how the source stands to the claim, Delete clears a cell.

    The same number again takes the stance back; + lets the source say one more thing. Enter goes to the
    cell below the grid, Escape back. Where each stance has to be shown, a passage marked in a text goes
    to the cell in hand.
    """

    question: Matrix

    def __init__(
        self, question: Matrix, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, MatrixResponse(), parent, seed=seed)
        self.takes_passages = question.prove
        self._asked = frozenset(asked_cells(question))
        self._hand, self._blank = 0, False  # the statement in hand, and whether one more is about to come
        self._refused = ""
        self._known: Mapping[Place, Statements] = {}  # what the learner put into the comparison
        self.count = CellsCounted(self)
        self.offered = CellsOffered(self)
        self.offered.taken.connect(self._take_over)
        columns = [GridColumn(source, *self._letter(source)) for source in question.sources]
        rows = [GridRow(claim.id, claim.claim) for claim in question.rows]
        self.grid = MatrixGrid(rows, columns, _("Claims by sources"), self)
        self.grid.reached.connect(self._reach)
        self.grid.entered.connect(self._enter)
        self.legend = Label(_("Cells without a frame are given."), "quiet", self)
        self.legend.setVisible(len(self._asked) < len(rows) * len(columns))
        self.editor = CellEditor(letters, self)
        self.editor.stance_chosen.connect(self._choose)
        self.editor.passage_removed.connect(self._remove_passage)
        self.editor.another_asked.connect(self._another)
        self.editor.left.connect(self._leave)
        self.editor.shown.connect(self._show)
        for widget in (self.count, self.offered, self.grid, self.legend, self.editor):
            self.column.addWidget(widget)
        self.setFocusProxy(self.grid)
        first = next((place for place in asked_cells(question)), None)
        if first is not None:
            self.grid.go(*first)
        self._refresh()

    def selections(self) -> tuple[Selection, ...]:
        """Return the passages marked, cell by cell."""
        cells = self.response().cells
        return tuple(one.selection for cell in cells for one in cell.statements if one.selection is not None)

    def know_cells(self, cells: Mapping[Place, Statements]) -> None:
        """Offer what the learner put into the comparison for the cells that are still empty here."""
        self._known = cells
        self._offer()

    def pick_number(self, number: int) -> bool:
        """Set the stance of the cell in hand by its number from 1; the same again takes it back."""
        stances: tuple[Stance, ...] = tuple(STANCES)
        if not self._may_fill() or not 1 <= number <= len(stances):
            return False
        statements, stance = self._statements(), stances[number - 1]
        below = self.editor.focused()
        at = self._hand if below is None else below
        same = at < len(statements) and statements[at].stance == stance
        self._set_stance(at, None if same else stance)
        if below is not None:
            self.editor.focus(self._hand)
        return True

    def add_selection(self, selection: Selection) -> bool:
        """Let a passage show what the cell in hand says; False, and why as a hint, where it cannot."""
        place = self.grid.at()
        if place is None or self._read_only or not self.question.prove:
            return False
        statements = self._statements()
        at = place_for_passage(statements, self._hand)
        why = not_there(place, self._asked, statements, selection, self._letter(place[1])[0])
        if why or at is None:
            return self._refuse(why)
        self._fill(with_passage(statements, at, selection))
        announce(self, _("Marked: {quote}. {cell}").format(quote=selection.quote, cell=self._name_in_hand()))
        return True

    def _refuse(self, why: str) -> bool:
        self._refused = why
        self._refresh()
        announce(self, why)
        return False

    # What the learner does

    def _statements(self) -> Statements:
        place = self.grid.at()
        return statements_in(self.response(), *place) if place else ()

    def _may_fill(self) -> bool:
        return not self._read_only and self.grid.at() in self._asked

    def _fill(self, statements: Statements) -> None:
        """Make statements what the cell in hand says."""
        place = self.grid.at()
        if place is not None:
            self._refused = ""
            self._become(with_cell(self.question, self.response(), *place, statements))

    def _set_stance(self, at: int, stance: Stance | None) -> None:
        after = with_stance(self._statements(), at, stance)
        self._blank = False
        self._hand = min(at, max(0, len(after) - 1))
        self._fill(after)
        announce(self, self._name_in_hand())
        place = self.grid.at()
        if place is not None and self.question.prove and stance not in (None, "silent"):
            self.wants_text.emit(place[1])  # where the words are to be marked now

    def _choose(self, at: int, stance: str) -> None:
        found = next((one for one in get_args(Stance) if one == stance), None)
        if self._may_fill():
            self._set_stance(at, found)
            if self._hand != at:
                self.editor.focus(self._hand)

    def _another(self) -> None:
        """Let the source say one more thing."""
        statements = self._statements()
        silent = any(one.stance == "silent" for one in statements)
        if not self._may_fill() or not statements or silent or len(statements) >= MOST:
            return
        self._blank, self._hand = True, len(statements)
        in_grid = self.grid.has_focus_within()
        self._refresh()
        if not in_grid:
            self.editor.focus(self._hand)
        announce(self, _("One more thing that it says: 1 to 5"))

    def _remove_passage(self, at: int) -> None:
        if self._may_fill():
            self._hand = at
            self._fill(with_passage(self._statements(), at, None))
            self.editor.focus(at)
            announce(self, _("Taken away. {cell}").format(cell=self._name_in_hand()))

    def _offer(self) -> None:
        may = not self._read_only
        self.offered.offer(len(offered(self.question, self.response(), self._known)) if may else 0)

    def _take_over(self) -> None:
        """Put what stands in the comparison into the empty cells, as one step."""
        count = len(offered(self.question, self.response(), self._known))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self._become(with_offered(self.question, self.response(), self._known))
        said = ngettext("{count} cell taken over.", "{count} cells taken over.", count)
        announce(self, said.format(count=count))

    def _clear(self) -> None:
        self._blank, self._hand = False, 0
        if self._may_fill() and self._statements():
            self._fill(())
            announce(self, self._name_in_hand())

    def _reach(self, _claim: str, _source: str) -> None:
        self._refused, self._blank = "", False
        self._hand = max(0, len(self._statements()) - 1)
        self._refresh()

    def _enter(self) -> None:
        if self._may_fill():
            self.editor.focus(self._hand)

    def _leave(self) -> None:
        self._blank = False
        self._refresh()
        self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, what: Selection | PassageKey) -> None:
        self.wants_text.emit(what.source)
        self.show_passage.emit(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the cell in hand by Delete, or let its source say one more thing by +."""
        in_grid = self.grid.has_focus_within()
        if in_grid and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif event.key() == Qt.Key.Key_Plus and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._another()
        else:
            super().keyPressEvent(event)

    # What is shown

    def undo(self) -> bool:
        """Take the last change back, and go to its cell; False where there is none to take back."""
        before = self.response()
        return super().undo() and self._go_to_change(before)

    def redo(self) -> bool:
        """Do again what was taken back, and go to its cell; False where there is none."""
        before = self.response()
        return super().redo() and self._go_to_change(before)

    def _go_to_change(self, before: MatrixResponse) -> bool:
        """Take the first cell in hand that is not what it was; always True."""
        changed = changed_cells(self.question, before, self.response())
        if changed and self.grid.at() not in changed:
            self.grid.go(*changed[0])
        return True

    def in_short(self) -> str:
        """Say what the cell in hand holds now."""
        return self._name_in_hand()

    def _moved(self, done: bool) -> bool:
        self._blank = False
        self._hand = 0
        return super()._moved(done)

    def _name_in_hand(self) -> str:
        place = self.grid.at()
        return self.grid.cell(*place).accessibleName() if place else ""

    def _refresh(self) -> None:
        done, asked = filled(self.question, self.response())
        self.count.say(self._mark, self._asked, (done, asked), nothing_given=self._nothing_given)
        self._offer()
        shown = faces(
            self.question,
            self.response(),
            self._mark,
            self._letters,
            count=(done, asked),
            nothing_given=self._nothing_given,
        )
        for (claim, source), face in shown.items():
            self.grid.set_face(claim, source, face)
        self.grid.refit()
        place = self.grid.at()
        self.editor.setVisible(place is not None)
        if place is not None:
            self._show_in_hand(*place, done)

    def _show_in_hand(self, claim: str, source: str, done: int) -> None:
        statements = self._statements()
        usable = self._may_fill()
        hand = place_for_passage(statements, self._hand) if usable and self.question.prove else None
        wanted = ""
        if hand is not None and statements[hand].selection is None:
            wanted = _("Show it: mark the words in {letter}.").format(letter=self._letter(source)[0])
            if not self.selections():
                wanted = f"{wanted} {how_to_mark()}"
        verdict, lines, passages = told(
            self.question,
            claim,
            source,
            self._mark,
            self._letter(source)[0],
            nothing_given=self._nothing_given,
        )
        self.editor.show_cell(
            CellShown(
                claim=next(one.claim for one in self.question.rows if one.id == claim),
                source=source,
                statements=statements,
                blank=usable and (self._blank or not statements),
                usable=usable,
                hand=hand if hand is not None else self._hand,
                wanted=wanted,
                hint=self._refused or ("" if done or not usable else how_to_fill()),
                verdict=verdict,
                told=lines,
                passages=passages,
            )
        )
