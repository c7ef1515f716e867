"""The progress page: empty, on the first day, and with something to tell; by mouse and by keys."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget

from crossread.desktop.pages.progress import next_step
from crossread.desktop.pages.progress.certain_wrong_card import CertainWrongCard
from crossread.desktop.pages.progress.chart_card import ChartCard
from crossread.desktop.pages.progress.progress_cards import CertaintyCard, SkillsCard, WaitingCard
from crossread.desktop.pages.progress.progress_page import ProgressPage
from crossread.desktop.pages.progress.reading_card import ReadingCard
from crossread.desktop.pages.progress.way_card import WayCard
from crossread.desktop.place import PROGRESS
from tests.desktop.pages.conftest import PACK, Opened, words_of
from tests.desktop.pages.progress.answered import answer_again, answer_night
from tests.desktop.pages.reviewed import hand_in


def progress(opened: Opened) -> ProgressPage:
    opened.window.go(PROGRESS)
    page = opened.window.pages.page()
    assert isinstance(page, ProgressPage)
    return page


def test_before_there_is_anything_it_says_what_will_stand_there_and_leads_to_a_pack(opened: Opened) -> None:
    page = progress(opened)
    words = words_of(page)
    assert "Nothing has been answered yet" in words
    assert "What will stand here" in words
    assert page.findChildren(ChartCard) == []
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Return)
    assert opened.window.pages.currentWidget() is opened.window.library


def test_on_the_first_day_the_way_is_told_and_what_cannot_be_told_yet_says_so(opened: Opened) -> None:
    opened.go("read-night")
    opened.desk.column.focus()
    opened.type("7")
    opened.desk.column.go_on()
    page = progress(opened)
    words = words_of(page)
    assert "1 answer so far" in words
    assert "1 of 8 questions" in words
    assert len(page.findChildren(WaitingCard)) == 2
    (way,) = page.findChildren(WayCard)
    assert any("The night: under way, 1 of 5 questions." in point.said for point in way.chart.points())


def test_the_points_of_what_is_marked_stand_beside_what_is_answered(opened: Opened) -> None:
    answer_night(opened)
    page = progress(opened)
    (way,) = page.findChildren(WayCard)
    assert way.sentence.text() == "5 of 8 questions · 5 of 5 points"
    assert "The night: handed in, 5 of 5 questions, 5 of 5 points." in [
        point.said for point in way.chart.points()
    ]


def test_few_answers_have_words_in_place_of_a_number(opened: Opened) -> None:
    answer_night(opened)
    (skills,) = progress(opened).findChildren(SkillsCard)
    *points, _signs = skills.chart.points()  # the last one explains the signs
    assert points
    for point in points:
        assert "too few to tell" in point.said
        assert "100 %, on" not in point.said


def test_a_picture_is_walked_through_by_keys_and_each_point_is_heard(
    opened: Opened, heard: list[str]
) -> None:
    answer_night(opened)
    (way,) = progress(opened).findChildren(WayCard)
    way.chart.setFocus(Qt.FocusReason.OtherFocusReason)
    said = [point.said for point in way.chart.points()]
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_End)
    opened.press(Qt.Key.Key_Up)
    assert heard[-3:] == [said[1], said[-1], said[-2]]
    assert way.chart.accessibleDescription() == said[-2]
    opened.press(Qt.Key.Key_Home)
    assert way.chart.current == 0


def test_behind_each_picture_is_a_table_that_says_the_same(opened: Opened) -> None:
    answer_night(opened, certainty="certain")
    page = progress(opened)
    cards = page.findChildren(ChartCard)
    assert len(cards) > 2
    for card in cards:
        opened.click(card.as_table)
        assert card.table is not None
        assert card.table.isVisible()
        assert card.table.rowCount() > 0
        widths = [card.table.columnWidth(column) for column in range(card.table.columnCount())]
        assert sum(widths) <= card.table.viewport().width() + 1
        assert min(widths) > 40
        assert not card.chart.isVisible()
        opened.click(card.as_table)
        assert card.chart.isVisible()


def test_a_picture_is_saved_as_png_and_as_svg(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    page = progress(opened)
    (way,) = page.findChildren(WayCard)
    for form in ("png", "svg"):
        path = tmp_path / f"way.{form}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what, path=path: (str(path), ""))
        way.saving.hand_on(form)
        assert page.links is not None
        assert page.links.said.text() == f"Written: way.{form}, in the folder “{tmp_path.name}”."
    assert QImage(str(tmp_path / "way.png")).width() > 600
    written = (tmp_path / "way.svg").read_text("utf-8")
    assert written.startswith("<?xml")
    assert "The night: handed in" in written
    there = tuple(str(tmp_path / f"way.{form}") for form in ("png", "svg"))
    assert opened.handed_on() == there, "who is deleted takes them along"


def test_a_picture_that_cannot_be_written_says_so_without_a_path(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    page = progress(opened)
    (way,) = page.findChildren(WayCard)
    path = tmp_path / "gone" / "way.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(path), ""))
    way.saving.hand_on("svg")
    assert page.links is not None
    assert "could not be written" in page.links.said.text()
    assert str(tmp_path) not in page.links.said.text()


def test_the_page_is_saved_as_html_with_its_pictures(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened, wrong=True, certainty="certain")
    page = progress(opened)
    path = tmp_path / "progress.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(path), ""))
    assert page.links is not None
    assert page.links.saving is not None
    page.links.saving.hand_on("html")
    written = path.read_text("utf-8")
    assert ">How it is going, Reader</h1>" in written
    assert written.count("<svg") == written.count("<table>") >= 3
    assert "4 of 5 points" in written
    assert opened.handed_on() == (str(path),), "who is deleted takes it along"


def test_a_file_that_the_dialog_did_not_ask_about_is_left_as_it_is(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    page = progress(opened)
    (tmp_path / "mine.html").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(tmp_path / "mine"), ""))
    assert page.links is not None
    assert page.links.saving is not None
    page.links.saving.hand_on("html")
    assert (tmp_path / "mine.html").read_text() == "mine"
    assert "mine.html already" in page.links.said.text()


def test_a_page_that_cannot_be_written_whole_leaves_the_older_one(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    page = progress(opened)
    (way,) = page.findChildren(WayCard)
    path = tmp_path / "way.svg"
    path.write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(path), ""))

    def half(to: Path) -> None:
        to.write_text("half")
        raise OSError

    monkeypatch.setattr(way.saving, "_svg", half)
    way.saving.hand_on("svg")
    assert path.read_text() == "mine"
    assert [one.name for one in tmp_path.glob("*way*")] == ["way.svg"]
    assert not list(tmp_path.glob(".*.tmp"))


def test_what_was_certain_and_wrong_leads_back_to_the_passage(opened: Opened) -> None:
    answer_night(opened, wrong=True, certainty="certain")
    page = progress(opened)
    (card,) = page.findChildren(CertainWrongCard)
    (row,) = card.rows.values()
    opened.wait(lambda: row.given.isVisible() and row.again.isVisible())
    assert "On the warden's" in row.given.text()
    assert len(page.findChildren(CertaintyCard)) == 1
    opened.click(row.again)
    assert opened.desk.column.question is not None
    assert opened.desk.column.question.id == "night-witness"


def test_what_was_put_right_since_says_so(opened: Opened) -> None:
    answer_night(opened, wrong=True, certainty="certain")
    answer_again(opened)
    (card,) = progress(opened).findChildren(CertainWrongCard)
    assert "1 is put right since." in words_of(card)


def test_the_mirror_shows_what_was_read_before_answers_in_ones_own_sittings(opened: Opened) -> None:
    opened.go("read-night")
    presence = opened.session.presence
    view = presence.view
    assert view is not None
    assert ("warden", "digest") in view.sources
    assert view.stage == "read-night"
    answer_night(opened)
    (mirror,) = progress(opened).findChildren(ReadingCard)
    assert "The night" in mirror.sentence.text()
    assert "5 answers in all" in mirror.chart.points()[0].said


def test_it_leads_only_where_there_is_a_page(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    from crossread.desktop.pages import plain_pages

    answer_night(opened)
    gone = ("review", "backups")
    fewer = {name: maker for name, maker in plain_pages.PLAIN_PAGES.items() if name not in gone}
    monkeypatch.setattr(plain_pages, "PLAIN_PAGES", fewer)
    page = progress(opened)
    assert page.links is not None
    assert "review" not in page.links.buttons
    assert [one.data() for one in page.links.menu().actions()] == ["save", "hand-on"]
    opened.click(page.links.buttons["history"])
    history = opened.window.pages.page()
    assert history is not None
    assert history.name == "history"


def looks(page: ProgressPage) -> list[str]:
    """Return what each button of the line looks like, in order."""
    assert page.links is not None
    return [str(one.property("look")) for one in page.links.findChildren(QPushButton)]


def test_one_next_step_stands_out_and_the_other_ways_are_quiet(opened: Opened) -> None:
    answer_night(opened)
    page = progress(opened)
    assert page.links is not None
    assert looks(page) == ["primary", *["quiet"] * (len(looks(page)) - 1)]
    assert page.links.step.accessibleName().startswith("Go on with it: ")
    assert "5 of 8 questions" in words_of(page.links)
    opened.click(page.links.step)
    assert opened.desk.opened.pack.id == PACK


def test_what_comes_back_today_is_the_next_step_before_anything_else(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    monkeypatch.setattr(next_step, "waiting", lambda *_asked: 3)
    page = progress(opened)
    assert page.links is not None
    assert "3 questions come back today" in words_of(page.links)
    assert "review" not in page.links.buttons
    opened.click(page.links.step)
    review = opened.window.pages.page()
    assert review is not None
    assert review.name == "review"


def way_said(page: ProgressPage) -> str:
    """Return what is heard of the way through the one pack."""
    return " ".join(point.said for way in page.findChildren(WayCard) for point in way.chart.points())


def test_where_all_is_answered_practice_is_the_next_step(opened: Opened) -> None:
    hand_in(opened, know=True)
    page = progress(opened)
    opened.wait(lambda: "The night: handed in" in way_said(page))  # it is all there then
    assert page.links is not None
    assert "All that you began is answered" in words_of(page.links)
    assert "practice" not in page.links.buttons
    opened.click(page.links.step)
    practice = opened.window.pages.page()
    assert practice is not None
    assert practice.name == "practice"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, without a screen
def test_the_next_step_comes_first_by_tab_and_files_are_had_from_a_menu_by_keys(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    page = progress(opened)
    assert page.links is not None
    seen: list[QWidget | None] = []
    for _times in range(len(looks(page)) + 2):
        opened.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is page.links.files:
            break
    assert seen.index(page.links.step) + len(looks(page)) - 1 == seen.index(page.links.files)
    path = tmp_path / "progress.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(path), ""))
    opened.press(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.accessibleName() == page.links.files.accessibleName() == "Save and export"  # as it is shown
    QTest.keyClick(menu, Qt.Key.Key_Return)
    opened.wait(path.exists)


def test_the_page_is_saved_by_its_key_too(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    progress(opened)
    path = tmp_path / "progress.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what: (str(path), ""))
    opened.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    opened.wait(path.exists)


def test_stages_of_a_pack_that_was_never_open_here_are_told_by_their_titles(opened: Opened) -> None:
    hand_in(opened, know=True)  # as a record from another machine would have it
    page = progress(opened)
    assert page.links is not None
    page.links.buttons["history"].setFocus()
    opened.wait(lambda: "The night: handed in" in way_said(page))
    assert "read-night" not in way_said(page)
    assert "not known" not in way_said(page)
    assert opened.focus() is page.links.buttons["history"], "the focus stays where it was"


def test_a_pack_that_is_gone_and_its_stages_are_named_in_words(opened: Opened, library: Path) -> None:
    answer_night(opened)
    opened.window.go_home()
    opened.window.put_pack_away()
    shutil.rmtree(library / PACK)
    opened.session.refresh_library()
    opened.wait(lambda: not opened.session.shelf())
    page = progress(opened)
    (way,) = page.findChildren(WayCard)
    assert "A pack that is no longer here (two-accounts)" in words_of(way)
    assert "The night" in way_said(page) or "Stage 1, whose title is not known" in way_said(page)
    assert "read-night" not in way_said(page)
