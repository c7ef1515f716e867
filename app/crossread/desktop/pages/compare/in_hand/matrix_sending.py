"""From the texts into the claim matrix: words that are selected there go into a cell."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crossread.base.errors import Expected
from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.desktop.answers.matrix.signs import SIGNS
from crossread.desktop.key_tips import first_key
from crossread.desktop.keys import BY_ID
from crossread.desktop.pages.compare.in_hand.matrix_hand import put_words
from crossread.desktop.pages.compare.part import CellWaiting
from crossread.desktop.pages.panes.choosing_sheet import Choice, ChoosingSheet
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import unmarked
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.questions.claims import STANCES, Claim, Stance
from crossread.questions.passages import Selection

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed
    from crossread.desktop.pages.desk.desk_front import DeskFront
    from crossread.desktop.pages.desk.desk_panes import DeskPanes
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.packs.pack import Stage

ACTION = "to-cell"


class CellSending(QObject):
    """Puts words of the texts into cells; `stage` gives the one in view.

    `waits` tells that a cell waits for words: what is selected then goes there and leads back to the matrix.
    Else a key, or the menu of a text, asks which claim the words are about. `turned` tells that a cell waits
    now, or no more; `refused` gives a sentence on what was not allowed.
    """

    turned = Signal()
    refused = Signal(str)

    def __init__(
        self,
        around: "Surroundings",
        panes: "DeskPanes",
        front: "DeskFront",
        stage: "Callable[[], Stage]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._around, self._panes, self._front, self._stage = around, panes, front, stage
        self._made: tuple[OpenPack, Stage, ClaimMatrix] | None = None
        self._waiting: CellWaiting | None = None
        self._words: Selection | None = None
        self._claim = ""
        self._from: Pane | None = None
        self._told: list[tuple[Pane, str]] = []
        self._watched: list[Pane] = []
        panes.arranged.connect(self._watch)
        front.looked_for.connect(self.wait)
        front.turned.connect(self._front_turned)
        self._watch()

    @property
    def waits(self) -> bool:
        """Whether a cell waits for words from the texts."""
        return self._waiting is not None

    def deeds(self) -> "Mapping[str, Deed]":
        """Return what the key does."""
        return {ACTION: self.choose}

    def _watch(self) -> None:
        for pane in self._panes.panes:
            if pane not in self._watched:
                self._watched.append(pane)
                pane.view.menu_made.connect(self._add_to_menu)

    def _matrix(self) -> ClaimMatrix:
        """Return the matrix of the stage in view, else of all claims, as it stands."""
        opened, stage = self._panes.opened, self._stage()
        if self._made is None or self._made[0] is not opened or self._made[1] != stage:
            self._made = (opened, stage, ClaimMatrix(opened.pack, opened.texts, stage))
        matrix, state = self._made[2], self._around.session.state(opened.pack.id)
        matrix.set_state(state, opened.held(state))
        return matrix

    # From the matrix to the texts

    def wait(self, waiting: object) -> None:
        """Turn to the texts, with a cell's source in a pane: what is selected there goes into the cell."""
        if not isinstance(waiting, CellWaiting):
            return
        claim = _claim(self._matrix(), waiting.claim)
        if claim is None:
            return
        self._front.hide()
        self._panes.bring_up((waiting.source,))
        pane = self._panes.holding(waiting.source) or self._panes.in_hand
        self._waiting = waiting
        self.turned.emit()
        told = _(
            "{claim}: select the words of {letter} that say so. Letting the mouse go, or Enter, takes them."
            " {key} leads back."
        )
        said = told.format(
            claim=claim.claim.rstrip("."), letter=pane.source.letter, key=first_key("compare") or "Alt+Left"
        )
        self._panes.focus(pane.number)
        self._tell(pane, said)

    def _front_turned(self) -> None:
        if self._front.on:
            self.stop()

    def stop(self) -> None:
        """Let no cell wait any more, and take back what was said of it."""
        for pane, notice in self._told:
            if pane.note.notice() == notice:
                pane.note.clear_notice()
        self._told = []
        if self._waiting is not None:
            self._waiting = None
            self.turned.emit()

    def take(self, selection: Selection) -> bool:
        """Put what was selected into the cell that waits; False where none does."""
        waiting = self._waiting
        if waiting is None:
            return False
        pane = self._panes.in_hand
        if selection.source != waiting.source:
            opened = self._panes.opened
            letter = opened.pack.source(waiting.source).letter
            self.refused.emit(
                _("The cell is about {letter}. Select words of {letter}, or go back.").format(letter=letter)
            )
            return True
        self._put_or_ask(pane, waiting.claim, selection)
        return True

    # From the texts to the matrix

    def choose(self) -> None:
        """Ask which claim the words selected in the pane in hand are about, or the sentence at the caret."""
        pane = self._panes.in_hand
        where = pane.view.chosen_range() if pane.view.isVisible() else None
        if where is None:
            self.refused.emit(_("Put the caret into a text first, or select words there."))
        elif pane.view.is_veiled(where):
            self.refused.emit(_("These words are covered. Once they are shown they can be put into a cell."))
        elif not self._panes.opened.pack.claims:
            self.refused.emit(_("This pack lists no claims, so there are no cells to put words into."))
        else:
            text = pane.text
            words = Selection(
                source=pane.source_id,
                which=pane.which,
                text_digest=text.digest,
                start=where.start,
                end=where.end,
                quote=text.words(where),
            )
            if not self.take(words):
                self._ask_claim(pane, words)

    def _ask_claim(self, pane: Pane, words: Selection) -> None:
        self._words, self._from = words, pane
        matrix = self._matrix()
        choices = [
            Choice(claim.id, claim.claim, "•" if matrix.cell(claim, pane.source_id).own else "")
            for claim in _recent_first(matrix)
            if not matrix.cell(claim, pane.source_id).given
        ]
        title = _("Which claim are these words about?")
        about = _("“{quote}”").format(quote=within_quotes(" ".join(words.quote.split())))
        sheet = ChoosingSheet(title, about, choices, pane, filtered=True)
        sheet.chosen.connect(self._claim_chosen)
        pane.open_sheet(sheet)
        announce(pane, title)

    def _claim_chosen(self, claim: str) -> None:
        pane, words = self._from, self._words
        if pane is not None and words is not None:
            pane.close_sheet()
            self._put_or_ask(pane, claim, words)

    # Into the cell

    def _put_or_ask(self, pane: Pane, claim_id: str, words: Selection) -> None:
        """Put words into a cell; where it does not say yet how the source stands, ask that first."""
        matrix = self._matrix()
        claim = _claim(matrix, claim_id)
        if claim is None:
            return
        command = put_words(matrix.cell(claim, words.source), words)
        if command is not None:
            self._do(pane, claim, words, None)
            return
        self._words, self._from, self._claim = words, pane, claim_id
        stances = [stance for stance in STANCES if stance != "silent"]
        choices = [
            Choice(stance, f"{SIGNS[stance]}  {_(STANCES[stance])}", str(number))
            for number, stance in enumerate(stances, 1)
        ]
        title = _("How does {letter} stand to it?").format(letter=pane.source.letter)
        sheet = ChoosingSheet(title, claim.claim, choices, pane)
        sheet.chosen.connect(self._stance_chosen)
        pane.open_sheet(sheet)
        announce(pane, f"{title} {claim.claim}")

    def _stance_chosen(self, stance: str) -> None:
        pane, words = self._from, self._words
        claim = _claim(self._matrix(), self._claim)
        found: Stance | None = next((one for one in STANCES if one == stance), None)
        if pane is not None and words is not None and claim is not None:
            pane.close_sheet()
            self._do(pane, claim, words, found)

    def _do(self, pane: Pane, claim: Claim, words: Selection, stance: Stance | None) -> None:
        cell: CellHere = self._matrix().cell(claim, words.source)
        command = put_words(cell, words, stance)
        waited = self._waiting is not None
        try:
            if command is not None:
                self._around.session.do(self._panes.opened, command)
        except Expected as error:
            self.refused.emit(error.message)
            return
        self.stop()
        pane.let_go()
        told = _("In the cell of {letter}: {claim}").format(
            letter=pane.source.letter, claim=claim.claim.rstrip(".")
        )
        if waited:
            self._front.show(f"matrix/{claim.id}/{words.source}")
            self._front.enter()
            announce(pane, told)
        else:
            self._panes.focus(pane.number)
            self._tell(pane, f"{told}.")

    def _tell(self, pane: Pane, notice: str) -> None:
        pane.note.show_notice(notice, calm=True)
        self._told.append((pane, notice))

    # The menu of a text

    def _add_to_menu(self, menu: object) -> None:
        opened = self._panes.opened
        if not isinstance(menu, QMenu) or not opened.pack.claims or menu.parent() is not self._view_in_hand():
            return
        action = QAction(unmarked(_(BY_ID[ACTION].label)), menu)
        action.triggered.connect(self.choose)
        menu.addAction(action)

    def _view_in_hand(self) -> QObject:
        return self._panes.in_hand.view


def _claim(matrix: ClaimMatrix, claim: str) -> Claim | None:
    return next((one for one in matrix.claims if one.id == claim), None)


def _recent_first(matrix: ClaimMatrix) -> list[Claim]:
    """Return the claims, those first whose cells were set last."""
    newest: dict[str, int] = {}
    for (claim, _source), cell in matrix.state.cells.items():
        newest[claim] = max(newest.get(claim, 0), cell.seq)
    return sorted(matrix.claims, key=lambda claim: -newest.get(claim.id, 0))
