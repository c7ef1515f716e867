"""What may be told of a claim's origins: the question first, then the count and the graph. No widget."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

from crossread.base.translation import _
from crossread.desktop.pages.compare.asked_cells import AskedCells
from crossread.desktop.pages.compare.claim_strip_rows import StripLine, Words
from crossread.desktop.pages.compare.origins_telling import (
    count_words,
    graph_words,
    link_words,
    node_words,
    question_words,
    why_words,
)
from crossread.desktop.pages.compare.origins_view import Words as GraphWords
from crossread.desktop.pages.compare.origins_work import OriginsShown
from crossread.inquiry.comparing import has_key
from crossread.inquiry.comparison import witnesses_of
from crossread.packs.origins import independent_accounts
from crossread.progress.origins_graph import OriginsGraph, graph_of, runs_on
from crossread.progress.silences import speaks
from crossread.questions.claims import STANCES, Claim
from crossread.texts.shared_run import SharedRun

if TYPE_CHECKING:
    from crossread.inquiry.state import InquiryState
    from crossread.operations.opened import OpenPack
    from crossread.packs.pack import Stage


class Drawn(TypedDict):
    """What of OriginsShown comes from a graph."""

    graph: OriginsGraph
    words: GraphWords
    told: str
    links: Sequence[tuple[str, str, str]]


WHOLE = "*"  # in place of a claim's id: the texts as wholes


class OriginsTold:
    """Decides what of a pack's edges may be seen: `asked` knows what open questions ask about."""

    def __init__(self, opened: "OpenPack", asked: AskedCells) -> None:
        self._opened, self._asked = opened, asked
        self._claims = {claim.id: claim for claim in opened.pack.claims}

    def claim(self, key: str) -> Claim | None:
        """Return the claim of a key; None for the texts as wholes."""
        return self._claims.get(key)

    def claims(self, stage: "Stage | None", state: "InquiryState") -> list[Claim]:
        """List the claims of a stage that compares, or all, on which any source speaks as far as is known."""
        wanted: set[str] = set()
        if stage is not None and stage.kind == "compare":
            wanted = set(stage.claims)
            edges = [edge for edge in self._opened.pack.edges if edge.id in stage.edges]
            wanted |= {claim for edge in edges for claim in edge.claims}
        return [
            claim
            for claim in self._opened.pack.claims
            if (not wanted or claim.id in wanted) and self.sayers(claim, state)
        ]

    def sayers(self, claim: Claim, state: "InquiryState") -> list[str]:
        """List the sources that say it, in the pack's order: none that is silent or denies it."""
        sources = [source.id for source in self._opened.pack.sources]
        if not has_key(claim):
            return [source for source in sources if speaks(claim, source, state.cells)]
        return [
            source
            for source in sources
            if any(one.stance not in ("silent", "denies") for one in claim.cells.get(source, ()))
        ]

    def is_asked(self, claim: Claim, state: "InquiryState") -> bool:
        """Tell whether an open question asks how any source stands to a claim, or in which words."""
        return any(place[0] == claim.id for place in self._asked.of(state))

    def shown(
        self,
        key: str,
        stage: "Stage | None",
        state: "InquiryState",
        runs: Sequence[SharedRun] | None,
        words: Words,
    ) -> OriginsShown:
        """Return all that may be told of a claim, or of the texts as wholes.

        `runs` are what the program found, None as long as it looks; `words` tells a passage.
        """
        claim = self.claim(key)
        if claim is None:
            return self._whole(runs)
        judgement = state.judgements.get(witnesses_of(claim.id))
        answer = judgement.count if judgement is not None else None
        asked = self.is_asked(claim, state)
        question = question_words(0 if asked else len(self.sayers(claim, state)))
        given = stage is not None and stage.kind == "compare" and stage.given == "all"
        if asked or not has_key(claim) or not (answer is not None or given):
            return OriginsShown(
                key=key,
                title=claim.claim,
                question=question,
                answer=answer,
                lines=self._lines(claim, state, words),
                later=self._later(claim, asked=asked, answered=answer is not None),
            )
        pack = self._opened.pack
        found = independent_accounts(claim, pack.edges, pack.works)
        on = runs_on(claim, runs or (), self._opened.own_words)
        graph = graph_of(pack, claim, on)
        return OriginsShown(
            key=key,
            title=claim.claim,
            question=question,
            answer=answer,
            count=count_words(found),
            why=why_words(pack, found),
            **self._drawn(graph),
            found=self._found_words(runs, len(on)),
        )

    def _whole(self, runs: Sequence[SharedRun] | None) -> OriginsShown:
        graph = graph_of(self._opened.pack, None, runs or ())
        later = _("Witnesses are counted claim by claim, never for a whole text and never for the event.")
        if not graph.links:
            later = _("No text is known to rest on another as a whole. Claims may still have one origin.") + (
                " " + later
            )
        return OriginsShown(
            key=WHOLE,
            title=_("The texts as wholes"),
            later=later,
            **self._drawn(graph),
            found=self._found_words(runs, len(runs or ())),
        )

    def _drawn(self, graph: OriginsGraph) -> Drawn:
        pack = self._opened.pack
        return {
            "graph": graph,
            "words": {node.key: node_words(pack, node, graph.links) for node in graph.nodes},
            "told": graph_words(pack, graph.links),
            "links": [(link.id, *link_words(pack, link)) for link in graph.links],
        }

    def _lines(self, claim: Claim, state: "InquiryState", words: Words) -> list[StripLine]:
        """List the words in which the sources say it; none where an open question asks about that."""
        found: list[StripLine] = []
        for source in () if self.is_asked(claim, state) else self.sayers(claim, state):
            for one in claim.cells.get(source, ()):
                shown = [
                    (passage.of(source), told)
                    for passage in one.passages
                    if one.stance not in ("silent", "denies") and (told := words(passage.of(source)))
                ]
                found += [StripLine(source, passage, told) for passage, told in shown]
            if not any(line.source == source for line in found):
                own = state.cells.get((claim.id, source))
                stance = own.statements[0].stance if own and own.statements else "asserts"
                found.append(StripLine(source, None, _(STANCES[stance])))
        return found

    def _later(self, claim: Claim, *, asked: bool, answered: bool) -> str:
        if asked:
            return _(
                "A question that is open asks about this claim. Who rests on whom is shown once it is closed."
            )
        if not has_key(claim):
            return _("The authors say nothing of this claim, so nothing is counted here. Your number stays.")
        if not answered:
            return _(
                "Look at their words: whom does each one name? "
                "Choose a number; then you see who rests on whom."
            )
        return ""

    def _found_words(self, runs: Sequence[SharedRun] | None, here: int) -> str:
        if len(self._opened.own_words) < 2:
            return _("With two originals or more added, words that they share are looked for here too.")
        if runs is None:
            return _("Looking for words that the originals share …")
        return "" if here else _("The program found no seven words in a row that two originals share here.")
