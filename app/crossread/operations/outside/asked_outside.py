"""Questions asked outside their stage: opened from their packs in the background, and answered there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from crossread.base.entries import NewEntry
    from crossread.inquiry.commands import Certainty
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session
    from crossread.progress.review import Card
    from crossread.questions.kind import Question
    from crossread.questions.mark import Mark
    from crossread.questions.passages import Which

# Whether a question of an open pack may be asked: of practice and of review each their own.
MayBeAsked = Callable[["OpenPack", "Question"], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of an open pack to be asked now; what it shows mixed is mixed by `seed`."""

    opened: OpenPack
    question: Question
    card: Card
    seed: int

    @property
    def key(self) -> tuple[str, str]:
        """The ids of its pack and of itself."""
        return self.opened.pack.id, self.question.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What was given: the response as JSON, None for "I don't know", how sure, and which texts were open."""

    response: Mapping[str, Any] | None
    certainty: Certainty = ""
    dont_know: bool = False
    shown: Mapping[str, Which] | None = None


class OpenPacks:
    """Opens packs one after another, each once, until it lets go of them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._packs: dict[str, OpenPack | None] = {}
        self._wanted = 0

    def forget(self) -> None:
        """Let go of the packs; who still waits for some is told nothing any more."""
        self._packs.clear()
        self._wanted += 1

    def get(self, pack: str) -> OpenPack | None:
        """Return a pack that was opened; None for one that could not be."""
        return self._packs.get(pack)

    def open(self, packs: Iterable[str], done: Callable[[], None]) -> None:
        """Open packs that are not open yet; `done` is called once all are, or could not be."""
        self._wanted += 1
        self._next([pack for pack in dict.fromkeys(packs) if pack not in self._packs], done, self._wanted)

    def _next(self, waiting: list[str], done: Callable[[], None], wanted: int) -> None:
        if not waiting:
            done()
            return
        self._session.open_pack(waiting[0], partial(self._take, waiting, done, wanted))

    def _take(
        self, waiting: list[str], done: Callable[[], None], wanted: int, result: OpenPack | Expected
    ) -> None:
        if wanted == self._wanted:
            self._packs[waiting[0]] = None if isinstance(result, Expected) else result
            self._next(waiting[1:], done, wanted)


def on_the_shelf(session: Session) -> dict[str, str]:
    """Return the digest of each pack that can be opened, by its id, without opening any."""
    return {one.id: one.digest for one in session.shelf() if not one.broken}


def find(opened: OpenPack | None, card: Card, may: MayBeAsked) -> Question | None:
    """Return the question of a card as it is now; None where it is gone or may not be asked."""
    from crossread.inquiry.asked import waits

    question = opened.pack.by_id.get(card.question) if opened is not None else None
    if opened is None or question is None or waits(question, opened.has_original):
        return None
    return question if may(opened, question) else None


def mark(asked: Asked, given: Response) -> Mark:
    """Mark what was given; raises ValueError where it is no response to this kind of question."""
    from crossread.questions.marking import mark_answer

    return mark_answer(asked.question, given.response, asked.opened.texts)


def answer_entry(asked: Asked, kind: str, given: Response, **more: object) -> NewEntry:
    """Make an entry that says all that is needed to understand the answer without its pack."""
    from crossread.base.entries import NewEntry
    from crossread.inquiry.answering import answer_facts
    from crossread.inquiry.marking import seen_json
    from crossread.questions.storing import key_json

    pack, question = asked.opened.pack, asked.question
    payload = {
        **answer_facts(question, given.response, given.certainty, dont_know=given.dont_know),
        "seed": asked.seed,
        "texts": _texts(asked, given.shown or {}),
        **more,
    }
    return NewEntry(
        kind=kind,
        pack=pack.id,
        pack_version=pack.version,
        question=question.id,
        payload=payload,
        seen=seen_json(pack, question),
        key=key_json(question),
    )


def _texts(asked: Asked, shown: Mapping[str, Which]) -> dict[str, dict[str, str]]:
    """Name the texts that were open."""
    found = {source: asked.opened.shown(source, which) for source, which in shown.items()}
    return {
        source: {"digest": text.text.digest, "which": text.which} for source, text in found.items() if text
    }
