"""Files of what is kept: from the record that is open and from closed ones, whole, remembered, never half."""

import csv
import io
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.inquiry.commands import Answer, HandIn
from crossread.operations.handing_on.exported_pieces import Form, Order, What
from crossread.operations.handing_on.exporting import Exporting, export, remember_file, schema_of_record
from crossread.operations.handing_on.running import Running
from crossread.operations.learners.learner_facts import handed_on, learner_facts
from crossread.operations.learners.learners import Learner, add_learner, read_learner
from crossread.operations.sessions.sitting import sitting
from crossread.record import open_copy
from crossread.record.record import DATABASE_FILE
from tests.operations.conftest import FIXTURES, PACK, Desk
from tests.record.another_program import another_program

Sit = Callable[[], Desk]
READ = "read-night"


@pytest.fixture
def two(folders: DataFolders) -> Sequence[Learner]:
    """Make two learners, of whom one has answered something."""
    ada, bo = add_learner(folders, "Ada"), add_learner(folders, "Bo")
    with sitting(folders, Settings(folders.settings), SystemClock(), ada.id) as sat:
        opened = sat.open(PACK)
        for question in opened.pack.questions_of(READ)[:2]:
            sat.session.do(opened, Answer(question=question.id, response=None, dont_know=True))
        sat.session.do(opened, HandIn(stage=READ))
    return ada, bo


def exporting(folders: DataFolders, of: Sequence[Learner], running: Running | None = None) -> Exporting:
    return Exporting(
        folders=folders,
        settings=Settings(folders.settings),
        clock=SystemClock(),
        learners=of,
        running=running or Running(),
    )


def table(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_all_learners_are_in_the_table_those_too_who_did_nothing(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    path = exporting(folders, two).write(Order(what="learners", form="csv"), tmp_path / "learners.csv")
    ada, bo = table(path)
    assert (ada["learner"], ada["answers_given"], ada["stages_handed_in"]) == ("Ada", "2", "1")
    assert (bo["learner"], bo["answers_given"], bo["first_answer"], bo["brier"]) == ("Bo", "0", "", "")


def test_answers_are_those_of_all_learners_or_of_one(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    order = Order(what="answers", form="csv")
    rows = table(exporting(folders, two).write(order, tmp_path / "all.csv"))
    assert [row["learner"] for row in rows] == ["Ada", "Ada"]
    assert {row["outcome"] for row in rows} == {"not-known"}
    assert all(row["prompt"] and row["pack_title"] for row in rows)
    assert table(exporting(folders, two[1:]).write(order, tmp_path / "bo.csv")) == []


def test_the_json_of_a_table_says_the_same(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    rows = table(exporting(folders, two).write(Order(what="answers", form="csv"), tmp_path / "a.csv"))
    path = exporting(folders, two).write(Order(what="answers", form="json"), tmp_path / "a.json")
    told = json.loads(path.read_text("utf-8"))
    assert [one["question"] for one in told] == [row["question"] for row in rows]
    assert [float(row["score"]) for row in rows] == [one["score"] for one in told]


def test_a_pack_can_be_asked_for_alone(folders: DataFolders, two: Sequence[Learner], tmp_path: Path) -> None:
    order = Order(what="answers", form="csv", pack="all-ways")
    shutil.copytree(FIXTURES / "all-ways", folders.packs / "all-ways")
    assert table(exporting(folders, two).write(order, tmp_path / "a.csv")) == []
    order = Order(what="answers", form="csv", pack=PACK)
    assert len(table(exporting(folders, two).write(order, tmp_path / "b.csv"))) == 2


@pytest.mark.parametrize(
    ("what", "form"), [("answers", "csv"), ("answers", "json"), ("everything", "json"), ("report", "html")]
)
def test_a_pack_that_nobody_knows_is_told(
    what: What, form: Form, folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    with pytest.raises(Expected) as unknown:
        exporting(folders, two).write(Order(what=what, form=form, pack="another"), tmp_path / "a.csv")
    assert unknown.value.code == "pack-unknown"
    assert PACK in unknown.value.message
    assert not (tmp_path / "a.csv").exists()


def test_what_was_answered_in_a_pack_that_is_gone_is_written_all_the_same(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    shutil.rmtree(folders.packs / PACK)
    order = Order(what="answers", form="csv", pack=PACK)
    assert len(table(exporting(folders, two).write(order, tmp_path / "a.csv"))) == 2


@pytest.mark.parametrize(
    ("what", "form"), [("everything", "json"), ("everything", "html"), ("report", "html")]
)
def test_a_file_on_one_learner_is_made_of_a_closed_record(
    what: What, form: Form, folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    path = tmp_path / f"a.{form}"
    exporting(folders, two[:1]).write(Order(what=what, form=form, pack=PACK), path)
    assert "Ada" in path.read_text("utf-8")


def test_where_a_file_was_written_is_remembered_for_delete_me(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    remember_file(exporting(folders, two[:1]), Order(what="report", form="html"), tmp_path / "report.html")
    assert handed_on(two[0].folder) == (str(tmp_path / "report.html"),)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
def test_a_place_that_cannot_be_written_down_is_told(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    job, order = exporting(folders, two[:1]), Order(what="report", form="html")
    path = job.write(order, tmp_path / os.fsdecode(b"caf\xe9.html"))
    remember_file(job, order, path)
    assert path.exists()
    (told,) = job.running.told()
    assert "is no text" in told
    assert handed_on(two[0].folder) == ()


def test_a_record_that_is_open_elsewhere_is_read_as_it_is_at_that_moment(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_copy, "_LOOKS", 4000)  # a slow disk may be at work most of the time
    running = Running()
    with another_program(two[0].folder, at_once=1, pause=0.05):
        exporting(folders, two, running).write(Order(what="answers", form="csv"), tmp_path / "a.csv")
    assert {row["learner"] for row in table(tmp_path / "a.csv")} == {"Ada"}
    assert len(table(tmp_path / "a.csv")) >= 3
    assert running.open_elsewhere == ["Ada"]
    assert running.left_out == []


@pytest.mark.parametrize(
    "order",
    [
        Order(what="everything", form="json"),
        Order(what="everything", form="html"),
        Order(what="report", form="html"),
        Order(what="report", form="html", pack=PACK),
    ],
    ids=lambda order: f"{order.what}-{order.form}-{order.pack}",
)
def test_a_file_on_one_learner_is_written_to_its_end_while_a_window_has_them_open(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path, order: Order
) -> None:
    running = Running()
    with another_program(two[0].folder):
        exporting(folders, two[:1], running).write(order, tmp_path / "a.file")
    assert "Ada" in (tmp_path / "a.file").read_text("utf-8")
    assert running.open_elsewhere == ["Ada"]


def test_a_window_that_was_killed_while_it_saved_keeps_nobody_from_reading(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    with another_program(two[0].folder, at_once=50) as child:
        child.kill()
        child.wait()
        running = Running()
        exporting(folders, two, running).write(Order(what="answers", form="csv"), tmp_path / "a.csv")
    assert len(table(tmp_path / "a.csv")) >= 3
    assert running.open_elsewhere == []


def test_a_record_whose_database_is_gone_is_brought_back_and_not_taken_for_an_empty_one(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path
) -> None:
    (two[0].folder / DATABASE_FILE).unlink()
    (ada, _bo) = learner_facts(folders)
    assert ada.answers is None
    rows = table(exporting(folders, two).write(Order(what="answers", form="csv"), tmp_path / "a.csv"))
    assert [row["learner"] for row in rows] == ["Ada", "Ada"]
    (ada, _bo) = learner_facts(folders)
    assert ada.answers == 2


def test_one_who_cannot_be_read_keeps_no_other_from_the_table(
    folders: DataFolders, two: Sequence[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_copy, "LARGEST", 0)
    running = Running()
    with another_program(two[0].folder):
        exporting(folders, two, running).write(Order(what="learners", form="csv"), tmp_path / "a.csv")
        assert [row["learner"] for row in table(tmp_path / "a.csv")] == ["Bo"]
        assert [(one.name, one.why.code) for one in running.left_out] == [("Ada", "record-too-long")]
        with pytest.raises(Expected) as refused:
            exporting(folders, two).write(Order(what="answers", form="csv"), tmp_path / "b.csv")
        assert refused.value.code == "nobody-read"
        with pytest.raises(Expected) as refused:
            exporting(folders, two[:1]).write(Order(what="report", form="html"), tmp_path / "b.html")
        assert refused.value.code == "record-too-long"
    assert sorted(one.name for one in tmp_path.glob("?.*")) == ["a.csv"]


def test_a_form_that_there_is_not_is_told() -> None:
    with pytest.raises(Expected, match="cannot be written as csv"):
        Order(what="report", form="csv")


# From the record that is open


def hand_on(desk: Desk, order: Order, path: Path, running: Running | None = None) -> Path | Expected:
    reader = read_learner(desk.session.learner_folder)
    job = exporting(desk.folders, [reader], running)
    got: Path | Expected = desk.result(partial(export, desk.session, job, order, path))
    return got


def test_the_open_record_is_read_beside_the_window_and_the_file_is_remembered(
    desk: Desk, tmp_path: Path
) -> None:
    opened = desk.open()
    question = opened.pack.questions_of(READ)[0]
    desk.session.do(opened, Answer(question=question.id, response=None, dont_know=True))
    path = hand_on(desk, Order(what="answers", form="csv"), tmp_path / "a.csv")
    assert isinstance(path, Path)
    assert [row["question"] for row in table(path)] == [question.id]
    desk.saved()
    folder = desk.session.learner_folder
    assert desk.session.close()
    assert handed_on(folder) == (str(path),)


def test_a_record_that_refuses_to_remember_the_file_keeps_nobody_waiting(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = desk.open()
    question = opened.pack.questions_of(READ)[0]
    desk.session.do(opened, Answer(question=question.id, response=None, dont_know=True))

    def refuse(_pack: str, _new: object) -> None:
        raise Expected("record-unreadable", "The disk is gone.")

    monkeypatch.setattr(desk.session, "give_outside", refuse)
    running = Running()
    path = hand_on(desk, Order(what="answers", form="csv"), tmp_path / "a.csv", running)
    assert isinstance(path, Path)
    assert running.told()[0].startswith("The file is written.")


def test_everything_holds_drafts_of_the_open_record(desk: Desk, tmp_path: Path) -> None:
    opened = desk.open()
    question = opened.pack.questions_of(READ)[0]
    desk.session.set_draft(PACK, question.id, {"response": None, "certainty": "", "dont_know": True})
    path = hand_on(desk, Order(what="everything", form="json"), tmp_path / "a.json")
    assert isinstance(path, Path)
    drafts = json.loads(path.read_text("utf-8"))["drafts"]
    assert drafts[f"answer/{PACK}/{question.id}"]["given"]["dont_know"] is True


def test_closing_stops_a_file_that_is_still_on_its_way(desk: Desk, tmp_path: Path) -> None:
    class Endless(Exporting):
        def write(self, *_order: object, **_how: object) -> Path:
            while True:
                self.running.look()
                time.sleep(0.01)

    reader = read_learner(desk.session.learner_folder)
    job = Endless(
        folders=desk.folders, settings=Settings(desk.folders.settings), clock=SystemClock(), learners=[reader]
    )
    got: list[Path | Expected] = []
    export(desk.session, job, Order(what="answers", form="csv"), tmp_path / "a.csv", got.append)
    assert desk.session.close()
    assert job.running.stopped


def test_stopping_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    running = Running(stopped=True)
    result = hand_on(desk, Order(what="data-sheet", form="md"), tmp_path / "a.md", running)
    assert isinstance(result, Expected)
    assert result.code == "stopped"
    assert list(tmp_path.glob("*.md")) == []


def test_a_file_about_nobody_is_not_remembered(desk: Desk, tmp_path: Path) -> None:
    path = hand_on(desk, Order(what="data-sheet", form="md"), tmp_path / "a.md")
    assert isinstance(path, Path)
    assert "`entries`" in path.read_text("utf-8")
    folder = desk.session.learner_folder
    assert desk.session.close()
    assert handed_on(folder) == ()


def test_the_schema_is_asked_of_the_record_itself() -> None:
    schema = schema_of_record()
    assert list(schema["seen"]) == ["digest", "value"]
    assert "payload" in schema["entries"]
