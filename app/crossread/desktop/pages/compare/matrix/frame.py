"""The claim matrix put together: its head, the table, what is in hand below it, and what they show."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.matrix.editor import CellShown
from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.pages.compare.in_hand.claim_strip import StripShown
from crossread.desktop.pages.compare.in_hand.matrix_hand import CellHand, as_given
from crossread.desktop.pages.compare.in_hand.matrix_panel import CELL, CLAIM, MatrixPanel
from crossread.desktop.pages.compare.in_hand.matrix_telling import (
    check_words,
    how_to_fill,
    later_words,
    listed,
    told_lines,
    told_passages,
)
from crossread.desktop.pages.compare.laid_out.shared_height import SharedHeight
from crossread.desktop.pages.compare.matrix.empty import MatrixEmpty
from crossread.desktop.pages.compare.matrix.faces import MatrixFaces, row_of
from crossread.desktop.pages.compare.matrix.head import MatrixHead
from crossread.desktop.pages.compare.matrix.room_below import RoomBelow
from crossread.desktop.pages.compare.matrix.table import MatrixTable
from crossread.desktop.pages.compare.matrix.words import (
    Column,
    count_words,
)
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.told.passages import MatrixPassages
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import rename
from crossread.inquiry.comparing import has_key
from crossread.inquiry.comparison import CellId, Judgement, relation_of
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.progress.strip_lines import strip_lines
from crossread.questions.claims import Claim

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.packs.pack import Stage


CELL_SHARE, STRIP_SHARE = 0.42, 0.62  # of the height, for the cell in hand and for the whole claim


class MatrixFrame(ComparePart):
    """Claims by sources, and below them the cell in hand or its claim; `MatrixPart` has them work."""

    name = "matrix"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._columns = tuple(
            Column(source.id, source.letter, index, source.card.short)
            for index, source in enumerate(opened.pack.sources)
        )
        letters: Letters = {column.id: (column.letter, column.index) for column in self._columns}
        self._letters = letters
        self._passages = MatrixPassages(opened, around.veiling)
        self.matrix = ClaimMatrix(opened.pack, opened.texts, None, self._passages.told)
        self._take_state()
        self._hand = CellHand(self.do)
        self._faces: dict[CellId, CellFace] = {}
        self._made_faces = MatrixFaces(self._columns)
        self.head = MatrixHead(self._columns, self)
        self.table = MatrixTable(self._columns, _("Claims by sources"), self)
        self.panel = MatrixPanel(letters, self._passages.tell, self)
        self.empty = MatrixEmpty(self)
        self.empty.no_claims.asked.connect(self.asked)
        border = _("Border between the table and what is in hand; arrow keys move it")
        self.split = SharedHeight(border, CELL_SHARE, self)
        self.split.addWidget(self.table)
        self.split.addWidget(self.panel)
        RoomBelow(self.table, self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.empty, 1)
        column.addWidget(self.split, 1)
        self._leaving = QTimer(self)  # the table is on its way to another row when it tells so
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(0)
        self._leaving.timeout.connect(self._let_go)
        self.head.filter.changed.connect(self._filter_anew)
        self.panel.turned.connect(self._panel_turned)

    def _panel_turned(self) -> None:
        """Show what is in hand in its other form, which takes more height as a strip."""
        self._show_in_hand()
        self.split.set_usual(STRIP_SHARE if self.panel.shows_claim else CELL_SHARE)

    # What a part is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the claims of a stage that compares, else all."""
        super().open_stage(stage)
        self._begin()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self._passages = MatrixPassages(opened, self.around.veiling)
        self.panel.tell = self._passages.tell
        self._begin()

    def _begin(self) -> None:
        """Show the matrix of another stage, or with other texts."""
        opened = self.opened
        self.matrix = ClaimMatrix(opened.pack, opened.texts, self.stage, self._passages.told)
        self._take_state()
        self._see_again()

    def _take_state(self) -> None:
        state = self.state()
        self.matrix.set_state(state, self.opened.held(state))

    def show_covers(self) -> None:
        """Show passages as they are covered now."""
        self._see_again()

    def show_again(self, what: "Changed") -> None:
        """Show the cells again as they are."""
        if "settings" in what.what or "originals" in what.what:
            self._see_again()
        elif "state" in what.what:
            self._refresh()

    def _see_again(self) -> None:
        """Show everything anew: other words may be told now."""
        self._made_faces.forget()
        self.matrix.see_again()
        self._refresh()

    def about(self) -> str:
        """Return the claim and the source in hand."""
        place = self.table.at()
        return "/".join(place) if place else ""

    def go_to(self, about: str) -> None:
        """Take a cell in hand, or the first of a claim."""
        claim, _slash, source = about.partition("/")
        self._refresh(claim)
        self.table.go(claim, source or (self._columns[0].id if self._columns else ""))

    def arranged(self) -> Mapping[str, str]:
        """Return the share of what is in hand, its form, and which claims are asked for."""
        return {"share": self.split.kept(), "form": self.panel.form.value(), **self.head.filter.arranged()}

    def arrange(self, kept: Mapping[str, str]) -> None:
        """Take up what `arranged` returned; the border and the form stay as they are without it."""
        self.split.take(kept.get("share", ""))
        if kept.get("form") in (CELL, CLAIM):
            self.panel.turn(kept["form"])
        self.head.filter.arrange(kept)

    def firm(self) -> Sequence[str]:
        """Return the line that belongs to the claim in hand."""
        claim = self._claim()
        return (claim.floor,) if claim is not None and claim.floor else ()

    def focus_finding(self) -> bool:
        """Put the focus into the field that filters the claims."""
        if self.matrix.claims:
            self.head.filter.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.head.filter.words.selectAll()
        return bool(self.matrix.claims)

    def enter(self) -> None:
        """Put the focus on the table, or on what to do where it is empty."""
        if self.split.isHidden():
            self.empty.focus()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is in hand

    def _claim(self) -> Claim | None:
        place = self.table.at()
        return next((one for one in self.matrix.claims if place and one.id == place[0]), None)

    def cell(self) -> CellHere | None:
        """Return the cell in hand; None where there is none."""
        place, claim = self.table.at(), self._claim()
        return self.matrix.cell(claim, place[1]) if place and claim else None

    def _judgement(self, about: str) -> Judgement:
        return self.state().judgements.get(about) or Judgement(about=about)

    # What is shown

    def _refresh(self, held: str | None = None) -> None:
        """Show everything as it is now, and a claim whatever rows are asked for: by None the one in hand."""
        matrix = self.matrix
        self._take_state()
        done, count = matrix.counts()
        self.head.count.setText(count_words(done, count))
        self.head.count.setVisible(bool(count))
        self.head.given.setVisible(matrix.chooses)
        self.head.given.set_value(matrix.given)
        wanted = self._wanted(held)
        self._faces = self._made_faces.faces(matrix, wanted, self._passages.tell)
        self.empty.say(any_claims=bool(matrix.claims))
        self.empty.setVisible(not wanted)
        self.split.setVisible(bool(wanted))
        self.head.setVisible(bool(matrix.claims))
        self.table.show_rows([row_of(matrix, claim) for claim in wanted], self._faces)
        self._show_in_hand()

    def _wanted(self, held: str | None = None) -> list[Claim]:
        """Return the claims in view: those asked for, and the one in hand until the learner goes on."""
        place = self.table.at()
        in_hand = place[0] if place else ""
        return self.head.filter.wanted(self.matrix, in_hand if held is None else held)

    def _filter_anew(self) -> None:
        self._refresh("")

    def _let_go(self) -> None:
        """Take rows away that are left and no longer among those asked for."""
        if [claim.id for claim in self._wanted()] != [row.claim for row in self.table.cells.rows]:
            self._refresh()

    def _show_in_hand(self) -> None:
        cell, claim = self.cell(), self._claim()
        if cell is None or claim is None:
            return
        keyed = not cell.given and has_key(claim)
        self.panel.check.setVisible(keyed)
        places = self.matrix.checkable(claim)
        self.panel.check.setEnabled(bool(places) if self.panel.shows_claim else cell.place in places)
        rename(self.panel.check, _("Check this claim") if self.panel.shows_claim else _("Check this cell"))
        self.panel.look.setVisible(not self.panel.shows_claim)
        if self.panel.shows_claim:
            self._show_claim(claim)
        else:
            self._show_cell(cell, claim)

    def _show_cell(self, cell: CellHere, claim: Claim) -> None:
        wants = None if cell.given else self._hand.wants_words(cell)
        letter = self._letters[cell.source][0]
        statements = as_given(cell)
        shown = [(one, self._passages.words(one)) for one in told_passages(cell)]
        wanted = _("Show it: look for the words in {letter} (Enter), or skip this.").format(letter=letter)
        self.panel.show_cell(
            CellShown(
                claim=claim.claim,
                source=cell.source,
                statements=statements,
                blank=not cell.given and (self._hand.blank or not statements),
                usable=not cell.given,
                hand=wants if wants is not None else self._hand.hand,
                wanted=wanted if wants is not None else "",
                hint="" if statements or cell.given else how_to_fill(),
                verdict=cell.verdict,
                told=told_lines(cell, letter),
                passages=listed(shown, given=cell.given),
            ),
            silent=any(one.stance == "silent" for one in cell.own),
            could=cell.could,
            told=check_words(claim, cell),
        )

    def _show_claim(self, claim: Claim) -> None:
        said = self.said.of(relation_of(claim.id))
        self.panel.show_claim(
            StripShown(
                claim=self.matrix.as_told(claim),
                lines=strip_lines(self.matrix, claim, self._passages.words),
                relation=said.chosen[0] if said.chosen else "",
                why=said.text,
                told=self.matrix.is_told(claim),
                later=later_words(self.matrix, claim),
            )
        )

    def _name_in_hand(self) -> str:
        place = self.table.at()
        face = self._faces.get(place) if place else None
        return face.name if face else ""

    def _say_in_hand(self) -> None:
        announce(self, self._name_in_hand())
