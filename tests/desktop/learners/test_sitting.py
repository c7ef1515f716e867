"""Real programs: a class, guests, switching, two windows on one learner, deleting, and coming back."""

import os
import signal
from pathlib import Path

import pytest

from crossread.base.clock import SystemClock
from crossread.base.declared import MODE, TEXT_SIZE
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.operations.learners.learners import Learner, add_learner, learners, set_pattern
from crossread.record.record import Record
from tests.desktop.learners.playing import play, started


@pytest.fixture
def data(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


def said(done: "object") -> list[str]:
    out = getattr(done, "stdout", "")
    assert "left 0" in out, f"{out}\n{getattr(done, 'stderr', '')}"
    return [line for line in out.splitlines() if not line.startswith("left ")]


def test_who_reads_alone_meets_no_start_page_and_nobody_new(data: DataFolders) -> None:
    alone = """
import sys
def look():
    window = shown(MainWindow)
    if ready(window):
        say("start page" if shown(StartWindow) else "none")
        say(window.frame.can("switch-learner"), window.bar._learner)
        say([name for name in sys.modules if name == "crossread.desktop.learners.seating"])
        return True
steps = [look, close]
"""
    done = play(data.root, alone)
    assert done.returncode == 0, done.stderr
    assert said(done) == ["none", "False None", "[]"]
    (learner,) = learners(data)
    assert not (learner.folder / "learner.toml").exists()
    assert not (learner.folder / "settings.toml").exists()


CLASS = """
def choose():
    start = shown(StartWindow)
    if start:
        start.choosing.list.go_to(1)
        start.choosing.list.shown.emit(start.choosing.list.current())
        return True
def larger():
    window = shown(MainWindow)
    if ready(window):
        say(window.bar._learner.accessibleName())
        window._look_keys.deeds()["bigger"]()
        window.resize(901, 701)
        window.frame.do("switch-learner")
        return True
def guest():
    start = shown(StartWindow)
    if start:
        say(start.width())
        start.choosing.guest.click()
        return True
def look():
    window = shown(MainWindow)
    if ready(window):
        say(window.bar._learner.accessibleName(), window._around.settings.place("x"))
        say(window._around.session.learner_folder.parent.name)
        return True
steps = [choose, larger, guest, look, close]
"""


def test_a_class_chooses_switches_and_each_keeps_their_own_look(data: DataFolders) -> None:
    add_learner(data, "Ali")
    mara = add_learner(data, "Mara")
    done = play(data.root, CLASS, mode="classroom")
    assert done.returncode == 0, done.stderr
    told = said(done)
    assert told[0] == "Mara reads here"
    assert told[2:] == ["A guest reads here {}", "guests"]
    assert Settings(mara.folder / "settings.toml")[TEXT_SIZE] > 17
    assert Settings(data.settings)[TEXT_SIZE] == 17
    assert not data.guests.exists()


LOOKS = """
from crossread.base.declared import TEXT_SIZE, THEME
def add():
    window = shown(MainWindow)
    if ready(window):
        window._around.settings.set_all({TEXT_SIZE: 30, THEME: "night"})
        window._around.settings.remember("last", {"pack": "p"})
        window.go(Place("learners"))
        page(window).others.field.setText("Zoe")
        page(window).others.add.click()
        page(window).others.switch.click()
        return True
def tell(window):
    settings = window._around.settings
    say(settings[TEXT_SIZE], settings[THEME], settings.place("last"))
def zoe():
    window = shown(MainWindow)
    if ready(window) and window.bar._learner:
        tell(window)
        window._around.settings.set(TEXT_SIZE, 20)
        window.frame.do("switch-learner")
        return True
def first():
    start = shown(StartWindow)
    if start:
        start.choosing.list.go_to([one.name for one in start.choosing.list.rows()].index(""))
        start.choosing.list.shown.emit(start.choosing.list.current())
        return True
def back():
    window = shown(MainWindow)
    if ready(window):
        tell(window)
        window.frame.do("switch-learner")
        return True
def guest():
    start = shown(StartWindow)
    if start:
        start.choosing.guest.click()
        return True
def look():
    window = shown(MainWindow)
    if ready(window):
        tell(window)
        return True
steps = [add, zoe, first, back, guest, look, close]
"""


def test_who_comes_new_has_the_program_s_own_look_and_who_was_there_keeps_theirs(data: DataFolders) -> None:
    assert said(play(data.root, LOOKS)) == ["17 system {}", "30 night {'pack': 'p'}", "17 system {}"]


def test_guests_leave_nothing_where_the_machine_is_open_to_all(data: DataFolders) -> None:
    Settings(data.settings).set(MODE, "open")
    visit = """
def look():
    window = shown(MainWindow)
    if ready(window):
        say(window._around.session.learner_folder.name in str(list(folders.guests.iterdir())))
        say(isinstance(shown(StartWindow), StartWindow), window.pages.greeting)
        say(window.bar.status.text())
        return True
steps = [look, close]
"""
    done = play(data.root, visit)
    assert said(done) == [
        "True",
        "False None",
        "kept for now",
    ]
    assert not data.guests.exists()
    assert not learners(data)


@pytest.mark.skipif(os.name == "nt", reason="kill is a signal")
def test_what_a_killed_guest_left_is_gone_after_the_next_start(data: DataFolders) -> None:
    visit = """
def look():
    if ready(shown(MainWindow)):
        say("here")
        return True
steps = [look]
"""
    with started(data.root, visit, mode="open") as guest:
        assert guest.stdout is not None
        assert guest.stdout.readline() == "here\n"
        guest.send_signal(signal.SIGKILL)
    assert list(data.guests.iterdir())
    gone = """
def look():
    return ready(shown(MainWindow)) and not folders.guests.exists()
steps = [look, close]
"""
    said(play(data.root, gone))
    assert not data.guests.exists()


SECOND = """
def look():
    window = shown(MainWindow)
    if window and window.banners.trouble.message():
        say(window.banners.trouble.message())
        buttons = {button.text(): button for button in window.banners.trouble.buttons()}
        say(sorted(buttons))
        buttons["Read as a guest"].click()
        return True
def as_guest():
    window = shown(MainWindow)
    if ready(window):
        say(window.bar._learner.accessibleName(), window.banners.trouble.message())
        return True
steps = [look, as_guest, close]
"""


def test_a_second_program_on_one_learner_says_so_and_reads_as_a_guest(data: DataFolders) -> None:
    first = """
def look():
    if ready(shown(MainWindow)):
        say("here")
        return True
steps = [look]
"""
    with started(data.root, first) as holding:
        assert holding.stdout is not None
        assert holding.stdout.readline() == "here\n"
        told = said(play(data.root, SECOND))
        holding.terminate()
    assert "open in another window" in told[0]
    assert told[1] == "['Read as a guest', 'Try again']"
    assert told[2] == "A guest reads here "


def test_where_there_are_several_another_learner_can_be_chosen_instead(data: DataFolders) -> None:
    mara = add_learner(data, "Mara")
    add_learner(data, "Zoe")
    record = Record.open(mara.folder, SystemClock())
    other = """
def look():
    window = shown(MainWindow)
    if window and window.banners.trouble.message():
        buttons = {button.text(): button for button in window.banners.trouble.buttons()}
        buttons["Choose another learner…"].click()
        return True
def tried():
    start = shown(StartWindow)
    if start:
        start.choosing.list.go_to(0)
        start.choosing.list.shown.emit(start.choosing.list.current())
        say(start.banner.message()[:40])
        start.choosing.list.go_to(1)
        start.choosing.list.shown.emit(start.choosing.list.current())
        return True
def zoe():
    window = shown(MainWindow)
    if ready(window):
        say(window.bar._learner.accessibleName())
        return True
steps = [look, tried, zoe, close]
"""
    told = said(play(data.root, other, learner=mara.id))
    record.close()
    assert told == ["This learner's record is open in another", "Zoe reads here"]


DELETE = """
def go():
    window = shown(MainWindow)
    if ready(window):
        window.frame.welcome()
        window.go(Place("learners"))
        return True
def ask():
    found = page(shown(MainWindow))
    if found and found.you:
        found.you.delete.click()
        return True
def sure():
    found = page(shown(MainWindow))
    if found and found.asking:
        TEACHER
        found.asking.delete.click()
        return True
"""


def test_delete_me_leaves_a_fresh_beginning(data: DataFolders) -> None:
    after = """
def fresh():
    window = shown(MainWindow)
    if ready(window):
        say(window.banners.news.message())
        return True
steps = [go, ask, sure, fresh, close]
"""
    said(play(data.root, "steps = [close]"))
    (before,) = learners(data)
    Settings(data.settings).set(TEXT_SIZE, 30)
    assert said(play(data.root, DELETE.replace("TEACHER", "") + after)) == [
        "All that was kept of Reader is deleted."
    ]
    (now,) = learners(data)
    assert now.id != before.id
    assert Settings(data.settings)[TEXT_SIZE] == 17
    assert not before.folder.exists()


def test_in_a_class_delete_me_needs_the_teacher_and_leads_to_the_start_page(data: DataFolders) -> None:
    from crossread.operations.learners.teacher_word import TeacherWord

    mara = add_learner(data, "Mara")
    TeacherWord(data, SystemClock()).set("a quiet harbour")
    teacher = """
        found.asking.delete.click()
        say(found.asking.teacher.told.text())
        found.asking.teacher.field.setText("a quiet harbour")
"""
    after = """
def choose():
    start = shown(StartWindow)
    if start:
        start.choosing.list.shown.emit(start.choosing.list.current())
        return True
def told():
    start = shown(StartWindow)
    if start:
        say(start.banner.message(), len(start.choosing.list.rows()))
        start.close()
        return True
steps = [choose, go, ask, sure, told]
"""
    done = play(data.root, DELETE.replace("        TEACHER", teacher) + after, mode="classroom")
    assert said(done) == ["That is not the teacher word.", "All that was kept of Mara is deleted. 0"]
    assert not mara.folder.exists()


def test_a_pattern_is_asked_for_also_where_one_would_open_unasked(data: DataFolders) -> None:
    mara = set_pattern(add_learner(data, "Mara"), ("sun", "boat", "leaf"))
    open_it = """
def give():
    start = shown(StartWindow)
    if start and start.pages.currentWidget() is start.pattern:
        for nth in (0, 1, 2):
            start.pattern.pad.buttons[nth].click()
        return True
steps = [give, close]
"""
    done = play(data.root, open_it)
    assert done.returncode == 0, done.stderr
    said(done)
    assert (mara.folder / "record.sqlite").exists()


def test_something_is_done_in_between_and_the_same_one_sits_where_they_sat(data: DataFolders) -> None:
    between = """
def between():
    from crossread.operations.learners.opened_elsewhere import opened_elsewhere
    (learner,) = folders.learners.iterdir()
    return f"open: {bool(opened_elsewhere(learner))}"
def ask():
    window = shown(MainWindow)
    if ready(window):
        window.resize(777, 555)
        window._around.seats.ask(Seat("same", between=between, place=Place("help")))
        return True
def again():
    window = shown(MainWindow)
    if ready(window) and window.pages.page().name == "help":
        say(window.banners.news.message(), window.width(), window.height())
        return True
steps = [ask, again, close]
"""
    assert said(play(data.root, between)) == ["open: False 777 555"]
    assert len(learners(data)) == 1


def test_an_unused_window_of_a_class_saves_and_goes_back_to_the_start_page(
    data: DataFolders, tmp_path: Path
) -> None:
    add_learner(data, "Mara")
    unused = """
import crossread.desktop.learners.sitting_down as sitting
made = sitting.Unused
sitting.Unused = lambda seconds, *more: made(seconds / 400, *more)
def choose():
    start = shown(StartWindow)
    if start:
        start.choosing.list.shown.emit(start.choosing.list.current())
        return True
def back():
    start = shown(StartWindow)
    if start:
        start.close()
        return True
def away():
    return shown(MainWindow) is not None
steps = [choose, away, back]
"""
    done = play(data.root, unused, mode="classroom")
    assert done.returncode == 0, done.stderr
    said(done)


def test_a_learner_named_on_the_command_line_sits_down_at_once(data: DataFolders) -> None:
    add_learner(data, "Ali")
    mara: Learner = add_learner(data, "Mara")
    look = """
def look():
    window = shown(MainWindow)
    if ready(window):
        say(window.bar._learner.accessibleName())
        return True
steps = [look, close]
"""
    assert said(play(data.root, look, learner=mara.id)) == ["Mara reads here"]


def test_another_use_of_the_machine_holds_for_who_sits_down_next(data: DataFolders) -> None:
    by_guests = """
from crossread.base.declared import MODE
def change():
    window = shown(MainWindow)
    if ready(window):
        say(window._around.seats.may_remove)
        window.settings.set(MODE, "open")
        window._around.seats.ask(Seat("fresh"))
        return True
def guest():
    window = shown(MainWindow)
    if ready(window) and window.bar._learner is not None:
        say(window.bar._learner.accessibleName(), window._around.seats.may_remove)
        return True
steps = [change, guest, close]
"""
    assert said(play(data.root, by_guests)) == ["True", "A guest reads here False"]


def test_who_is_deleted_beside_others_leaves_the_choice_to_whoever_comes(data: DataFolders) -> None:
    add_learner(data, "Ali")
    mara = add_learner(data, "Mara")
    after = """
def told():
    start = shown(StartWindow)
    if start:
        say(start.banner.message(), [one.shown for one in start.choosing.list.rows()])
        start.close()
        return True
steps = [go, ask, sure, told]
"""
    done = play(data.root, DELETE.replace("TEACHER", "") + after, learner=mara.id)
    assert said(done) == ["All that was kept of Mara is deleted. ['Ali']"]


def test_the_same_one_changes_settings_after_coming_back_as_before(data: DataFolders) -> None:
    mara = add_learner(data, "Mara")
    again = """
def ask():
    window = shown(MainWindow)
    if ready(window):
        window._around.seats.ask(Seat("same"))
        return True
def larger():
    window = shown(MainWindow)
    if ready(window):
        window._look_keys.deeds()["bigger"]()
        say(window._around.session.learner_folder.name)
        return True
steps = [ask, larger, close]
"""
    done = play(data.root, again, learner=mara.id)
    assert said(done) == [mara.id]
    assert "Traceback" not in done.stderr
    assert not list(data.crashes.glob("*"))
    assert Settings(mara.folder / "settings.toml")[TEXT_SIZE] > 17


def test_what_is_not_saved_keeps_the_window_and_nobody_sits_down_in_its_place(data: DataFolders) -> None:
    add_learner(data, "Mara")
    add_learner(data, "Zoe")
    refused = """
from crossread.operations.sessions.changed import Status
def ask():
    window = shown(MainWindow)
    if ready(window):
        session = type(window._around.session)
        kept = session.status
        session.status = property(lambda _session: Status(kind="not-saved", message="The disk is full."))
        window.frame.do("switch-learner")
        say(window.isVisible(), "closing now would lose it" in window.banners.trouble.message())
        session.status = kept
        return True
steps = [ask, close]
"""
    assert said(play(data.root, refused)) == ["True True"]  # and the start page never came


def test_a_draft_is_there_again_once_the_same_one_sits_down_again(data: DataFolders) -> None:
    mara = add_learner(data, "Mara")
    zoe = add_learner(data, "Zoe")
    to_and_fro = f"""
def write():
    window = shown(MainWindow)
    if ready(window):
        window._around.session.set_draft("p", "q", {{"response": {{"text": "half a senten"}}}})
        window._around.seats.ask(Seat("learner", "{zoe.id}"))
        return True
def zoe():
    window = shown(MainWindow)
    if ready(window) and window._around.session.learner_folder.name == "{zoe.id}":
        say(window._around.session.draft("p", "q"))
        window._around.seats.ask(Seat("learner", "{mara.id}"))
        return True
def again():
    window = shown(MainWindow)
    if ready(window) and window._around.session.learner_folder.name == "{mara.id}":
        say(window._around.session.draft("p", "q"))
        return True
steps = [write, zoe, again, close]
"""
    told = said(play(data.root, to_and_fro, learner=mara.id))
    assert told[0] == "None"
    assert "half a senten" in told[1]
