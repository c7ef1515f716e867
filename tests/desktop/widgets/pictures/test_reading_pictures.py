"""Pictures in a text: room kept for them, drawn there, told, enlarged."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.pictures.reading_pictures import GAP, PictureShown
from crossread.desktop.widgets.reading.view import ReadingView
from tests.desktop.widgets.beside import FERRY, at, put_caret, reading
from tests.desktop.widgets.seeing import count_of

BLOCK = next(number for number, block in enumerate(FERRY.blocks) if block.kind == "picture")
BLUE = "#3060f0"


def blue(size: QSize) -> Callable[[QSize | None], QImage]:
    def read(most: QSize | None) -> QImage:
        image = QImage(most or size, QImage.Format.Format_RGB32)
        image.fill(QColor(BLUE))
        return image

    return read


def shown(width: int = 300, height: int = 100) -> PictureShown:
    size = QSize(width, height)
    return PictureShown(size, "A low dam, a boat below it.", "Town archive", blue(size))


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    made = reading(qtbot)
    made.beside.pictures.set_pictures({BLOCK: shown()})
    return made


def caption_top(view: ReadingView) -> int:
    return view.rects_of(at("The weir in 1931."))[0].top()


def test_the_picture_is_drawn_above_its_caption(qtbot: QtBot, view: ReadingView) -> None:
    qtbot.waitUntil(lambda: count_of(view, BLUE) > 25_000)
    where = view.beside.pictures.place(BLOCK)
    assert where.size().toSize() == QSize(300, 100)
    assert where.bottom() + GAP <= caption_top(view) + 12


def test_nothing_moves_when_it_has_been_decoded(qtbot: QtBot, view: ReadingView) -> None:
    before = caption_top(view)
    qtbot.waitUntil(lambda: count_of(view, BLUE) > 25_000)
    assert caption_top(view) == before


def test_a_wide_picture_is_as_wide_as_the_column_and_follows_it(qtbot: QtBot, view: ReadingView) -> None:
    view.beside.pictures.set_pictures({BLOCK: shown(2000, 500)})
    left, column = view.column()
    where = view.beside.pictures.place(BLOCK).toRect()
    assert (where.left(), where.width()) == (left, column)
    view.window().resize(400, 460)
    QApplication.processEvents()
    left, column = view.column()
    where = view.beside.pictures.place(BLOCK).toRect()
    assert (where.left(), where.width()) == (left, column)
    assert abs(where.height() - column / 4) <= 1
    assert where.top() >= view.rects_of(at("They left by the road."))[-1].bottom() - 8


def test_another_text_size_keeps_the_room_once(view: ReadingView) -> None:
    def room() -> float:
        before, caption = at("They left by the road."), at("The weir in 1931.")
        return view.rects_of(caption)[0].top() - view.rects_of(before)[-1].bottom()

    was = room()
    view.set_text_size(20)
    view.set_text_size(0)
    assert abs(room() - was) <= 1


def test_a_picture_at_the_very_start_has_its_room_too(qtbot: QtBot) -> None:
    from crossread.texts.text import Block, Text

    view = reading(qtbot)
    view.set_text(Text((Block("picture", "First.", file="a.png"), Block("paragraph", "Then."))), "A")
    view.beside.pictures.set_pictures({0: shown()})
    assert view.beside.pictures.place(0).top() >= 0


@pytest.mark.parametrize("way", ["click", "enter", "key", "key from afar"])
def test_it_is_enlarged_by_a_click_enter_and_a_key(qtbot: QtBot, view: ReadingView, way: str) -> None:
    put_caret(view, 0 if way == "key from afar" else at("weir in").start)
    place = view.beside.pictures.place(BLOCK).center().toPoint() - QPoint(0, view.verticalScrollBar().value())
    with qtbot.waitSignal(view.beside.pictures.enlarge_asked) as asked:
        if way == "click":
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        elif way == "enter":
            QTest.keyClick(view, Qt.Key.Key_Return)
        else:
            view.beside.pictures.enlarge_at_caret()
    assert asked.args == [BLOCK]


def test_where_there_is_none_the_key_says_so(qtbot: QtBot) -> None:
    view = reading(qtbot)
    view.beside.pictures.enlarge_at_caret()
    assert view.beside.bubble.accessibleName() == "There is no picture here"


def test_a_screen_reader_hears_what_it_shows_when_the_caret_comes_to_its_caption(
    view: ReadingView, heard: list[str]
) -> None:
    put_caret(view, at("The weir in 1931.").start)
    put_caret(view, at("The weir in 1931.").start + 4)
    assert heard == ["Picture: A low dam, a boat below it. Enter enlarges it."]


def test_it_stands_on_the_same_light_ground_in_every_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.load_theme("night"))
    view = reading(qtbot)
    size = QSize(300, 100)

    def nothing(_most: QSize | None) -> QImage:
        return QImage(size, QImage.Format.Format_ARGB32_Premultiplied)

    view.beside.pictures.set_pictures({BLOCK: PictureShown(size, "A line.", "", nothing)})
    assert count_of(view, theme.load_theme("paper").roles["surface"]) > 25_000


def test_the_picture_of_a_covered_caption_is_covered_too(qtbot: QtBot) -> None:
    view = reading(qtbot, (at("The weir in 1931."),))
    view.beside.pictures.set_pictures({BLOCK: shown()})
    assert count_of(view, BLUE) == 0
    with qtbot.assertNotEmitted(view.beside.pictures.enlarge_asked):
        put_caret(view, 0)
        view.beside.pictures.enlarge_at_caret()


def test_the_text_itself_still_loads_nothing(view: ReadingView) -> None:
    assert view.loadResource(2, "weir.png").isNull()
