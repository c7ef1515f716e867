"""When something goes wrong: reports without paths, banners with a way on, and no answer lost unasked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from crossread.desktop.bridge import Bridge
from crossread.desktop.crash import CrashWatch
from crossread.desktop.crash_report import crash_report, hide
from crossread.desktop.pages.crash import CrashPage
from crossread.desktop.widgets.labels import Label
from crossread.operations.changed import Changed, Status
from tests.desktop.pages.conftest import EveningClock, Opened

Patch = pytest.MonkeyPatch


def caught(message: str) -> BaseException:
    try:
        raise ZeroDivisionError(message)
    except ZeroDivisionError as error:
        return error


def test_a_report_names_no_folder_of_the_learner(tmp_path: Path) -> None:
    error = caught(f"no room in {tmp_path / 'data' / 'learners'}")
    hidden = {"DATA": tmp_path / "data", "HOME": tmp_path}
    report = crash_report(error, error.__traceback__, datetime(2026, 3, 1, tzinfo=UTC), hidden)
    assert str(tmp_path) not in report
    assert "<DATA>" in report
    assert "ZeroDivisionError" in report


def test_the_longest_folder_is_hidden_first() -> None:
    hidden = {"HOME": Path("/home/ann"), "DATA": Path("/home/ann/data")}
    assert hide("/home/ann/data/x and /home/ann/y", hidden) == "<DATA>/x and <HOME>/y"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_error_that_nobody_caught_is_kept_and_shown(opened: Opened) -> None:
    watch = CrashWatch(opened.folders, EveningClock(), opened.bridge)
    error = caught("a mistake")
    watch._caught(type(error), error, error.__traceback__)
    opened.wait(lambda: watch.page is not None)
    kept = list(opened.folders.crashes.glob("*.txt"))
    assert len(kept) == 1
    assert watch.page is not None
    watch.page.copy()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    watch.page.close()
    opened.wait(lambda: watch.page is None)


def test_of_a_file_elsewhere_only_the_name_is_told() -> None:
    assert hide('  File "/srv/pupils/ann/tool.py", line 3', {}) == '  File "<ELSEWHERE>/tool.py", line 3'
    assert hide('  File "<PROGRAM>/desktop/x.py", line 3', {}) == '  File "<PROGRAM>/desktop/x.py", line 3'


def test_a_report_can_be_saved_where_the_user_wants_it(opened: Opened, tmp_path: Path) -> None:
    page = CrashPage("what happened", kept=True)
    opened.qtbot.addWidget(page)
    page.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text() == "what happened"


def not_saved(opened: Opened, monkeypatch: Patch) -> None:
    status = Status(kind="not-saved", message="The disk is full.")
    monkeypatch.setattr(type(opened.session), "status", property(lambda _session: status))
    opened.window._changed(Changed(frozenset({"status"})))


def test_what_is_not_saved_is_said_with_a_way_to_try_again(opened: Opened, monkeypatch: Patch) -> None:
    not_saved(opened, monkeypatch)
    banner = opened.window.banners.trouble
    assert banner.message().startswith("The disk is full. Your answers are kept")
    tried: list[bool] = []
    monkeypatch.setattr(opened.session, "retry", lambda: tried.append(True))
    opened.click(banner.buttons()[0])
    assert tried == [True]
    monkeypatch.undo()


def test_a_window_with_unsaved_answers_asks_before_it_closes(opened: Opened, monkeypatch: Patch) -> None:
    not_saved(opened, monkeypatch)
    monkeypatch.setattr(opened.session, "retry", lambda: None)
    assert not opened.window.close()
    assert opened.window.isVisible()
    close = opened.window.banners.trouble.buttons()[1]
    opened.click(close)
    assert not opened.window.isVisible()
    monkeypatch.undo()


def test_jobs_run_on_the_main_thread_one_after_the_other(opened: Opened) -> None:
    bridge, seen = Bridge(), list[int]()
    bridge.deliver(lambda: seen.append(1))
    bridge.deliver(lambda: seen.append(2))
    assert seen == []
    opened.wait(lambda: seen == [1, 2])


def failed(opened: Opened, monkeypatch: Patch, code: str) -> list[str]:
    status = Status(kind="failed", message="What is wrong, and what to do.", code=code)
    monkeypatch.setattr(type(opened.session), "status", property(lambda _session: status))
    opened.window._changed(Changed(frozenset({"status"})))
    return [button.text() for button in opened.window.banners.trouble.buttons()]


def test_a_new_record_or_another_folder_is_offered_only_where_that_helps(
    opened: Opened, monkeypatch: Patch
) -> None:
    assert failed(opened, monkeypatch, "record-locked") == ["Try again"]
    assert failed(opened, monkeypatch, "record-newer") == ["Try again"]
    assert failed(opened, monkeypatch, "record-unreadable") == ["Try again", "Use another folder…"]
    assert failed(opened, monkeypatch, "record-beyond-repair") == ["Try again", "Begin a new record"]
    monkeypatch.undo()


def test_what_a_banner_says_already_is_not_said_twice(opened: Opened, monkeypatch: Patch) -> None:
    failed(opened, monkeypatch, "record-locked")
    opened.window.banners.say("What is wrong, and what to do.")
    assert opened.window.banners.news.message() == ""
    opened.window.banners.say("Something else.")
    assert opened.window.banners.news.message() == "Something else."
    monkeypatch.undo()


def test_a_long_sentence_on_the_page_of_trouble_is_shown_whole(opened: Opened) -> None:
    page = opened.window.trouble
    page.show_message("A sentence that says what is wrong and what to do about it. " * 8)
    opened.window.pages.setCurrentWidget(page)
    opened.wait(page.isVisible)
    QCoreApplication.processEvents()
    for label in page.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
