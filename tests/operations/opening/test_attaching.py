from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.opening.attaching import Attached
from crossread.operations.opening.opened import OpenPack
from tests.operations.conftest import FIXTURES, PACK, Desk

ORIGINALS = FIXTURES / "originals"


def _attach(
    desk: Desk, opened: OpenPack, *files: Path, source: str | None = None
) -> tuple[OpenPack, list[Attached]]:
    got: list[tuple[OpenPack, list[Attached]]] = []

    def done(opened: OpenPack, results: list[Attached]) -> None:
        got.append((opened, results))

    desk.session.attach(opened, files, source, done)
    desk.run_until(lambda: got)
    return got[0]


def test_files_are_recognised_whatever_they_are_called_and_are_there_next_time(
    desk: Desk, sit: Callable[[], Desk], tmp_path: Path
) -> None:
    files = [tmp_path / "download (3).txt", tmp_path / "b.txt"]
    files[0].write_bytes((ORIGINALS / "miller.txt").read_bytes())
    files[1].write_bytes((ORIGINALS / "warden.txt").read_bytes())

    opened, results = _attach(desk, desk.open(), *files)

    assert [(one.source, one.share, one.match) for one in results] == [
        ("miller", 1.0, "same"),
        ("warden", 1.0, "same"),
    ]
    assert "100 %" in results[0].message
    assert opened.has_original("warden")
    desk.session.close()
    again = sit().begin().open()
    shown = again.shown("miller", "original")
    assert shown is not None
    assert shown.text.shown.split() == (ORIGINALS / "miller.txt").read_text("utf-8").split()


def test_the_evidence_of_every_question_is_found_in_the_originals(desk: Desk) -> None:
    from crossread.questions.placing import place

    opened, _ = _attach(desk, desk.open(), *sorted(ORIGINALS.glob("*.txt")))
    placed = 0
    for question in opened.pack.questions:
        for key in question.evidence:
            shown = opened.shown(key.source, "original")
            assert shown is not None
            assert place(key, shown) is not None, (question.id, key)
            placed += 1
    assert placed >= 9


def test_another_text_is_refused_with_the_figure_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "recipe.txt"
    other.write_text("Stir the soup slowly and let it stand until the evening. " * 20)
    opened, results = _attach(desk, desk.open(), other)
    assert results[0].match is None
    assert "0 %" in results[0].message
    assert "50 %" in results[0].message
    assert opened.originals == {}


def test_a_text_dropped_on_the_wrong_source_is_refused_and_its_right_one_named(desk: Desk) -> None:
    opened, results = _attach(desk, desk.open(), ORIGINALS / "miller.txt", source="warden")
    assert results[0].source == ""
    assert "B" in results[0].message
    assert opened.originals == {}


def test_half_of_a_text_is_taken_as_another_version_and_says_what_is_missing(
    desk: Desk, tmp_path: Path
) -> None:
    words = (ORIGINALS / "miller.txt").read_text("utf-8").split("\n")
    shorter = tmp_path / "shorter.txt"
    shorter.write_text("\n".join(words[: len(words) // 2]), "utf-8")
    opened, results = _attach(desk, desk.open(), shorter)
    assert results[0].match == "version"
    assert 0.5 <= results[0].share < 0.9
    assert opened.originals["miller"].missing


def test_a_missing_file_a_picture_and_an_empty_one_are_refused_and_the_good_one_is_taken(
    desk: Desk, tmp_path: Path
) -> None:
    picture, empty = tmp_path / "a.png", tmp_path / "empty.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d" * 40)
    empty.write_bytes(b" \n")
    opened, results = _attach(
        desk, desk.open(), tmp_path / "gone.txt", picture, empty, tmp_path, ORIGINALS / "warden.txt"
    )
    assert [bool(one.source) for one in results] == [False, False, False, False, True]
    assert all(one.message and str(tmp_path) not in one.message for one in results)
    assert set(opened.originals) == {"warden"}


def test_an_original_that_was_put_away_is_brought_back_as_it_was(desk: Desk, folders: DataFolders) -> None:
    opened, _ = _attach(desk, desk.open(), ORIGINALS / "warden.txt")
    before = {file.name: file.read_bytes() for file in folders.originals.iterdir()}
    away = desk.session.detach(opened, "warden")
    again = desk.session.attach_again(away, "warden", opened.originals["warden"])
    assert again.originals == opened.originals
    assert {file.name: file.read_bytes() for file in folders.originals.iterdir()} == before
    assert desk.open(PACK).originals == opened.originals


def test_an_original_is_put_away_again(desk: Desk, folders: DataFolders) -> None:
    opened, _ = _attach(desk, desk.open(), ORIGINALS / "warden.txt")
    assert desk.session.detach(opened, "warden").originals == {}
    assert desk.open(PACK).originals == {}
    assert desk.open(PACK).put_away == {"warden"}
    assert list(folders.originals.glob("two-accounts.*")) == []
    back = desk.session.put_original_back(desk.open(PACK), "warden")
    assert back.originals == opened.originals
    assert desk.open(PACK).has_original("warden")


def test_an_original_that_went_for_good_says_so_when_it_is_put_back(desk: Desk, folders: DataFolders) -> None:
    opened, _ = _attach(desk, desk.open(), ORIGINALS / "warden.txt")
    away = desk.session.detach(opened, "warden")
    for file in folders.originals.iterdir():
        file.unlink()
    with pytest.raises(Expected, match="gone for good in the meantime"):
        desk.session.put_original_back(away, "warden")


def test_a_stored_original_that_was_spoilt_is_not_shown_as_the_author_s(
    desk: Desk, folders: DataFolders
) -> None:
    _attach(desk, desk.open(), ORIGINALS / "warden.txt")
    stored = next(folders.originals.glob("*.txt"))
    stored.write_text(stored.read_text("utf-8").replace("the", "a", 1), "utf-8")
    opened = desk.open()
    assert not opened.has_original("warden")
    assert opened.trouble == "A, The warden: The original kept here is damaged or gone. Add the text again."
    opened, _results = _attach(desk, opened, ORIGINALS / "warden.txt")
    assert (opened.has_original("warden"), opened.trouble) == (True, "")


def test_of_several_files_each_refusal_names_its_file(desk: Desk, tmp_path: Path) -> None:
    document, empty, folder = tmp_path / "essay.docx", tmp_path / "empty.txt", tmp_path / "texts"
    document.write_bytes(b"PK\x03\x04" + bytes(400))
    empty.write_text("\n")
    folder.mkdir()
    _opened, results = _attach(desk, desk.open(), document, empty, folder)
    assert [one.message.split()[0].rstrip(":") for one in results] == ["essay.docx", "empty.txt", "texts"]
    assert "is a folder" in results[2].message


def test_a_file_whose_name_is_no_text_is_taken_all_the_same(desk: Desk, tmp_path: Path) -> None:
    odd = tmp_path / "ward\udce9n.txt"  # what the system gives for a name in an old encoding
    try:
        odd.write_bytes((ORIGINALS / "warden.txt").read_bytes())
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    opened, results = _attach(desk, desk.open(), odd)
    assert opened.has_original("warden")
    assert results[0].message.startswith("ward?n.txt is A")


def test_an_original_that_cannot_be_put_away_stays_and_the_sentence_says_why(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, _results = _attach(desk, desk.open(), ORIGINALS / "warden.txt")

    def refuse(_path: Path, _to: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(Expected, match="access to it is refused"):
        desk.session.detach(opened, "warden")
    assert desk.open().has_original("warden")


def test_an_encoding_that_was_guessed_is_named_with_a_way_out(desk: Desk, tmp_path: Path) -> None:
    words = (ORIGINALS / "warden.txt").read_text("utf-8")
    for encoding, said in (("windows-1252", True), ("utf-16", False)):
        file = tmp_path / f"{encoding}.txt"
        file.write_bytes(f"{words}\nCafé Müller, façade, naïve, Ågren, Ørsted.".encode(encoding))
        _opened, (result,) = _attach(desk, desk.open(), file)
        assert result.source == "warden"
        assert ("save it as UTF-8" in result.message) is said


def test_a_mistake_while_adding_files_is_told_for_each_of_them_and_reported(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = desk.open()
    files = [ORIGINALS / "miller.txt", ORIGINALS / "warden.txt"]
    monkeypatch.setattr("crossread.operations.opening.attaching.attach_files", lambda *_given: [1 // 0])
    got: list[Attached] = []
    desk.session.attach(
        opened, files, None, lambda now, results: got.extend(results) if now is opened else None
    )
    with pytest.raises(ZeroDivisionError):
        desk.run_until(lambda: got)
    desk.run_until(lambda: got)
    assert [one.name for one in got] == ["miller.txt", "warden.txt"]
    assert all("Try again" in one.message and one.match is None for one in got)
