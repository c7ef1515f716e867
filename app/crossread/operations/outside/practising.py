"""Practice: the questions of a skill over all packs, as many as one wishes; none counts in its stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.operations.outside.asked_outside import (
    Asked,
    OpenPacks,
    Response,
    answer_entry,
    find,
    mark,
    on_the_shelf,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session
    from crossread.progress.review import Card
    from crossread.questions.kind import Question
    from crossread.questions.mark import Mark


class Practising:
    """What a learner does in practice."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._packs = OpenPacks(session)

    def counting(self) -> tuple[int, int] | None:
        """Return how many entries are counted so far, of how many; None once it is known what there is."""
        from crossread.progress.review import REVIEW

        self._session.projected(REVIEW)  # asking for it begins the count
        return self._session.counting

    def skills(self) -> Mapping[str, int]:
        """Return how many questions there are to practise of each skill, by what is known unopened."""
        found: dict[str, int] = {}
        for card in self._cards():
            found[card.skill] = found.get(card.skill, 0) + 1
        return found

    def _cards(self, skill: str = "") -> list[Card]:
        """List what may be practised: questions whose mark the learner has seen, and no others."""
        from crossread.progress.review import REVIEW

        state, shelf = self._session.projected(REVIEW), on_the_shelf(self._session)
        return [
            card
            for card in state.cards.values()
            if card.consent and card.pack in shelf and not state.rests(card) and skill in ("", card.skill)
        ]

    def open(self, skill: str, done: Callable[[Sequence[Asked]], None]) -> None:
        """Open what there is of a skill; `done` gets it, soon: wrong or least sure first, then oldest."""
        from crossread.progress.review_plan import sorted_for_practice

        cards = sorted_for_practice(self._cards(skill))

        def opened() -> None:
            done([asked for card in cards if (asked := self._asked(card, skill)) is not None])

        self._packs.open((card.pack for card in cards), opened)

    def let_go(self) -> None:
        """Let go of the packs that were opened."""
        self._packs.forget()

    def _asked(self, card: Card, skill: str) -> Asked | None:
        opened = self._packs.get(card.pack)
        question = find(opened, card, _may)
        if opened is None or question is None or question.skill != skill:
            return None
        # Mixed anew with each answer that was given to it.
        seed = self._session.state(card.pack).seed_of(card.question, "practice", str(card.newest.seq))
        return Asked(opened, question, card, seed)

    def give(self, asked: Asked, given: Response) -> Mark:
        """Mark an answer and remember it. Raises Expected where nothing can be remembered."""
        earned = mark(asked, given)
        entry = answer_entry(asked, "practised", given, score=earned.score, of="skill")
        self._session.give_outside(asked.key[0], [entry])
        return earned


def _may(opened: OpenPack, question: Question) -> bool:
    from crossread.packs.in_texts.consent import may_come_back

    return may_come_back(opened.pack, question, opened.shown_now)
