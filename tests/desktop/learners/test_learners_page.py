"""The page of the learners: a name, a picture, a pattern; the others; how the machine is used; deleting."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.declared import MODE, TEXT_SIZE, UNUSED_MINUTES
from crossread.base.entries import NewEntry
from crossread.base.settings import Settings
from crossread.desktop.learners.deleting_card import DeletingCard
from crossread.desktop.learners.learners_page import LearnersPage
from crossread.desktop.learners.seating import take_seat
from crossread.desktop.learners.sitting_down import sit_down
from crossread.desktop.learners.unlocking_card import UnlockingCard
from crossread.desktop.more_menu import MoreMenu
from crossread.desktop.pages.settings.settings_leads import LeadRow
from crossread.desktop.place import Place
from crossread.desktop.record_banners import RecordBanners
from crossread.desktop.seat import Seat, Taken
from crossread.desktop.where_kept import tell_where_kept
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.operations.learners.learners import PICTURES, add_learner, learners, read_learner, set_pattern
from crossread.operations.learners.teacher_word import TeacherWord
from tests.desktop.pages.conftest import Opened, library, open_window, opened, words_of

__all__ = ["library", "open_window", "opened"]

WORD = "a quiet harbour"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash at once: how slow it is is no matter here."""
    monkeypatch.setattr("crossread.operations.learners.kept_word.COST", 2)


def page_of(opened: Opened) -> LearnersPage:
    """Go to the page, in a window that is ready."""
    opened.saved()
    opened.window.go(Place("learners"))
    page = opened.window.pages.page()
    assert isinstance(page, LearnersPage)
    opened.wait(page.isVisible)
    return page


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def asked_seats(opened: Opened) -> list[Seat]:
    """Catch whom the window asks for in its place."""
    asked: list[Seat] = []
    opened.window._around.seats.asked = asked.append
    return asked


# You


def test_one_takes_a_name_and_another_picture_and_keeps_the_record(opened: Opened) -> None:
    page = page_of(opened)
    assert page.you is not None
    assert "Reader" in words_of(page)
    page.you.field.setFocus()
    opened.type("  Mara ")
    opened.press(Qt.Key.Key_Return)
    page.you.pictures.choose("fish")
    now = read_learner(opened.session.learner_folder)
    assert (now.name, now.picture) == ("Mara", "fish")
    assert "Mara" in words_of(page)


def test_a_name_that_cannot_be_is_told_and_the_one_before_stays(opened: Opened, heard: list[str]) -> None:
    add_learner(opened.folders, "Ali")
    page = page_of(opened)
    assert page.you is not None
    page.you.field.setFocus()
    opened.type("ALI")
    click(page.you.rename)
    assert any("already" in one for one in heard)
    assert read_learner(opened.session.learner_folder).name == ""


def test_a_pattern_is_given_twice_before_it_holds(opened: Opened) -> None:
    page = page_of(opened)
    you = page.you
    assert you is not None
    click(you.pattern)
    for picture in ("sun", "boat", "leaf", "sun", "leaf", "boat"):
        click(you.pad.buttons[PICTURES.index(picture)])
    assert read_learner(you.learner.folder).pattern is None
    assert "others" in words_of(page)
    for picture in ("sun", "boat", "leaf") * 2:
        click(you.pad.buttons[PICTURES.index(picture)])
    assert read_learner(you.learner.folder).pattern is not None
    assert you.pad.isHidden()
    click(you.pattern)
    assert read_learner(you.learner.folder).pattern is None


def test_the_words_on_a_pattern_are_honest(opened: Opened) -> None:
    told = words_of(page_of(opened))
    assert "hides no files" in told
    assert "504" in told


# The others


def test_somebody_is_added_and_switched_to(opened: Opened) -> None:
    page, asked = page_of(opened), asked_seats(opened)
    assert page.others is not None
    assert not opened.window.frame.can("switch-learner")
    page.others.field.setFocus()
    opened.type("Zoe")
    opened.press(Qt.Key.Key_Return)
    assert opened.window.frame.can("switch-learner")
    click(page.others.switch)
    zoe = next(one for one in learners(opened.folders) if one.shown == "Zoe")
    assert asked == [Seat("learner", zoe.id)]


def test_a_click_picks_somebody_and_leads_nowhere(opened: Opened) -> None:
    for name in ("Ali", "Zoe"):
        add_learner(opened.folders, name)
    page, asked = page_of(opened), asked_seats(opened)
    assert page.others is not None
    shown = page.others.list
    opened.wait(shown.isVisible)
    middle = shown.visualRect(shown.model().index(1, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert asked == []
    assert page.others.remove.text() == "Delete Zoe…"
    click(page.others.remove)
    assert isinstance(page.asking, DeletingCard)
    assert page.asking.learner.shown == "Zoe"
    page.asking.keep.click()
    shown.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert [seat.who for seat in asked] == ["learner"]


def test_the_key_leads_here_and_the_menu_offers_to_switch_only_where_there_are_several(
    opened: Opened,
) -> None:
    opened.saved()
    asked = asked_seats(opened)
    opened.window.frame.do("switch-learner")
    assert asked == []
    opened.window.frame.do("learners")
    page = opened.window.pages.page()
    assert isinstance(page, LearnersPage)
    opened.window._around.seats.several = True
    opened.window.frame.do("switch-learner")
    assert asked == [Seat("start-page")]


def test_learners_who_were_added_from_outside_can_be_switched_to(opened: Opened, qapp: QApplication) -> None:
    seats = opened.window._around.seats
    taken = take_seat(qapp, opened.folders, opened.settings, seats, Seat("fresh"), "")
    assert taken is not None
    asked = asked_seats(opened)
    opened.window.frame.do("switch-learner")
    assert asked == []
    for name in ("Ali", "Zoe"):  # as the command line does it, with the window open
        add_learner(opened.folders, name)
    opened.window.frame.do("switch-learner")
    assert asked == [Seat("start-page")]


def test_another_s_pattern_is_taken_off_in_a_class_with_the_teacher_word_alone(opened: Opened) -> None:
    set_pattern(add_learner(opened.folders, "Ali"), ("sun", "boat", "leaf"))
    TeacherWord(opened.folders, opened.window._around.clock).set(WORD)
    opened.settings.set(MODE, "classroom")
    page = page_of(opened)
    assert page.others is not None
    click(page.others.unlock)
    card = page.asking
    assert isinstance(card, UnlockingCard)
    assert opened.window.focusWidget() is card.keep
    click(card.unlock)
    assert "not the teacher word" in card.teacher.told.text()
    card.teacher.field.setText(WORD)
    click(card.unlock)
    assert next(one for one in learners(opened.folders) if one.shown == "Ali").pattern is None


def test_the_settings_lead_here(opened: Opened) -> None:
    opened.saved()
    opened.window.go(Place("settings", about="other"))
    settings = opened.window.pages.page()
    assert settings is not None
    row = next(
        one for one in settings.findChildren(LeadRow) if one.button.text() and "earners" in words_of(one)
    )
    opened.wait(row.button.isVisible)
    click(row.button)
    assert isinstance(opened.window.pages.page(), LearnersPage)


def test_the_menu_has_no_word_of_switching_where_one_reads_alone(opened: Opened) -> None:
    def offered() -> list[str]:
        menu = MoreMenu(opened.window.frame.can, opened.window)
        return [entry.text().split("\t")[0] for entry in menu.actions() if not entry.isSeparator()]

    opened.saved()
    assert "Learners…" in offered()
    assert "Switch learner…" not in offered()
    opened.window._around.seats.several = True
    assert "Switch learner…" in offered()


def test_the_picture_in_the_bar_follows_and_leads_to_the_page(opened: Opened) -> None:
    opened.saved()
    seats = opened.window._around.seats
    seats.mode = "classroom"
    seats.taken = Taken(opened.session.learner_folder, None, read_learner(opened.session.learner_folder))
    button = sit_down(opened.window, seats).button
    opened.window.resize(560, 420)
    opened.wait(button.isVisible)
    assert opened.window.bar.rect().contains(button.geometry())
    opened.window.resize(1400, 900)
    click(button)
    page = opened.window.pages.page()
    assert isinstance(page, LearnersPage)
    assert page.you is not None
    page.you.field.setFocus()
    opened.type("Mara")
    opened.press(Qt.Key.Key_Return)
    assert button.accessibleName() == "Mara reads here"


# How the machine is used


def test_a_class_needs_a_teacher_word_that_is_typed_twice(opened: Opened) -> None:
    page = page_of(opened)
    machine = page.machine
    assert machine is not None
    assert machine.fresh.isHidden()
    machine.modes.choose("classroom")
    assert "guards the buttons in this program, not the files" in words_of(page)
    assert opened.settings[MODE] == "myself"  # looking at a choice makes none
    assert "Not in force yet" in words_of(page)
    machine.new_word.setText(WORD)
    machine.again.setText("another")
    click(machine.use)
    assert opened.settings[MODE] == "myself"
    assert "not the same" in words_of(page)
    machine.again.clear()
    assert "not the same" not in words_of(page)
    machine.again.setFocus()
    opened.type(WORD)
    opened.press(Qt.Key.Key_Return)
    assert opened.settings[MODE] == "classroom"
    assert "Not in force yet" not in words_of(page)
    assert "This machine is used by a class now." in words_of(page)
    assert machine.isAncestorOf(opened.focus())
    TeacherWord(opened.folders, opened.window._around.clock).check(WORD)


def test_what_is_said_after_enter_is_in_view(opened: Opened) -> None:
    opened.window.resize(900, 420)
    for name in ("Ali", "Bo", "Cem", "Dana", "Eva"):
        add_learner(opened.folders, name)
    page = page_of(opened)
    area = page.findChildren(CentredColumn)[0]
    others, machine = page.others, page.machine
    assert others is not None
    assert machine is not None

    def is_in_view(told: QWidget) -> bool:
        opened.wait(told.isVisible)
        return area.viewport().rect().contains(told.mapTo(area.viewport(), told.rect().center()))

    others.field.setText("Emil")
    others.field.returnPressed.emit()
    assert is_in_view(others.told)
    machine.modes.choose("classroom")
    machine.new_word.setText(WORD)
    machine.again.setText("another")
    machine.again.returnPressed.emit()
    assert is_in_view(machine.told)


def test_once_a_teacher_word_is_set_another_use_is_chosen_with_it_alone(opened: Opened) -> None:
    TeacherWord(opened.folders, opened.window._around.clock).set(WORD)
    opened.settings.set(MODE, "classroom")
    machine = page_of(opened).machine
    assert machine is not None
    machine.modes.choose("myself")
    click(machine.use)
    assert opened.settings[MODE] == "classroom"
    machine.asked.field.setText(WORD)
    click(machine.use)
    assert opened.settings[MODE] == "myself"


def test_a_use_that_is_only_looked_at_is_told_from_the_one_in_force(opened: Opened) -> None:
    machine = page_of(opened).machine
    assert machine is not None
    myself, classroom = machine.modes.picks()[:2]
    machine.modes.choose("classroom")
    assert (myself.accessibleName(), classroom.accessibleName()) == (
        "By one person, now in force",
        "By a class, not in force yet",
    )
    looked_at = classroom.grab().toImage()
    machine.new_word.setText(WORD)
    machine.again.setText(WORD)
    click(machine.use)
    assert (myself.accessibleName(), classroom.accessibleName()) == ("By one person", "By a class")
    assert classroom.grab().toImage() != looked_at  # its ring is whole now
    machine.modes.choose("myself")
    machine.modes.choose("classroom")
    assert classroom.accessibleName() == "By a class"


def test_guests_have_no_way_to_another_use_or_to_a_word_of_their_own(opened: Opened) -> None:
    machine = page_of(opened).machine
    assert machine is not None
    machine.modes.choose("open")
    click(machine.use)
    assert opened.settings[MODE] == "myself"  # there must be a word first: else any guest could set one
    machine.new_word.setText(WORD)
    machine.again.setText(WORD)
    click(machine.use)
    assert opened.settings[MODE] == "open"
    again = page_of(opened).machine
    assert again is not None
    again.modes.choose("classroom")
    assert again.fresh.isHidden()
    click(again.more)
    click(again.use)
    assert (opened.settings[MODE], opened.settings[UNUSED_MINUTES]) == ("open", 10)
    assert "not the teacher word" in again.asked.told.text()


def test_minutes_go_by_fives_and_none_is_never(opened: Opened) -> None:
    page = page_of(opened)
    machine = page.machine
    assert machine is not None
    machine.modes.choose("classroom")
    click(machine.less)
    assert opened.settings[UNUSED_MINUTES] == 5
    click(machine.less)
    assert opened.settings[UNUSED_MINUTES] == 0
    assert "Never" in words_of(page)


def test_in_a_class_the_minutes_are_the_teacher_s_too(opened: Opened) -> None:
    TeacherWord(opened.folders, opened.window._around.clock).set(WORD)
    opened.settings.set(MODE, "classroom")
    machine = page_of(opened).machine
    assert machine is not None
    click(machine.less)
    assert opened.settings[UNUSED_MINUTES] == 10
    assert "not the teacher word" in machine.asked.told.text()
    machine.asked.field.setText(WORD)
    click(machine.less)
    click(machine.less)
    assert opened.settings[UNUSED_MINUTES] == 0
    assert machine.asked.isHidden()


# Deleting


def test_before_deleting_it_is_told_what_goes_and_what_stays_and_keeping_is_in_hand(opened: Opened) -> None:
    page = page_of(opened)
    assert page.you is not None
    click(page.you.delete)
    card = page.asking
    assert isinstance(card, DeletingCard)
    told = words_of(card)
    assert "cannot be taken back" in told
    assert "other disks" in told
    assert "SSD" in told
    assert opened.window.focusWidget() is card.keep
    opened.press(Qt.Key.Key_Space)
    assert page.asking is None
    assert opened.window.focusWidget() is page.you.delete


def test_files_that_were_handed_on_are_listed_and_go_where_they_are_ticked(
    opened: Opened, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    for file in (first, second, tmp_path / "gone.csv"):
        file.touch()
        entry = NewEntry(kind="exported", payload={"form": "csv", "to": str(file)})
        opened.session._memory.remember("", [entry])
    (tmp_path / "gone.csv").unlink()
    opened.saved()
    page, asked = page_of(opened), asked_seats(opened)
    assert page.you is not None
    click(page.you.delete)
    card = page.asking
    assert isinstance(card, DeletingCard)
    opened.wait(lambda: bool(card.ticks))
    assert [tick.text().split(" ")[0] for tick in card.ticks] == ["a.csv", "b.csv"]
    card.ticks[1].click()
    click(card.delete)
    (seat,) = asked
    assert (seat.who, seat.lets_go) == ("fresh", True)
    opened.close()
    assert seat.between is not None
    assert seat.between() == "All that was kept of Reader is deleted. 1 file that was handed on went too."
    assert not first.exists()
    assert second.exists()
    assert not learners(opened.folders)


def test_another_learner_is_deleted_where_they_stand_and_it_is_told(opened: Opened) -> None:
    ali = add_learner(opened.folders, "Ali")
    page = page_of(opened)
    assert page.others is not None
    click(page.others.remove)
    card = page.asking
    assert isinstance(card, DeletingCard)
    click(card.delete)
    assert not ali.folder.exists()
    assert page.others.told.text() == "All that was kept of Ali is deleted."
    assert page.others.field.hasFocus()  # nobody is left in the list
    assert opened.session.learner_folder.exists()


def test_what_was_said_of_one_who_was_deleted_does_not_stand_beside_the_next_question(opened: Opened) -> None:
    for name in ("Ali", "Mara", "Zoe"):
        add_learner(opened.folders, name)
    page = page_of(opened)
    others = page.others
    assert others is not None

    def delete() -> None:
        click(others.remove)
        assert isinstance(page.asking, DeletingCard)
        assert others.told.isHidden()
        click(page.asking.delete)

    delete()
    assert others.told.text() == "All that was kept of Ali is deleted."
    delete()
    assert others.told.text() == "All that was kept of Mara is deleted."
    add_learner(opened.folders, "Bo")
    page = page_of(opened)  # and whoever comes back to the page is told nothing of before
    assert page.others is not None
    assert page.others.told.isHidden()
    page.others.say("All that was kept of Mara is deleted.")
    page.others.list.go_to(1)
    assert page.others.told.isHidden()


def test_a_deletion_that_could_not_be_begun_forgets_nothing_of_the_look(opened: Opened) -> None:
    opened.settings.set(TEXT_SIZE, 30)
    page, asked = page_of(opened), asked_seats(opened)
    assert page.you is not None
    click(page.you.delete)
    assert isinstance(page.asking, DeletingCard)
    click(page.asking.delete)
    (seat,) = asked
    assert "open in another window" in seat.do_between()  # this one is still open
    assert Settings(opened.folders.settings)[TEXT_SIZE] == 30
    opened.close()
    assert seat.do_between() == "All that was kept of Reader is deleted."
    assert Settings(opened.folders.settings)[TEXT_SIZE] == 17


def test_who_is_open_in_another_window_is_not_deleted_and_it_is_told(opened: Opened) -> None:
    from crossread.record.lock import FolderLock

    ali = add_learner(opened.folders, "Ali")
    lock = FolderLock(ali.folder)
    page = page_of(opened)
    assert page.others is not None
    click(page.others.remove)
    assert isinstance(page.asking, DeletingCard)
    click(page.asking.delete)
    lock.release()
    assert "open in another window" in page.others.told.text()
    assert ali.folder.exists()


def test_what_is_asked_is_put_away_as_one_leaves(opened: Opened) -> None:
    page = page_of(opened)
    assert page.you is not None
    click(page.you.delete)
    opened.window.go(Place("help"))
    assert page.asking is None


# Where it is kept


def test_a_network_drive_is_told_once_until_it_is_understood(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossread.base.where_kept._is_on_network", lambda _folder: True)
    opened.saved()
    banners: RecordBanners = opened.window.banners
    tell_where_kept(opened.folders.root, opened.settings, banners)
    assert banners._place is not None
    assert "network drive" in banners._place.message()
    click(banners._place.buttons()[0])
    assert not banners._place.message()
    tell_where_kept(opened.folders.root, opened.settings, banners)
    assert not banners._place.message()
