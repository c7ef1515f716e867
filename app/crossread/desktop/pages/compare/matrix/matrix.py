"""Who says what: the claim matrix at work, as a part of the comparison."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop import own_keys
from crossread.desktop.pages.compare.in_hand.matrix_panel import CELL, CLAIM
from crossread.desktop.pages.compare.in_hand.matrix_telling import (
    check_words,
    nothing_left_words,
    told_passages,
)
from crossread.desktop.pages.compare.matrix.files import MatrixFiles, MatrixFormat
from crossread.desktop.pages.compare.matrix.frame import MatrixFrame
from crossread.desktop.pages.compare.matrix.picture import matrix_picture
from crossread.desktop.pages.compare.part import CellWaiting
from crossread.desktop.place import Spot
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.commands import CheckCells, Judge
from crossread.inquiry.comparison import COULD, CellId, matrix_given, relation_of
from crossread.progress.claim_matrix import CellHere
from crossread.questions.claims import STANCES, Stance
from crossread.questions.passages import PassageKey, Selection
from crossread.reports.matrix_csv import matrix_csv
from crossread.reports.matrix_html import matrix_html
from crossread.reports.matrix_sheet_of import sheet_of

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack

DIGITS = tuple(f"option-{number}" for number in range(1, 10))


class MatrixPart(MatrixFrame):
    """Claims by sources, and below them the cell in hand or its claim as a strip.

    Numbers set a stance, Delete empties, + lets the source say one thing more, Enter looks for the cell in
    the texts, Space opens the claim, Escape comes back to the table.
    """

    name = "matrix"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self.head.filter.left.connect(self.enter)
        self.head.given_chosen.connect(self._choose_given)
        self.panel.check_all_asked.connect(self._check_all)
        self.head.files_asked.connect(self._open_files)
        self.table.reached.connect(self._reach)
        self.table.emptied.connect(self._empty)
        self.table.more_asked.connect(self._another)
        self.table.looked_for.connect(self.look)
        self.table.row_asked.connect(self._open_row)
        self.panel.editor.stance_chosen.connect(self._choose_stance)
        self.panel.editor.passage_removed.connect(self._remove_words)
        self.panel.editor.another_asked.connect(self._another)
        self.panel.editor.shown.connect(self._show_passage)
        self.panel.strip.shown.connect(self._show_passage)
        self.panel.strip.judged.connect(self._judge)
        self.panel.strip.why.edited.connect(self._type_why)
        self.panel.strip.why.paused.connect(self.pause_said)
        self.panel.strip.why.left.connect(self.keep_said)
        self.panel.strip.why.too_long.connect(self.refused)
        self.panel.could_chosen.connect(self._choose_could)
        self.panel.look_asked.connect(self.look)
        self.panel.check_asked.connect(self.check)
        self.panel.left.connect(self.enter)
        self.empty.acted.connect(self.head.filter.clear)
        self.files = MatrixFiles(around.session, opened.pack.title, self._made, self)
        self.files.refused.connect(self.refused)
        self.files.told.connect(self._written)

    def leave(self) -> None:
        """Keep the words that are being written."""
        self.panel.strip.why.keep_now()

    def _usable(self) -> CellHere | None:
        """Return the cell in hand where the learner may fill it; else say why not."""
        cell = self.cell()
        if cell is not None and cell.given:
            announce(self, _("This cell is given. Go to one that is not."))
            return None
        return cell

    def _reach(self, _claim: str, _source: str) -> None:
        cell = self.cell()
        if cell is not None:
            self._hand.take(cell)
        self._leaving.start()
        self._show_in_hand()
        self.turned.emit()

    # What the learner does

    def _pick(self, number: int) -> None:
        cell = self._usable()
        if cell is not None and self._hand.pick(cell, number, self.panel.editor.focused()):
            self._say_in_hand()

    def _choose_stance(self, at: int, stance: str) -> None:
        cell = self._usable()
        found: Stance | None = next((one for one in STANCES if one == stance), None)
        if cell is not None and self._hand.set_stance(cell, at, found):
            self._say_in_hand()
            if self._hand.hand != at:
                self.panel.editor.focus(self._hand.hand)

    def _choose_could(self, could: str) -> None:
        cell = self._usable()
        if cell is not None:
            self._hand.set_could(cell, next((one for one in COULD if one == could), ""))
            self._say_in_hand()

    def _remove_words(self, at: int) -> None:
        cell = self._usable()
        if cell is not None and self._hand.remove_words(cell, at):
            self.panel.editor.focus(at)
            announce(self, _("Taken away. {cell}").format(cell=self._name_in_hand()))

    def _empty(self) -> None:
        cell = self._usable()
        if cell is not None and self._hand.empty(cell):
            self._say_in_hand()

    def _another(self) -> None:
        cell = self._usable()
        if cell is None or not self._hand.another(cell):
            return
        held = self.table.hasFocus()
        self.panel.turn(CELL)
        if not held:
            self.panel.editor.focus(self._hand.hand)
        announce(self, _("One more thing that it says: 1 to 5"))

    def look(self) -> None:
        """Turn to the texts: a given cell to its words, another one to be filled from there."""
        cell = self.cell()
        if cell is None:
            return
        spot = self._first_spot(told_passages(cell))
        if not cell.given:
            self.looked_for.emit(CellWaiting(cell.claim, cell.source))
        elif spot is not None:
            self.spot_asked.emit(spot)
        else:
            announce(self, _("There are no words to show."))

    def passage(self) -> Spot | None:
        """Return the first passage of the cell in hand that is placed, the learner's or one that is told."""
        cell = self.cell()
        own = [one.selection for one in cell.own if one.selection is not None] if cell else []
        return self._first_spot([*own, *(told_passages(cell) if cell else ())])

    def _first_spot(self, passages: Sequence[Selection | PassageKey]) -> Spot | None:
        spots = (self._passages.spot(one) for one in passages)
        return next((one for one in spots if one is not None), None)

    def _show_passage(self, what: object) -> None:
        if isinstance(what, Selection | PassageKey):
            spot = self._passages.spot(what)
            if spot is not None:
                self.spot_asked.emit(spot)
            else:
                self.refused.emit(_("That passage is not placed in any text that is here."))

    def _open_row(self) -> None:
        self.panel.turn(CLAIM)
        self.panel.strip.focus()

    # Checking

    def check(self) -> None:
        """Hold the cell in hand against the key, or with the strip in view all cells of its claim."""
        cell, claim = self.cell(), self._claim()
        if cell is None or claim is None:
            return
        places = self.matrix.checkable(claim)
        if not self.panel.shows_claim:
            places = tuple(place for place in places if place == cell.place)
        self._check(places, check_words(claim, cell))

    def _check_all(self) -> None:
        places = [place for claim in self.matrix.claims for place in self.matrix.unchecked(claim)]
        self._check(places, nothing_left_words(self.matrix))

    def _check(self, places: Sequence[CellId], otherwise: str) -> None:
        if not places:
            nothing = _("There is nothing to check yet. Fill in a cell first: what does this source say?")
            self.refused.emit(otherwise or nothing)
            return
        if self.do(CheckCells(cells=tuple(places))):
            cells = [self._cell_at(place) for place in places]
            right = sum(cell is not None and cell.verdict == "right" for cell in cells)
            told = ngettext("{right} of {count} cell", "{right} of {count} cells", len(places))
            said = told.format(right=right, count=len(places))
            one = len(places) == 1
            announce(self, self._name_in_hand() if one else _("✓ Right: {said}").format(said=said))

    def _cell_at(self, place: CellId) -> CellHere | None:
        claim = next((one for one in self.matrix.claims if one.id == place[0]), None)
        return self.matrix.cell(claim, place[1]) if claim else None

    def _choose_given(self, given: str) -> None:
        said = replace(self._judgement(matrix_given()), chosen=(given,))
        self.do(Judge(judgement=said))
        self.head.given.set_value(self.matrix.given)

    # Judging

    def _judge(self) -> None:
        strip = self.panel.strip
        if strip.claim:
            relation = strip.relation.value()
            self.judge(relation_of(strip.claim), chosen=(relation,) if relation else ())

    def _type_why(self) -> None:
        strip = self.panel.strip
        if strip.claim:
            self.said.change(relation_of(strip.claim), text=strip.why.text())

    # Files

    def _open_files(self) -> None:
        self.files.open_menu(self.head.files)

    def _made(self, form: MatrixFormat) -> bytes:
        """Return the rows in view in a form to hand on."""
        sheet = sheet_of(self.opened.pack, self.matrix, self._wanted(), self._passages.tell)
        if form == "png":
            told = [_("What stands firm. {line}").format(line=line) for line in sheet.firm]
            return matrix_picture(sheet.title, self._columns, self.table.cells.rows, self._faces, told)
        return (matrix_csv(sheet) if form == "csv" else matrix_html(sheet)).encode()

    def _written(self, told: str) -> None:
        self.head.say(told)
        announce(self, told)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep from the page the keys that would answer its question: here they fill and check cells."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _deed_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a stance by its number, check by the key of checking."""
        deed = _deed_of(event)
        if deed == "check":
            self.check()
        elif deed:
            self._pick(int(deed.removeprefix("option-")))
        else:
            super().keyPressEvent(event)


def _deed_of(event: QKeyEvent) -> str:
    """Return which of the page's actions a key stands for that this part has a use of its own for."""
    name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    name = name.removeprefix("Num+")
    return next((deed for deed in ("check", *DIGITS) if name in own_keys.acting(deed)), "")
