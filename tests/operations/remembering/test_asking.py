"""What differs by learner, what is flagged, and results that are held back, over several sittings."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from crossread.base.declared import EXAM_RESULTS
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import Answer, Flag, HandIn, Rate, Release, TryAgain
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Pool
from tests.entries_at_hand import entries_at_hand
from tests.inquiry.making import PACK, pack_with
from tests.inquiry.test_looking_back import ESSAY, RATING, TEXT
from tests.operations.conftest import Desk
from tests.questions.making import CHOICE

Sit = Callable[[], Desk]

OPENED = OpenPack(PACK)
POOL = OpenPack(
    replace(
        pack_with(*(replace(CHOICE, id=letter) for letter in "abcdefgh")),
        pools=(Pool(id="some", questions=tuple("abcdefgh"), draw=4),),
    )
)


def drawn(desk: Desk) -> list[str]:
    return [question.id for question in asked(desk.session.state(PACK.id), POOL.pack, "read")]


def test_order_and_draw_are_the_same_next_time_and_others_for_another_learner(
    desk: Desk, sit: Sit, folders: DataFolders
) -> None:
    seed, first = desk.session.seed(PACK.id, "a"), drawn(desk)
    assert len(first) == 4
    desk.session.do(POOL, Answer(question=first[0], response={"option": "rope"}))
    assert entries_at_hand(desk.session)[-1].payload["seed"] == desk.session.seed(PACK.id, first[0])
    desk.session.close()
    again = sit().begin()
    assert (again.session.seed(PACK.id, "a"), drawn(again)) == (seed, first)
    again.session.close()

    for folder in folders.learners.iterdir():
        folder.rename(folders.root / "away")
    folders.settings.unlink()
    assert sit().begin().session.seed(PACK.id, "a") != seed


def test_results_of_an_exam_are_shown_when_the_learner_asks_and_stay_shown(desk: Desk, sit: Sit) -> None:
    desk.session.do(OPENED, Answer(question="exam", response={"text": "40"}))
    desk.session.do(OPENED, HandIn(stage="exam"))
    assert desk.history()[0].held_back
    assert desk.session.may_show_results
    assert desk.session.do(OPENED, Release(stage="exam"))
    assert desk.session.skills()["close-reading"].items == 1
    desk.session.close()
    again = sit().begin()
    assert again.session.state(PACK.id).of("exam").latest.released
    assert again.history()[0].score == 1


def test_where_the_teacher_shows_results_the_learner_cannot(
    desk: Desk, sit: Sit, folders: DataFolders
) -> None:
    desk.session.do(OPENED, Answer(question="exam", response={"text": "40"}))
    desk.session.do(OPENED, HandIn(stage="exam"))
    desk.session.close()
    Settings(folders.settings).set(EXAM_RESULTS, value=False)

    again = sit().begin()
    assert not again.session.may_show_results
    with pytest.raises(Expected, match="teacher") as refused:
        again.session.do(OPENED, Release(stage="exam"))
    assert refused.value.code == "results-are-not-yours"
    assert not again.session.state(PACK.id).of("exam").latest.released


def test_flags_and_ratings_are_there_next_time(desk: Desk, sit: Sit) -> None:
    own = OpenPack(pack_with(CHOICE, ESSAY))
    desk.session.do(own, Answer(question="own", response=TEXT))
    desk.session.do(own, HandIn(stage="read"))
    desk.session.do(own, Rate(question="own", rating=RATING))
    desk.session.do(own, TryAgain(stage="read"))
    desk.session.do(own, Flag(question="first", on=True))
    desk.session.close()

    again = sit().begin()
    state = again.session.state(PACK.id)
    assert state.flags == {"first"}
    rated = state.of("read").attempts[0].answers["own"]
    assert rated.rating == RATING
    assert any(one.rating for one in again.history())
