"""A small pack, and a learner who works through it without a record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from crossread.base.canonical import canonical_json, digest
from crossread.base.entries import Entry, NewEntry
from crossread.inquiry.commands import Answer, Check, Command, HandIn, Release, TryAgain
from crossread.inquiry.decide import decide
from crossread.inquiry.fold import fold
from crossread.inquiry.state import InquiryState
from crossread.inquiry.view import QuestionView, question_view
from crossread.packs.pack import FloorLine, Pack, Stage
from crossread.packs.sources.source import Card, Source
from crossread.questions.kind import Question
from crossread.questions.passages import ShownText, Texts
from crossread.questions.storing import response_json
from tests.questions.making import (
    CHOICE,
    EVIDENCE,
    GAZETTE,
    GAZETTE_ORIGINAL,
    NUMERICAL,
    PILOT,
    SAMPLES,
    SHORT_ANSWER,
    TEXTS,
    VERDICT,
)

DIGESTS_ONLY: Texts = {
    source: {name: shown for name, shown in texts.items() if shown.which == "digest"}
    for source, texts in TEXTS.items()
}
WITH_ORIGINALS: Texts = {
    **TEXTS,
    "pilot": {**TEXTS["pilot"], GAZETTE_ORIGINAL.digest: ShownText("original", GAZETTE_ORIGINAL)},
}
WORDING = replace(CHOICE, id="wording", needs="original")
OPTIONAL = replace(VERDICT, id="optional", required=False)
NOW = replace(CHOICE, id="now", stage="checked", behaviour="immediate", skill="corroborate")
TWICE = replace(SHORT_ANSWER, id="twice", stage="checked", behaviour="tries", skill="corroborate")
EXAM = replace(NUMERICAL, id="exam", stage="exam", floor="smoke")

PACK = Pack(
    id="alder-bay",
    version="1.0.0",
    title="Alder Bay: two accounts",
    language="en",
    digest="0" * 64,
    central_question="How did the harbour burn?",
    stages=(
        Stage(id="before", kind="before", title="Before", expectation="Where will they differ?"),
        Stage(id="read", kind="read", title="What burned?"),
        Stage(id="checked", kind="read", title="At once"),
        Stage(id="exam", kind="read", title="How many?", behaviour="exam"),
    ),
    sources=(
        Source(id="gazette", letter="A", card=Card(title="The fire", short="Gazette"), digest=GAZETTE),
        Source(id="pilot", letter="B", card=Card(title="A log", short="Pilot"), digest=PILOT),
    ),
    questions=(CHOICE, VERDICT, EVIDENCE, WORDING, OPTIONAL, NOW, TWICE, EXAM),
    floor=(FloorLine(id="smoke", text="Both saw smoke."),),
)
RIGHT: dict[str, dict[str, Any]] = {
    question.id: response_json(SAMPLES[question.kind][1]) for question in PACK.questions
}
WRONG: dict[str, dict[str, Any]] = {
    "first": {"option": "tar"},
    "forty": {"verdict": "says-so"},
    "where": {"selections": []},
    "wording": {"option": "boats"},
    "optional": {"verdict": "does-not-say"},
    "now": {"option": "tar"},
    "twice": {"text": "the mayor"},
    "exam": {"text": "12"},
}


def as_entry(new: NewEntry, seq: int) -> Entry:
    """Give a new entry a number and a time, as the record would."""
    return Entry(
        seq=seq,
        id=new.id,
        session="s",
        at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=seq),
        monotonic=float(seq),
        kind=new.kind,
        pack=new.pack,
        pack_version=new.pack_version,
        question=new.question,
        seen_digest=digest(canonical_json(new.seen)) if new.seen is not None else "",
        key_digest=digest(canonical_json(new.key)) if new.key is not None else "",
        attempt=new.attempt,
        payload={**new.payload, "v": 1},
    )


@dataclass
class Learner:
    """Does commands and remembers what they come to."""

    pack: Pack = PACK
    texts: Texts = field(default_factory=lambda: DIGESTS_ONLY)
    state: InquiryState = field(default_factory=lambda: InquiryState(pack=PACK.id, learner="ada"))
    entries: list[Entry] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    seen: dict[str, Mapping[str, Any]] = field(default_factory=dict)  # by digest, as the record keeps it

    def do(self, command: Command) -> list[NewEntry]:
        made = decide(self.state, command, self.pack, self.texts)
        for new in made:
            entry = as_entry(new, len(self.entries) + 1)
            self.entries.append(entry)
            if new.seen is not None:
                self.seen[entry.seen_digest] = new.seen
            self.state = fold(self.state, entry)
        return made

    def answer(self, question: str, response: dict[str, Any] | None = None) -> list[NewEntry]:
        return self.do(Answer(question=question, response=response or RIGHT[question]))

    def check(self, question: str, response: dict[str, Any] | None = None) -> list[NewEntry]:
        return self.do(Check(question=question, response=response or RIGHT[question]))

    def hand_in(self, stage: str = "read") -> list[NewEntry]:
        return self.do(HandIn(stage=stage))

    def try_again(self, stage: str = "read") -> list[NewEntry]:
        return self.do(TryAgain(stage=stage))

    @property
    def has_original(self) -> Callable[[str], bool]:
        return lambda source: any(shown.which == "original" for shown in self.texts[source].values())

    def release(self, stage: str = "exam") -> list[NewEntry]:
        return self.do(Release(stage=stage))

    def view(self, question: str, *, attempt: int = 0) -> QuestionView:
        return question_view(
            self.state, self.pack, self.pack.by_id[question], self.has_original, attempt=attempt
        )


def kinds(made: Sequence[NewEntry]) -> list[str]:
    return [new.kind for new in made]


def pack_with(*questions: Question) -> Pack:
    return replace(PACK, questions=questions)
