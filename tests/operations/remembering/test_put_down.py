"""What entries come to is taken up as it was put down, however long it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crossread.operations.remembering.put_down import LONG, PutDown, snapshots_of, state_put_down
from crossread.progress.review import REVIEW, Card, Review, Told

BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def _review(count: int) -> Review:
    """Return so many questions that come back, some of them reviewed, and an exam that is held back."""
    review = Review(changed=count)
    for number in range(count):
        told = Told(entry=f"{number:032x}", seq=number, at=BEGAN + timedelta(hours=number), share=0.5)
        card = Card(
            pack=f"pack-{number // 40}",
            question=f"question-{number % 40}",
            stage="read",
            skill="who-says-so",
            kind="choice",
            consent=True,
            held=False,
            first=told,
            last=replace(told, certainty="certain"),
            reviews=[replace(told, rating=3)] * (number % 3),
        )
        review.cards[card.key] = card
    review.held["pack-0", "exam"] = [(1, card)]
    review.released["pack-0", "read"] = 2
    return review


@pytest.mark.parametrize("count", [1, 700])
def test_it_is_taken_up_as_it_was_put_down(count: int) -> None:
    (down,) = snapshots_of(REVIEW, _review(count), count, b"")
    assert (len(down.value) > LONG) == (count > 1)
    assert state_put_down(REVIEW, PutDown(down, {})) == _review(count)


@pytest.mark.parametrize("value", ["", "[]", "{}", '{"cards": 1}', '{"cards": [1]}'])
@pytest.mark.parametrize("longer", [0, LONG])
def test_what_it_cannot_have_been_put_down_as_is_not_taken_up(value: str, longer: int) -> None:
    (down,) = snapshots_of(REVIEW, _review(1), 1, b"")
    assert state_put_down(REVIEW, PutDown(replace(down, value=value + " " * longer), {})) is None
