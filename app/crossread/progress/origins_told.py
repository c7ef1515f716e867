"""What may be told of a claim's origins: the question first, then the count and the graph."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypedDict

from crossread.base.translation import _
from crossread.inquiry.comparing import has_key
from crossread.inquiry.comparison import witnesses_of
from crossread.inquiry.held_back import HeldBack
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack, Stage
from crossread.packs.sources.origins import edges_of, independent_accounts, speaking_of
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.progress.claim_words import Told, Words, and_, as_written
from crossread.progress.origins_graph import NodeKind, OriginsGraph, graph_of, runs_on
from crossread.progress.origins_words import (
    count_words,
    graph_words,
    link_words,
    node_words,
    question_words,
    why_words,
)
from crossread.progress.strip_lines import StripLine
from crossread.questions.claims import STANCES, Claim
from crossread.questions.passages import PassageKey, Selection, ShownText
from crossread.texts.wording.shared_run import RunPlace, SharedRun

NOT_SAYING = ("silent", "denies")  # the stances of sources that do not say it
WHOLE = "*"  # in place of a claim's id: the texts as wholes

# What the nodes of a graph are called, with a quiet word on each, by their keys.
NodeWords = Mapping[tuple[NodeKind, str], tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsShown:
    """All that is shown of one claim, or of the texts as wholes.

    `question` is "" where nothing is counted. `lines` are the words of those who say it, as far as that is
    told; where it is not, its row `can_fill` and `can_show`. `count` and `why` are told once the learner has
    answered; `graph` is None as long as it is not told. `later` says why something is not there.
    """

    key: str
    title: str
    question: str = ""
    answer: int | None = None
    lines: Sequence[StripLine] = ()
    can_fill: bool = False
    can_show: bool = False
    count: str = ""
    why: Sequence[str] = ()
    graph: OriginsGraph | None = None
    words: NodeWords = field(default_factory=dict)
    told: str = ""
    links: Sequence[tuple[str, str, str]] = ()  # the id of each, what it says, how that is known
    later: str = ""
    found: str = ""


class Drawn(TypedDict):
    """What of OriginsShown comes from a graph."""

    graph: OriginsGraph
    words: NodeWords
    told: str
    links: Sequence[tuple[str, str, str]]


class OriginsTold:
    """Decides what of a pack's edges may be seen.

    `own_words` are the texts that words shared with others are looked for in, by source; `told` gives an
    author's words as they may be told. `set_state` is to be called before anything is asked.
    """

    def __init__(self, pack: Pack, own_words: Mapping[str, ShownText], told: Told = as_written) -> None:
        self._pack, self._own_words, self._told = pack, own_words, told
        self._claims = {claim.id: claim for claim in pack.claims}
        self._held = HeldBack()
        self._asked: frozenset[str] = frozenset()  # claims, by id, of which an edge is asked for

    def set_state(self, matrix: ClaimMatrix, held: HeldBack) -> None:
        """Take up how the claim matrix stands, and what open questions hold back."""
        self.matrix = matrix
        if held is not self._held:
            self._held, self._asked = held, frozenset(self._asked_by(held))

    def _asked_by(self, held: HeldBack) -> Iterator[str]:
        asked = {edge.id for edge in self._pack.edges if held.holds_edge(edge)}
        works = {work.id for work in self._pack.works}
        for claim in self._pack.claims if asked else ():
            if any(edge.id in asked for edge in edges_of(claim, self._pack.edges, works)):
                yield claim.id

    @property
    def _state(self) -> InquiryState:
        return self.matrix.state

    def claim(self, key: str) -> Claim | None:
        """Return the claim of a key; None for the texts as wholes."""
        return self._claims.get(key)

    def claims(self, stage: Stage | None) -> list[Claim]:
        """List the claims of a stage that compares, with those of its edges, or all."""
        wanted = set(stage_claims(self._pack, stage))
        return [claim for claim in self._pack.claims if not wanted or claim.id in wanted]

    def sayers(self, claim: Claim) -> list[str]:
        """List the sources that are known to say it, in the pack's order: not who is silent or denies it."""
        return [cell.source for cell in self._saying(claim)]

    def _saying(self, claim: Claim) -> list[CellHere]:
        return [
            cell
            for cell in self.matrix.cells(claim)
            if not cell.asked and any(stance not in NOT_SAYING for stance in cell.stances)
        ]

    def is_whole(self, claim: Claim) -> bool:
        """Tell whether it is known of every source how it stands to a claim."""
        return all(cell.stances and not cell.asked for cell in self.matrix.cells(claim))

    def _has_row(self, claim: Claim) -> bool:
        """Tell whether the matrix in view has a row of this claim: a stage compares some of them."""
        return any(one.id == claim.id for one in self.matrix.claims)

    def is_asked(self, claim: Claim) -> bool:
        """Tell whether an open question asks about a claim, or about what one of its edges shows."""
        return self.matrix.is_asked(claim) or claim.id in self._asked

    def shown(
        self, key: str, stage: Stage | None, runs: Sequence[SharedRun] | None, words: Words
    ) -> OriginsShown:
        """Return all that may be told of a claim, or of the texts as wholes.

        `runs` are what the program found, None as long as it looks; `words` tells a passage.
        """
        if runs is not None:
            runs = [run for run in runs if not self._holds(run)]
        claim = self.claim(key)
        if claim is None:
            return self._whole(runs)
        judgement = self._state.judgements.get(witnesses_of(claim.id))
        answer = judgement.count if judgement is not None else None
        question = question_words(len(self.sayers(claim)) if self.is_whole(claim) else 0)
        given = stage is not None and stage.kind == "compare" and stage.given == "all"
        answered = answer is not None or given
        hidden = self._hidden(claim)
        seen = replace(claim, cells={one: said for one, said in claim.cells.items() if one not in hidden})
        later = self._later(claim, hidden if speaking_of(seen) else None, answered=answered)
        if not answered or not has_key(claim) or self._is_open(claim) or not speaking_of(seen):
            return OriginsShown(
                key=key,
                title=claim.claim,
                question=question,
                answer=answer,
                lines=self._lines(claim, words),
                can_fill=self._is_open(claim) and self._has_row(claim),
                can_show=self._is_open(claim) and has_key(claim),
                later=later,
            )
        pack, told = self._pack, self._told
        found = independent_accounts(claim, pack.edges, pack.works)
        on = runs_on(seen, runs or (), self._own_words)
        edges = [one for one in pack.edges if one.to not in hidden and not self._held.holds_edge(one)]
        return OriginsShown(
            key=key,
            title=claim.claim,
            question=question,
            answer=answer,
            count="" if hidden else count_words(found),
            why=() if hidden else why_words(pack, found, claim, told),
            **self._drawn(graph_of(pack, seen, on, edges if hidden else None)),
            later=later,
            found=self._found_words(runs, len(on)),
        )

    def _hidden(self, claim: Claim) -> list[str]:
        """List the sources of which nothing is told: a question asks what they say, or on whom they rest."""
        works = {work.id for work in self._pack.works}
        edges = edges_of(claim, self._pack.edges, works) if claim.id in self._asked else ()
        held = {edge.from_ for edge in edges if self._held.holds_edge(edge)}
        return [cell.source for cell in self.matrix.cells(claim) if cell.asked or cell.source in held]

    def _is_open(self, claim: Claim) -> bool:
        """Tell whether more may be told of a row as soon as the learner fills it in, or has it shown."""
        if self.matrix.is_told(claim):
            return False
        told = (
            cell.key or cell.checked if has_key(claim) else cell.stances
            for cell in self.matrix.cells(claim)
            if not cell.asked
        )
        return not all(told)

    def _holds(self, run: SharedRun) -> bool:
        sides = ((run.one, run.in_one), (run.other, run.in_other))
        return any(self._holds_places(source, places) for source, places in sides)

    def _holds_places(self, source: str, places: Sequence[RunPlace]) -> bool:
        shown = self._own_words.get(source)
        return shown is not None and any(self._held.holds(source, shown.which, one.where) for one in places)

    def _whole(self, runs: Sequence[SharedRun] | None) -> OriginsShown:
        edges = [edge for edge in self._pack.edges if not edge.claims]
        seen = [edge for edge in edges if not self._held.holds_edge(edge)]
        graph = graph_of(self._pack, None, runs or (), seen)
        later = [_("Witnesses are counted claim by claim, never for a whole text and never for the event.")]
        if len(seen) < len(edges):
            later.insert(
                0, _("Questions that are open ask about some of this: it is shown once they are closed.")
            )
        elif not graph.links:
            later.insert(
                0, _("No text is known to rest on another as a whole. Claims may still have one origin.")
            )
        return OriginsShown(
            key=WHOLE,
            title=_("The texts as wholes"),
            later=" ".join(later),
            **self._drawn(graph),
            found=self._found_words(runs, len(runs or ())),
        )

    def _drawn(self, graph: OriginsGraph) -> Drawn:
        pack, told = self._pack, self._told
        return {
            "graph": graph,
            "words": {node.key: node_words(pack, node, graph.links, told) for node in graph.nodes},
            "told": graph_words(pack, graph.links, told),
            "links": [(link.id, *link_words(pack, link, told)) for link in graph.links],
        }

    def _lines(self, claim: Claim, words: Words) -> list[StripLine]:
        """List the words in which those say it who are known to, and not on whose word: that is asked."""
        return [line for cell in self._saying(claim) for line in _said(cell, words)]

    def _later(self, claim: Claim, hidden: Sequence[str] | None, *, answered: bool) -> str:
        """Say why count or graph are not there, or not whole; "" where they are.

        `hidden` are sources of which nothing is told, None where that is all who speak.
        """
        if hidden and has_key(claim):
            letters = and_([source.letter for source in self._pack.sources if source.id in hidden])
            later = _("An open question asks about {letters} here. These, and the count, show after it.")
            then = "" if answered else _("Choose a number; then you see the others.")
            if self._is_open(claim):
                fill = _("Fill in the rest of this row, or have it shown.")
                then = fill if self._has_row(claim) else _("You can have the rest shown.")
            return " ".join(filter(None, (later.format(letters=letters), then)))
        if hidden is None or hidden:
            return _(
                "A question that is open asks about this claim. Who rests on whom is shown once it is closed."
            )
        if not has_key(claim):
            return _(
                "The pack’s authors say nothing of this claim, so nothing is counted here. Your number stays."
            )
        if not self.matrix.is_told(claim) and not self._has_row(claim):
            return _("Have it shown. With your number, you then see who rests on whom.")
        if not self.matrix.is_told(claim):
            return _(
                "Fill in and check this row, or have it shown. "
                "With your number, you then see who rests on whom."
            )
        if not answered:
            return _(
                "Look at their words: whom does each one name? "
                "Choose a number; then you see who rests on whom."
            )
        return ""

    def _found_words(self, runs: Sequence[SharedRun] | None, here: int) -> str:
        if len(self._own_words) < 2:
            return _("With two originals or more added, words that they share are looked for here too.")
        if runs is None:
            return _("Looking for words that the originals share …")
        return "" if here else _("The program found no seven words in a row that two originals share here.")


def _said(cell: CellHere, words: Words) -> list[StripLine]:
    """List the words in which a source says it: its author's passages where they are told, else one's own."""
    found: list[Selection | PassageKey] = [
        passage.of(cell.source)
        for one in cell.key
        if one.stance not in NOT_SAYING
        for passage in one.passages
    ]
    if not cell.key:
        found += [one.selection for one in cell.own if one.selection and one.stance not in NOT_SAYING]
    shown = [StripLine(cell.source, what, told) for what in found if (told := words(what))]
    stance = next(one for one in cell.stances if one not in NOT_SAYING)
    return shown or [StripLine(cell.source, None, _(STANCES[stance]))]


def stage_claims(pack: Pack, stage: Stage | None) -> tuple[str, ...]:
    """Return the claims, by id, that a stage works at, with those of its edges; none where it names none."""
    if stage is None or stage.kind != "compare":
        return ()
    edges = [edge for edge in pack.edges if edge.id in stage.edges]
    return tuple(dict.fromkeys((*stage.claims, *(claim for edge in edges for claim in edge.claims))))
