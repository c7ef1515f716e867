"""Showing in the other panes what their sources say on the claim that a passage bears on."""

from collections.abc import Callable, Container, Iterable, Sequence

from PySide6.QtCore import QObject

from crossread.base.translation import _
from crossread.desktop.key_tips import with_key
from crossread.desktop.pages.desk.claims_said import (
    Said,
    asked_of,
    claims_at,
    claims_near,
    letters_by_answer,
    said_on,
)
from crossread.desktop.pages.desk.desk_panes import DeskPanes
from crossread.desktop.pages.panes.contents import Entry
from crossread.desktop.pages.panes.contents_sheet import ContentsSheet
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.questions.feedback import joined
from crossread.desktop.place import Spot
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Stage
from crossread.questions.claims import Claim


class DeskClaims(QObject):
    """Finds the claims of a passage, has one chosen where there are several, and shows it in the others.

    `state` gives where the learner is in the pack, `stage` the one in view.
    """

    def __init__(
        self,
        panes: DeskPanes,
        state: Callable[[], InquiryState],
        stage: Callable[[], Stage],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panes, self._state, self._stage = panes, state, stage
        self._offered: list[Claim] = []
        self._from: Pane | None = None
        self._told: list[tuple[Pane, str]] = []
        panes.changed.connect(self.clear)  # what was said of one text does not hold of another

    def show_in_others(self, spot: Spot | None) -> None:
        """Show in the other panes what is said there on the claim of a passage in the pane in hand."""
        pane, opened = self._panes.in_hand, self._panes.opened
        self.clear()
        if self._panes.used < 2:
            told = _("There is only this pane. Open another one to show this in it.")
            self._tell(pane, with_key(told, "pane-more"))
            return
        # That these words bear on a claim is an answer too, where a question asks for it.
        asked = asked_of(opened, self._state(), pane.source_id)
        claims = _without(asked, claims_at(opened, spot)) if spot else []
        near = [] if claims or spot is None else _without(asked, claims_near(opened, spot))
        if len(claims) == 1:
            self._show(pane, claims[0])
        elif claims:
            self._offer(pane, claims, _("Which claim should the others show?"))
        elif near:
            self._offer(pane, near, _("These words bear on no claim of the pack. Their paragraph does on:"))
        elif asked:  # said of all words of the source, else it would tell those that are asked for
            told = _(
                "Questions that are open ask what {source} says. As long as they are, no claim is shown for "
                "these words."
            )
            self._tell(pane, told.format(source=pane.source.card.short))
        else:
            self._tell(pane, _("Neither these words nor their paragraph bear on a claim of the pack."))

    def clear(self) -> None:
        """Take back what was said about a claim."""
        for pane, notice in self._told:
            if pane.note.notice() == notice:
                pane.note.clear_notice()
        self._told = []

    def _tell(self, pane: Pane, notice: str) -> None:
        pane.note.show_notice(notice, calm=True)
        self._told.append((pane, notice))

    def _offer(self, pane: Pane, claims: Sequence[Claim], title: str) -> None:
        self._offered, self._from = list(claims), pane
        found = [Entry(at, claim.claim, number=str(at + 1)) for at, claim in enumerate(claims)]
        sheet = ContentsSheet(title, found, 0, title, pane)
        sheet.gone_to.connect(self._chosen)
        pane.open_sheet(sheet)
        announce(pane, title)

    def _chosen(self, at: int) -> None:
        pane = self._from
        if pane is not None and at < len(self._offered):
            pane.close_sheet()
            self._panes.focus(pane.number)
            self._show(pane, self._offered[at])

    def _show(self, pane: Pane, claim: Claim) -> None:
        said: dict[str, Said] = {}
        with self._panes.step():
            for other in self._panes.panes:
                if other is pane:
                    continue
                one = said_on(self._panes.opened, self._state(), claim, other.source_id, other.which)
                said[other.source.letter] = one
                other.close_sheet()
                if one.where is not None:
                    other.show_range(one.where)
                else:
                    self._tell(other, self._why(other, claim, one))
        self._tell(pane, self._in_short(claim, said))

    def _why(self, pane: Pane, claim: Claim, said: Said) -> str:
        """Say why a pane shows nothing on a claim."""
        if said.answer == "asked" and said.question is not None:
            return self._asked(pane, claim, said.question.stage)
        words = {
            "silent": _("{source} is silent on this: {claim}."),
            "unplaced": _("What {source} says on this is not placed in this text: {claim}."),
        }.get(said.answer, _("{source} speaks of this, but the pack shows no words of it: {claim}."))
        return words.format(source=pane.source.card.short, claim=claim.claim.rstrip("."))

    def _asked(self, pane: Pane, claim: Claim, stage: str) -> str:
        source, words = pane.source.card.short, claim.claim.rstrip(".")
        if stage == self._stage().id:
            told = _(
                "A question of this stage asks just that, what {source} says on it: {claim}. "
                "It is shown once the stage is handed in."
            )
            return told.format(source=source, claim=words)
        told = _(
            "A question of “{stage}” asks just that, what {source} says on it: {claim}. "
            "It is shown once that stage is handed in."
        )
        return told.format(source=source, claim=words, stage=self._panes.opened.pack.stage(stage).title)

    def _in_short(self, claim: Claim, said: dict[str, Said]) -> str:
        """Say in the pane that one reads in which claim it is and what became of the others."""
        told = {
            "shown": _("shown in {letters}"),
            "silent": _("not a word in {letters}"),
            "unplaced": _("not placed in {letters}"),
            "no-words": _("no words to show in {letters}"),
            "asked": _("asked about {letters}, so not shown"),
        }
        parts = [
            told[answer].format(letters=joined(letters))
            for answer, letters in letters_by_answer(said).items()
        ]
        return f"{claim.claim.rstrip('.')}: {'; '.join(parts)}."


def _without(asked: Container[str], claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.id not in asked]
