"""Words that are explained, by mouse and by keyboard."""

from itertools import cycle

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.layers.terms import Term
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.desktop.widgets.telling.bubble import Explanation, SourceWords
from crossread.texts.text import Block, Range, Text
from tests.desktop.widgets.beside import FERRY, GRAPHIC, at, click, middle, put_caret, reading
from tests.desktop.widgets.seeing import count_of

WEIR = Term(at("weir"), "term", "weir")
FIELD = Term(at("field"), "name", "field")


def explain(term: Term) -> Explanation:
    return Explanation(
        kind="Glossary",
        title=str(term.about),
        words="A low dam across a river.",
        about_sources="Also in",
        sources=(SourceWords("B", 1),),
        action="All words",
    )


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    shown = reading(qtbot)
    shown.beside.terms.set_terms((WEIR, FIELD), explain)
    return shown


def told(view: ReadingView) -> str:
    return view.beside.bubble.accessibleName() if view.beside.bubble.isVisible() else ""


def test_the_key_explains_the_word_at_the_caret_and_escape_returns_to_the_very_place(
    view: ReadingView,
) -> None:
    put_caret(view, WEIR.range.start + 2)
    view.beside.terms.explain_at_caret()
    bubble = view.beside.bubble
    assert bubble.hasFocus()
    assert told(view) == "Glossary. weir. A low dam across a river. Also in. Source B"
    QTest.keyClick(bubble, Qt.Key.Key_Escape)
    assert not bubble.isVisible()
    assert view.hasFocus()
    assert view.caret() == WEIR.range.start + 2


def test_the_key_once_more_closes_it(view: ReadingView) -> None:
    put_caret(view, WEIR.range.start)
    view.beside.terms.explain_at_caret()
    view.beside.terms.explain_at_caret()
    assert not view.beside.bubble.isVisible()
    assert view.hasFocus()


def test_from_the_start_of_a_paragraph_the_next_word_in_it_is_explained(view: ReadingView) -> None:
    put_caret(view, at("The ferry left").start)
    view.beside.terms.explain_at_caret()
    assert view.beside.terms.told() == WEIR
    assert view.caret() == at("The ferry left").start


def test_where_no_word_is_explained_it_says_so_beside_the_caret(view: ReadingView) -> None:
    put_caret(view, at("So it is said").start)
    view.beside.terms.explain_at_caret()
    assert "No word here is explained" in told(view)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert told(view) == ""


def test_a_click_explains_and_leaves_the_focus_in_the_text(view: ReadingView) -> None:
    click(view, WEIR.range)
    assert "A low dam" in told(view)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert told(view) == ""


def test_a_selection_is_not_taken_for_a_click(qtbot: QtBot, view: ReadingView) -> None:
    with qtbot.waitSignal(view.selection_dragged):
        start, end = middle(view, at("The ferry")), middle(view, WEIR.range)
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view.viewport(), end)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert told(view) == ""


def rest_on_the_weir(qtbot: QtBot, view: ReadingView) -> None:
    """Rest the mouse on the word until it is explained.

    A hand is never quite still; and where windows of others close, the system may tell that the mouse left.
    """
    point = middle(view, WEIR.range)
    steps = cycle((0, 1))

    def explained() -> bool:
        if "A low dam" in told(view):
            return True
        QTest.mouseMove(view.viewport(), point + QPoint(next(steps), 0))
        return False

    qtbot.waitUntil(explained)


def test_resting_on_a_word_explains_it_and_going_away_ends_that(
    qtbot: QtBot, view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QCursor, "pos", lambda: QPoint(-1, -1))
    view.beside.terms._pause.setInterval(1)
    view.beside.terms._grace.setInterval(1)
    rest_on_the_weir(qtbot, view)
    assert view.hasFocus()
    QTest.mouseMove(view.viewport(), middle(view, at("Two saw")))
    qtbot.waitUntil(lambda: told(view) == "")


def test_the_menu_of_a_text_takes_the_place_of_the_bubble(
    qtbot: QtBot, view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_at: None)
    view.beside.terms._pause.setInterval(1)
    point = middle(view, WEIR.range)
    rest_on_the_weir(qtbot, view)
    reason = QContextMenuEvent.Reason.Mouse
    asked = QContextMenuEvent(reason, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), asked)
    assert told(view) == ""
    qtbot.wait(50)  # nor does it come while the menu is open
    assert told(view) == ""


def test_the_bubble_never_stands_on_the_word_and_stays_in_the_window(qtbot: QtBot, view: ReadingView) -> None:
    for where in (WEIR, Term(at("river"), "term", "river")):
        view.beside.terms.set_terms((where,), explain)
        for width, height in ((620, 460), (380, 200), (300, 160)):
            view.window().resize(width, height)
            QApplication.processEvents()
            put_caret(view, where.range.start)
            view.beside.terms.explain_at_caret()
            QApplication.processEvents()
            bubble = view.beside.bubble
            window = view.window()
            assert window.rect().contains(bubble.geometry())
            for rect in view.rects_of(where.range):
                on_window = QRect(view.viewport().mapTo(window, rect.topLeft()), rect.size())
                assert not bubble.geometry().intersects(on_window)
            view.beside.dismiss()


def test_it_is_mirrored_where_the_window_is(view: ReadingView) -> None:
    put_caret(view, WEIR.range.start)
    view.beside.terms.explain_at_caret()
    left = view.beside.bubble.x()
    view.beside.dismiss()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.beside.terms.explain_at_caret()
    assert view.beside.bubble.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert view.beside.bubble.x() < left


def test_tab_goes_to_the_button_and_then_back_to_the_text(view: ReadingView) -> None:
    put_caret(view, WEIR.range.start)
    view.beside.terms.explain_at_caret()
    QTest.keyClick(view.beside.bubble, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button is not None
    assert button.accessibleName() == "All words"
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert told(view) == ""


def test_the_button_asks_for_the_list_of_all_words(qtbot: QtBot, view: ReadingView) -> None:
    put_caret(view, WEIR.range.start)
    view.beside.terms.explain_at_caret()
    QTest.keyClick(view.beside.bubble, Qt.Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button is not None
    with qtbot.waitSignal(view.beside.terms.list_asked) as asked:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == ["weir"]
    assert told(view) == ""


def test_scrolling_takes_it_away(view: ReadingView) -> None:
    click(view, WEIR.range)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 40)
    assert told(view) == ""


def test_words_have_their_dots_only_where_that_is_wanted(view: ReadingView) -> None:
    dots = theme.current().roles["control-line"]
    view.clearFocus()
    with_dots = count_of(view, dots)
    view.beside.terms.set_dotted(False)
    assert count_of(view, dots) < with_dots
    click(view, WEIR.range)
    assert told(view) == ""


def test_only_the_first_in_each_paragraph_has_a_line_and_the_others_are_explained_too(
    view: ReadingView,
) -> None:
    boats = Text((Block("paragraph", "Ferry, ferry."), Block("paragraph", "A ferry.")))
    view.set_text(boats, "Source B: Ferries")
    first, second, third = (Term(Range(at, at + 5), "term", "ferry") for at in (0, 7, 16))
    view.beside.terms.set_terms((first, second, third), explain)
    assert view.beside.terms.lined() == (first, third)
    view.clearFocus()
    click(view, second.range)
    assert told(view) == ""
    view.beside.terms.explain_at_caret()
    assert view.beside.terms.told() == second


def test_a_covered_word_is_not_explained(qtbot: QtBot) -> None:
    view = reading(qtbot, (at(GRAPHIC),))
    view.beside.terms.set_terms((WEIR, FIELD), explain)
    assert view.beside.terms.at(FIELD.range.start) is None
    put_caret(view, FERRY.shown.index("They went on"))
    view.beside.terms.explain_at_caret()
    assert "No word here is explained" in told(view)


def test_another_text_takes_the_words_and_the_bubble_along(view: ReadingView) -> None:
    click(view, WEIR.range)
    view.set_text(FERRY, "Source B: A ferry")
    assert told(view) == ""
    assert view.beside.terms.terms() == ()
