"""What comes back in review, put down as JSON and taken up again."""

from dataclasses import dataclass
from typing import Any

import msgspec

from crossread.progress.review import Card, Review, Unmarked


@dataclass(frozen=True, slots=True, kw_only=True)
class _Down:
    """The state with lists in the place of what JSON has no keys for."""

    cards: list[Card]
    given: list[tuple[str, str, int, Unmarked]]
    held: list[tuple[str, str, list[tuple[int, Card]]]]
    released: list[tuple[str, str, int]]
    again: list[tuple[str, str, int]]
    changed: int


def to_json(state: Review) -> Any:
    """Put a state down as something that JSON can hold: of thousands of cards no copy is made first."""
    return _Down(
        cards=list(state.cards.values()),
        given=[(*place, given) for place, given in state.given.items()],
        held=[(*stage, held) for stage, held in state.held.items()],
        released=[(*stage, attempt) for stage, attempt in state.released.items()],
        again=[(*stage, attempt) for stage, attempt in state.again.items()],
        changed=state.changed,
    )


def from_json(value: Any) -> Review:
    """Take a state up again; raises ValueError for what `to_json` cannot have made."""
    if not isinstance(value, dict) or not isinstance(value.get("cards"), list):
        raise ValueError("this is not what comes back in review")
    # One card after another: of all at once no other thread could work for some tenths of a second.
    cards = [msgspec.convert(card, Card) for card in value["cards"]]  # its error is a ValueError
    down = msgspec.convert({**value, "cards": cards}, _Down)
    return Review(
        cards={card.key: card for card in down.cards},
        given={(pack, question, attempt): given for pack, question, attempt, given in down.given},
        held={(pack, stage): held for pack, stage, held in down.held},
        released={(pack, stage): attempt for pack, stage, attempt in down.released},
        again={(pack, stage): attempt for pack, stage, attempt in down.again},
        changed=down.changed,
    )
