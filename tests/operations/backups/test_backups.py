"""Backups as a session knows them: looked at, compared, made, copied, restored while the sitting goes on."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.record_difference import Counted, Difference
from crossread.inquiry.commands import Answer, EnterStage, PutNote
from crossread.inquiry.notes import Note
from crossread.operations.backups.backups import BackupSeen
from crossread.operations.noting.noting import passage_of
from crossread.operations.sessions.session_backups import AtWork
from crossread.texts.text import Range
from tests.operations.conftest import PACK, Desk


def answered(desk: Desk, question: str = "night-planks") -> None:
    opened = desk.open()
    if not desk.session.state(PACK).stage:
        desk.session.do(opened, EnterStage(stage="read-night"))
    desk.session.do(opened, Answer(question=question, response={"text": "3"}))
    desk.saved()


def noted(desk: Desk) -> None:
    opened = desk.open()
    passage = passage_of(opened, "warden", "digest", Range(0, 40))
    desk.session.do(opened, PutNote(note=Note(id="a", text="Look again", passages=(passage,))))
    desk.saved()


def backups(desk: Desk) -> tuple[BackupSeen, ...]:
    found = desk.result(desk.session.backups)
    assert not isinstance(found, Expected), found
    return found


def ended(desk: Desk, ask: Callable[..., AtWork | None], *what: object) -> object:
    """Do something with backups and return what came of it."""
    got: list[object] = []
    ask(*what, got.append)
    desk.run_until(lambda: got)
    return got[0]


def test_a_start_after_something_was_done_makes_one_and_it_says_what_it_holds(
    sit: Callable[[], Desk],
) -> None:
    first = sit().begin()
    assert backups(first) == ()
    answered(first)
    first.session.close()
    second = sit().begin()
    second.run_until(lambda: backups(second))
    (one,) = backups(second)
    assert (one.why, one.answers, one.number) == ("start", 1, 1)
    assert one.size > 4096


def test_one_is_made_when_asked_and_shares_are_told(desk: Desk) -> None:
    answered(desk)
    shares: list[float] = []
    assert ended(desk, lambda done: desk.session.back_up(done, shares.append)) is True
    assert [one.why for one in backups(desk)] == ["asked"]
    assert shares[-1] == 1
    assert ended(desk, desk.session.back_up) is True
    assert len(backups(desk)) == 2


def test_nothing_that_was_done_is_nothing_to_back_up(desk: Desk) -> None:
    assert ended(desk, desk.session.back_up) is False


def test_what_differs_is_told_and_a_restore_brings_it_about(desk: Desk) -> None:
    answered(desk)
    ended(desk, desk.session.back_up)
    (one,) = backups(desk)
    noted(desk)
    found = ended(desk, desk.session.backup_difference, one.name)
    assert found == Difference(Counted(notes=1), Counted(), same=False)
    assert desk.session.state(PACK).passage_notes
    assert desk.session.undoable(PACK)
    assert ended(desk, desk.session.restore, one.name) is True
    assert not desk.session.state(PACK).passage_notes
    assert not desk.session.undoable(PACK)  # steps of what is no more
    assert "restoring" in {what for changed in desk.told for what in changed.what}
    assert [seen.why for seen in backups(desk)][-2:] == ["restore", "asked"]
    last = desk.result(desk.session.last_restore)
    assert last is not None
    assert (last.name, last.before) == (one.name, backups(desk)[-2].name)
    answered(desk)
    assert ended(desk, desk.session.restore, last.before) is True
    assert desk.session.state(PACK).passage_notes


def test_the_sitting_after_a_restore_begins_with_what_was_restored(sit: Callable[[], Desk]) -> None:
    first = sit().begin()
    answered(first)
    ended(first, first.session.back_up)
    noted(first)
    ended(first, first.session.restore, backups(first)[0].name)
    first.session.close()
    second = sit().begin()
    assert second.session.report == ""
    assert not second.session.state(PACK).passage_notes


def test_a_copy_elsewhere_is_whole_and_one_that_is_refused_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    ended(desk, desk.session.back_up)
    (one,) = backups(desk)
    copy = partial(desk.session.copy_backup, one.name)
    to = tmp_path / "copy.sqlite"
    got: list[object] = []
    copy(to, got.append, lambda _share: None)
    desk.run_until(lambda: got)
    assert got == [to]
    assert to.read_bytes() == (desk.session.backups_folder / one.name).read_bytes()
    got.clear()
    copy(tmp_path / "nowhere" / "copy.sqlite", got.append, lambda _share: None)
    desk.run_until(lambda: got)
    assert isinstance(got[0], Expected)
    assert got[0].code == "backup-not-copied"
    assert str(tmp_path) not in got[0].message
    got.clear()
    copy(tmp_path / "third.sqlite", got.append, lambda _share: None).stop()
    desk.run_until(lambda: got)
    assert isinstance(got[0], Expected)
    assert got[0].code == "backup-stopped"
    assert not (tmp_path / "third.sqlite").exists()


def test_a_damaged_backup_is_told_and_refused(desk: Desk) -> None:
    answered(desk)
    ended(desk, desk.session.back_up)
    (one,) = backups(desk)
    path = desk.session.backups_folder / one.name
    path.write_bytes(path.read_bytes()[:5000])
    assert backups(desk) == (replace(one, size=5000, answers=None),)
    for ask in (desk.session.backup_difference, desk.session.restore):
        told = ended(desk, ask, one.name)
        assert isinstance(told, Expected)
        assert told.code == "backup-damaged"
    assert desk.session.state(PACK).stage


def test_while_the_record_cannot_be_opened_nothing_is_promised(sit: Callable[[], Desk]) -> None:
    first = sit().begin()
    second = sit().begin()
    assert second.session.status.kind == "failed"
    for ask in (second.session.back_up, partial(second.session.restore, "1")):
        told = ended(second, ask)
        assert isinstance(told, Expected)
        assert told.code == "record-locked"
    assert backups(second) == ()
    first.session.close()


def test_before_a_set_of_others_is_laid_over_what_there_is_is_backed_up(
    desk: Desk, folders: DataFolders, tmp_path: Path
) -> None:
    noted(desk)
    opened = desk.open()
    exported = tmp_path / "set.json"
    got: list[object] = []
    desk.session.export_notes(opened, exported, "json", got.append)
    desk.run_until(lambda: got)
    got.clear()
    desk.session.add_layer(opened, exported, got.append)
    desk.run_until(lambda: got)
    assert not isinstance(got[0], Expected)
    (one,) = backups(desk)
    assert one.why == "import"
    assert ended(desk, desk.session.restore, one.name) is True
    assert not desk.session.state(PACK).layers


def test_where_that_backup_cannot_be_made_it_is_laid_over_all_the_same_and_said(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(desk)
    opened = desk.open()
    exported = tmp_path / "set.json"
    got: list[object] = []
    desk.session.export_notes(opened, exported, "json", got.append)
    desk.run_until(lambda: got)
    got.clear()
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    desk.session.add_layer(opened, exported, got.append)
    desk.run_until(lambda: got)
    assert not isinstance(got[0], Expected)
    assert desk.session.state(PACK).layers
    assert "No backup was made" in desk.session.report
    assert "the disk has 1 kB left" in desk.session.report


def brought(desk: Desk, path: Path) -> object:
    got: list[object] = []
    desk.session.take_in_backup(path, got.append, lambda _share: None)
    desk.run_until(lambda: got)
    return got[0]


def test_a_copy_comes_back_on_another_machine_and_only_then_is_restored(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    noted(desk)
    ended(desk, desk.session.back_up)
    path = tmp_path / "copy.sqlite"
    path.write_bytes((desk.session.backups_folder / backups(desk)[0].name).read_bytes())
    made = backups(desk)[0].made
    other = Desk(DataFolders(tmp_path / "other"))
    try:
        other.begin()
        name = brought(other, path)
        (one,) = backups(other)
        assert (one.name, one.why, one.made, one.answers) == (name, "brought", made, 1)
        assert not other.session.state(PACK).passage_notes
        assert ended(other, other.session.restore, one.name) is True
        assert other.session.state(PACK).passage_notes
    finally:
        other.session.close()


def test_what_is_no_backup_is_not_taken_in(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    ended(desk, desk.session.back_up)
    content = (desk.session.backups_folder / backups(desk)[0].name).read_bytes()
    for number, wrong in enumerate(
        (b"", b"no database", content[:9000], content.replace(b"planks", b"plunks"))
    ):
        path = tmp_path / f"{number}.sqlite"
        path.write_bytes(wrong)
        told = brought(desk, path)
        assert isinstance(told, Expected)
        assert (told.code, told.fields["name"]) == ("no-backup", path.name)
    told = brought(desk, tmp_path / "gone.sqlite")
    assert isinstance(told, Expected)
    assert told.code == "backup-not-copied"
    assert len(backups(desk)) == 1
    assert not list(desk.session.backups_folder.glob("*.*ing*"))


def test_a_copy_is_taken_in_while_another_backup_is_made(desk: Desk, tmp_path: Path) -> None:
    answered(desk)
    ended(desk, desk.session.back_up)
    path = tmp_path / "copy.sqlite"
    path.write_bytes((desk.session.backups_folder / backups(desk)[0].name).read_bytes())
    got: list[object] = []
    for _one in range(6):
        desk.session.back_up(got.append)
        desk.session.take_in_backup(path, got.append, lambda _share: None)
    desk.run_until(lambda: len(got) == 12)
    assert not [one for one in got if isinstance(one, Expected)]
    assert sorted(one.number for one in backups(desk)) == list(range(1, 14))
