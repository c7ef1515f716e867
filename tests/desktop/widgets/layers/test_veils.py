"""Covered passages: nobody sees or hears their words until they ask."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.layers.covers import covered_labels, covered_sign
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.texts.passages.covering import BLANK, WIDE_BLANK
from crossread.texts.text import Range
from tests.desktop.widgets.beside import FERRY, GRAPHIC, at, click, put_caret, reading
from tests.desktop.widgets.seeing import colours_of

COVER = at(GRAPHIC)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    """Give a view in which what is asked for is uncovered, or covered again."""
    shown = reading(qtbot, (COVER,))
    shown.beside.veils.asked.connect(turner(shown))
    return shown


def turner(view: ReadingView) -> Callable[[object], None]:
    def turn(where: object) -> None:
        assert where == COVER
        if view.covered():
            view.beside.veils.set_passages((), (COVER,))
        else:
            view.beside.veils.set_passages((COVER,), ())

    return turn


def everything_told(view: ReadingView) -> str:
    """All that the window and a screen reader can get of the text."""
    cursor = QTextCursor(view.document())
    cursor.select(QTextCursor.SelectionType.Document)
    heard = QAccessible.queryAccessibleInterface(view)
    text = heard.textInterface()
    spoken = text.text(0, text.characterCount()) if text else ""
    return (
        f"{view.toPlainText()}\n{view.toHtml()}\n{cursor.selectedText()}\n{spoken}\n{view.shown_text().shown}"
    )


def test_the_words_are_nowhere_in_what_is_shown_or_exposed(view: ReadingView) -> None:
    told = everything_told(view)
    for word in ("field", "walked", "morning", "😀"):
        assert word not in told
    assert any(label in told for label in covered_labels()[:-2])
    assert "They went on. " in told


def test_every_other_place_stays_where_it_was(view: ReadingView) -> None:
    view.select(at("They left by the road."))
    assert view.textCursor().selectedText() == "They left by the road."
    assert view.selected_range() == at("They left by the road.")


def test_what_is_copied_has_a_sign_instead(view: ReadingView) -> None:
    view.select(Range(at("They went").start, at("They left").end))
    view.copy()
    assert QGuiApplication.clipboard().text() == f"They went on. {covered_sign()} They left"


def test_a_covered_passage_cannot_be_marked(qtbot: QtBot, view: ReadingView) -> None:
    view.select(Range(COVER.start, COVER.start + 9))
    with qtbot.assertNotEmitted(view.selection_made):
        QTest.keyClick(view, Qt.Key.Key_M)
    assert "These words are covered" in view.beside.bubble.accessibleName()


def test_nothing_covered_is_announced(view: ReadingView, heard: list[str]) -> None:
    put_caret(view, COVER.start + 2)
    QTest.keyClick(view, Qt.Key.Key_S)
    view.show_range(COVER)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert heard
    assert not any("field" in words for words in heard)


@pytest.mark.parametrize("way", ["click", "enter", "key"])
def test_a_click_enter_and_the_key_uncover_it(view: ReadingView, way: str, heard: list[str]) -> None:
    put_caret(view, COVER.start + 3)
    if way == "click":
        click(view, Range(COVER.start + 2, COVER.start + 9))
    elif way == "enter":
        QTest.keyClick(view, Qt.Key.Key_Return)
    else:
        view.beside.veils.turn()
    assert GRAPHIC in view.toPlainText()
    assert heard == [f"Shown: {GRAPHIC}"]


def test_the_key_covers_it_again(view: ReadingView) -> None:
    put_caret(view, COVER.start + 3)
    view.beside.veils.turn()
    caret = view.caret()
    view.beside.veils.turn()
    assert GRAPHIC not in view.toPlainText()
    assert view.caret() == caret


def test_from_elsewhere_the_key_uncovers_the_first_that_is_in_view(view: ReadingView) -> None:
    put_caret(view, at("The ferry left").start)
    view.beside.veils.turn()
    assert GRAPHIC in view.toPlainText()
    assert view.caret() == COVER.start


def test_where_nothing_is_covered_the_key_says_so(qtbot: QtBot) -> None:
    view = reading(qtbot)
    view.beside.veils.turn()
    assert view.beside.bubble.accessibleName() == "No passage here is covered"


def test_it_is_seen_as_the_face_of_a_button_that_leaves_the_spaces_around_it(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.clearFocus()
    bare = reading(qtbot)
    bare.clearFocus()
    hover = theme.current().roles["hover"].lower()
    assert colours_of(view)[hover] > colours_of(bare)[hover] + 500
    (face,) = view.rects_of(COVER)
    (before,), (behind,) = view.rects_of(at("They went on.")), view.rects_of(at("They left"))
    room = face.left() - before.right(), behind.left() - face.right()
    assert min(room) >= 2  # a space on either side
    assert max(room) <= 8  # and no more


def test_every_covered_passage_says_the_same_however_long_it_is(qtbot: QtBot) -> None:
    short = at("one told it")
    view = reading(qtbot, (short, COVER))
    said = {view.shown_text().words(where).strip(BLANK + WIDE_BLANK) for where in (short, COVER)}
    assert said == {covered_labels()[0]}
    assert view.rects_of(short)[0].width() == view.rects_of(COVER)[0].width()


def test_what_follows_a_covered_passage_stays_on_its_line(qtbot: QtBot) -> None:
    for width in range(300, 620, 16):
        view = reading(qtbot, (at(GRAPHIC[:-1]),), width=width)
        ((face,), (stop,)) = view.rects_of(at(GRAPHIC[:-1])), view.rects_of(Range(COVER.end - 1, COVER.end))
        assert face.top() == stop.top()
        assert abs(stop.left() - face.right()) <= 1


def test_the_menu_offers_it_in_words(view: ReadingView) -> None:
    put_caret(view, COVER.start)
    assert "Show the covered passage" in [action.text() for action in view.menu().actions()]
    view.beside.veils.turn()
    assert "Cover the passage again" in [action.text() for action in view.menu().actions()]


def test_a_rebuilt_text_stays_covered(view: ReadingView) -> None:
    view.set_text_size(30)
    assert "field" not in view.toPlainText()
    assert len(view.toPlainText()) == len(FERRY.shown)
