"""Records at random: learners who answer, hand in, practise, review and read, in any order that can be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from crossread.base.entries import Entry

PACKS = ("alder-bay", "corridor")
STAGES = ("read", "exam")
SKILLS = ("close-reading", "corroborate")
CERTAINTIES = ("", "guess", "fairly sure", "certain")
START = datetime(2026, 3, 1, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Deed:
    """One thing that a learner may do; what its numbers mean is the deed's."""

    kind: str
    pack: str
    stage: str
    number: int
    score: float | None
    which: int

    @property
    def question(self) -> str:
        """One of the questions of the stage."""
        return f"{self.stage}-{self.number}"

    @property
    def told(self) -> dict[str, Any]:
        """What an answer says of itself."""
        which = self.which
        return {
            "stage": self.stage,
            "kind": "choice",
            "skill": SKILLS[which % 2],
            "points": 1 + which % 3,
            "required": which % 5 > 0,
            "response": {"option": str(which)},
            "certainty": CERTAINTIES[which % 4],
            "dont_know": which % 11 == 10,
        }


class Writing:
    """A record in the making: what is marked was answered, what is released was handed in."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._attempts: dict[tuple[str, str], int] = {}
        self._in_force: dict[tuple[str, str, int, str], str] = {}

    @classmethod
    def going_on_from(cls, entries: list[Entry]) -> "Writing":
        """Take up a record that was made like this."""
        writing = cls()
        writing.entries = list(entries)
        for one in entries:
            stage = one.payload.get("stage", "")
            if one.kind == "stage-entered":
                writing._attempts[one.pack, stage] = one.attempt
            if one.kind in ("answered", "withdrawn"):
                place = one.pack, stage, one.attempt, one.question
                writing._in_force.pop(place, None)
                if one.kind == "answered":
                    writing._in_force[place] = one.id
        return writing

    def _write(self, kind: str, pack: str, question: str, attempt: int, payload: dict[str, Any]) -> str:
        seq = len(self.entries) + 1
        one = Entry(
            seq=seq, id=f"e{seq}", session=f"s{seq // 9}", at=START + timedelta(minutes=37 * seq),
            monotonic=float(seq), kind=kind, pack=pack, pack_version="1.0.0", question=question,
            seen_digest="seen" if question else "", key_digest="", attempt=attempt, payload=payload,
        )  # fmt: skip
        self.entries.append(one)
        return one.id

    def act(self, deed: Deed) -> None:
        """Do one thing, where it can be done."""
        DEEDS[deed.kind](self, deed)

    def _attempt(self, deed: Deed) -> int:
        return self._attempts.setdefault((deed.pack, deed.stage), 1)

    def answer(self, deed: Deed) -> None:
        """Answer a question, or change the answer."""
        attempt = self._attempt(deed)
        made = self._write("answered", deed.pack, deed.question, attempt, deed.told)
        self._in_force[deed.pack, deed.stage, attempt, deed.question] = made

    def withdraw(self, deed: Deed) -> None:
        """Take an answer back."""
        attempt = self._attempt(deed)
        if self._in_force.pop((deed.pack, deed.stage, attempt, deed.question), None):
            self._write("withdrawn", deed.pack, deed.question, attempt, {"stage": deed.stage})

    def hand_in(self, deed: Deed) -> None:
        """Hand a stage in, have it marked, and open the next attempt."""
        attempt = self._attempt(deed)
        place = deed.pack, deed.stage, attempt
        given = {key[3]: answer for key, answer in self._in_force.items() if key[:3] == place}
        if not given:
            return  # a stage without an answer cannot be handed in
        self._write("handed-in", deed.pack, "", attempt, {"stage": deed.stage, "answers": given})
        for asked, answer in given.items():
            mark = {
                "stage": deed.stage, "answer": answer, "score": deed.score, "raw": deed.score, "points": 2,
                "skill": deed.told["skill"], "first_try": attempt == 1,
                "behaviour": "exam" if deed.stage == "exam" else "deferred",
            }  # fmt: skip
            self._write("marked", deed.pack, asked, attempt, mark)
        self._attempts[deed.pack, deed.stage] = attempt + 1
        self._write("stage-entered", deed.pack, "", attempt + 1, {"stage": deed.stage})

    def release(self, deed: Deed) -> None:
        """Show what was held back."""
        if self._attempt(deed) > 1:
            self._write("released", deed.pack, "", self._attempt(deed) - 1, {"stage": deed.stage})

    def remark(self, deed: Deed) -> None:
        """Mark an answer again."""
        marked = [one for one in self.entries if one.kind == "marked" and one.pack == deed.pack]
        if marked:
            old = marked[deed.which % len(marked)]
            payload = {**old.payload, "score": deed.score, "raw": deed.score}
            self._write("remarked", deed.pack, old.question, old.attempt, payload)

    def practise(self, deed: Deed) -> None:
        """Answer in practice."""
        payload = {**deed.told, "score": deed.score, "of": "skill"}
        self._write("practised", deed.pack, deed.question, 1, payload)

    def review(self, deed: Deed) -> None:
        """Answer in a review."""
        payload = {**deed.told, "right": deed.score, "card": deed.question}
        self._write("reviewed", deed.pack, deed.question, 0, payload)

    def undo(self, _deed: Deed) -> None:
        """Take the last review back."""
        undone = [one.payload["entry"] for one in self.entries if one.kind == "review-undone"]
        reviews = [one for one in self.entries if one.kind == "reviewed" and one.id not in undone]
        if reviews:
            last = reviews[-1]
            self._write("review-undone", last.pack, last.question, 0, {"entry": last.id})

    def read(self, deed: Deed) -> None:
        """Have a source or its card open."""
        which = "card" if deed.which % 4 == 0 else "digest"
        payload = {"source": f"s{deed.which % 3}", "which": which, "seconds": 9.0, "stage": deed.stage}
        self._write("source-read", deed.pack, "", 0, payload)

    def open_card(self, deed: Deed) -> None:
        """Open a card for the first time."""
        self._write("card-opened", deed.pack, "", 0, {"source": f"s{deed.which % 3}"})

    def spend(self, deed: Deed) -> None:
        """Let time pass."""
        payload = {"seconds": 7.5 * (deed.which % 7), "stage": deed.stage, "page": "desk"}
        self._write("time-spent", deed.pack, "", 0, payload)


DEEDS: Mapping[str, Callable[[Writing, Deed], None]] = {
    "answer": Writing.answer,
    "withdraw": Writing.withdraw,
    "hand-in": Writing.hand_in,
    "release": Writing.release,
    "remark": Writing.remark,
    "practise": Writing.practise,
    "review": Writing.review,
    "undo": Writing.undo,
    "read": Writing.read,
    "card": Writing.open_card,
    "time": Writing.spend,
}
OFTEN = ("answer", "answer", "hand-in")  # what is done more often than the rest


@st.composite
def entries_at_random(draw: st.DrawFn, longest: int = 60) -> list[Entry]:
    """Make a record at random, also a long one: lists at random are short unless one asks for more."""
    deed = st.builds(
        Deed,
        kind=st.sampled_from((*DEEDS, *OFTEN)),
        pack=st.sampled_from(PACKS),
        stage=st.sampled_from(STAGES),
        number=st.integers(1, 3),
        score=st.sampled_from([None, 0.0, 0.25, 0.5, 1.0]),
        which=st.integers(0, 60),
    )
    writing = Writing()
    least = draw(st.sampled_from([0, longest // 12, longest // 4, longest // 3]))
    for one in draw(st.lists(deed, min_size=least, max_size=longest)):
        writing.act(one)
    return writing.entries
