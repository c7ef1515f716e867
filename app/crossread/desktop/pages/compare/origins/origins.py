"""Who rests on whom: for a claim, how many witnesses its texts are, and the lines between them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.laid_out.filtered_list import FilteredList, ListLine
from crossread.desktop.pages.compare.laid_out.list_and_work import ListAndWork
from crossread.desktop.pages.compare.origins.pairs import LinkPairs
from crossread.desktop.pages.compare.origins.work import OriginsWork
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.told.passages import MatrixPassages
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button
from crossread.inquiry.comparison import row_shown, witnesses_of
from crossread.progress.claim_matrix import ClaimMatrix
from crossread.progress.claim_words import and_
from crossread.progress.origins_graph import Link
from crossread.progress.origins_told import WHOLE, OriginsShown, OriginsTold, stage_claims
from crossread.progress.origins_words import link_words
from crossread.questions.claims import Claim
from crossread.questions.passages import PassageKey, Selection
from crossread.texts.wording.shared_reasons import who_is_named, why_shared
from crossread.texts.wording.shared_run import SharedRun

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.packs.pack import Stage


class OriginsPart(ComparePart):
    """Claims at the side; for the one in hand the question, then the count and the graph.

    The learner first says how many witnesses the texts are. Arrow keys go through claims and links, Enter
    opens, Escape goes back.
    """

    name = "origins"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        sources = opened.pack.sources
        self._letters: Letters = {source.id: (source.letter, at) for at, source in enumerate(sources)}
        self._runs: Sequence[SharedRun] | None = None
        self._trouble = ""  # why what they share could not be worked out
        self._shown = OriginsShown(key="", title="")
        self.lines = FilteredList(_("Claims"), _("Words of the claim"), self)
        self.lines.chosen.connect(self._line_chosen)
        self.lines.entered.connect(self._to_work)
        self.split = ListAndWork(self.lines, _("Who rests on whom"), self)
        self.work = OriginsWork(self._letters, self.split)
        self.work.answered.connect(self._answer)
        self.work.opened.connect(self.open_link)
        self.work.shown.connect(self._show_passage)
        self.work.left.connect(self.enter)
        self.work.offer.fill_asked.connect(self._fill_row)
        self.work.offer.show_asked.connect(self._show_row)
        self.work.card.spot_asked.connect(self.spot_asked)
        self.split.body.addWidget(self.work, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(12)
        told = _("Several texts may go back to one account. How many witnesses has a claim?")
        column.addWidget(labels.muted(told, self))
        self.again = link_button(_("Look again for words that originals share"), self)
        self.again.clicked.connect(self._look)
        self.again.hide()
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.split, 1)
        self._begin()

    def _begin(self) -> None:
        """Take up the texts that are here now, and look for what they share."""
        opened = self.opened
        self._passages = MatrixPassages(opened, self.around.veiling)
        self._told = OriginsTold(opened.pack, opened.own_words, self._passages.told)
        self._pairs = LinkPairs(opened, self.around.veiling)
        self._make_matrix()
        self._refresh()
        self._look()

    def _make_matrix(self) -> None:
        """Take up the claim matrix of the stage: what it tells is told here too, and no more."""
        pack = self.opened.pack
        more = stage_claims(pack, self.stage)
        self._matrix = ClaimMatrix(pack, self.opened.texts, self.stage, self._passages.told, more)

    def _look(self) -> None:
        """Have what the originals share looked for."""
        held = self.again.hasFocus()
        self._runs, self._trouble = None, ""
        self.again.hide()
        if held:
            self.enter()
        self._show_work()
        self.around.session.find_wording(self.opened, partial(_deliver, ref(self), self.opened))

    def take_runs(self, runs: Sequence[SharedRun] | Expected) -> None:
        """Show what the program found in the originals, or why it could not."""
        if isinstance(runs, Expected):
            self._runs, self._trouble = (), runs.message
        else:
            self._runs = tuple(runs)
        self.again.setVisible(bool(self._trouble))
        self._show_work()
        if self.isVisible() and len(self.opened.own_words) > 1:
            self._tell_found(len(self._runs))

    def _tell_found(self, count: int) -> None:
        """Say what has come meanwhile, which changes nothing in hand."""
        told = ngettext(
            "{count} run of words that originals share was found.",
            "{count} runs of words that originals share were found.",
            count,
        )
        none = _("No run of words was found that originals share.")
        announce(self, self._trouble or (told.format(count=count) if count else none))

    # What a part is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the claims that a stage works at, else all."""
        super().open_stage(stage)
        self._make_matrix()
        self._refresh()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self._begin()

    def show_again(self, what: "Changed") -> None:
        """Show again what the learner says, and with other settings what of it is covered."""
        if "settings" in what.what:
            self.show_covers()
        elif "state" in what.what and what.pack == self.opened.pack.id:
            self._refresh()

    def about(self) -> str:
        """Return the claim in hand, and the link that is open."""
        return f"{self.lines.key}/{self.work.card.link}".rstrip("/")

    def go_to(self, about: str) -> None:
        """Take a claim in hand, and open a link of it."""
        key, _slash, link = about.partition("/")
        self.lines.take(key)
        if link:
            self.open_link(link)

    def firm(self) -> Sequence[str]:
        """Return the line of the link that is open or in hand, else that of the claim."""
        link = self._link(self.work.card.link or self.work.link_in_hand())
        claim = self._told.claim(self.lines.key)
        lines = (link.edge.floor if link is not None and link.edge else "", claim.floor if claim else "")
        return [line for line in lines if line]

    def enter(self) -> None:
        """Put the focus on the claims."""
        self.lines.setFocus(Qt.FocusReason.TabFocusReason)

    # What is shown

    def _refresh(self) -> None:
        state = self.state()
        held = self.opened.held(state)
        self._matrix.set_state(state, held)
        self._told.set_state(self._matrix, held)
        whole = ListLine(WHOLE, _("The texts as wholes"), _("which text rests on which"))
        lines = [whole]
        for claim in self._told.claims(self.stage):
            said = state.judgements.get(witnesses_of(claim.id))
            answered = str(said.count) if said is not None and said.count is not None else ""
            lines.append(ListLine(claim.id, claim.claim, self._said_by(claim), answered))
        self.lines.set_lines(lines, self.lines.key or (lines[1].key if len(lines) > 1 else WHOLE))
        self._show_work()

    def _said_by(self, claim: Claim) -> str:
        """Say who says it, as far as that is known."""
        if self._told.is_asked(claim):
            return _("a question asks about it")
        letters = and_([self._letters[one][0] for one in self._told.sayers(claim)])
        if self._told.is_whole(claim):
            return letters or _("nobody says it")
        return _("{letters}, as far as filled in").format(letters=letters) if letters else _("not filled in")

    def _show_work(self) -> None:
        was = self._shown
        shown = self._told.shown(self.lines.key, self.stage, self._runs, self._passages.words)
        if self._trouble:
            shown = replace(shown, found=self._trouble)
        self._shown = shown
        self.work.show_claim(shown)
        if shown.key == was.key and shown.graph is not None and was.graph is None and self.isVisible():
            announce(self, " ".join((f"{shown.count}." if shown.count else shown.later, *shown.why)))

    def show_covers(self) -> None:
        """Show passages with what of them is covered now."""
        link = self.work.card.link
        self._matrix.see_again()
        self._refresh()
        if link:
            self._fill_card(link)

    def _link(self, name: str) -> Link | None:
        links = self._shown.graph.links if self._shown.graph is not None else ()
        return next((link for link in links if link.id == name), None)

    # What the learner does

    def _answer(self, count: int) -> None:
        claim = self._told.claim(self.lines.key)
        if claim is not None:
            self.judge(witnesses_of(claim.id), count=count or None)

    def _fill_row(self) -> None:
        self.part_asked.emit(f"matrix/{self.lines.key}")

    def _show_row(self) -> None:
        """Have the author's key of the row told, as the learner asks for it."""
        if self.judge(row_shown(self.lines.key), chosen=("shown",)):
            self.work.focus()
            announce(self, _("Shown: {letters}").format(letters=self._said_in_hand()))

    def _said_in_hand(self) -> str:
        claim = self._told.claim(self.lines.key)
        return self._said_by(claim) if claim is not None else ""

    def open_link(self, name: str) -> None:
        """Show the passages of a link, one above the other."""
        if self._fill_card(name):
            self.work.card.show()
            if not self.work.card.focus():
                self.work.focus_links()
            self.split.show_in_view(self.work.card)
            announce(self, self.work.card.accessibleName())
            self.turned.emit()

    def _fill_card(self, name: str) -> bool:
        link = self._link(name)
        if link is None:
            return False
        told = self._passages.told
        says, how = link_words(self.opened.pack, link, told)
        why = told(link.edge.why, link.edge.passages) if link.edge is not None else ""
        if link.runs:
            called = {source: letter for source, (letter, _at) in self._letters.items()}
            why = " ".join((why_shared(link.runs[0]), who_is_named(link.runs[0], called)))
        self.work.card.show_link(name, says, how, why, self._pairs.of(link))
        return True

    def _show_passage(self, what: object) -> None:
        spot = self._passages.spot(what) if isinstance(what, Selection | PassageKey) else None
        if spot is not None:
            self.spot_asked.emit(spot)
        else:
            self.refused.emit(_("That passage is not placed in any text that is here."))

    def _line_chosen(self, _key: str) -> None:
        self._show_work()
        self.split.to_top()
        self.turned.emit()

    def _to_work(self) -> None:
        self.work.focus()


def _deliver(part: "ref[OriginsPart]", opened: "OpenPack", runs: Sequence[SharedRun] | Expected) -> None:
    """Hand what was found to whoever asked for it, as long as they are there and show the same texts."""
    there = part()
    if there is not None and isValid(there) and there.opened is opened:
        there.take_runs(runs)
