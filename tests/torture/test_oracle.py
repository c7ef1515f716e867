"""The oracle sees what it must see: what was lost, changed, invented, torn, out of order or told wrongly."""

import json
from pathlib import Path

import pytest

from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.record.record import DATABASE_FILE
from crossread.record.second_log import log_files
from tests.record.making import answer, opened, write_history
from tests.torture.figures import Figures, as_json, table
from tests.torture.messages import complaints_of, complaints_on
from tests.torture.oracle import Promise, judge, seal


@pytest.fixture
def made(tmp_path: Path) -> list[Entry]:
    return write_history(tmp_path / "learner", (4, 3), backup_after=1)


def judged(folder: Path, promise: Promise) -> Figures:
    figures = Figures(fault="a fault", seed=1)
    judge(figures, folder / "learner", promise, "run 0")
    return figures


def promised(entries: list[Entry]) -> Promise:
    promise = Promise()
    promise.keep(entries)
    return promise


def test_what_is_as_it_was_is_untouched(made: list[Entry], tmp_path: Path) -> None:
    figures = judged(tmp_path, promised(made))
    assert figures.as_it_must
    assert (figures.runs, figures.acknowledged, figures.untouched, figures.repaired) == (1, 7, 1, 0)


def test_what_was_repaired_is_counted_so(made: list[Entry], tmp_path: Path) -> None:
    (tmp_path / "learner" / DATABASE_FILE).write_bytes(b"noise" * 1000)
    figures = judged(tmp_path, promised(made))
    assert figures.as_it_must
    assert (figures.untouched, figures.repaired) == (0, 1)


def test_what_is_missing_is_lost(made: list[Entry], tmp_path: Path) -> None:
    promise = promised(made)
    promise.acknowledged["f" * 32] = "seal"
    figures = judged(tmp_path, promise)
    assert not figures.as_it_must
    assert figures.lost == 1
    assert "1 acknowledged entries are lost" in figures.wrong[0]


def test_what_changed_is_lost(made: list[Entry], tmp_path: Path) -> None:
    promise = promised(made)
    promise.acknowledged[made[2].id] = seal(made[3])
    assert judged(tmp_path, promise).lost == 1


def test_what_was_never_given_is_invented(made: list[Entry], tmp_path: Path) -> None:
    assert judged(tmp_path, promised(made[:-1])).invented > 0


def test_a_list_in_flight_may_be_there_whole_and_not_in_part(made: list[Entry], tmp_path: Path) -> None:
    promise = promised(made[:-2])
    promise.in_flight = [(made[-2].id, made[-1].id)]
    assert judged(tmp_path, promise).as_it_must


def test_half_of_a_list_in_flight_is_invented(made: list[Entry], tmp_path: Path) -> None:
    promise = promised(made[:-1])
    promise.in_flight = [(made[-1].id, "f" * 32)]
    assert judged(tmp_path, promise).invented > 0


def test_another_order_is_no_less_wrong(made: list[Entry], tmp_path: Path) -> None:
    assert judged(tmp_path, promised([*made[1:], made[0]])).invented > 0


def test_a_draft_that_became_another_is_invented(made: list[Entry], tmp_path: Path) -> None:
    promise = promised(made)
    promise.drafts = {"draft/1": "other", "draft/2": {"text": "half a thought 2"}}
    assert judged(tmp_path, promise).invented == 1


def test_a_record_that_does_not_open_has_lost_all(made: list[Entry], tmp_path: Path) -> None:
    folder = tmp_path / "learner"
    for path in [folder / DATABASE_FILE, *(folder / name for name in log_files(folder))]:
        path.write_bytes(b"noise")
    for backup in (folder / "backups").iterdir():
        backup.write_bytes(b"noise")
    assert judged(tmp_path, promised(made)).lost == 7


def test_one_of_two_states_is_enough_and_a_third_is_not(made: list[Entry], tmp_path: Path) -> None:
    promise = promised(made)
    promise.or_else = promised(made[:2])
    assert judged(tmp_path, promise).as_it_must
    record, _report = opened(tmp_path / "learner")
    record.append([answer(9)])
    record.close()
    assert not judged(tmp_path, promise).as_it_must


@pytest.mark.parametrize(
    "sentence",
    [
        "Not saved: [Errno 28] No space left on device.",
        "Not saved: the file /home/ada/record.sqlite is gone.",
        "Not saved (IOError: disk I/O error).",
        "Traceback (most recent call last).",
        "the disk is full.",
        "The disk is full",
        "Saved {count} answers.",
    ],
)
def test_no_learner_has_to_read_such_a_sentence(sentence: str) -> None:
    assert complaints_on(sentence)


def test_words_that_fit_one_fault_do_not_fit_another() -> None:
    full = Expected("disk-full", "Not saved: the disk is full.")
    assert not complaints_of("disk full", full)
    assert complaints_of("I/O error", full)


def test_a_control_that_does_not_lose_fails() -> None:
    blind = Figures(fault="control", seed=1, runs=9, control=True)
    assert not blind.as_it_must
    assert "blind" in table([blind])
    blind.lost = 1
    assert blind.as_it_must


def test_a_fault_that_was_never_done_fails_unless_it_is_said_why() -> None:
    assert not Figures(fault="nothing", seed=1).as_it_must
    lacking = Figures(fault="small disk", seed=1, lacks="not allowed here")
    assert lacking.as_it_must
    assert "not run: not allowed here" in table([lacking])


def test_the_sums_leave_the_controls_out() -> None:
    rows = [
        Figures(fault="a", seed=1, runs=3, acknowledged=9),
        Figures(fault="c", seed=1, lost=5, control=True),
    ]
    told = json.loads(as_json(rows))
    assert (told["runs"], told["acknowledged"], told["lost"]) == (3, 9, 0)
    assert [row["as_it_must"] for row in told["rows"]] == [True, True]
