"""Hand on: files that a learner takes along, written beside the work and told when they are there."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from crossread.desktop.pages.handing_on import hand_on_page
from crossread.desktop.pages.handing_on.hand_on_page import HandOnPage
from crossread.desktop.place import Place
from crossread.inquiry.commands import Answer
from crossread.operations.learners.learner_facts import handed_on
from crossread.operations.learners.learners import add_learner
from crossread.operations.learners.teacher_word import TeacherWord
from crossread.record.record import DATABASE_FILE
from tests.desktop.pages.conftest import PACK, Opened, words_of
from tests.record.another_program import another_program

Choose = Callable[[Path | None], None]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Return a function that says where the user puts the next file, or None for thinking better of it."""
    chosen: list[Path | None] = [None]
    monkeypatch.setattr(hand_on_page, "ask_where", lambda *_asked: chosen[0])

    def choose(path: Path | None) -> None:
        chosen[0] = path

    return choose


@pytest.fixture
def opened(open_window: Callable[[], Opened]) -> Opened:
    return open_window()


def hand_on(opened: Opened) -> HandOnPage:
    opened.window.go(Place("hand-on"))
    opened.wait(lambda: isinstance(opened.window.pages.currentWidget(), HandOnPage))
    page = opened.window.pages.currentWidget()
    assert isinstance(page, HandOnPage)
    opened.wait(lambda: page.isVisible() and opened.session.status.kind == "ready")
    return page


def button(page: HandOnPage, what: str, form: str, *, of_all: bool = False) -> QPushButton:
    return next(
        card.buttons[form] for card in page.cards if card.offer.what == what and card.offer.of_all == of_all
    )


def press(opened: Opened, page: HandOnPage, pressed: QPushButton) -> None:
    """Press a button by keyboard, and wait until the file is there or refused."""
    pressed.setFocus()
    QTest.keyClick(pressed, Qt.Key.Key_Space)
    opened.wait(lambda: not page.file.is_on_its_way)


def answer_one(opened: Opened) -> None:
    opened.go("")
    pack = opened.pages.opened
    question = pack.pack.questions[0]
    opened.session.do(pack, Answer(question=question.id, response=None, dont_know=True))
    opened.wait(lambda: opened.session.status.kind == "ready")


def test_answers_become_a_table_and_the_page_says_so(opened: Opened, choose: Choose, tmp_path: Path) -> None:
    answer_one(opened)
    page = hand_on(opened)
    choose(tmp_path / "mine.csv")
    press(opened, page, button(page, "answers", "csv"))
    assert f"Written: mine.csv, in the folder “{tmp_path.name}”." in words_of(page)
    assert page.file.show_folder.hasFocus()
    text = (tmp_path / "mine.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["dont_know"] == "yes"
    opened.wait(lambda: opened.session.status.kind == "ready")


def test_a_name_without_an_ending_gets_one(opened: Opened, choose: Choose, tmp_path: Path) -> None:
    page = hand_on(opened)
    choose(tmp_path / "all")
    press(opened, page, button(page, "everything", "html"))
    assert (tmp_path / "all.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_file_that_nobody_was_asked_about_is_left_as_it_is(
    opened: Opened, choose: Choose, tmp_path: Path
) -> None:
    (tmp_path / "all.json").write_text("mine")
    page = hand_on(opened)
    choose(tmp_path / "all")  # the dialog asks about this name, and the file gets its ending afterwards
    press(opened, page, button(page, "everything", "json"))
    assert "all.json already" in words_of(page)
    assert (tmp_path / "all.json").read_text() == "mine"
    choose(tmp_path / "all.json")
    press(opened, page, button(page, "everything", "json"))
    assert (tmp_path / "all.json").read_text() != "mine"


def test_who_thinks_better_of_it_gets_no_file(opened: Opened, choose: Choose) -> None:
    page = hand_on(opened)
    choose(None)
    press(opened, page, button(page, "report", "html"))
    assert page.file.isHidden()


@pytest.mark.parametrize("name", ["Answers of J. Meier", "class 7.b", "all.v2"])
def test_what_stands_behind_a_point_in_a_name_is_not_taken_for_an_ending(
    name: str, opened: Opened, choose: Choose, tmp_path: Path
) -> None:
    page = hand_on(opened)
    choose(tmp_path / name)
    press(opened, page, button(page, "everything", "json"))
    assert (tmp_path / f"{name}.json").exists()


def test_nothing_moves_under_the_pointer_while_a_file_is_written_and_told(
    opened: Opened, choose: Choose, tmp_path: Path
) -> None:
    page = hand_on(opened)
    pressed = button(page, "answers", "csv")
    stood: list[tuple[int, int]] = []

    def stands_still() -> bool:
        stood.append(pressed.mapTo(page, QPoint()).toTuple())
        return len(stood) > 5 and len(set(stood[-5:])) == 1

    opened.wait(stands_still)  # a page that was just come to is laid out in some steps
    before = pressed.mapTo(page, QPoint())
    choose(tmp_path / "mine.csv")
    press(opened, page, pressed)
    opened.wait(page.file.show_folder.isVisible)
    assert pressed.mapTo(page, QPoint()) == before
    opened.click(page.file.close_button)
    assert page.file.isHidden()
    assert pressed.hasFocus()


def test_what_became_of_a_file_is_told_to_whoever_comes_back_once(
    opened: Opened, choose: Choose, tmp_path: Path
) -> None:
    page = hand_on(opened)
    choose(tmp_path / "mine.csv")
    pressed = button(page, "answers", "csv")
    pressed.setFocus()
    QTest.keyClick(pressed, Qt.Key.Key_Space)
    assert page.file.is_on_its_way
    opened.window.go(Place("library"))
    opened.wait(lambda: not page.file.is_on_its_way)
    assert hand_on(opened) is page
    assert "Written: mine.csv" in words_of(page)
    press(opened, page, pressed)
    assert "mine.csv already" not in words_of(page)  # the dialog asked about it
    opened.window.go(Place("library"))
    assert "Written" not in words_of(hand_on(opened))


def test_a_learner_who_is_open_elsewhere_is_read_and_who_cannot_be_is_named(
    opened: Opened, choose: Choose, tmp_path: Path
) -> None:
    bo, cem = add_learner(opened.folders, "Bo"), add_learner(opened.folders, "Cem")
    (cem.folder / DATABASE_FILE).mkdir()  # no disk lets that be read
    answer_one(opened)
    TeacherWord(opened.folders, opened.window._around.clock).set("a word of ours")
    with another_program(bo.folder):
        page = hand_on(opened)
        choose(tmp_path / "answers.csv")
        page.teacher.field.setText("a word of ours")
        press(opened, page, button(page, "answers", "csv", of_all=True))
    said = words_of(page)
    assert "Open in another window, and read as it was just now: Bo." in said
    assert "Left out: Cem. " in said
    text = (tmp_path / "answers.csv").read_bytes().decode("utf-8-sig")
    assert {row["learner"] for row in csv.DictReader(io.StringIO(text, newline=""))} == {"Bo", "Reader"}


def test_a_guest_is_told_that_a_file_stays(open_window: Callable[..., Opened]) -> None:
    opened = open_window()
    opened.window._around.seats.taken = replace(opened.window._around.seats.taken, is_guest=True)
    page = hand_on(opened)
    assert "You read as a guest" in words_of(page)


def test_a_folder_that_refuses_is_told(opened: Opened, choose: Choose, tmp_path: Path) -> None:
    page = hand_on(opened)
    choose(tmp_path / "gone" / "all.json")
    press(opened, page, button(page, "everything", "json"))
    assert "could not be written" in words_of(page)
    assert button(page, "everything", "json").isEnabled()


def test_a_report_is_of_the_pack_that_was_chosen(opened: Opened, choose: Choose, tmp_path: Path) -> None:
    answer_one(opened)
    page = hand_on(opened)
    page._take_pack(PACK)
    choose(tmp_path / "report.html")
    press(opened, page, button(page, "report", "html"))
    assert "<h2>Answers</h2>" in (tmp_path / "report.html").read_text("utf-8")


def test_stopping_writes_nothing(
    opened: Opened, choose: Choose, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = hand_on(opened)
    choose(tmp_path / "all.json")
    begin = page.file.begin

    def begin_and_stop(*given: object) -> None:
        begin(*given)  # type: ignore[arg-type]
        QTest.mouseClick(page.file.stop, Qt.MouseButton.LeftButton)

    monkeypatch.setattr(page.file, "begin", begin_and_stop)
    press(opened, page, button(page, "everything", "json"))
    assert "Stopped. Nothing was written." in words_of(page)
    assert list(tmp_path.glob("*.json")) == []


def test_tables_of_all_are_for_who_has_the_teacher_word(
    opened: Opened, choose: Choose, tmp_path: Path
) -> None:
    page = hand_on(opened)
    assert page.all.isHidden()
    add_learner(opened.folders, "Bo")
    answer_one(opened)  # so that who reads here has a folder
    page = hand_on(opened)
    assert page.all.isVisible()
    assert not button(page, "learners", "csv", of_all=True).isVisible()
    assert "need the teacher word" in words_of(page)
    TeacherWord(opened.folders, opened.window._around.clock).set("a word of ours")
    opened.window.go(Place("library"))
    page = hand_on(opened)
    choose(tmp_path / "learners.csv")
    press(opened, page, button(page, "learners", "csv", of_all=True))
    assert page.teacher.told.isVisible()
    assert not (tmp_path / "learners.csv").exists()
    page.teacher.field.setText("a word of ours")
    press(opened, page, button(page, "learners", "csv", of_all=True))
    text = (tmp_path / "learners.csv").read_bytes().decode("utf-8-sig")
    assert {"Bo"} < {row["learner"] for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_the_progress_page_and_the_menu_lead_here(opened: Opened) -> None:
    opened.window.frame.do("hand-on")
    opened.wait(lambda: isinstance(opened.window.pages.currentWidget(), HandOnPage))
    assert opened.window.frame.can("hand-on")


def test_a_file_on_the_reader_alone_is_remembered(opened: Opened, choose: Choose, tmp_path: Path) -> None:
    answer_one(opened)
    page = hand_on(opened)
    choose(tmp_path / "all.json")
    press(opened, page, button(page, "everything", "json"))
    opened.wait(lambda: opened.session.status.kind == "ready")
    folder = opened.session.learner_folder
    assert opened.session.close()
    assert handed_on(folder) == (str(tmp_path / "all.json"),)
