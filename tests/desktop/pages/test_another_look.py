"""Another text size or theme: all that is shown has it at once, pages and companions seen later too."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from crossread.base.declared import MOTION, TEXT_SIZE, THEME
from crossread.desktop.place import LIBRARY, PROGRESS, Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.text_page import TOP
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.texts.text import Range
from tests.bench.long_texts import long_text
from tests.desktop.pages.conftest import EVERY, Opened

READ = "read-know"
PLACES = {
    "desk": Place("stage", EVERY, READ),
    "overview": Place("overview", EVERY),
    "board": Place("board", EVERY),
    "timeline": Place("timeline", EVERY),
    "library": LIBRARY,
    "progress": PROGRESS,
    "help": Place("help"),
    "settings": Place("settings"),
}


def settle() -> None:
    for _round in range(6):
        QApplication.processEvents()


@pytest.fixture
def still(every: Opened) -> Opened:
    """Open the window where no caret blinks, at the pack with every kind of question."""
    every.settings.set(MOTION, "none")
    every.go(READ, EVERY)
    return every


def go(opened: Opened, place: Place) -> None:
    opened.window.go(place)
    opened.wait(lambda: not opened.window.is_opening())
    settle()


def look(opened: Opened, name: str, size: int) -> None:
    opened.settings.set(THEME, name)
    opened.settings.set(TEXT_SIZE, size)


def letters(widget: QWidget) -> int:
    """Return the size of the letters of what has words of its own, 0 of what has none."""
    has_words = isinstance(widget, QLabel | QAbstractButton | QLineEdit)
    return widget.font().pixelSize() if has_words else 0


def seen(widget: QWidget) -> tuple[list[tuple[str, QRect, int]], QImage]:
    """Return what is shown in a widget, where, and how large the letters are; and a picture of it all."""
    settle()
    shown = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    parts = [
        (type(one).__name__, QRect(one.mapTo(widget, QPoint()), one.size()), letters(one)) for one in shown
    ]
    return sorted(parts, key=repr), widget.grab().toImage()


def as_if_never_hidden(widget: QWidget) -> tuple[list[tuple[str, QRect, int]], QImage]:
    """Have all that is in sight take on another look, then the same one again."""
    app, now = QApplication.instance(), theme.current()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.load_theme("sepia"), now.text_size + 3)
    settle()
    theme.apply(app, theme.load_theme(now.name), now.text_size)
    return seen(widget)


@pytest.mark.parametrize("name", PLACES)
def test_a_page_that_one_comes_back_to_has_the_look_that_was_chosen_elsewhere(
    still: Opened, name: str
) -> None:
    elsewhere = PLACES["desk" if name == "settings" else "settings"]
    go(still, PLACES[name])
    go(still, elsewhere)
    look(still, "night", 22)
    go(still, PLACES[name])
    shown, picture = seen(still.window)
    shown_anew, picture_anew = as_if_never_hidden(still.window)
    assert shown == shown_anew
    assert picture == picture_anew


@pytest.mark.parametrize("name", ["notes", "words", "questions"])
def test_what_stands_beside_the_texts_has_the_look_that_was_chosen_while_it_was_away(
    still: Opened, name: str
) -> None:
    side = still.desk.side
    side.show_companion(name, focus=False)
    settle()
    side.show_companion("words" if name == "notes" else "notes", focus=False)
    settle()
    look(still, "night", 21)
    side.show_companion(name, focus=False)
    shown, picture = seen(still.window)
    shown_anew, picture_anew = as_if_never_hidden(still.window)
    assert shown == shown_anew
    assert picture == picture_anew


def stands(view: ReadingView) -> tuple[int, int, QRect]:
    return view.place(), view.verticalScrollBar().value(), view.geometry()


@pytest.mark.parametrize("change", [("paper", 24), ("paper", 12), ("night", 17), ("high-contrast", 20)])
def test_the_line_that_one_reads_stays_the_first_and_nothing_moves_after_the_first_sight(
    still: Opened, change: tuple[str, int]
) -> None:
    views = [pane.view for pane in still.desk.panes.panes if pane.isVisible()]
    text = long_text(3_000)
    for number, view in enumerate(views):
        view.set_text(text, "Source A")
        view.go_to(text.starts[20 + 5 * number] + 100)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
    settle()
    before = [view.place() for view in views]
    look(still, *change)
    at_once = [stands(view) for view in views]
    settle()
    assert [stands(view) for view in views] == at_once
    for view, at in zip(views, before, strict=True):
        assert view.place() <= at
        assert abs(view.rects_of(Range(at, at + 1))[0].top()) < change[1] * 1.5 + TOP
    sizes = {view.document().findBlockByNumber(2).charFormat().font().pixelSize() for view in views}
    assert change[1] in sizes
