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
from crossread.operations.learner_facts import handed_on
from crossread.operations.learners import add_learner, learners
from crossread.operations.sitting import sitting
from crossread.record.record import Record

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


def test_where_a_record_is_open_elsewhere_nothing_of_a_table_is_said(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ada,) = (one for one in learners(DataFolders(data)) if one.name == "Ada")
    record = Record.open(ada.folder, SystemClock())
    try:
        assert main(["export", "answers", "--data", str(data)]) == 1
    finally:
        record.close()
    told = capsys.readouterr()
    assert told.out == ""
    assert "Ada" in told.err
