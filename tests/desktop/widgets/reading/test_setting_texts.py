"""How texts stand: each setting holds at once, in every view, and the place stays where it was."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.theme.fonts import family_of
from crossread.desktop.theme.typography import Face, ReadingAids, Typography
from crossread.desktop.widgets.reading.column import LEAST
from crossread.desktop.widgets.reading.view import ReadingMark, ReadingView
from crossread.texts.text import Range
from tests.desktop.widgets.seeing import colours_of
from tests.desktop.widgets.texts import FLOOD, at

AIDS = ReadingAids()


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    shown = ReadingView()
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    shown.set_text(FLOOD, "Source B")
    shown.show()
    return shown


def lines(view: ReadingView, paragraph: int) -> list[QRectF]:
    block = view.document().findBlockByNumber(paragraph)
    view.document().documentLayout().blockBoundingRect(block)
    return [block.layout().lineAt(number).rect() for number in range(block.layout().lineCount())]


def top(view: ReadingView, paragraph: int) -> float:
    return (
        view.document().documentLayout().blockBoundingRect(view.document().findBlockByNumber(paragraph)).top()
    )


@pytest.mark.parametrize("height", [1.2, 1.5, 2.4])
def test_lines_stand_as_far_apart_as_is_wanted(view: ReadingView, height: float) -> None:
    theme.set_texts(Typography(line_height=height), AIDS)
    first, second = lines(view, 8)[:2]
    assert second.top() - first.top() == pytest.approx(height * 17, abs=1)


@pytest.mark.parametrize("measure", [38, 54, 70, 90])
def test_lines_hold_no_more_signs_than_is_wanted(view: ReadingView, measure: int) -> None:
    view.resize(1600, 500)
    theme.set_texts(Typography(measure=measure), AIDS)
    one = (view.width_for(1000) - view.width_for(0)) / 1000
    assert view.column()[1] == pytest.approx(measure * one, abs=2)
    assert abs(view.viewport().width() - view.column()[1] - 2 * view.column()[0]) <= 1


@pytest.mark.parametrize("face", ["serif", "sans", "dyslexic", "mono"])
def test_letters_are_of_the_face_that_is_wanted(view: ReadingView, face: Face) -> None:
    theme.set_texts(Typography(face=face), AIDS)
    font = view.document().findBlockByNumber(1).charFormat().font()
    assert font.families()[0] == theme.current().font("reading").families()[0]
    if family_of(face):
        assert QFontInfo(font).family() == family_of(face)


def test_room_between_letters_and_words_makes_the_same_words_wider_and_the_column_with_them(
    view: ReadingView,
) -> None:
    words = at("Nobody came")
    before, least = view.rects_of(words)[0].width(), view.width_for(LEAST)
    theme.set_texts(Typography(letter_space=0.1), AIDS)
    assert view.rects_of(words)[0].width() == pytest.approx(before + 11 * 1.7, abs=3)
    assert view.width_for(LEAST) > least + 40
    theme.set_texts(Typography(word_space=0.5), AIDS)
    assert view.rects_of(words)[0].width() == pytest.approx(before + 8.5, abs=2)


def test_room_between_paragraphs_is_as_wanted_and_without_any_the_first_line_stands_in(
    view: ReadingView,
) -> None:
    heights = []
    for space in (0.0, 0.9, 2.0):
        theme.set_texts(Typography(paragraph_space=space), AIDS)
        heights.append(top(view, 12) - top(view, 11))
        assert (lines(view, 11)[0].left() > lines(view, 11)[1].left()) == (space == 0)
    assert heights[2] - heights[1] == pytest.approx(1.1 * 17, abs=2)


def test_justified_lines_end_together_and_headings_and_last_lines_do_not(view: ReadingView) -> None:
    def ends(paragraph: int) -> set[int]:
        block = view.document().findBlockByNumber(paragraph)
        found = set()
        for number in range(block.layout().lineCount() - 1):
            line = block.layout().lineAt(number)
            words = view.rects_of(
                Range(
                    FLOOD.starts[paragraph] + line.textStart(),
                    FLOOD.starts[paragraph] + line.textStart() + line.textLength(),
                )
            )
            found.add(round(words[0].right() / 3))
        return found

    view.resize(500, 500)
    assert len(ends(8)) > 1
    theme.set_texts(Typography(justified=True), AIDS)
    assert len(ends(8)) == 1
    heading = view.document().findBlockByNumber(0).blockFormat()
    assert heading.alignment() != Qt.AlignmentFlag.AlignJustify


def test_paragraph_numbers_can_be_put_away(view: ReadingView) -> None:
    page = view.page()
    beside = (page.left - 30, 0, 26, 500)
    with_numbers = view.viewport().grab().copy(*beside).toImage()
    theme.set_texts(Typography(), ReadingAids(numbers=False))
    without = view.viewport().grab().copy(*beside).toImage()
    ground = theme.current().colour("surface")
    assert with_numbers != without
    assert all(without.pixelColor(x, y) == ground for x in range(0, 26, 2) for y in range(0, 500, 5))


CHANGES = [
    Typography(face="sans"),
    Typography(face="mono"),
    Typography(line_height=2.0),
    Typography(measure=44),
    Typography(paragraph_space=2.0),
    Typography(letter_space=0.1, word_space=0.3),
    Typography(justified=True),
]


@pytest.mark.parametrize("changed", CHANGES, ids=repr)
def test_the_place_stays_exactly_where_it_was(view: ReadingView, changed: Typography) -> None:
    for place in (FLOOD.starts[14], FLOOD.starts[20] + 100):
        view.go_to(place)
        theme.set_texts(changed, AIDS)
        assert view.place() <= place
        assert abs(view.rects_of(Range(place, place + 1))[0].top()) < 2 * 17 * changed.line_height
        theme.set_texts(Typography(), AIDS)
        view.go_to(view.place())


def test_going_there_and_back_many_times_moves_nothing(view: ReadingView) -> None:
    view.go_to(FLOOD.starts[14] + 70)
    before = view.verticalScrollBar().value()
    for changed in CHANGES * 2:
        theme.set_texts(changed, AIDS)
    theme.set_texts(Typography(), AIDS)
    assert view.verticalScrollBar().value() == before


def test_selection_and_marks_stay(view: ReadingView) -> None:
    mark = ReadingMark(at("The bridge fell."), "hl-doubt")
    view.set_marks([mark])
    view.select(at("Nobody came until two."))
    theme.set_texts(Typography(face="sans", line_height=1.8), AIDS)
    assert view.marks() == (mark,)
    assert view.selected_range() == at("Nobody came until two.")
    assert colours_of(view)[theme.current().roles["hl-doubt"].lower()] > 200


def test_all_views_change_and_one_that_is_gone_is_not_missed(qtbot: QtBot, view: ReadingView) -> None:
    other = ReadingView()
    other.set_text(FLOOD, "Source C")
    other.show()
    gone = ReadingView()
    gone.deleteLater()
    qtbot.wait(0)
    qtbot.addWidget(other)
    theme.set_texts(Typography(line_height=2.2), AIDS)
    for one in (view, other):
        first, second = lines(one, 8)[:2]
        assert second.top() - first.top() == pytest.approx(2.2 * 17, abs=1)


def test_close_lines_keep_their_marks_apart(view: ReadingView) -> None:
    theme.set_texts(Typography(line_height=1.2), AIDS)
    whole = Range(FLOOD.starts[8], FLOOD.starts[9] - 1)
    found = view.rects_in(whole, QRectF(0, 0, 900, 5000))
    for upper, lower in pairwise(found):
        assert upper.bottom() <= lower.top() + 1


@pytest.mark.parametrize("name", ["night", "sepia", "high-contrast"])
def test_another_theme_recolours_all_words_and_lays_nothing_out_anew(
    qapp: QApplication, view: ReadingView, name: str
) -> None:
    view.go_to(FLOOD.starts[5])
    before = [top(view, number) for number in range(30)]
    wanted = theme.load_theme(name)
    theme.apply(qapp, wanted)
    assert [top(view, number) for number in range(30)] == before
    view.go_to(0)
    seen = colours_of(view)
    old = theme.load_theme("paper").roles
    for role in ("ink", "muted", "accent", "surface"):  # words, the heading, the link, the page
        assert seen[wanted.roles[role].lower()] > 0
        assert seen[old[role].lower()] == 0


def test_the_caret_is_as_wide_as_the_theme_has_what_shows_the_focus(
    qapp: QApplication, view: ReadingView
) -> None:
    theme.apply(qapp, theme.load_theme("high-contrast"))
    assert view.cursorWidth() == 3
    theme.apply(qapp, theme.load_theme("paper"))
    assert view.cursorWidth() == 2


def test_size_and_width_that_change_together_keep_the_place(qapp: QApplication, view: ReadingView) -> None:
    """As where larger text makes the questions beside it wider."""
    view.go_to(FLOOD.starts[14])
    view.select(at("Paragraph 20 says"))
    view.go_to(FLOOD.starts[14])
    for size, width in ((20, 700), (30, 500), (17, 900)):
        theme.apply(qapp, theme.load_theme("paper"), size)
        view.resize(width, 500)
        assert view.place() == FLOOD.starts[14]
        assert view.selected_range() == at("Paragraph 20 says")
