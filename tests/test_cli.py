import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.cli import main
from crossread.inquiry.commands import PutNote
from crossread.inquiry.notes import Note
from crossread.operations.noting.noting import passage_of
from crossread.operations.sessions.sitting import sitting
from crossread.record.record import Record
from crossread.texts.text import Range
from tests.patience import LONGEST_S

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Make a data folder with the fixture pack taken in."""
    shutil.copytree(FIXTURES / "two-accounts", tmp_path / "data" / "packs" / "two-accounts")
    return tmp_path / "data"


def test_a_sound_pack_is_checked_without_a_word_of_blame(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FIXTURES / "two-accounts")]) == 0
    assert capsys.readouterr().out.strip() == "0 errors, 0 warnings."


def test_hashed_passages_are_checked_against_the_originals_where_those_are_given(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    originals = FIXTURES / "originals"
    assert main(["check", str(FIXTURES / "two-accounts"), "--originals", str(originals)]) == 0
    pack = shutil.copytree(FIXTURES / "two-accounts", tmp_path / "pack")
    questions = pack / "questions" / "1-night.yaml"
    questions.write_text(questions.read_text("utf-8").replace("17797ee69586", "000000000000"), "utf-8")
    assert main(["check", str(pack)]) == 0
    assert main(["check", str(pack), "--originals", str(originals)]) == 1
    assert "questions/1-night.yaml:10:" in capsys.readouterr().out


def test_every_planted_fault_is_listed_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FIXTURES / "ten-faults")]) == 1
    lines = capsys.readouterr().out.splitlines()
    errors = [line for line in lines if re.match(r"[\w./-]+:\d+:\d+: (error|warning) [a-z-]+ \S", line)]
    assert len(errors) == len(lines) - 1 >= 10


def test_a_folder_that_is_not_there_is_an_error_and_no_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert said.out + said.err


def test_originals_are_attached_and_another_text_is_refused_with_the_figure(
    data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    attach = ["attach", "--data", str(data), "two-accounts"]
    assert main([*attach, *map(str, sorted((FIXTURES / "originals").glob("*.txt")))]) == 0
    said = capsys.readouterr().out
    assert said.count("the same text (100 %)") == 2
    assert len(list((data / "originals").glob("*.txt"))) == 2

    other = tmp_path / "other.txt"
    other.write_text("A long walk along the river and back again before the rain. " * 30)
    assert main([*attach, str(other)]) == 1
    assert "50 %" in capsys.readouterr().out


def test_attaching_to_a_pack_that_is_not_there_names_those_that_are(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "packs" / "broken").mkdir(parents=True)
    assert main(["--data", str(data), "attach", "nonesuch", "x.txt"]) == 1
    said = capsys.readouterr().err
    assert "two-accounts" in said
    assert "broken" not in said  # it could not be opened either


def test_the_fingerprint_of_a_text_is_what_its_pack_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fingerprint", str(FIXTURES / "originals" / "warden.txt")]) == 0
    said = capsys.readouterr().out
    card = (FIXTURES / "two-accounts" / "sources" / "A-warden.md").read_text("utf-8")
    known = re.findall(r'"([0-9a-f]{12})"', card)
    made = set(re.findall(r"[0-9a-f]{12}", said))
    assert known
    assert set(known) <= made


def test_the_help_teaches_by_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "crossread check my-pack" in said
    assert all(command in said for command in ("check", "attach", "compare", "fingerprint", "notes"))


def test_articles_are_compared_without_a_pack(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(path) for path in sorted((FIXTURES / "originals").glob("*.txt"))]
    assert main(["compare", *files]) == 0
    assert capsys.readouterr().out.startswith("A  miller.txt (372 words)\nB  warden.txt")
    assert main(["compare", "--json", *files]) == 0
    assert json.loads(capsys.readouterr().out)["crossread-compare"] == 1


def test_what_cannot_be_compared_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = str(FIXTURES / "originals" / "miller.txt")
    for files in ([file], [file, file], [file, str(tmp_path / "nowhere.txt")], [file] * 21):
        assert main(["compare", *files]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert str(tmp_path) not in told.err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert re.fullmatch(r"Crossread \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so_and_what_works_all_the_same(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["--data", str(data)]) == 1
    said = capsys.readouterr().err
    assert "DISPLAY" in said
    assert "crossread check" in said


def test_it_runs_as_a_module_and_stops_quietly_when_its_reader_goes_away() -> None:
    command = f'"{sys.executable}" -m crossread check "{FIXTURES / "ten-faults"}" | true'
    ended = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    assert ended.stderr == ""


def test_a_passage_is_anchored_by_its_words_and_the_pack_s_own_anchors_come_out_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    warden = FIXTURES / "originals" / "warden.txt"
    sentence = " ".join(warden.read_text("utf-8").split("\n\n")[2].split()[:9])
    assert main(["fingerprint", str(warden), "--words", sentence.upper()]) == 0
    said = capsys.readouterr().out
    assert re.fullmatch(r'original: \{words: 9, hash: "[0-9a-f]{12}"\}\n', said)


@pytest.mark.parametrize("words", ["too few", "not in this text at all I think", ""])
def test_words_that_cannot_be_anchored_are_refused_with_the_reason(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fingerprint", str(FIXTURES / "originals" / "warden.txt"), "--words", words]) == 1
    assert capsys.readouterr().err.strip()


def test_a_console_that_lacks_a_letter_gets_the_rest(tmp_path: Path) -> None:
    pack = shutil.copytree(FIXTURES / "two-accounts", tmp_path / "pack")
    questions = pack / "questions" / "1-night.yaml"
    questions.write_text(questions.read_text("utf-8").replace("kind: numerical", "kind: nümerical"), "utf-8")
    command = [sys.executable, "-m", "crossread", "check", str(pack)]
    said = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False
    )
    assert said.stderr == ""
    assert said.stdout.startswith("questions/1-night.yaml:2:9: error unknown-kind")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
def test_output_that_a_full_disk_refuses_ends_in_a_sentence() -> None:
    command = [sys.executable, "-m", "crossread", "check", str(FIXTURES / "two-accounts")]
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert said.returncode == 1
    assert said.stderr == "The output could not be written: the disk is full.\n"


def _annotations(*exact: str) -> str:
    return json.dumps(
        [
            {
                "type": "Annotation",
                "body": {"type": "TextualBody", "value": f"On this: {number}"},
                "target": {"selector": {"type": "TextQuoteSelector", "exact": words}},
            }
            for number, words in enumerate(exact)
        ]
    )


def _note(data: Path) -> None:
    """Write a note into the record of the only learner, as the window does."""
    folders = DataFolders(data)
    with sitting(folders, Settings(folders.settings), SystemClock()) as sat:
        opened = sat.open("two-accounts")
        there = passage_of(opened, "warden", "digest", Range(0, 9))
        note = Note(id="n", text="Who *gave* it?", passages=(there,), tags=("order",))
        sat.session.do(opened, PutNote(note=note))


def test_notes_are_exported_to_the_screen_or_to_a_file(
    data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _note(data)
    export = ["notes", "export", "--data", str(data), "two-accounts"]
    assert main(export) == 0
    said = capsys.readouterr().out
    assert "> The order" in said
    assert "Who \\*gave\\* it?" in said
    file = tmp_path / "notes.html"
    assert main([*export, "--format", "html", "-o", str(file)]) == 0
    assert "Who *gave* it?" in file.read_text("utf-8")
    assert main([*export, "--format", "json", "--title", "My set", "--author", "Ms Vale"]) == 0
    said = capsys.readouterr().out
    made = json.loads(said[said.index("{") :])
    assert (made["label"], made["creator"]["name"], made["total"]) == ("My set", "Ms Vale", 1)
    assert main([*export, "--title", "My set"]) == 1
    assert "--format json" in capsys.readouterr().err
    assert main([*export, "--format", "json", "--title", " ", "--author", "Ms Vale"]) == 1
    assert "--title" in capsys.readouterr().err
    assert main([*export, "--format", "json", "--author", "Ms Vale"]) == 1  # not the learner's own export
    assert "--title" in capsys.readouterr().err


def test_notes_never_replace_a_file_unasked(
    data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _note(data)
    there = tmp_path / "notes.md"
    there.write_text("edited since", "utf-8")
    export = ["notes", "export", "two-accounts", "--data", str(data), "-o", str(there)]
    assert main(export) == 1
    assert "There is a file notes.md already" in capsys.readouterr().err
    assert there.read_text("utf-8") == "edited since"
    assert main([*export, "--replace"]) == 0
    assert "Who" in there.read_text("utf-8")


def test_a_number_without_a_passage_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fingerprint", str(FIXTURES / "originals" / "warden.txt"), "--nth", "2"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Add --words." in told.err


def test_without_notes_nothing_is_exported_and_it_says_why(
    data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "notes.md"
    assert main(["notes", "export", "--data", str(data), "two-accounts", "-o", str(file)]) == 1
    assert "no highlights or notes" in capsys.readouterr().err
    assert not file.exists()


def test_a_set_is_imported_and_what_fits_nothing_is_told(
    data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "set.json"
    file.write_text(_annotations("felt a railing give", "stands in no text"))
    add = ["notes", "import", "--data", str(data), str(file), "--pack", "two-accounts"]
    assert main(add) == 0
    said = capsys.readouterr().out
    assert "“set.json” lies over" in said
    assert "1 highlight or note" in said
    assert "1 annotation is on words that no text here has" in said
    assert len(list((data / "layers").iterdir())) == 1
    file.write_text("{")
    assert main(add) == 1
    assert "not sound JSON" in capsys.readouterr().err


def test_notes_cannot_be_written_while_a_window_has_the_record_open(
    data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _note(data)
    (learner,) = (data / "learners").iterdir()
    record = Record.open(learner, SystemClock())
    try:
        assert main(["notes", "export", "--data", str(data), "two-accounts"]) == 1
    finally:
        record.close()
    assert "another window" in capsys.readouterr().err


def test_a_pack_is_made_of_articles_as_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / "one.txt", tmp_path / "two.md"]
    for number, file in enumerate(files):
        file.write_text(f"# A goat in Little Marl\n\nIn Little Marl stood {number + 1} goats.\n")
    folder = tmp_path / "goats"
    assert main(["new", *map(str, files), "--title", "Goats", "--to", str(folder)]) == 0
    assert "crossread check" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0
    assert 'title: "Goats"' in (folder / "pack.yaml").read_text()
    assert main(["new", str(files[0]), "--to", str(tmp_path / "one")]) == 1
    assert "two articles or more" in capsys.readouterr().err
    assert not (tmp_path / "one").exists()


def test_a_file_as_the_data_folder_is_refused_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answers.csv").write_text("Ada")
    for command in (["learners"], ["verify"], ["backup"], ["export", "answers"]):
        assert main([*command, "--data", str(tmp_path / "answers.csv")]) == 1, command
        told = capsys.readouterr()
        assert told.out == ""
        assert "answers.csv is a file." in told.err
        assert str(tmp_path) not in told.err


def test_what_the_system_refuses_to_a_command_is_a_sentence_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    longest = tmp_path / ("x" * 300)  # no system has such a name, and says so whoever looks there
    for command in (["learners"], ["verify"], ["export", "answers"], ["attach", "corridor", "a.txt"]):
        assert main([*command, "--data", str(longest)]) == 1, command
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert str(tmp_path) not in told.err


def test_stopping_it_while_it_begins_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("crossread.cli._parsed", stopped)
    assert main(["learners"]) == 130


def test_a_list_of_learners_whose_reader_goes_away_blames_no_folder(tmp_path: Path) -> None:
    listing = [sys.executable, "-m", "crossread", "--data", str(tmp_path / "data"), "learners"]
    reads, writes = os.pipe()
    os.close(reads)
    try:
        ended = subprocess.run(
            listing,
            stdout=writes,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},  # what is said meets the end of the pipe at once
        )
    finally:
        os.close(writes)
    assert (ended.returncode, ended.stderr) == (0, "")
