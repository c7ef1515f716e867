import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.written.long_text import LONGEST, LongText
from crossread.desktop.answers.written.long_text_field import LongTextField
from crossread.desktop.theme import theme
from tests.looks.painted import lines


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Make a page with a field, and another one after it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(LongTextField("Your text", page, length=(80, 120)))
    column.addWidget(QLineEdit(page))
    qtbot.addWidget(page)
    page.resize(360, 500)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def field(page: QWidget) -> LongTextField:
    field = page.findChild(LongTextField)
    assert field is not None
    field.setFocus()
    return field


def paste(field: LongTextField, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    field.field.insertFromMimeData(data)


def wheel(widget: LongText, by: int) -> bool:
    """Turn the wheel on a field and tell whether the field kept it for itself."""
    centre = QPointF(widget.viewport().rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre.toPoint())),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget.viewport(), event)
    return event.isAccepted()


def test_each_letter_is_told(qtbot: QtBot, field: LongTextField) -> None:
    told: list[str] = []
    field.edited.connect(lambda: told.append(field.text()))
    QTest.keyClicks(field.field, "63")
    assert told == ["6", "63"]


def test_the_field_has_a_name_and_says_what_is_asked_for(field: LongTextField) -> None:
    assert field.field.accessibleName() == "Your text"
    assert field.field.accessibleDescription() == "about 80 to 120 words asked for"


def test_words_are_counted_after_a_pause(qtbot: QtBot, field: LongTextField) -> None:
    QTest.keyClicks(field.field, "three-judge court,")
    assert field.count.text().startswith("0 words")
    qtbot.waitUntil(lambda: field.count.text() == "3 words · about 80 to 120 words asked for")


def test_a_text_from_elsewhere_is_counted_at_once_and_not_told(qtbot: QtBot, field: LongTextField) -> None:
    with qtbot.assertNotEmitted(field.edited):
        field.show_text("One.\n\nTwo, three.")
    assert field.text() == "One.\n\nTwo, three."
    assert field.count.text().startswith("3 words")


def test_tab_goes_on_and_types_nothing(field: LongTextField) -> None:
    QTest.keyClick(field.field, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert field.text() == ""


class Page(QWidget):
    """A page that remembers the keys that come through to it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append(event.key())


def test_ctrl_enter_and_undo_are_left_to_the_page(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    field = LongTextField("Your text", page)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field.field, Qt.Key.Key_Return, control)
    QTest.keyClick(field.field, Qt.Key.Key_Z, control)
    assert {Qt.Key.Key_Return, Qt.Key.Key_Z} <= set(page.heard)
    assert field.text() == ""
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert field.text() == "\n"


def test_it_grows_with_the_text_and_then_scrolls(qtbot: QtBot, field: LongTextField) -> None:
    empty = field.field.height()
    field.show_text("line\n" * 9)
    grown = field.field.height()
    assert grown > empty
    assert not field.field.verticalScrollBar().isVisible()
    field.show_text("line\n" * 60)
    assert field.field.height() < grown * 2
    qtbot.waitUntil(field.field.verticalScrollBar().isVisible)
    field.show_text("")
    assert field.field.height() == empty


def test_a_closed_text_is_as_tall_as_its_words(field: LongTextField) -> None:
    field.show_text("one line")
    open_height = field.field.height()
    field.set_read_only(True)
    assert field.field.height() < open_height
    QTest.keyClicks(field.field, "more")
    assert field.text() == "one line"


@pytest.mark.parametrize("size", [12, 17, 28])
def test_no_line_is_cut_off_whatever_the_size(qtbot: QtBot, qapp: QApplication, size: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    field = LongTextField("Your text", counts=False)
    qtbot.addWidget(field)
    field.show_text("The warden counts 63 lambs that drowned, and the herald counts 83.\n\nBoth say so.")
    field.set_read_only(True)
    field.resize(300, 600)
    field.show()
    qtbot.waitUntil(lambda: field.field.width() == 300)
    assert field.field.verticalScrollBar().maximum() == 0


PLACEHOLDER = "What the texts leave open, and what would settle it: a document, a witness, a count. " * 3


@pytest.mark.parametrize("size", [12, 17, 34])
def test_the_words_of_an_empty_field_are_seen_to_the_last_line(
    qtbot: QtBot, qapp: QApplication, size: int
) -> None:
    theme.apply(qapp, theme.load_theme("paper"), size)
    page = QWidget()
    column = QVBoxLayout(page)
    field = LongText("Your text", page, lines=(2, 3))
    field.setPlaceholderText(PLACEHOLDER)
    column.addWidget(field)
    column.addStretch()
    qtbot.addWidget(page)
    page.show()
    for width in (600, 300):
        page.resize(width, 2000)
        qtbot.waitUntil(lambda: field.size() == QSize(column.contentsRect().width(), field.minimumHeight()))
        painted = lines(field.viewport())
        assert " ".join(line.words for line in painted).split() == PLACEHOLDER.split()
        assert all(line.seen == line.ink for line in painted)
        assert painted[-1].ink.bottom() <= field.viewport().height()
    empty = field.height()
    field.setFocus()
    QTest.keyClicks(field, "It")
    assert field.height() == empty
    field.set_read_only(True)
    assert field.height() < empty


def test_the_caret_stays_where_one_types(field: LongTextField) -> None:
    field.show_text("the county")
    cursor = field.field.textCursor()
    cursor.setPosition(4)
    field.field.setTextCursor(cursor)
    QTest.keyClicks(field.field, "old ")
    assert field.text() == "the old county"
    field.show_text("the old county")
    assert field.field.textCursor().position() == 8


def test_characters_beyond_the_first_plane_are_kept_in_place(field: LongTextField) -> None:
    field.show_text("😀 one 😀 two")
    field.show_text("😀 one 😀 three two")
    assert field.text() == field.field.toPlainText() == "😀 one 😀 three two"


def test_what_is_too_long_is_refused_in_words_and_nothing_is_lost(qtbot: QtBot, field: LongTextField) -> None:
    field.show_text("My own words.")
    with qtbot.assertNotEmitted(field.edited):
        paste(field, "x" * LONGEST)
    assert field.text() == field.field.toPlainText() == "My own words."
    assert field.count.text() == (
        f"That is 13 characters more than the {LONGEST} that fit here. Nothing was taken in."
    )
    QTest.keyClicks(field.field, "!")
    assert field.text() == "My own words.!"
    qtbot.waitUntil(lambda: field.count.text().startswith("3 words"))


def test_what_was_selected_comes_back_when_a_paste_in_its_place_is_refused(field: LongTextField) -> None:
    field.show_text("My own words.")
    field.field.selectAll()
    paste(field, "y" * (LONGEST + 1))
    assert field.text() == field.field.toPlainText() == "My own words."


def test_a_text_that_was_kept_is_shown_however_long(field: LongTextField) -> None:
    field.show_text("z" * (LONGEST + 50))
    assert len(field.field.toPlainText()) == LONGEST + 50
    QTest.keyClick(field.field, Qt.Key.Key_Backspace)
    assert len(field.text()) == LONGEST + 49


def test_the_wheel_is_left_to_the_page_where_there_is_nothing_to_scroll(field: LongTextField) -> None:
    field.show_text("one line")
    assert not wheel(field.field, -120)
    field.show_text("line\n" * 60)
    field.field.verticalScrollBar().setValue(0)
    assert wheel(field.field, -120)
    field.field.verticalScrollBar().setValue(0)
    assert not wheel(field.field, 120)
    field.field.verticalScrollBar().setValue(field.field.verticalScrollBar().maximum())
    assert not wheel(field.field, -120)


def test_the_wheel_is_left_to_the_page_while_one_does_not_write(field: LongTextField) -> None:
    field.show_text("line\n" * 60)
    field.field.verticalScrollBar().setValue(0)
    field.window().findChild(QLineEdit).setFocus()  # type: ignore[union-attr]
    assert not wheel(field.field, -120)


def test_the_page_follows_the_caret(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    field = LongTextField("Your text", inside, lines=(2, 60))
    column.addSpacing(200)
    column.addWidget(field)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(300, 260)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    field.setFocus()
    for _line in range(20):
        QTest.keyClicks(field.field, "line")
        QTest.keyClick(field.field, Qt.Key.Key_Return)

    def caret_is_seen() -> bool:
        caret = field.field.viewport().mapTo(area.viewport(), field.field.cursorRect().center())
        return area.viewport().rect().contains(caret)

    qtbot.waitUntil(caret_is_seen)
