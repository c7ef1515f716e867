"""`crossread learners`: the list, adding, renaming, unlocking, and deleting after a question."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from crossread.base.clock import SystemClock
from crossread.base.declared import LEARNER, MODE
from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.cli import main
from crossread.operations.learners.learners import RECORD, add_learner, find_learner, learners, set_pattern
from crossread.operations.learners.learners_by_command import Console, do_learners
from crossread.operations.learners.teacher_word import TeacherWord
from crossread.record.record import Record

WORD = "a quiet harbour"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash at once: how slow it is is no matter here."""
    monkeypatch.setattr("crossread.operations.learners.kept_word.COST", 2)


@pytest.fixture
def empty(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


class Typing:
    """Somebody at a console who types these lines, and what they were told."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)
        self.told: list[str] = []
        self.console = Console(self.told.append, self._type, self._type)

    def _type(self, asked: str) -> str:
        self.told.append(asked)
        if not self._lines:
            raise EOFError
        return self._lines.pop(0)


Do = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def do(empty: DataFolders) -> Do:
    """Return a function that does what is asked for, with what is typed."""

    def do_it(*typed: str, **options: object) -> tuple[int, list[str]]:
        typing = Typing(*typed)
        usual = {"learners": "", "json": False, "yes": False, "keep_files": False}
        usual |= {"file": None, "encoding": None}
        asked = SimpleNamespace(**{**usual, **options})
        status = do_learners(empty, Settings(empty.settings), asked, typing.console)
        return status, typing.told

    return do_it


def test_the_list_of_nobody_says_how_somebody_comes_onto_it(do: Do) -> None:
    status, told = do()
    assert status == 0
    assert "learners add" in told[0]


def test_learners_are_added_renamed_and_listed_with_their_answers(do: Do, empty: DataFolders) -> None:
    do(learners="add", name="Mara")
    do(learners="rename", who="mara", name="Marie")
    record = Record.open(find_learner(empty, "Marie").folder, SystemClock())
    record.check()
    record.append([NewEntry(kind="answered", pack="p", question="q")])
    _status, told = do()
    assert "Marie   1 answer, open in a window now   last: 20" in told[0]
    record.close()
    _status, told = do()
    assert told[0].startswith("Marie   1 answer   last: 20")
    (row,) = json.loads(do(json=True)[1][0])
    assert (row["name"], row["answers"], row["open"]) == ("Marie", 1, False)


def test_a_name_that_is_taken_or_not_there_is_refused_with_a_sentence(do: Do) -> None:
    do(learners="add", name="Mara")
    for options in ({"learners": "add", "name": "MARA"}, {"learners": "rename", "who": "Zoe", "name": "A"}):
        with pytest.raises(Expected):
            do(**options)


def test_deleting_asks_for_the_name_and_takes_no_other_for_yes(do: Do, empty: DataFolders) -> None:
    do(learners="add", name="Mara")
    assert do("yes", learners="delete", who="Mara")[0] == 1
    assert do(learners="delete", who="Mara")[0] == 1  # nobody is there to answer
    assert len(learners(empty)) == 1
    status, told = do("mara", learners="delete", who="Mara")
    assert (status, told[-1]) == (0, "All that was kept of Mara is deleted.")
    assert not learners(empty)


def test_files_that_were_handed_on_are_named_before_they_go(
    do: Do, empty: DataFolders, tmp_path: Path
) -> None:
    do(learners="add", name="Mara")
    file = tmp_path / "answers.csv"
    file.touch()
    record = Record.open(find_learner(empty, "Mara").folder, SystemClock())
    record.check()
    record.append([NewEntry(kind="exported", payload={"form": "csv", "to": str(file)})])
    record.close()
    _status, told = do("no", learners="delete", who="Mara")
    assert any("answers.csv" in line for line in told)
    assert file.exists()
    _status, told = do(learners="delete", who="Mara", yes=True)
    assert not file.exists()
    assert any("Removed" in line and "answers.csv" in line for line in told)


def test_files_that_were_handed_on_stay_where_that_is_asked_for(
    do: Do, empty: DataFolders, tmp_path: Path
) -> None:
    do(learners="add", name="Mara")
    file = tmp_path / "answers.csv"
    file.touch()
    record = Record.open(find_learner(empty, "Mara").folder, SystemClock())
    record.check()
    record.append([NewEntry(kind="exported", payload={"form": "csv", "to": str(file)})])
    record.close()
    _status, told = do("mara", learners="delete", who="Mara", keep_files=True)
    assert any("stays" in line and "answers.csv" in line for line in told)
    assert file.exists()
    assert not learners(empty)


def test_whoever_was_deleted_is_known_to_the_settings_no_more(do: Do, empty: DataFolders) -> None:
    mara = add_learner(empty, "Mara")
    Settings(empty.settings).set(LEARNER, mara.id)
    do(learners="delete", who="Mara", yes=True)
    assert Settings(empty.settings)[LEARNER] == ""


@pytest.mark.parametrize("mode", ["classroom", "open"])
def test_where_a_machine_is_shared_the_teacher_is_asked_also_with_yes(
    do: Do, empty: DataFolders, mode: str
) -> None:
    mara = set_pattern(add_learner(empty, "Mara"), ("sun", "boat", "leaf"))
    Settings(empty.settings).set(MODE, mode)
    with pytest.raises(Expected) as told:
        do(WORD, learners="delete", who="Mara", yes=True)
    assert told.value.code == "no-teacher-word"
    TeacherWord(empty, SystemClock()).set(WORD)
    for typed in ((), ("guessed",)):
        with pytest.raises(Expected) as told:
            do(*typed, learners="delete", who="Mara", yes=True)
        assert told.value.code == "teacher-word-wrong"
    do(WORD, learners="unlock", who="Mara")
    assert find_learner(empty, "Mara").pattern is None
    assert do(WORD, learners="delete", who="Mara", yes=True)[0] == 0
    assert not mara.folder.exists()


def test_a_data_folder_that_cannot_be_written_to_is_told(do: Do, empty: DataFolders) -> None:
    empty.root.parent.mkdir(parents=True, exist_ok=True)
    empty.root.touch()  # a file in its place
    with pytest.raises(Expected) as told:
        do(learners="add", name="Mara")
    assert told.value.code == "learners-not-kept"


def test_from_the_command_line(empty: DataFolders, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(empty.root)]
    assert main(["learners", "add", "Mara", *data]) == 0
    assert main([*data, "learners"]) == 0
    assert "Mara   0 answers   last: never" in capsys.readouterr().out
    assert main(["learners", "rename", "Zoe", "Ali", *data]) == 1
    assert "No learner here is called “Zoe”" in capsys.readouterr().err
    assert main(["notes", "export", "khojaly-1992", "--learner", "Zoe", *data]) == 1
    assert "No learner here is called “Zoe”" in capsys.readouterr().err
    assert main(["learners", "delete", "Mara", "--yes", *data]) == 0
    assert main(["learners", "--json", *data]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == []


def test_a_whole_class_is_added_from_a_list_and_each_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, data = tmp_path / "7b.txt", ["--data", str(tmp_path / "data")]
    file.write_bytes("Zoë\r\nBo\r\n".encode("cp1252"))
    assert main(["learners", "add", "--from", str(file), *data]) == 0
    said = capsys.readouterr().out
    assert "Read as cp1252" in said
    assert "Zoë can read here now." in said
    assert said.endswith("2 learners added.\n")
    assert main(["learners", "add", "--from", str(file), *data]) == 1
    assert "Line 1: Somebody here is called “Zoë” already." in capsys.readouterr().err
    for typed in (["learners", "add"], ["learners", "add", "Ada", "--from", str(file)]):
        with pytest.raises(SystemExit):
            main([*typed, *data])


def test_several_of_one_name_are_told_apart_by_their_ids(empty: DataFolders) -> None:
    for number in ("1", "2"):
        (empty.learners / (number * 32)).mkdir(parents=True)
    with pytest.raises(Expected) as which:
        find_learner(empty, "reader")
    assert which.value.code == "which-of-them"
    assert "1" * 32 in which.value.message
    assert find_learner(empty, "2" * 32).id == "2" * 32
    assert find_learner(empty, "Reader 22222222").id == "2" * 32


def test_a_learner_called_like_one_without_a_name_is_never_taken_for_them(empty: DataFolders) -> None:
    add_learner(empty, "Reader")
    (empty.learners / ("1" * 32)).mkdir()
    with pytest.raises(Expected) as which:
        find_learner(empty, "Reader")
    assert which.value.code == "which-of-them"


def test_of_whom_nothing_can_be_read_it_is_not_said_that_they_never_did_anything(
    do: Do, empty: DataFolders
) -> None:
    do(learners="add", name="Mara")
    do(learners="add", name="Bo")
    (find_learner(empty, "Mara").folder / RECORD).write_bytes(b"no record" * 2000)
    _status, (bo, mara) = do()
    assert "last: never" in bo
    assert "the record cannot be read   last: not known" in mara
