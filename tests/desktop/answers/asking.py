"""Invented questions, and what goes with them."""

from typing import Any

from crossread.questions.categorise import Categorise
from crossread.questions.choice import Choice, Option
from crossread.questions.cloze import Cloze, Gap
from crossread.questions.evidence import Evidence
from crossread.questions.evidence_passages import EvidencePassage
from crossread.questions.item import Item
from crossread.questions.matching import Matching
from crossread.questions.multiple import Multiple, WeighedOption
from crossread.questions.numerical import Numerical
from crossread.questions.ordering import Ordering
from crossread.questions.passages import Selection
from crossread.questions.short_answer import AcceptedAnswer, ShortAnswer
from crossread.questions.verdict import Verdict

LETTERS = {"warden": ("B", 1), "herald": ("C", 2)}

_SHARED: dict[str, Any] = {
    "stage": "read",
    "skill": "corroborate",
    "sources": ("warden", "herald"),
    "prompt": "Where do B and C part?",
}

CHOICE = Choice(
    id="part",
    options=(
        Option(id="all", text="They part on everything; the three numbers that match are chance."),
        Option(id="lambs", text="On the lambs.", correct=True, feedback="63 here and 83 there."),
        Option(id="none", text="They do not part.", feedback="Read the lambs again."),
    ),
    **_SHARED,
)
VERDICT = Verdict(
    id="crack", statement="The county knew of the crack.", of="warden", answer="says-otherwise", **_SHARED
)
NUMERICAL = Numerical(id="ewes", answer="106", unit="ewes", **_SHARED)
SHORT = ShortAnswer(id="who", answers=(AcceptedAnswer(text="the county"),), **_SHARED)
EVIDENCE = Evidence(
    id="show",
    passages=(
        EvidencePassage(source="warden", core="63 lambs"),
        EvidencePassage(source="herald", core="83 lambs"),
    ),
    choose=(2, 2),
    **_SHARED,
)
MULTIPLE = Multiple(
    id="agree",
    options=(
        WeighedOption(id="ewes", text="How many ewes drowned.", correct=True, feedback="106 in both."),
        WeighedOption(id="lambs", text="How many lambs drowned.", feedback="63 here and 83 there."),
        WeighedOption(id="dam", text="Which dam broke.", correct=True, feedback="Both name the upper dam."),
        WeighedOption(id="blame", text="Who is to blame.", feedback="The warden names nobody."),
    ),
    **_SHARED,
)
ORDERING = Ordering(
    id="night",
    items=(
        Item(id="rain", text="It rains for three days."),
        Item(
            id="crack",
            text="The county’s man sees the crack and notes it.",
            feedback="By the log.",
        ),
        Item(id="break", text="The dam breaks."),
        Item(id="count", text="The ewes are counted."),
    ),
    first="earliest",
    last="latest",
    **_SHARED,
)
MATCHING = Matching(
    id="who-gives",
    items=(
        Item(id="63", text="63 lambs"),
        Item(id="83", text="83 lambs", feedback="The Herald adds those born that week."),
        Item(id="none", text="no number of lambs at all"),
    ),
    targets=(
        Item(id="warden", text="the warden’s report"),
        Item(id="herald", text="the Herald, on its second page"),
        Item(id="county", text="the county’s minutes"),
        Item(id="miller", text="the miller"),
    ),
    pairs={"63": "warden", "83": "herald", "none": "county"},
    **_SHARED,
)
CATEGORISE = Categorise(
    id="kinds",
    items=(
        Item(id="log", text="the log of the lock"),
        Item(id="sermon", text="a sermon ten years after", feedback="It was written for Easter."),
        Item(id="letter", text="a letter of that night"),
    ),
    targets=(Item(id="then", text="from those days"), Item(id="later", text="from later years")),
    pairs={"log": "then", "sermon": "later", "letter": "then"},
    **_SHARED,
)
CLOZE = Cloze(
    id="fill",
    text=(
        "In the night of {{when}} the {{which}} dam broke. The warden counted {{lambs}} lambs; the {{who}}, "
        "he writes, had known of the crack."
    ),
    gaps={
        "when": Gap(answers=(AcceptedAnswer(text="9 March"),), feedback="The log has the date."),
        "which": Gap(options=(Option(id="up", text="upper", correct=True), Option(id="low", text="lower"))),
        "lambs": Gap(answers=(AcceptedAnswer(text="63"),)),
        "who": Gap(word="county"),
    },
    bank=(
        Item(id="county", text="county"),
        Item(id="miller", text="miller"),
        Item(id="bishop", text="bishop of the diocese"),
    ),
    **_SHARED,
)
ONE = Evidence(id="one", passages=EVIDENCE.passages[:1], choose=(1, 1), **_SHARED)


def selection(source: str = "warden", start: int = 0, quote: str = "63 lambs") -> Selection:
    return Selection(
        source=source,
        which="digest",
        text_digest="d" + source,
        start=start,
        end=start + len(quote),
        quote=quote,
    )
