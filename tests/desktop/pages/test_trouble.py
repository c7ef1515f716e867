"""When something goes wrong: reports without paths, banners with a way on, and no answer lost unasked."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from crossread.base.clock import SystemClock
from crossread.desktop.bridge import Bridge
from crossread.desktop.crash import MOST_REPORTS, CrashWatch
from crossread.desktop.crash_report import crash_report, hide
from crossread.desktop.pages.crash import CrashPage
from crossread.desktop.widgets.labels import Label
from crossread.operations.sessions.changed import Changed, Status
from crossread.questions.numerical import NumericalResponse
from tests.desktop.pages.conftest import FIXTURES, PACK, EveningClock, Opened

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
    assert hide("/home/ann/data/x and /home/ann/y", hidden) == "<DATA>/x and <HOME>/…"


def test_a_folder_that_begins_like_another_is_not_taken_for_it() -> None:
    assert hide("/home/anna/x", {"HOME": Path("/home/ann")}) == "/home/anna/x"


@pytest.mark.parametrize(
    "path",
    [
        "/media/ann/STICK/Ann Lee 8b.txt",
        "C:\\Users\\Ann Lee\\8b.txt",
        "\\\\school\\pupils\\Ann Lee.txt",
        "~/8b/Ann Lee.txt",
    ],
)
def test_no_name_of_a_file_of_the_learner_s_is_told(path: str) -> None:
    report = hide(f"OSError: [Errno 5] I/O error: {path!r} -> {path!r}\n", {"HOME": Path("/home/ann")})
    assert report == "OSError: [Errno 5] I/O error: '<ELSEWHERE>' -> '<ELSEWHERE>'\n"


def test_a_file_at_home_is_told_only_to_be_at_home_and_source_lines_stay() -> None:
    words = '  File "/home/ann/lib/x.py", line 3\n    part("/", 1)\nOSError: "/home/ann/Ann Lee/8b.txt"'
    told = hide(words, {"HOME": Path("/home/ann")})
    assert told == '  File "<ELSEWHERE>/x.py", line 3\n    part("/", 1)\nOSError: "<HOME>/…"'


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


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_mistake_that_comes_again_and_again_is_kept_once(opened: Opened) -> None:
    watch = CrashWatch(opened.folders, SystemClock(), opened.bridge)
    error = caught("a mistake in painting")
    opened.folders.crashes.mkdir(parents=True)
    for number in range(30):
        (opened.folders.crashes / f"crash-20200101-{number:06}.txt").touch()
    for _ in range(3):
        watch._caught(type(error), error, error.__traceback__)
    kept = sorted(opened.folders.crashes.iterdir())
    assert len(kept) == MOST_REPORTS
    assert [file.stat().st_size > 0 for file in kept].count(True) == 1
    opened.wait(lambda: watch.page is not None)
    assert watch.page is not None
    opened.qtbot.addWidget(watch.page)
    QTest.keyClick(watch.page.focusWidget() or watch.page, Qt.Key.Key_Return)
    opened.wait(lambda: watch.page is None)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_terminal_that_is_gone_does_not_swallow_the_report(opened: Opened, monkeypatch: Patch) -> None:
    class Gone:
        def write(self, _words: str) -> None:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.__stderr__", Gone())
    watch = CrashWatch(opened.folders, EveningClock(), opened.bridge)
    error = caught("a mistake")
    watch._caught(type(error), error, error.__traceback__)
    opened.wait(lambda: watch.page is not None)
    assert len(list(opened.folders.crashes.iterdir())) == 1


def test_where_a_pack_takes_long_to_open_the_way_back_comes_by_itself(opened: Opened) -> None:
    page = opened.window.trouble
    page.show_opening()
    opened.window.pages.setCurrentWidget(page)
    back = page.findChildren(QPushButton)[0]
    assert not back.isVisible()
    opened.wait(back.isVisible)


def test_an_original_that_was_spoilt_is_told_when_the_pack_is_opened(
    open_window: Callable[[], Opened],
) -> None:
    opened = open_window()
    opened.go("read-night")
    opened.pages.attach([FIXTURES / "originals" / "warden.txt"])
    opened.wait(lambda: opened.pages.opened.has_original("warden"))
    opened.close()
    next(opened.folders.originals.glob("*.txt")).unlink()
    again = open_window()
    again.go("read-night")
    assert again.window.banners.news.message().startswith("A, The warden: The original kept here is damaged")
    assert again.desk.panes.shown()["warden"] == "digest"


def test_what_is_written_while_the_record_is_open_elsewhere_stays_and_is_kept_in_the_end(
    open_window: Callable[[], Opened],
) -> None:
    elsewhere, opened = open_window(), open_window()
    assert opened.session.status.kind == "failed"
    opened.go("read-night")
    column = opened.desk.column
    column.go(0)
    column.focus()
    opened.type("3")
    column.refresh()
    column.go_on()
    column.go_back()
    assert column.body is not None
    assert column.body.answer.response() == NumericalResponse("3")

    assert not opened.window.close()
    assert "closing now would lose it" in opened.window.banners.trouble.message()
    elsewhere.close()
    opened.session.retry()
    opened.saved()
    assert column.body.answer.response() == NumericalResponse("3")
    opened.close()
    again = open_window()
    assert again.session.state(PACK).of("read-night").latest.answers["night-planks"].response == {"text": "3"}


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
    assert failed(opened, monkeypatch, "record-locked") == ["Try again", "Read as a guest"]
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
