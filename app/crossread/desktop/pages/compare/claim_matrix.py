"""The claim matrix of a pack as it stands for a learner: what may be told of each cell. No widget, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from crossread.desktop.pages.compare.asked_cells import AskedCells, Place
from crossread.inquiry.comparing import check_cell, has_key
from crossread.inquiry.comparison import Cell, CellStatement, Could, matrix_given, relation_of
from crossread.questions.claims import Claim, Given, Relation, Statement
from crossread.questions.mark import Part, Verdict
from crossread.questions.matrix import Matrix, given_cells
from crossread.questions.matrix_marking import key_statements

if TYPE_CHECKING:
    from crossread.inquiry.state import InquiryState
    from crossread.operations.opened import OpenPack
    from crossread.packs.pack import Source, Stage

GIVEN: tuple[Given, ...] = ("all", "some", "none")
RELATIONS: tuple[Relation, ...] = ("agree", "differ", "contradict", "only-one", "shared-origin")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellHere:
    """One cell: what the learner put there, and as much of its author's key as may be told.

    `given` cells are the author's from the start. `asked` says that an open question asks just this, so
    nothing of the key is told; it is `withheld` where it would be given otherwise. `key` is empty as long as
    it is not told; `verdict` and `feedback` are of the last check, `changed` says that the cell was set after
    it.
    """

    claim: str
    source: str
    own: tuple[CellStatement, ...] = ()
    could: Could = ""
    given: bool = False
    asked: bool = False
    withheld: bool = False
    checked: bool = False
    changed: bool = False
    verdict: Verdict = "unscored"
    feedback: str = ""
    key: tuple[Statement, ...] = ()

    @property
    def place(self) -> Place:
        """The ids of its claim and its source."""
        return (self.claim, self.source)

    @property
    def speaks(self) -> bool:
        """Whether, as far as is known here, the source says something on the claim."""
        statements = self.own or self.key
        return any(one.stance != "silent" for one in statements)


Told = Callable[[str, Statement], Statement]


def _as_it_is(_source: str, statement: Statement) -> Statement:
    return statement


class ClaimMatrix:
    """Claims as rows, sources as columns: those of a stage that compares, else all of the pack.

    `told` gives what may be told now of a statement that a source, by its id, makes. `set_state` is to be
    called before anything is asked, and again when the state has changed.
    """

    def __init__(self, opened: "OpenPack", stage: "Stage | None", told: Told = _as_it_is) -> None:
        pack = opened.pack
        self._opened, self._told = opened, told
        self._keys: dict[Place, tuple[Statement, ...]] = {}
        self._stage = stage if stage is not None and stage.kind == "compare" else None
        wanted = self._stage.claims if self._stage else ()
        known = {claim.id: claim for claim in pack.claims}
        self.claims: tuple[Claim, ...] = tuple(known[one] for one in (wanted or tuple(known)) if one in known)
        self.sources: tuple[Source, ...] = tuple(pack.sources)
        self._asked_cells = AskedCells(opened)
        self._marks: dict[Place, tuple[int, Part]] = {}
        self._state: InquiryState | None = None
        self._asked: frozenset[Place] = frozenset()
        self._given: frozenset[Place] = frozenset()
        self._withheld: frozenset[Place] = frozenset()

    def set_state(self, state: "InquiryState") -> None:
        """Take up where the learner is."""
        self._state = state
        self._asked = self._asked_cells.of(state)
        question = replace(self._question, given=self.given)
        keyed = {claim.id for claim in self.claims if has_key(claim)}
        given = frozenset(place for place in given_cells(question) if place[0] in keyed)
        self._given, self._withheld = given - self._asked, given & self._asked

    @property
    def state(self) -> "InquiryState":
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
            claims=tuple(claim.id for claim in self.claims),
            rows=self.claims,
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
        """Return one cell."""
        place = (claim.id, source)
        own, check = self.state.cells.get(place), self.state.cell_checks.get(place)
        asked = place in self._asked
        if place in self._given:
            return CellHere(claim=claim.id, source=source, given=True, key=self._key(claim, source))
        here = CellHere(
            claim=claim.id,
            source=source,
            own=own.statements if own else (),
            could=own.could if own else "",
            asked=asked,
            withheld=place in self._withheld,
        )
        if check is None or asked:
            return here
        if own is None or own.seq > check.seq:
            return replace(here, checked=True, changed=True)
        part = self._mark(claim, own)
        return replace(
            here,
            checked=True,
            verdict=part.verdict,
            feedback=part.feedback,
            key=self._key(claim, source),
        )

    def _key(self, claim: Claim, source: str) -> tuple[Statement, ...]:
        place = (claim.id, source)
        if place not in self._keys:
            said = key_statements(claim, source)
            self._keys[place] = tuple(self._told(source, one) for one in said)
        return self._keys[place]

    def see_again(self) -> None:
        """Ask anew how statements may be told: passages were covered or uncovered."""
        self._keys.clear()

    def _mark(self, claim: Claim, own: Cell) -> Part:
        place = (own.claim, own.source)
        known = self._marks.get(place)
        if known is None or known[0] != own.seq:
            part = check_cell(claim, own, self._opened.texts).parts[0]
            known = self._marks[place] = (own.seq, part)
        return known[1]

    def checkable(self, claim: Claim) -> tuple[Place, ...]:
        """Return the cells of a row that are filled and can be checked: there is a key, and none asks."""
        if not has_key(claim):
            return ()
        cells = (self.cell(claim, source.id) for source in self.sources)
        return tuple(cell.place for cell in cells if cell.own and not cell.given and not cell.asked)

    def unchecked(self, claim: Claim) -> tuple[Place, ...]:
        """Return those of a row that were not checked as they are now."""
        return tuple(
            place
            for place in self.checkable(claim)
            if (cell := self.cell(claim, place[1])) and (cell.changed or not cell.checked)
        )

    def counts(self) -> tuple[int, int]:
        """Return how many cells the learner has filled, and how many there are to fill."""
        places = {(claim.id, source.id) for claim in self.claims for source in self.sources} - self._given
        return len(places & self.state.cells.keys()), len(places)

    # Rows

    def is_told(self, claim: Claim) -> bool:
        """Tell whether what the author makes of a row may be told: all of its cells are given or checked."""
        if not has_key(claim):
            return False
        places = [(claim.id, source.id) for source in self.sources]
        checks = self.state.cell_checks
        return all(place in self._given or (place in checks and place not in self._asked) for place in places)

    def own_relation(self, claim: Claim) -> str:
        """Return how the learner says that the sources stand to each other; "" where they do not say."""
        said = self.state.judgements.get(relation_of(claim.id))
        return said.chosen[0] if said and said.chosen else ""

    def relation(self, claim: Claim) -> str:
        """Return the author's relation where it may be told, else the learner's own; "" for none."""
        return claim.relation if self.is_told(claim) else self.own_relation(claim)

    def speaks(self, claim: Claim, source: str) -> bool:
        """Tell whether, as far as is known here, a source says something on a claim."""
        return self.cell(claim, source).speaks
