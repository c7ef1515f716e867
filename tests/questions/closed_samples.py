"""A sound question of each closed kind, a right response to it, and any number of others."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from crossread.questions.categorise import Categorise, CategoriseResponse
from crossread.questions.choice import Choice, ChoiceResponse, Option
from crossread.questions.cloze import Cloze, ClozeResponse, Gap
from crossread.questions.evidence import Evidence, EvidenceResponse
from crossread.questions.item import Item
from crossread.questions.kind import Question
from crossread.questions.matching import Matching, MatchingResponse
from crossread.questions.multiple import Multiple, MultipleResponse, WeighedOption
from crossread.questions.numerical import Distractor, Numerical, NumericalResponse
from crossread.questions.ordering import Ordering, OrderingResponse
from crossread.questions.passages import Selection
from crossread.questions.short_answer import ShortAnswer, ShortAnswerResponse
from crossread.questions.typed_answers import AcceptedAnswer
from crossread.questions.verdict import Verdict, VerdictResponse
from tests.questions.texts_told import (
    ALREADY_GONE,
    GAZETTE,
    GAZETTE_ORIGINAL,
    PILOT,
    ROPE_STORE,
    SHARED,
    select,
)

CHOICE = Choice(
    id="first",
    **SHARED,
    options=(
        Option(id="rope", text="The rope store", correct=True, feedback="Smoke was seen over it at nine."),
        Option(id="tar", text="The tar sheds", feedback="They caught soon after."),
        Option(id="boats", text="The boats", feedback="They were lost by midnight."),
    ),
)
MULTIPLE = Multiple(
    id="burned",
    **SHARED,
    options=(
        WeighedOption(id="rope", text="The rope store", correct=True, feedback="Both accounts name it."),
        WeighedOption(id="tar", text="The tar sheds", correct=True, feedback="They caught soon after."),
        WeighedOption(id="church", text="The church", feedback="Nobody says so."),
        WeighedOption(id="mole", text="The mole", feedback="It is of stone."),
        WeighedOption(id="inn", text="The inn", feedback="It stands on the hill."),
    ),
)
WEIGHED = replace(
    MULTIPLE,
    id="weighed",
    options=(
        WeighedOption(id="rope", text="The rope store", weight=1, feedback="Both accounts name it."),
        WeighedOption(id="tar", text="The tar sheds", weight=0.5, feedback="One account names them."),
        WeighedOption(id="mole", text="The mole", weight=0, feedback="Its planks, perhaps."),
        WeighedOption(id="church", text="The church", weight=-0.5, feedback="Nobody says so."),
    ),
)
VERDICT = Verdict(
    id="forty", **SHARED, statement="Forty boats were lost.", of="pilot", answer="says-otherwise"
)
NUMERICAL = Numerical(
    id="boats",
    **SHARED,
    answer="40",
    within="2",
    unit="boats",
    distractors=(Distractor(answer="26", feedback="That is what the pilot counted."),),
)
SHORT_ANSWER = ShortAnswer(
    id="who",
    **SHARED,
    answers=(
        AcceptedAnswer(text="the watchman", feedback="He stood on the mole."),
        AcceptedAnswer(text="*watch*", score=0.5, feedback="Which one of the watch?"),
        AcceptedAnswer(text="the pilot", score=0, feedback="He came ashore an hour later."),
    ),
)
CLOZE = Cloze(
    id="summary",
    **SHARED,
    text="{{who}} saw {{what}} over the {{where}} at {{when}}.",
    gaps={
        "who": Gap(answers=(AcceptedAnswer(text="the watchman"),), feedback="The gazette names him."),
        "what": Gap(
            options=(
                Option(id="smoke", text="smoke", correct=True, feedback="That is what was seen."),
                Option(id="flames", text="flames", feedback="Those came later."),
            )
        ),
        "where": Gap(word="store"),
        "when": Gap(word="nine", feedback="An hour before the pilot."),
    },
    bank=(
        Item(id="store", text="rope store"),
        Item(id="nine", text="nine"),
        Item(id="sheds", text="tar sheds", feedback="They caught soon after."),
    ),
)
ORDERING = Ordering(
    id="order",
    **SHARED,
    items=(
        Item(id="smoke", text="Smoke is seen"),
        Item(id="sheds", text="The tar sheds catch", feedback="Soon after the store."),
        Item(id="ashore", text="The pilot comes ashore"),
        Item(id="boats", text="The last boats are lost"),
    ),
    first="first",
    last="last",
)
MATCHING = Matching(
    id="who-says",
    **SHARED,
    items=(
        Item(id="smoke", text="There was smoke at nine", feedback="He was on watch."),
        Item(id="counted", text="There were twenty-six boats"),
        Item(id="speed", text="The sheds burned fast"),
    ),
    targets=(
        Item(id="watchman", text="the watchman"),
        Item(id="pilot", text="the pilot"),
        Item(id="writer", text="the correspondent"),
        Item(id="owner", text="the owner", feedback="The owner is not heard at all."),
    ),
    pairs={"smoke": "watchman", "counted": "pilot", "speed": "writer"},
)
CATEGORISE = Categorise(
    id="kinds",
    **SHARED,
    items=(
        Item(id="saw", text="The store was gone", feedback="He saw it."),
        Item(id="counted", text="Twenty-six at dawn"),
        Item(id="forty", text="Forty boats went down"),
        Item(id="louder", text="A louder night"),
    ),
    targets=(
        Item(id="seen", text="seen by the teller"),
        Item(id="heard", text="heard from others"),
        Item(id="guessed", text="guessed", feedback="Nobody says that they guess."),
    ),
    pairs={"saw": "seen", "counted": "seen", "forty": "heard", "louder": "heard"},
)
EVIDENCE = Evidence(id="where", **SHARED, passages=(ROPE_STORE, ALREADY_GONE), choose=(2, 2))

SHOWS_SMOKE = select("gazette", GAZETTE, ROPE_STORE.core)
SHOWS_GONE = select("pilot", PILOT, ALREADY_GONE.core)
CLOZE_FILLED = {"who": "The Watchman", "what": "smoke", "where": "store", "when": "nine"}

CLOSED_SAMPLES: dict[str, tuple[Question, Any]] = {
    "choice": (CHOICE, ChoiceResponse("rope")),
    "multiple": (MULTIPLE, MultipleResponse(("rope", "tar"))),
    "verdict": (VERDICT, VerdictResponse("says-otherwise")),
    "short-answer": (SHORT_ANSWER, ShortAnswerResponse("The watchman")),
    "numerical": (NUMERICAL, NumericalResponse("40")),
    "cloze": (CLOZE, ClozeResponse(CLOZE_FILLED)),
    "ordering": (ORDERING, OrderingResponse(("smoke", "sheds", "ashore", "boats"))),
    "matching": (MATCHING, MatchingResponse(MATCHING.pairs)),
    "categorise": (CATEGORISE, CategoriseResponse(CATEGORISE.pairs)),
    "evidence": (EVIDENCE, EvidenceResponse((SHOWS_SMOKE, SHOWS_GONE))),
}

_short = st.text(max_size=5)
_digests = st.sampled_from([GAZETTE.digest, GAZETTE_ORIGINAL.digest, PILOT.digest, "", "unknown"])
_positions = st.integers(-10, 400) | st.sampled_from([10**9, -(10**9)])
_selections = st.builds(
    Selection,
    source=st.sampled_from(["gazette", "pilot", "nobody", ""]),
    which=st.sampled_from(["digest", "original"]),
    text_digest=_digests,
    start=_positions,
    end=_positions,
    quote=st.text(max_size=20),
) | st.sampled_from([SHOWS_SMOKE, SHOWS_GONE])
_typed = st.text(max_size=40) | st.from_regex(r"[-+]?[0-9., ']{1,12}( boats)?", fullmatch=True)
_names = st.sampled_from(["The Watchman.", "night watch", "thé pilot", "the wachtman", "The watchmen"])


def _ids(*ids: str) -> st.SearchStrategy[str]:
    return st.sampled_from([*ids, "gone", ""]) | _short


def _maps(keys: tuple[str, ...], values: tuple[str, ...]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(_ids(*keys), _ids(*values), max_size=6)


CLOSED_RESPONSES: dict[str, st.SearchStrategy[Any]] = {
    "choice": st.builds(ChoiceResponse, _ids("rope", "tar", "boats")),
    "multiple": st.builds(
        MultipleResponse, st.lists(_ids("rope", "tar", "church", "mole", "inn"), max_size=7).map(tuple)
    ),
    "verdict": st.builds(VerdictResponse, st.sampled_from(["", "says-so", "says-otherwise", "does-not-say"])),
    "short-answer": st.builds(ShortAnswerResponse, _typed | _names),
    "numerical": st.builds(NumericalResponse, _typed | st.sampled_from(["26", "twenty-six boats", "38"])),
    "cloze": st.builds(
        ClozeResponse,
        _maps(
            tuple(CLOZE.gaps), ("smoke", "flames", "store", "nine", "sheds", "the watchman", "the wachtman")
        ),
    ),
    "ordering": st.builds(
        OrderingResponse,
        (
            st.permutations(["smoke", "sheds", "ashore", "boats"]) | st.lists(_ids("smoke", "sheds", "boats"))
        ).map(tuple),
    ),
    "matching": st.builds(
        MatchingResponse,
        _maps(("smoke", "counted", "speed"), ("watchman", "pilot", "writer", "owner")),
    ),
    "categorise": st.builds(
        CategoriseResponse, _maps(("saw", "counted", "forty", "louder"), ("seen", "heard", "guessed"))
    ),
    "evidence": st.builds(EvidenceResponse, st.lists(_selections, max_size=6).map(tuple)),
}


def _only(right: Any) -> Callable[[Any], Iterator[Any]]:
    def better(_response: Any) -> Iterator[Any]:
        yield right

    return better


def _better_multiples(response: MultipleResponse) -> Iterator[MultipleResponse]:
    """Pick a right option more, or a wrong one less."""
    yield from (MultipleResponse((*response.options, one)) for one in ("rope", "tar"))
    for wrong in ("church", "mole", "inn"):
        yield MultipleResponse(tuple(one for one in response.options if one != wrong))


def _better_orders(response: OrderingResponse) -> Iterator[OrderingResponse]:
    """Let two neighbours change places that stand the wrong way round; begin somehow if nothing is moved."""
    places = {item.id: place for place, item in enumerate(ORDERING.items)}
    order = list(dict.fromkeys(response.order)) or list(reversed(places))
    yield OrderingResponse(tuple(order))
    for at, (one, after) in enumerate(pairwise(order)):
        if one in places and after in places and places[one] > places[after]:
            yield OrderingResponse((*order[:at], after, one, *order[at + 2 :]))


def _better_pairs(
    make: Callable[[dict[str, str]], Any], right: dict[str, str]
) -> Callable[[Any], Iterator[Any]]:
    def better(response: Any) -> Iterator[Any]:
        """Bring one item to its own target."""
        yield from (make({**response.pairs, item: target}) for item, target in right.items())

    return better


def _better_clozes(response: ClozeResponse) -> Iterator[ClozeResponse]:
    """Fill one gap with what belongs there."""
    yield from (ClozeResponse({**response.gaps, name: given}) for name, given in CLOZE_FILLED.items())


def _better_evidence(response: EvidenceResponse) -> Iterator[EvidenceResponse]:
    """Mark one passage more that answers."""
    yield from (EvidenceResponse((*response.selections, one)) for one in (SHOWS_SMOKE, SHOWS_GONE))


# Responses better by one right part than a given one: none of them may earn less than that.
CLOSED_IMPROVE: dict[str, Callable[[Any], Iterator[Any]]] = {
    "choice": _only(ChoiceResponse("rope")),
    "multiple": _better_multiples,
    "verdict": _only(VerdictResponse("says-otherwise")),
    "short-answer": _only(ShortAnswerResponse("the watchman")),
    "numerical": _only(NumericalResponse("forty")),
    "cloze": _better_clozes,
    "ordering": _better_orders,
    "matching": _better_pairs(MatchingResponse, dict(MATCHING.pairs)),
    "categorise": _better_pairs(CategoriseResponse, dict(CATEGORISE.pairs)),
    "evidence": _better_evidence,
}
