"""The claim matrix of a pack as it stands for a learner: what may be told of each cell."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from crossread.inquiry.comparing import check_cell, has_key
from crossread.inquiry.comparison import (
    Cell,
    CellId,
    CellStatement,
    Could,
    matrix_given,
    relation_of,
    row_shown,
)
from crossread.inquiry.held_back import HeldBack
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack, Stage
from crossread.packs.sources.source import Source
from crossread.progress.claim_words import Told, as_written
from crossread.questions.claims import Claim, Given, Relation, Stance, Statement
from crossread.questions.kind import Question
from crossread.questions.mark import Part, Verdict
from crossread.questions.matrix import Matrix, given_cells
from crossread.questions.matrix_marking import key_statements
from crossread.questions.passages import PassageKey, Texts

GIVEN: tuple[Given, ...] = ("all", "some", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellHere:
    """One cell: what the learner put there, and as much of its author's key as may be told.

    `given` cells are the author's, as the learner put nothing there. `asked` says that an open question asks
    just this, so nothing of the key is told. `key` is empty as long as it is not told; `verdict` and
    `feedback` are of the last check, `changed` says that the cell was set after it.
    """

    claim: str
    source: str
    own: tuple[CellStatement, ...] = ()
    could: Could = ""
    given: bool = False
    asked: bool = False
    checked: bool = False
    changed: bool = False
    verdict: Verdict = "unscored"
    feedback: str = ""
    key: tuple[Statement, ...] = ()

    @property
    def place(self) -> CellId:
        """The ids of its claim and its source."""
        return (self.claim, self.source)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """How the source stands to the claim as far as is known here: the author's word goes before."""
        return tuple(one.stance for one in (self.key or self.own))

    @property
    def speaks(self) -> bool:
        """Whether, as far as is known here, the source says something on the claim."""
        return any(stance != "silent" for stance in self.stances)

    @property
    def is_silent(self) -> bool:
        """Whether the source is known here to say nothing on the claim."""
        return bool(self.stances) and not self.speaks


class ClaimMatrix:
    """Claims as rows, sources as columns: those of a stage that compares, else all of the pack.

    `told` gives what may be told now of an author's words on passages; `more` are claims, by id, of which
    cells are asked for besides those of the stage. `set_state` is to be called before anything is asked,
    and again when the state has changed.
    """

    def __init__(
        self,
        pack: Pack,
        texts: Texts,
        stage: Stage | None,
        told: Told = as_written,
        more: Collection[str] = (),
    ) -> None:
        self._texts, self._told = texts, told
        self._keys: dict[CellId, tuple[Statement, ...]] = {}
        self._cells: dict[CellId, CellHere] = {}
        self._stage = stage if stage is not None and stage.kind == "compare" else None
        known = {claim.id: claim for claim in pack.claims}
        wanted = (self._stage.claims if self._stage else ()) or tuple(known)
        self.claims: tuple[Claim, ...] = tuple(known[one] for one in wanted if one in known)
        further = (known[one] for one in more if one in known and one not in wanted)
        self._rows = (*self.claims, *further)
        self.sources: tuple[Source, ...] = tuple(pack.sources)
        self._marks: dict[CellId, tuple[int, Part]] = {}
        self._state: InquiryState | None = None
        self._asked: Mapping[CellId, Question] = {}
        self._given: frozenset[CellId] = frozenset()

    def set_state(self, state: InquiryState, held: HeldBack) -> None:
        """Take up where the learner is, and what open questions hold back."""
        self._cells.clear()
        self._state, self._asked = state, held.cells
        keyed = {claim.id for claim in self._rows if has_key(claim)}
        given = set(given_cells(replace(self._question, given=self.given)))
        given.update(
            (claim.id, source.id)
            for claim in self._rows
            if row_shown(claim.id) in state.judgements
            for source in self.sources
        )
        self._given = frozenset(place for place in given if place[0] in keyed and place not in held.cells)

    @property
    def state(self) -> InquiryState:
        """Where the learner is."""
        if self._state is None:
            raise RuntimeError("no state was set")
        return self._state

    @cached_property
    def _question(self) -> Matrix:
        """The whole of it as a question of the kind matrix, which says which cells are given."""
        return Matrix(
            id="",
            stage=self._stage.id if self._stage else "",
            skill="corroborate",
            sources=tuple(source.id for source in self.sources),
            prompt="",
            claims=tuple(claim.id for claim in self._rows),
            rows=self._rows,
            prove=True,
        )

    # How much is given

    @property
    def chooses(self) -> bool:
        """Whether the learner chooses how much is given: no stage does, and there is a key to give."""
        return self._stage is None and any(has_key(claim) for claim in self.claims)

    @property
    def given(self) -> Given:
        """How much of the key is filled in from the start."""
        if self._stage is not None:
            return self._stage.given
        said = self.state.judgements.get(matrix_given())
        return next((one for one in GIVEN if said and one in said.chosen), "none")

    # Cells

    def cell(self, claim: Claim, source: str) -> CellHere:
        """Return one cell: what the learner put there is theirs, however much is given."""
        place = (claim.id, source)
        if place not in self._cells:
            self._cells[place] = self._cell(claim, source)
        return self._cells[place]

    def _cell(self, claim: Claim, source: str) -> CellHere:
        place = (claim.id, source)
        own, check = self.state.cells.get(place), self.state.cell_checks.get(place)
        given = place in self._given
        if own is None and given:
            return CellHere(claim=claim.id, source=source, given=True, key=self._key(claim, source))
        asked = place in self._asked
        here = CellHere(
            claim=claim.id,
            source=source,
            own=own.statements if own else (),
            could=own.could if own else "",
            asked=asked,
            key=self._key(claim, source) if given else (),
        )
        if check is None or asked:
            return here
        if own is None or not check.is_of(own):
            return replace(here, checked=True, changed=True)
        part = self._mark(claim, own)
        return replace(
            here,
            checked=True,
            verdict=part.verdict,
            feedback=part.feedback,
            key=self._key(claim, source),
        )

    def cells(self, claim: Claim) -> Iterator[CellHere]:
        """Go through the cells of a row, in the order of the sources."""
        return (self.cell(claim, source.id) for source in self.sources)

    def _key(self, claim: Claim, source: str) -> tuple[Statement, ...]:
        place = (claim.id, source)
        if place not in self._keys:
            said = key_statements(claim, source)
            self._keys[place] = tuple(self._as_told(claim, source, one) for one in said)
        return self._keys[place]

    def _as_told(self, claim: Claim, source: str, one: Statement) -> Statement:
        """Return a statement with its author's words as they may be told; of silence by the others'."""
        about = tuple(passage.of(source) for passage in one.passages) or passages_of(claim)
        return replace(
            one,
            says=self._told(one.says, about),
            whom=self._told(one.whom, about),
            explanation=self._told(one.explanation, about),
        )

    def as_told(self, claim: Claim) -> Claim:
        """Return a claim with its author's words on it as they may be told."""
        return told_claim(claim, self._told)

    def see_again(self) -> None:
        """Ask anew how the authors' words may be told: passages were covered or uncovered."""
        self._keys.clear()
        self._cells.clear()

    def _mark(self, claim: Claim, own: Cell) -> Part:
        place = (own.claim, own.source)
        known = self._marks.get(place)
        if known is None or known[0] != own.seq:
            part = check_cell(claim, own, self._texts).parts[0]
            known = self._marks[place] = (own.seq, part)
        return known[1]

    def checkable(self, claim: Claim) -> tuple[CellId, ...]:
        """Return the cells of a row that are filled and can be checked: there is a key, and none asks."""
        if not has_key(claim):
            return ()
        return tuple(cell.place for cell in self.cells(claim) if cell.own and not cell.asked)

    def unchecked(self, claim: Claim) -> tuple[CellId, ...]:
        """Return those of a row that were not checked as they are now."""
        return tuple(
            place
            for place in self.checkable(claim)
            if (cell := self.cell(claim, place[1])) and (cell.changed or not cell.checked)
        )

    def counts(self) -> tuple[int, int]:
        """Return how many cells the learner has filled, and how many they have filled or can fill."""
        places = {(claim.id, source.id) for claim in self.claims for source in self.sources}
        filled = places & self.state.cells.keys()
        return len(filled), len(places - self._given | filled)

    # Rows

    def is_asked(self, claim: Claim) -> bool:
        """Tell whether an open question asks about any cell of a row."""
        return any((claim.id, source.id) in self._asked for source in self.sources)

    def is_told(self, claim: Claim) -> bool:
        """Tell whether what the author makes of a row may be told: all of its cells are given or checked."""
        if not has_key(claim) or self.is_asked(claim):
            return False
        checks = self.state.cell_checks
        places = ((claim.id, source.id) for source in self.sources)
        return all(place in self._given or place in checks for place in places)

    def own_relation(self, claim: Claim) -> str:
        """Return how the learner says that the sources stand to each other; "" where they do not say."""
        said = self.state.judgements.get(relation_of(claim.id))
        return said.chosen[0] if said and said.chosen else ""

    def relation(self, claim: Claim) -> Relation | str:
        """Return how the learner says that the sources stand, else the author's where it may be told."""
        return self.own_relation(claim) or self.authors_relation(claim)

    def authors_relation(self, claim: Claim) -> Relation | str:
        """Return how the author says that the sources stand to each other; "" where that is not told."""
        return claim.relation if self.is_told(claim) else ""

    def speaks(self, claim: Claim, source: str) -> bool:
        """Tell whether, as far as is known here, a source says something on a claim."""
        return self.cell(claim, source).speaks


def told_claim(claim: Claim, told: Told) -> Claim:
    """Return a claim with its author's words on it as they may be told: reason, remark, what overtook it."""
    about = passages_of(claim)
    overtaken = claim.overtaken
    if overtaken is not None:
        overtaken = replace(overtaken, by=told(overtaken.by, about))
    return replace(claim, why=told(claim.why, about), note=told(claim.note, about), overtaken=overtaken)


def passages_of(claim: Claim) -> tuple[PassageKey, ...]:
    """Return all passages that the author shows of a claim, whatever the source."""
    return tuple(
        passage.of(source)
        for source, statements in claim.cells.items()
        for one in statements
        for passage in one.passages
    )
