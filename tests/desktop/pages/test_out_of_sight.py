"""What changed while a page was out of sight is there when it is shown again, as if first gone to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from crossread.base.declared import MOTION
from crossread.desktop.pages.around.notes import note_key
from crossread.desktop.pages.notes.board import BoardPage
from crossread.desktop.place import LIBRARY, PROGRESS, Place
from crossread.inquiry.commands import Answer, HandIn, SetExpectation, SetNote
from tests.desktop.pages.conftest import PACK, Opened
from tests.desktop.pages.noting import highlight, note
from tests.desktop.pages.test_timeline import TIMELINE

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
SETTINGS = Place("settings")
OVERVIEW = Place("overview", PACK)
DESK = Place("stage", PACK, "read-night")
PLACES = {
    "overview": OVERVIEW,
    "before": Place("stage", PACK, "before"),
    "meet": Place("stage", PACK, "meet"),
    "desk": DESK,
    "timeline": Place("timeline", PACK),
    "board": Place("board", PACK),
    "library": LIBRARY,
    "progress": PROGRESS,
    "search": Place("search"),
    "settings": SETTINGS,
}


def shown(page: QWidget) -> list[str]:
    """Return all that a page says: its labels, buttons, fields and the rows of its lists."""
    QApplication.processEvents()
    said = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QLineEdit):
            said.append(widget.text())
        elif isinstance(widget, QAbstractButton):
            said.append(f"{widget.accessibleName()} {widget.text()} {widget.isChecked()}")
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            said.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView):
            model = widget.model()
            rows = range(model.rowCount(QModelIndex()))
            said += [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]
    return sorted(one for one in said if one)


def go(opened: Opened, place: Place) -> QWidget:
    opened.window.go(place)
    opened.wait(lambda: not opened.window.is_opening())
    page = opened.window.pages.page()
    assert page is not None
    return page


def change(opened: Opened) -> None:
    """Do what learners do: note, answer, hand in, set something."""
    pack = opened.window.pages.pack
    assert pack is not None
    session, inside = opened.session, pack.opened
    highlight(session, inside, "warden", 0)
    note(session, inside, "Who says so?", ("warden", 2), ("miller", 3), tags=("order",))
    session.do(inside, Answer(question="night-planks", response={"text": "3"}))
    session.do(inside, SetExpectation(stage="before", text="They may differ."))
    session.do(inside, SetNote(key=note_key("warden", "who"), text="She keeps the bridge."))
    session.do(inside, HandIn(stage="read-night"))
    opened.settings.set(MOTION, "none")
    opened.saved()


@pytest.fixture
def window(library: Path, open_window: Callable[[], Opened]) -> Callable[[], Opened]:
    """Open the window on a pack that has a page of each kind, as often as is asked for."""
    (library / PACK / "timeline.yaml").write_text(TIMELINE, "utf-8")
    return open_window


@pytest.mark.parametrize("elsewhere", [DESK, SETTINGS], ids=["desk", "settings"])
@pytest.mark.parametrize("name", PLACES)
def test_a_page_come_back_to_shows_what_it_shows_who_comes_first(
    window: Callable[[], Opened], name: str, elsewhere: Place
) -> None:
    if PLACES[name] == elsewhere:
        elsewhere = OVERVIEW
    opened = window()
    go(opened, OVERVIEW)
    go(opened, DESK)
    before = shown(go(opened, PLACES[name]))
    go(opened, elsewhere)
    change(opened)
    after = shown(go(opened, PLACES[name]))
    opened.close()
    again = window()
    go(again, OVERVIEW)
    assert after == shown(go(again, PLACES[name]))
    if name not in ("timeline", "search"):  # those are not about what one does
        assert after != before


@pytest.mark.parametrize("companion", ["notes", "words", "find", "conclude"])
def test_a_companion_come_back_to_does_so_too(window: Callable[[], Opened], companion: str) -> None:
    opened = window()
    go(opened, DESK)
    opened.desk.side.show_companion(companion)
    go(opened, OVERVIEW)
    change(opened)
    go(opened, DESK)
    opened.desk.side.show_companion(companion)
    after = shown(opened.desk.side)
    opened.close()
    again = window()
    go(again, DESK)
    again.desk.side.show_companion(companion)
    assert after == shown(again.desk.side)


def test_the_board_opened_empty_shows_what_was_highlighted_and_noted_since(opened: Opened) -> None:
    opened.go("read-night")
    opened.press(Key.Key_B, CTRL | SHIFT)
    opened.press(Key.Key_Left, ALT)
    highlight(opened.session, opened.pages.opened, "warden", 0)
    opened.press(Key.Key_B, CTRL | SHIFT)
    board = opened.pages.page
    assert isinstance(board, BoardPage)
    assert not board.empty.isVisible()
    assert [len(cards.rows()) for cards in board.cards.lists()] == [1]
