"""`crossread export`: what is kept, to the screen or to a file, of one learner or of all."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.cli import main
from crossread.inquiry.commands import Answer
from crossread.operations.learners.learner_facts import handed_on
from crossread.operations.learners.learners import Learner, add_learner, find_learner
from crossread.operations.sessions.sitting import sitting
from crossread.record import schema
from crossread.record.database import Database
from crossread.record.record import DATABASE_FILE
from tests.record.another_program import another_program

FIXTURES = Path(__file__).parent / "fixtures"
PACK, QUESTION = "two-accounts", "fires"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Make a data folder with the fixture pack and two learners, of whom one answered a question."""
    folders = DataFolders(tmp_path / "data")
    shutil.copytree(FIXTURES / PACK, folders.packs / PACK)
    settings = Settings(folders.settings)
    ada = add_learner(folders, "Ada")
    add_learner(folders, "Bo")
    with sitting(folders, settings, SystemClock(), ada.id) as sat:
        opened = sat.open(PACK)
        question = opened.pack.questions[0]
        sat.session.do(opened, Answer(question=question.id, response=None, dont_know=True))
    return folders.root


def one(data: Path, name: str) -> Learner:
    return find_learner(DataFolders(data), name)


def newer(folder: Path) -> None:
    """Have a record be one of a newer version, which no older program opens."""
    database = Database.open_as_it_is(folder / DATABASE_FILE, None)
    with database.transaction():
        database.set_note("schema", schema.VERSION + 1)
    database._connection.pragma("user_version", schema.VERSION + 1)
    database.close()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_answers_come_to_the_screen_as_a_table(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "answers", "--data", str(data)]) == 0
    (row,) = rows(capsys.readouterr().out)
    assert (row["learner"], row["dont_know"]) == ("Ada", "yes")


def test_all_learners_come_as_a_table_or_as_json(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "learners", "--data", str(data)]) == 0
    assert [row["learner"] for row in rows(capsys.readouterr().out)] == ["Ada", "Bo"]
    assert main(["export", "learners", "--json", "--learner", "Bo", "--data", str(data)]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["learner"], one["answers_given"]) == ("Bo", 0)


def test_a_file_is_written_once_and_remembered(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "everything.json"
    given = ["export", "everything", "--learner", "Ada", "--to", str(to), "--data", str(data)]
    assert main(given) == 0
    assert "Written to" in capsys.readouterr().out
    kept = json.loads(to.read_text("utf-8"))
    assert kept["learner"]["name"] == "Ada"
    folder = next(one for one in (data / "learners").iterdir() if one.name == kept["learner"]["id"])
    assert handed_on(folder) == (str(to),)
    assert main(given) == 1
    assert "everything.json already" in capsys.readouterr().err
    assert main([*given, "--replace"]) == 0


def test_everything_and_the_report_are_pages_too(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for what in (["everything", "--html"], ["report"]):
        assert main(["export", *what, "--learner", "Ada", "--data", str(data)]) == 0
        assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_the_data_sheet_needs_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "data-sheet", "--data", str(tmp_path)]) == 0
    assert "## Kinds of entry" in capsys.readouterr().out


def test_what_cannot_be_is_said_in_a_sentence(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "report", "--csv", "--data", str(data)]) == 1
    assert "cannot be written as csv" in capsys.readouterr().err
    assert main(["export", "report", "--learner", "Eve", "--data", str(data)]) == 1
    assert "Eve" in capsys.readouterr().err


def test_a_record_that_is_open_elsewhere_is_read_and_that_is_said(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with another_program(one(data, "Ada").folder):
        assert main(["export", "answers", "--data", str(data)]) == 0
        told = capsys.readouterr()
        assert [row["learner"] for row in rows(told.out)] == ["Ada", "Ada"]
        assert "Open in another window, and read as it was just now: Ada." in told.err
        to = tmp_path / "report.html"
        given = ["export", "report", "--learner", "Ada", "--to", str(to), "--data", str(data)]
        assert main(given) == 0
        told = capsys.readouterr()
        assert to.exists()
        assert "Written to" in told.out
        assert "The file is written." in told.err
        assert "when Ada is deleted, this file will stay where it is" in told.err
        assert "try again" not in told.err  # the same file a second time would be refused


def test_who_cannot_be_read_is_left_out_named_and_told_by_the_exit_code(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer(one(data, "Ada").folder)
    assert main(["export", "learners", "--data", str(data)]) == 1
    told = capsys.readouterr()
    assert [row["learner"] for row in rows(told.out)] == ["Bo"]
    assert "Left out: Ada. " in told.err
    assert "newer Crossread" in told.err
    to = tmp_path / "learners.csv"
    assert main(["export", "learners", "--to", str(to), "--data", str(data)]) == 1
    told = capsys.readouterr()
    assert "Written to" in told.out
    assert "Left out: Ada. " in told.err
    assert [row["learner"] for row in rows(to.read_text("utf-8"))] == ["Bo"]


@pytest.mark.parametrize("form", ["--csv", "--json"])
def test_a_table_that_would_have_no_row_for_who_is_left_out_is_not_written(
    form: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer(one(data, "Ada").folder)  # nobody else has answered anything
    assert main(["export", "answers", form, "--data", str(data)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Nothing was written" in told.err
    assert "Ada" in told.err
    to = tmp_path / "answers"
    assert main(["export", "answers", form, "--to", str(to), "--data", str(data)]) == 1
    assert not to.exists()


def test_where_nobody_has_answered_a_table_has_its_head_alone(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "answers", "--learner", "Bo", "--data", str(data)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("\ufefflearner,")
    assert "no row in it" in told.err
