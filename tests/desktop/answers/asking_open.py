"""Invented questions that are weighed, proved, written or talked over: the flood of asking.py, in five."""

from typing import Any

from crossread.questions.choice import Choice, Option
from crossread.questions.claims import CellPassage, Claim, Statement
from crossread.questions.discussion import Discussion
from crossread.questions.essay import Essay, Idea, Level
from crossread.questions.evidence_passages import EvidencePassage
from crossread.questions.item import Item
from crossread.questions.matrix import Matrix
from crossread.questions.numerical import Numerical
from crossread.questions.passages import Selection
from crossread.questions.scale import Reason, Scale
from crossread.questions.two_part import TwoPart

LETTERS = {"warden": ("B", 1), "herald": ("C", 2), "leaflet": ("D", 3)}

_SHARED: dict[str, Any] = {
    "stage": "read",
    "skill": "corroborate",
    "sources": ("warden", "herald"),
    "prompt": "What do they make of the flood?",
}

SCALE = Scale(
    id="carry",
    claim="The dam had a crack before the flood.",
    of="warden",
    steps=(
        Item(id="not", text="not at all"),
        Item(id="little", text="a little", feedback="The crack is named, but nobody saw it."),
        Item(id="far", text="quite far"),
        Item(id="wholly", text="wholly", feedback="One man's word does not carry it alone."),
    ),
    defensible=("little", "far"),
    reasons=(
        Reason(id="saw", text="He inspected the dam himself.", counts=True, feedback="He was there in May."),
        Reason(id="old", text="He is an old man.", feedback="His age says nothing of the dam."),
        Reason(id="blame", text="He would be blamed otherwise.", counts=True, feedback="So weigh his word."),
    ),
    **_SHARED,
)

CHOICE = Choice(
    id="part",
    options=(
        Option(id="all", text="They part on everything."),
        Option(id="lambs", text="They part on the lambs alone.", correct=True, feedback="63 and 83."),
        Option(id="none", text="They do not part."),
    ),
    **_SHARED,
)
_PASSAGES = (
    EvidencePassage(source="warden", core="63 lambs"),
    EvidencePassage(source="herald", core="83 lambs"),
)
TWO_PART = TwoPart(
    id="two",
    answer=CHOICE,
    passages=_PASSAGES,
    choose=(2, 2),
    because="Why do these words show it?",
    model="Both give the ewes alike, and only the lambs differ.",
    **_SHARED,
)
COUNTED = TwoPart(
    id="counted",
    answer=Numerical(id="ewes", answer="106", unit="ewes", **_SHARED),
    passages=_PASSAGES[:1],
    **_SHARED,
)

ESSAY = Essay(
    id="essay",
    rubric=(
        Level(
            id="retells",
            name="Retells",
            descriptor="Says what one source says.",
            sample="The warden writes that 63 lambs drowned.",
        ),
        Level(
            id="compares",
            name="Compares",
            descriptor="Sets two sources side by side and says where they part.",
            sample="The warden counts 63 lambs and the herald 83; on the ewes they agree.",
        ),
        Level(
            id="weighs",
            name="Weighs",
            descriptor="Says why they part, and what follows for what can be known.",
            sample="Both rest on the county's list, so the two that agree are one witness.",
        ),
    ),
    ideas=(
        Idea(id="two", text="Two numbers of lambs are named.", words=("63", "83")),
        Idea(id="origin", text="Both numbers go back to the county's list.", words=("county*", "list*")),
    ),
    length=(80, 120),
    cite=1,
    **_SHARED,
)

DISCUSSION = Discussion(
    id="talk",
    notes="Note down one sentence of each source that surprised you, before you talk.",
    moves=("Where does it say that?", "Who else says so?", "What would change your mind?"),
    model="The two agree where they rest on one list; that is less than two witnesses.",
    **_SHARED,
)

SOURCES = ("warden", "herald", "leaflet")
_DEATHS = Claim(
    id="lambs",
    claim="How many lambs drowned in the night of the flood",
    relation="differ",
    cells={
        "warden": (Statement(stance="asserts", says="63", passages=(CellPassage(quote="63 lambs"),)),),
        "herald": (
            Statement(
                stance="reports", whom="the county", says="83", passages=(CellPassage(quote="83 lambs"),)
            ),
            Statement(stance="hedges", says="perhaps more", passages=(CellPassage(quote="perhaps more"),)),
        ),
    },
)
_CRACK = Claim(
    id="crack",
    claim="The county knew of the crack in the dam",
    relation="contradict",
    cells={
        "warden": (
            Statement(stance="denies", says="nobody knew", passages=(CellPassage(quote="nobody knew"),)),
        ),
        "leaflet": (Statement(stance="asserts", says="it knew", passages=(CellPassage(quote="it knew"),)),),
    },
)
_RAIN = Claim(
    id="rain",
    claim="It had rained for three weeks",
    relation="agree",
    cells={
        "warden": (Statement(stance="asserts", says="three weeks"),),
        "herald": (Statement(stance="asserts", says="twenty days"),),
        "leaflet": (Statement(stance="reports", whom="the warden", says="three weeks"),),
    },
)
_OPEN: dict[str, Any] = {**_SHARED, "sources": SOURCES, "prompt": "How does each source stand to these?"}
MATRIX = Matrix(
    id="who-says",
    claims=("lambs", "crack", "rain"),
    rows=(_DEATHS, _CRACK, _RAIN),
    given="some",
    **_OPEN,
)
BARE = Matrix(id="bare", claims=("lambs", "crack"), rows=(_DEATHS, _CRACK), given="none", **_OPEN)
PROVED = Matrix(
    id="prove", claims=("lambs", "crack"), rows=(_DEATHS, _CRACK), given="none", prove=True, **_OPEN
)


def passage(source: str, quote: str, start: int = 0) -> Selection:
    return Selection(
        source=source,
        which="digest",
        text_digest="d" + source,
        start=start,
        end=start + len(quote),
        quote=quote,
    )
