"""A sound question of each open kind, a right response to it, and any number of others."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, get_args

from hypothesis import strategies as st

from crossread.questions.choice import Choice, Option
from crossread.questions.claims import CellPassage, Claim, Stance, Statement
from crossread.questions.discussion import Discussion, DiscussionResponse
from crossread.questions.essay import Essay, EssayResponse, Idea, Level
from crossread.questions.item import Item
from crossread.questions.kind import Question
from crossread.questions.matrix import CellGiven, Matrix, MatrixResponse, StatementGiven
from crossread.questions.passages import Selection
from crossread.questions.scale import Reason, Scale, ScaleResponse
from crossread.questions.two_part import TwoPart, TwoPartResponse
from tests.questions.texts_told import ALREADY_GONE, GAZETTE, PILOT, ROPE_STORE, SHARED, select

FORTY = Claim(
    id="forty",
    claim="Forty boats were lost",
    relation="contradict",
    why="One counted, the other was told.",
    cells={
        "gazette": (
            Statement(
                stance="asserts",
                says="forty",
                passages=(CellPassage(quote="By midnight forty boats were lost"),),
            ),
        ),
        "pilot": (
            Statement(
                stance="reports",
                says="forty",
                whom="some",
                passages=(CellPassage(quote="Some say forty boats went down"),),
            ),
            Statement(
                stance="denies",
                says="twenty-six",
                passages=(CellPassage(quote="I counted twenty-six at dawn"),),
            ),
        ),
    },
)
AT_NINE = Claim(
    id="at-nine",
    claim="Smoke was seen at nine",
    relation="only-one",
    cells={
        "gazette": (
            Statement(
                stance="reports",
                whom="the watchman",
                passages=(CellPassage(quote="saw smoke over the rope store at nine"),),
            ),
        ),
        "pilot": (Statement(stance="silent", could="no"),),
    },
)
CLAIMS = {claim.id: claim for claim in (FORTY, AT_NINE)}
MATRIX = Matrix(id="claims", **SHARED, claims=("forty", "at-nine"), prove=True, rows=(FORTY, AT_NINE))

SAYS_FORTY = select("gazette", GAZETTE, "By midnight forty boats were lost")
SAYS_SOME = select("pilot", PILOT, "Some say forty boats went down")
SAYS_FEWER = select("pilot", PILOT, "I counted twenty-six at dawn")
SAYS_NINE = select("gazette", GAZETTE, "saw smoke over the rope store at nine")
LOUDER = select("gazette", GAZETTE, "Nobody in the town remembers a louder night.")


def cell(claim: str, source: str, *statements: tuple[Stance, Selection | None]) -> CellGiven:
    """Fill in a cell, as a learner would."""
    return CellGiven(
        claim=claim,
        source=source,
        statements=tuple(StatementGiven(stance=stance, selection=found) for stance, found in statements),
    )


MATRIX_CELLS = (
    cell("forty", "gazette", ("asserts", SAYS_FORTY)),
    cell("forty", "pilot", ("reports", SAYS_SOME), ("denies", SAYS_FEWER)),
    cell("at-nine", "gazette", ("reports", SAYS_NINE)),
    cell("at-nine", "pilot", ("silent", None)),
)

SCALE = Scale(
    id="relied-on",
    **SHARED,
    claim="Forty boats were lost.",
    of="pilot",
    steps=(
        Item(id="none", text="not at all", feedback="He passes the number on."),
        Item(id="little", text="a little", feedback="He passes the number on, and doubts it."),
        Item(id="much", text="very much", feedback="He himself counted fewer."),
    ),
    defensible=("none", "little"),
    reasons=(
        Reason(id="others", text="Others told him", counts=True, feedback="“Some say” is no count."),
        Reason(id="fewer", text="He counted fewer", counts=True, feedback="At dawn, with his own eyes."),
        Reason(id="late", text="He came after nine", feedback="The boats were still there at ten."),
        Reason(id="seaman", text="He is a seaman", feedback="That is about him, not about the boats."),
    ),
)

FIRST = Choice(
    id="both",
    **SHARED,
    options=(
        Option(id="rope", text="The rope store", correct=True, feedback="Smoke was seen over it at nine."),
        Option(id="tar", text="The tar sheds", feedback="They caught soon after."),
    ),
)
TWO_PART = TwoPart(
    id="both",
    **SHARED,
    answer=FIRST,
    passages=(ROPE_STORE, ALREADY_GONE),
    choose=(2, 2),
    because="How do these words show it?",
    model="Smoke comes first, and what is gone at ten burned before.",
)
SHOWS_SMOKE = select("gazette", GAZETTE, ROPE_STORE.core)
SHOWS_GONE = select("pilot", PILOT, ALREADY_GONE.core)

ESSAY = Essay(
    id="how-many",
    **SHARED,
    rubric=(
        Level(id="tells", name="Tells", descriptor="As if it were known.", sample="Forty boats burned."),
        Level(
            id="weighs",
            name="Weighs",
            descriptor="Says how each knows.",
            sample="One was told of forty, one counted twenty-six; who counts knows more.",
        ),
    ),
    ideas=(
        Idea(id="counted", text="The pilot counted", words=("count*", "twenty-six", "with his own eyes")),
        Idea(id="told", text="The gazette was told", words=("was told", "report*")),
        Idea(id="open", text="It stays open"),
    ),
    length=(5, 60),
    cite=1,
)
DISCUSSION = Discussion(
    id="third",
    **SHARED,
    notes="Note what you would ask.",
    moves=("How does it know?", "From whom else could it have this?"),
    model="It is the same voice once more.",
)

OPEN_SAMPLES: dict[str, tuple[Question, Any]] = {
    "matrix": (MATRIX, MatrixResponse(MATRIX_CELLS)),
    "scale": (SCALE, ScaleResponse("little", ("others", "fewer"), "He doubts it himself.")),
    "two-part": (TWO_PART, TwoPartResponse({"option": "rope"}, (SHOWS_SMOKE, SHOWS_GONE), "It was gone.")),
    "essay": (ESSAY, EssayResponse("One was told, the other counted.", (SAYS_FEWER,))),
    "discussion": (DISCUSSION, DiscussionResponse("Who was on the mole?")),
}

_MARKED = [SAYS_FORTY, SAYS_SOME, SAYS_FEWER, SAYS_NINE, LOUDER, SHOWS_SMOKE, SHOWS_GONE]
_ODD = [replace(LOUDER, start=-9, end=10**9), replace(LOUDER, text_digest="gone", quote="nowhere")]
_anywhere = st.sampled_from([*_MARKED, *_ODD])
_json = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
_statements = st.builds(
    StatementGiven, stance=st.sampled_from(get_args(Stance)), selection=st.none() | _anywhere
)
_cells = st.builds(
    CellGiven,
    claim=st.sampled_from(["forty", "at-nine", "other"]),
    source=st.sampled_from(["gazette", "pilot", "nobody"]),
    statements=st.lists(_statements, max_size=3).map(tuple),
)
_reasons = st.lists(st.sampled_from(["others", "fewer", "late", "seaman"]), unique=True, max_size=4)

OPEN_RESPONSES: dict[str, st.SearchStrategy[Any]] = {
    "matrix": st.builds(MatrixResponse, st.lists(_cells, max_size=6).map(tuple)),
    "scale": st.builds(
        ScaleResponse,
        st.sampled_from(["", "none", "little", "much", "other"]),
        (_reasons | st.lists(st.text(max_size=5), max_size=2)).map(tuple),
        st.text(max_size=10),
    ),
    "two-part": st.builds(
        TwoPartResponse,
        st.sampled_from(["rope", "tar", "other", ""]).map(lambda one: {"option": one})
        | st.dictionaries(st.text(max_size=5) | st.just("option"), _json, max_size=2),
        st.lists(_anywhere, max_size=4).map(tuple),
        st.text(max_size=10),
    ),
    "essay": st.builds(
        EssayResponse,
        st.text(max_size=40) | st.lists(st.sampled_from(["told", "counting", "26", "was"])).map(" ".join),
        st.lists(_anywhere, max_size=3).map(tuple),
    ),
    "discussion": st.builds(DiscussionResponse, st.text(max_size=40)),
}


def _better_matrices(response: MatrixResponse) -> Iterator[MatrixResponse]:
    """Put one cell right."""
    for right in MATRIX_CELLS:
        others = [one for one in response.cells if (one.claim, one.source) != (right.claim, right.source)]
        yield MatrixResponse((*others, right))


def _better_scales(response: ScaleResponse) -> Iterator[ScaleResponse]:
    """Take a defensible step, tick a reason that counts, or leave one out that does not."""
    yield replace(response, step="little")
    yield from (replace(response, reasons=(*response.reasons, one)) for one in ("others", "fewer"))
    for one in ("late", "seaman"):
        yield replace(response, reasons=tuple(ticked for ticked in response.reasons if ticked != one))


def _better_two_parts(response: TwoPartResponse) -> Iterator[TwoPartResponse]:
    """Answer rightly, or mark one right passage more."""
    yield replace(response, answer={"option": "rope"})
    yield from (
        replace(response, selections=(*response.selections, one)) for one in (SHOWS_SMOKE, SHOWS_GONE)
    )


# Responses better by one right part than a given one: none of them may earn less than that.
OPEN_IMPROVE: dict[str, Callable[[Any], Iterator[Any]]] = {
    "matrix": _better_matrices,
    "scale": _better_scales,
    "two-part": _better_two_parts,
}
