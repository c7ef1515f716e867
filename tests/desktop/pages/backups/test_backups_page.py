"""The page of the backups, as it is used: looked at, one more made, one put back and that taken back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from crossread.base.errors import Expected
from crossread.desktop.more_menu import ENTRIES
from crossread.desktop.pages.backups.backup_list import SHOWN
from crossread.desktop.pages.backups.backups_page import BackupsPage
from crossread.desktop.pages.settings.settings_leads import LeadRow
from crossread.desktop.pages.settings.settings_page import SettingsPage
from crossread.desktop.place import Place
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.inquiry.commands import Answer, EnterStage, SetNote
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.session_backups import AtWork
from crossread.record.backup_errors import stopped_early
from tests.desktop.pages.conftest import PACK, Opened, words_of


def pack(opened: Opened) -> OpenPack:
    got: list[OpenPack | Expected] = []
    opened.session.open_pack(PACK, got.append)
    opened.wait(lambda: bool(got))
    assert isinstance(got[0], OpenPack)
    return got[0]


def answer(opened: Opened, text: str = "3") -> None:
    there = pack(opened)
    if not opened.session.state(PACK).stage:
        opened.session.do(there, EnterStage(stage="read-night"))
    opened.session.do(there, Answer(question="night-planks", response={"text": text}))
    opened.saved()


def note(opened: Opened, text: str) -> None:
    opened.session.do(pack(opened), SetNote(key="stage/read-night", text=text))
    opened.saved()


def backed_up(opened: Opened) -> None:
    got: list[object] = []
    opened.session.back_up(got.append)
    opened.wait(lambda: bool(got))
    assert got == [True]


def page(opened: Opened, rows: int | None = None) -> BackupsPage:
    """Go to the page and wait until it is filled and all it shows is compared."""
    opened.window.go(Place("backups"))
    shown = opened.window.pages.page()
    assert isinstance(shown, BackupsPage)
    compared(opened, shown, rows)
    return shown


def compared(opened: Opened, shown: BackupsPage, rows: int | None = None) -> None:
    def is_filled() -> bool:
        count = len(shown.rows)
        enough = count == rows if rows is not None else count > 0
        return enough and shown.is_ready() and all(row.difference is not None for row in shown.rows)

    opened.wait(is_filled)
    opened.wait(lambda: all(row.isVisible() for row in shown.rows))


def to_agree(opened: Opened) -> None:
    """Go by key from what leaves all as it is, which has the focus, to what restores."""
    opened.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused(opened).startswith("Restore the backup of")


def focused(opened: Opened) -> str:
    return opened.focus().accessibleName()


def test_with_none_it_says_when_the_first_is_made(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    opened.window.go(Place("backups"))
    opened.wait(lambda: "No backups yet" in words_of(opened.window))
    assert focused(opened) == "Back up now"
    opened.press(Qt.Key.Key_Return)
    opened.wait(lambda: "nothing to back up yet" in words_of(opened.window))


def test_each_says_when_why_how_much_and_how_it_differs_from_now(
    open_window: Callable[[], Opened], heard: list[str]
) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    answer(opened, "4")
    note(opened, "Look again")
    shown = page(opened, 1)
    said = words_of(opened.window)
    assert "1 answer · " in said
    assert "asked for · ✓ verified" in said
    assert "Not in it: 1 answer, 1 note or highlight." in said
    opened.click(shown.now)
    compared(opened, shown, 2)
    opened.wait(lambda: not shown._busy)
    assert "The same as now." in shown.rows[0].words()
    assert "A backup was made and verified." in heard
    assert "A backup was made and verified." in words_of(opened.window)


def test_a_restore_is_asked_about_done_and_taken_back_by_keyboard(
    open_window: Callable[[], Opened], heard: list[str]
) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    answer(opened, "4")
    note(opened, "Look again")
    opened.go("read-night")
    shown = page(opened, 1)
    while not focused(opened).startswith("Restore the backup of"):
        opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Return)
    asking = shown.rows[0].asking
    assert asking is not None
    assert "Given up: 1 answer, 1 note or highlight." in asking.words()
    assert any("Restore this backup?" in sentence for sentence in heard)
    opened.press(Qt.Key.Key_Escape)
    assert shown.rows[0].asking is None
    assert focused(opened).startswith("Restore the backup of")
    opened.press(Qt.Key.Key_Return)
    assert focused(opened) == "Cancel"
    to_agree(opened)
    opened.press(Qt.Key.Key_Return)
    opened.wait(lambda: shown.last.isVisible() and shown.last.back.hasFocus())
    assert opened.window.pages.pack is None  # what showed the pack as it was
    assert not opened.session.state(PACK).notes
    compared(opened, shown)
    assert "Restored, and verified." in heard
    assert "What was there before is a backup of its own" in shown.last.words()

    opened.press(Qt.Key.Key_Return)
    opened.wait(lambda: any(row.asking is not None for row in shown.rows))
    asking = next(row.asking for row in shown.rows if row.asking is not None)
    assert "There again: 1 answer, 1 note or highlight." in asking.words()
    to_agree(opened)
    opened.press(Qt.Key.Key_Return)
    opened.wait(lambda: bool(opened.session.state(PACK).notes))
    opened.go("read-night")  # and the window goes on
    answer(opened, "5")


def test_what_is_asked_before_a_restore_is_whole_in_view(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    for text in ("4", "5", "6", "7"):
        answer(opened, text)
        backed_up(opened)
    opened.window.resize(900, 480)
    shown = page(opened)
    row = shown.rows[-1]
    area = shown.findChildren(CentredColumn)[0]
    area.ensureWidgetVisible(row.restore)
    opened.click(row.restore)
    assert row.asking is not None
    below = row.asking.mapTo(area.viewport(), row.asking.rect().bottomLeft()).y()
    above = row.asking.mapTo(area.viewport(), row.asking.rect().topLeft()).y()
    assert 0 <= above < below <= area.viewport().height()


def test_the_way_back_waits_until_the_list_is_read_anew(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    note(opened, "Look again")
    shown = page(opened, 1)
    opened.click(shown.rows[0].restore)
    to_agree(opened)
    opened.press(Qt.Key.Key_Return)
    opened.wait(lambda: shown.last.isVisible() and shown.last.back.hasFocus())
    compared(opened, shown)
    opened.window.go_home()
    opened.window.go(Place("backups"))
    shown.last.back.click()  # before anything is read
    opened.wait(lambda: any(row.asking is not None for row in shown.rows))
    compared(opened, shown)
    assert any(row.asking is not None for row in shown.rows)


def test_by_the_mouse_a_restore_can_be_thought_better_of(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    answer(opened, "4")
    shown = page(opened, 1)
    row = shown.rows[0]
    opened.click(row.restore)
    asking = row.asking
    assert asking is not None
    opened.wait(asking.no.isVisible)
    opened.click(asking.no)
    assert not asking.isVisible()
    opened.wait(row.restore.isVisible)
    assert len(list(opened.session.backups_folder.glob("*.sqlite"))) == 1  # not even one more was made


def test_a_long_restore_shows_how_far_it_is_and_can_be_cancelled(
    open_window: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch, heard: list[str]
) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    shown = page(opened, 1)
    work = AtWork()
    begun: list[Callable[[object], None]] = []

    def begin(_name: str, done: Callable[[object], None], progress: Callable[[float], None]) -> AtWork:
        begun.append(done)
        progress(0.25)
        progress(0.75)
        return work

    monkeypatch.setattr(opened.session, "restore", begin)
    opened.click(shown.rows[0].restore)
    to_agree(opened)
    opened.press(Qt.Key.Key_Return)
    assert "the backup is copied and verified" in shown.work.words()
    assert not shown.now.isEnabled()
    assert not shown.rows[0].restore.isEnabled()
    assert focused(opened) == "Cancel"
    opened.press(Qt.Key.Key_Return)
    assert work.is_stopped
    begun[0](stopped_early())
    assert shown.work.words() == "Cancelled. Nothing was changed."
    assert "Cancelled. Nothing was changed." in heard
    assert shown.now.hasFocus()
    assert shown.rows[0].restore.isEnabled()


def test_a_restore_that_cannot_be_done_says_why_and_changes_nothing(
    open_window: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    note(opened, "Look again")
    shown = page(opened, 1)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    opened.click(shown.rows[0].restore)
    asking = shown.rows[0].asking
    assert asking is not None
    opened.wait(asking.yes.isVisible)
    opened.click(asking.yes)
    opened.wait(lambda: not shown._busy)
    assert "Nothing was restored" in shown.work.words()
    assert "the disk has 1 kB left" in shown.work.words()
    assert opened.session.state(PACK).notes
    opened.click(shown.now)
    opened.wait(lambda: "No backup was made" in shown.work.words() and not shown._busy)
    assert "What was saved before stays, and so do the older backups." in shown.work.words()


def test_a_damaged_one_says_so_and_offers_nothing(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    backed_up(opened)
    newest, older = sorted(opened.session.backups_folder.glob("*.sqlite"), reverse=True)
    newest.write_bytes(newest.read_bytes()[:5000])
    older.write_bytes(older.read_bytes().replace(b"night-planks", b"night-plankx"))
    opened.window.go(Place("backups"))
    shown = opened.window.pages.page()
    assert isinstance(shown, BackupsPage)
    opened.wait(lambda: [row.restore.isEnabled() for row in shown.rows] == [False, False])
    assert "It cannot be read" in shown.rows[0].words()
    assert "is damaged and cannot be used" in shown.rows[1].words()
    assert shown.now.isEnabled()


def test_a_copy_goes_where_the_learner_chooses(
    open_window: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    shown = page(opened, 1)
    offered: list[str] = []

    def choose(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(path).name)
        return str(tmp_path / "mine.sqlite"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    opened.click(shown.rows[0].copy)
    opened.wait(lambda: "Copied to mine.sqlite, and verified there." in shown.work.words())
    assert offered[0].startswith("Crossread backup 20")
    assert (tmp_path / "mine.sqlite").stat().st_size == shown.rows[0].one.size
    assert opened.handed_on() == (str(tmp_path / "mine.sqlite"),), "it goes with whoever is deleted"


def test_a_copy_is_brought_back_into_the_list_and_restores_nothing_by_itself(
    open_window: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    copy = tmp_path / "mine.sqlite"
    shutil.copy(next(opened.session.backups_folder.glob("*.sqlite")), copy)
    note(opened, "Look again")
    shown = page(opened, 1)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(copy), ""))
    opened.click(shown.bring)
    opened.wait(lambda: len(shown.rows) == 2)
    compared(opened, shown, 2)
    assert "Nothing was restored yet." in shown.work.words()
    assert "brought back from a copy" in words_of(shown.rows[0])
    assert opened.session.state(PACK).notes


def test_the_folder_is_shown(open_window: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    shown = page(opened, 1)
    urls: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()))
    opened.click(shown.folder)
    assert urls == [str(opened.session.backups_folder)]


def test_many_are_shown_some_at_a_time(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    for _one in range(SHOWN + 2):
        backed_up(opened)
    shown = page(opened, SHOWN)
    opened.wait(shown.list.more.isVisible)
    opened.click(shown.list.more)
    compared(opened, shown, SHOWN + 2)
    assert shown.list.more.isHidden()
    assert shown.rows[SHOWN].restore.hasFocus()


def test_it_is_found_by_its_key_the_menu_and_the_palette(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    opened.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    opened.wait(lambda: isinstance(opened.window.pages.page(), BackupsPage))
    opened.press(Qt.Key.Key_Escape)
    opened.wait(lambda: not isinstance(opened.window.pages.page(), BackupsPage))
    opened.window.frame.do("backups")
    assert isinstance(opened.window.pages.page(), BackupsPage)
    assert any(entry[0] == "backups" for entry in ENTRIES)


def test_the_settings_lead_to_it_also_by_its_name(open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    opened.saved()
    opened.window.go(Place("settings", about="other"))
    settings = opened.window.pages.page()
    assert isinstance(settings, SettingsPage)
    lead = settings.findChildren(LeadRow)[0]
    opened.wait(lead.button.isVisible)
    settings.field.setFocus()
    opened.type("backup")
    opened.wait(lambda: any(one.button.isVisible() for one in settings.findChildren(LeadRow)))
    assert "No setting speaks of that" not in words_of(opened.window)
    found = next(one for one in settings.findChildren(LeadRow) if one.button.isVisible())
    opened.click(found.button)
    opened.wait(lambda: isinstance(opened.window.pages.page(), BackupsPage))


def test_every_button_and_every_word_has_what_a_screen_reader_says(
    open_window: Callable[[], Opened],
) -> None:
    opened = open_window()
    opened.saved()
    answer(opened)
    backed_up(opened)
    shown = page(opened, 1)
    assert all(button.accessibleName() for button in shown.findChildren(QPushButton))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown.findChildren(QLabel))
    assert shown.parts()[0] is shown.now


def test_the_page_stands_in_the_middle_and_leads_back_to_the_library(opened: Opened) -> None:
    opened.window.resize(1600, 900)
    opened.window.go(Place("backups"))
    shown = opened.window.pages.page()
    assert isinstance(shown, BackupsPage)
    opened.wait(shown._area.inside.isVisible)

    def is_in_the_middle() -> bool:
        free = shown._area.viewport().width() - shown._area.inside.width()
        return free > 0 and abs(shown._area.inside.x() - free / 2) <= 2

    opened.wait(is_in_the_middle)
    opened.click(shown._back)
    opened.wait(lambda: opened.window.pages.page() is opened.window.library)
