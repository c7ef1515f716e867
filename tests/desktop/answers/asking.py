"""Invented questions, and what goes with them."""

from typing import Any

from crossread.questions.choice import Choice, Option
from crossread.questions.evidence import Evidence
from crossread.questions.evidence_passages import EvidencePassage
from crossread.questions.numerical import Numerical
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
