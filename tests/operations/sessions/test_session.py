import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.declared import LEARNER
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.inquiry.commands import Answer, EnterStage, HandIn, OpenCard, SetExpectation, SetNote, TryAgain
from crossread.operations.opening.opened import OpenPack
from crossread.questions.passages import Selection
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from crossread.record.record import Record
from tests.operations.conftest import PACK, Desk
from tests.threads import assert_no_background_is_at_work

Sit = Callable[[], Desk]


def _drafts(folder: Path, more: Mapping[str, object] | None = None) -> Mapping[str, object]:
    """Return the drafts of a record that nobody has open, after writing more of them."""
    record = Record.open(folder, SystemClock())
    record.check()
    for key, value in (more or {}).items():
        record.set_draft(key, value)
    found = record.drafts()
    record.close()
    return found


def _answer_all(desk: Desk, opened: OpenPack) -> None:
    desk.session.do(opened, EnterStage(stage="read-night"))
    for question in opened.pack.questions_of("read-night"):
        desk.session.do(opened, Answer(question=question.id, response=_right(opened, question.id)))


def _right(opened: OpenPack, question_id: str) -> Mapping[str, object]:
    if question_id == "night-agree":
        return response_json(
            KINDS["evidence"].response(
                (
                    _selection(opened, "warden", "At 10.45 in the evening she closed the road"),
                    _selection(opened, "miller", "by eleven there was one"),
                )
            )
        )
    return {
        "night-planks": {"text": "3"},
        "night-van": {"verdict": "says-otherwise"},
        "night-witness": {"option": "miller"},
        "night-counts": {"option": "time"},
    }[question_id]


def _selection(opened: OpenPack, source: str, quote: str) -> Selection:
    text = opened.pack.source(source).digest
    start = text.shown.index(quote)
    return Selection(
        source=source,
        which="digest",
        text_digest=text.digest,
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def test_a_stage_that_was_answered_and_handed_in_is_there_next_time_with_its_marks(
    desk: Desk, sit: Sit
) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    desk.session.do(opened, HandIn(stage="read-night"))
    desk.saved()
    before = desk.session.state(PACK)
    assert desk.session.close()

    again = sit().begin()
    after = again.session.state(PACK)
    assert after.of("read-night").latest.handed_in
    marks = {q: a.mark and a.mark.score for q, a in after.of("read-night").latest.answers.items()}
    assert marks == dict.fromkeys(
        ["night-planks", "night-van", "night-witness", "night-agree", "night-counts"], 1
    )
    assert after.of("read-night") == before.of("read-night")
    assert again.session.how_far(PACK) == (5, 8)


def test_an_answer_counts_at_once_and_is_called_saved_only_when_it_is(desk: Desk) -> None:
    opened = desk.open()
    desk.session.do(opened, Answer(question="night-planks", response={"text": "3"}))
    assert "night-planks" in desk.session.state(PACK).of("read-night").latest.answers
    assert desk.session.status.kind == "saving"
    desk.saved()


def test_closing_saves_what_was_just_given_and_says_so(desk: Desk, sit: Sit) -> None:
    opened = desk.open()
    desk.session.do(opened, Answer(question="night-planks", response={"text": "3"}))
    assert desk.session.close()
    assert len(sit().begin().history(PACK)) == 1


def test_what_is_not_answered_yet_comes_back_as_it_was_left(desk: Desk, sit: Sit) -> None:
    desk.open()
    desk.session.set_draft(PACK, "night-planks", {"response": {"text": "thr"}, "certainty": "guess"})
    desk.session.set_place(PACK, {"stage": "read-night", "question": "night-planks", "panes": ["miller"]})
    assert desk.session.close()

    again = sit().begin()
    assert again.session.draft(PACK, "night-planks") == {"response": {"text": "thr"}, "certainty": "guess"}
    assert again.session.place(PACK)["panes"] == ["miller"]


def test_a_draft_that_is_given_up_is_gone_next_time(desk: Desk, sit: Sit) -> None:
    desk.session.set_draft(PACK, "night-planks", {"response": {"text": "thr"}})
    desk.session.set_draft(PACK, "night-planks", None)
    assert desk.session.close()
    assert sit().begin().session.draft(PACK, "night-planks") is None


def test_a_draft_left_behind_by_a_crash_never_stands_before_the_answer_that_came_of_it(
    desk: Desk, sit: Sit
) -> None:
    opened = desk.open()
    desk.session.set_draft(PACK, "night-planks", {"response": {"text": "thr"}})
    desk.session.do(opened, Answer(question="night-planks", response={"text": "three"}))
    assert desk.session.close()  # before the draft was taken away

    again = sit().begin()
    assert again.session.draft(PACK, "night-planks") is None
    again.session.set_draft(PACK, "night-planks", {"response": {"text": "four"}})
    again.session.close()
    assert sit().begin().session.draft(PACK, "night-planks") == {"response": {"text": "four"}}


def test_a_draft_outlives_an_answer_that_never_reached_the_disk(
    desk: Desk, sit: Sit, folders: DataFolders
) -> None:
    opened = desk.open()
    desk.session.do(opened, Answer(question="night-planks", response={"text": "three"}))
    desk.session.set_draft(PACK, "night-planks", {"response": {"text": "four"}})
    desk.saved()
    assert desk.session.close()
    folder = next(folders.learners.iterdir())
    kept = _drafts(folder)
    shutil.rmtree(folder)
    assert _drafts(folder, kept) == kept
    assert sit().begin().session.draft(PACK, "night-planks") == {"response": {"text": "four"}}


def test_notes_cards_and_expectations_are_kept(desk: Desk, sit: Sit) -> None:
    opened = desk.open()
    desk.session.do(opened, SetExpectation(stage="before", text="The planks."))
    desk.session.do(opened, OpenCard(source="miller"))
    desk.session.do(opened, SetNote(key="meet/miller/who", text="He owns the mill."))
    assert desk.session.do(opened, OpenCard(source="miller")) is False
    desk.session.close()

    state = sit().begin().session.state(PACK)
    assert state.expectations == {"before": "The planks."}
    assert state.cards == {"miller"}
    assert state.notes == {"meet/miller/who": "He owns the mill."}


def test_trying_again_keeps_the_first_attempt(desk: Desk) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    desk.session.do(opened, HandIn(stage="read-night"))
    desk.session.do(opened, TryAgain(stage="read-night"))
    stage = desk.session.state(PACK).of("read-night")
    assert [len(attempt.answers) for attempt in stage.attempts] == [5, 0]
    assert not stage.latest.handed_in
    assert desk.session.how_far(PACK) == (5, 8), "what was answered stays answered"


def test_a_new_attempt_begins_without_what_was_left_lying_in_the_last_one(desk: Desk) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    desk.session.do(opened, HandIn(stage="read-night"))
    desk.session.set_draft(PACK, "night-planks", {"response": {"text": "never given"}})
    desk.session.do(opened, TryAgain(stage="read-night"))
    assert desk.session.draft(PACK, "night-planks") is None


def test_what_was_handed_in_cannot_be_changed_and_the_refusal_says_so(desk: Desk) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    desk.session.do(opened, HandIn(stage="read-night"))
    before = desk.session.state(PACK)
    with pytest.raises(Expected) as refused:
        desk.session.do(opened, Answer(question="night-planks", response={"text": "7"}))
    assert refused.value.message
    assert desk.session.state(PACK) == before


def test_looking_back_shows_the_question_as_it_was_in_words(desk: Desk, sit: Sit) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    desk.session.close()

    again = sit().begin()
    given = {one.question: one for one in again.history(PACK)}
    assert given["night-planks"].prompt == opened.pack.by_id["night-planks"].prompt
    assert given["night-witness"].response == "On the miller's"
    assert again.history("another-pack") == ()


def test_skills_rest_on_the_items_handed_in(desk: Desk) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    assert all(figure.items == 0 for figure in desk.session.skills().values())
    desk.session.do(opened, HandIn(stage="read-night"))
    figure = desk.session.skills()["close-reading"]
    assert (figure.share, figure.items, figure.sure) == (1.0, 1, False)


def test_the_shelf_fills_when_the_library_is_looked_through(sit: Sit) -> None:
    desk = sit()
    assert desk.session.shelf() == ()
    desk.session.refresh_library()
    desk.run_until(lambda: any("library" in changed.what for changed in desk.told))
    assert PACK in {one.id for one in desk.session.shelf()}


def test_a_pack_that_vanished_is_named_with_what_to_do_and_nothing_is_lost(
    desk: Desk, sit: Sit, folders: DataFolders
) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    desk.session.close()
    shutil.rmtree(folders.packs / PACK)

    again = sit().begin()
    with pytest.raises(Expected) as gone:
        again.open()
    assert gone.value.code in {"pack-gone", "pack-unknown"}
    assert str(folders.root) not in gone.value.message
    assert len(again.history(PACK)) == 5


def test_a_second_program_on_the_same_record_is_told_so_and_can_go_on_once_the_first_is_closed(
    desk: Desk, sit: Sit
) -> None:
    opened = desk.open()
    desk.session.do(opened, Answer(question="night-planks", response={"text": "3"}))
    desk.saved()

    second = sit().begin()
    assert second.session.status.kind == "failed"
    assert second.session.status.message
    same = second.open()  # it can be read
    with pytest.raises(Expected, match="open"):
        second.session.do(same, Answer(question="night-van", response={"verdict": "says-so"}))
    assert second.session.state(PACK).stages == {}

    desk.session.close()
    second.session.retry()
    second.saved()
    assert "night-planks" in second.session.state(PACK).of("read-night").latest.answers
    assert second.session.do(same, Answer(question="night-van", response={"verdict": "says-so"}))
    second.saved()


def test_settings_that_are_lost_do_not_lose_the_learner(desk: Desk, sit: Sit, folders: DataFolders) -> None:
    opened = desk.open()
    desk.session.do(opened, Answer(question="night-planks", response={"text": "3"}))
    desk.session.close()
    folders.settings.unlink()

    again = sit().begin()
    assert "night-planks" in again.session.state(PACK).of("read-night").latest.answers
    assert [folder.name for folder in folders.learners.iterdir()] == [Settings(folders.settings)[LEARNER]]


def test_a_damaged_record_comes_back_to_the_last_answer_and_the_learner_is_told(
    desk: Desk, sit: Sit, folders: DataFolders
) -> None:
    opened = desk.open()
    _answer_all(desk, opened)
    desk.saved()
    desk.session.close()
    record = next(folders.learners.glob("*/record.sqlite"))
    spoilt = bytearray(record.read_bytes())
    for at in range(4096, len(spoilt), 97):
        spoilt[at] ^= 0xFF
    record.write_bytes(bytes(spoilt))

    again = sit().begin()
    assert len(again.session.state(PACK).of("read-night").latest.answers) == 5
    assert "damaged" in again.session.report
    assert any("report" in changed.what for changed in again.told)
    assert list(record.parent.glob("*damaged*"))


def test_a_new_record_begun_beside_a_ruined_one_takes_answers(
    sit: Callable[[], Desk], folders: DataFolders
) -> None:
    assert sit().begin().session.close()
    record = next(folders.learners.glob("*/record.sqlite"))
    record.write_bytes(bytes(5000))

    desk = sit().begin()
    assert (desk.session.status.kind, desk.session.status.code) == ("failed", "record-beyond-repair")
    desk.session.start_fresh()
    desk.saved()
    opened = desk.open()
    assert desk.session.do(opened, Answer(question="night-planks", response={"text": "3"}))
    desk.saved()
    assert desk.session.close()
    assert set(sit().begin().session.state(PACK).of("read-night").latest.answers) == {"night-planks"}


def test_what_is_typed_into_a_note_is_there_after_a_crash_until_it_is_kept(
    sit: Callable[[], Desk], folders: DataFolders
) -> None:
    desk = sit().begin()
    opened = desk.open()
    field = "meet/warden/who"
    assert desk.session.typed(PACK, field, "") == ""
    desk.session.set_typed(PACK, field, "The one who", "")
    desk.run_for(0.5)
    assert desk.session.close()
    desk = sit().begin()
    assert desk.session.typed(PACK, field, "") == "The one who"
    assert desk.session.do(opened, SetNote(key=field, text="The one who closed it"))
    assert desk.session.typed(PACK, field, "The one who closed it") == "The one who closed it"
    desk.session.set_typed(PACK, field, "The one who closed it", "The one who closed it")
    desk.saved()
    assert desk.session.typed(PACK, field, "") == ""


def test_what_comes_back_late_begins_no_thread_once_the_session_is_closed(desk: Desk) -> None:
    desk.result(desk.session.backups)
    assert desk.session.close()
    late: list[object] = []
    desk.session.backups(late.append)
    desk.session.backup_difference("gone", late.append)
    assert_no_background_is_at_work()
    assert not late
