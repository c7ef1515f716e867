import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.layers.marks import MarkIndex, MarkRole
from crossread.desktop.widgets.reading.column import LEAST
from crossread.desktop.widgets.reading.positions import Positions
from crossread.desktop.widgets.reading.view import ReadingMark, ReadingView
from crossread.texts.text import Block, Range, Text
from tests.desktop.widgets.seeing import colours_of
from tests.desktop.widgets.texts import FLOOD, at


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    shown = ReadingView()
    qtbot.addWidget(shown)
    shown.resize(560, 400)
    shown.set_text(FLOOD, "Source B: A flood")
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    return shown


def caret(view: ReadingView) -> int:
    return Positions(view.text().shown).to_text(view.textCursor().position())


def put_caret(view: ReadingView, position: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(Positions(view.text().shown).to_qt(position))
    view.setTextCursor(cursor)


def spot(view: ReadingView, position: int) -> QPoint:
    """Where a position stands in the viewport."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(Positions(view.text().shown).to_qt(position))
    return view.cursorRect(cursor).center()


def drag(qtbot: QtBot, view: ReadingView, where: Range) -> None:
    start, end = spot(view, where.start), spot(view, where.end)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_a_screen_reader_hears_whose_text_it_is(view: ReadingView) -> None:
    assert view.accessibleName() == "Source B: A flood"


def test_dragging_over_words_sends_them(qtbot: QtBot, view: ReadingView) -> None:
    with qtbot.waitSignal(view.selection_dragged) as told:
        drag(qtbot, view, at("Nobody came"))
    assert told.args == [at("Nobody came")]
    assert view.selected_range() == at("Nobody came")


@pytest.mark.parametrize("selected", [True, False])
def test_a_click_where_one_has_scrolled_to_stays_there(view: ReadingView, selected: bool) -> None:
    if selected:
        view.select(at("rose at noon"))
    view.verticalScrollBar().setValue(500)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert view.verticalScrollBar().value() == 500
    assert not view.textCursor().hasSelection()


def test_letting_go_of_words_stays_where_one_has_scrolled_to(view: ReadingView) -> None:
    view.select(at("rose at noon"))
    view.verticalScrollBar().setValue(500)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.textCursor().hasSelection()
    assert view.verticalScrollBar().value() == 500


def test_words_that_are_selected_already_can_be_dragged_over_again(qtbot: QtBot, view: ReadingView) -> None:
    drag(qtbot, view, at("Nobody came"))
    with qtbot.waitSignal(view.selection_dragged) as told:
        drag(qtbot, view, at("Nobody came"))
    assert told.args == [at("Nobody came")]


def test_words_after_an_emoji_stand_where_they_stand(qtbot: QtBot, view: ReadingView) -> None:
    view.select(at("The bridge fell"))
    assert view.textCursor().selectedText() == "The bridge fell"
    assert view.selected_range() == at("The bridge fell")


def test_half_a_word_counts_as_the_whole(view: ReadingView) -> None:
    start = at("Nobody").start
    view.select(Range(start + 2, start + 9))
    assert view.selected_range() == at("Nobody came")


def test_a_click_sends_nothing_and_a_double_click_only_selects(qtbot: QtBot, view: ReadingView) -> None:
    with qtbot.assertNotEmitted(view.selection_dragged):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, at("Nobody").start + 2))
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, at("Nobody").start + 2))
    assert view.selected_range() == at("Nobody")


def test_the_keyboard_moves_a_caret_and_selects(qtbot: QtBot, view: ReadingView) -> None:
    put_caret(view, at("Nobody came until").start)
    for _time in range(6):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_range() == at("Nobody")
    assert view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_m_and_enter_send_the_selection(qtbot: QtBot, view: ReadingView, key: Qt.Key) -> None:
    view.select(at("named the crack"))
    with qtbot.waitSignal(view.selection_made) as told:
        QTest.keyClick(view, key)
    assert told.args == [at("named the crack")]


def test_without_a_selection_there_is_nothing_to_send(qtbot: QtBot, view: ReadingView) -> None:
    with qtbot.assertNotEmitted(view.selection_made):
        QTest.keyClick(view, Qt.Key.Key_M)
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_s_selects_the_sentence_and_again_the_next(qtbot: QtBot, view: ReadingView) -> None:
    put_caret(view, at("came until").start)
    QTest.keyClick(view, Qt.Key.Key_S)
    assert view.selected_range() == at("Nobody came until two.")
    QTest.keyClick(view, Qt.Key.Key_S)
    assert view.selected_range() == at("Nobody came until two. The bridge fell.")


def test_single_keys_can_be_switched_off_and_enter_stays(qtbot: QtBot, view: ReadingView) -> None:
    view.set_single_keys(False)
    view.select(at("Nobody"))
    with qtbot.assertNotEmitted(view.selection_made):
        QTest.keyClick(view, Qt.Key.Key_M)
    QTest.keyClick(view, Qt.Key.Key_S)
    assert view.selected_range() == at("Nobody")
    with qtbot.waitSignal(view.selection_made):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_escape_lets_go_and_then_belongs_to_the_page(qtbot: QtBot, view: ReadingView) -> None:
    view.select(at("Nobody"))
    view.show_range(at("The bridge fell"))
    view.select(at("Nobody"))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_range() is None
    assert view.shown_range() is None


def test_ctrl_down_and_up_go_by_paragraph(qtbot: QtBot, view: ReadingView) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    put_caret(view, 0)
    QTest.keyClick(view, Qt.Key.Key_Down, control)
    assert caret(view) == FLOOD.starts[1]
    QTest.keyClick(view, Qt.Key.Key_Down, control)
    assert caret(view) == FLOOD.starts[2]
    put_caret(view, FLOOD.starts[2] + 5)
    QTest.keyClick(view, Qt.Key.Key_Up, control)
    assert caret(view) == FLOOD.starts[2]
    QTest.keyClick(view, Qt.Key.Key_Up, control)
    assert caret(view) == FLOOD.starts[1]


def test_going_by_paragraphs_says_what_stands_beside_them(view: ReadingView, heard: list[str]) -> None:
    for _time in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["Paragraph 1: " + FLOOD.blocks[1].text, "Paragraph 2: 1. " + FLOOD.blocks[2].text]


def test_keys_go_on_from_where_one_reads(qtbot: QtBot, view: ReadingView) -> None:
    """After scrolling away from the caret, the next paragraph is the one below, not the second one."""
    view.go_to(FLOOD.starts[20])
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert caret(view) == FLOOD.starts[21]


def test_going_to_a_place_brings_it_to_the_top(view: ReadingView) -> None:
    assert view.place() == 0
    view.go_to(FLOOD.starts[12])
    assert view.place() == FLOOD.starts[12]


def grabbed(view: ReadingView, where: QRect) -> bytes:
    """Give what is painted in a part of the viewport."""
    seen = view.viewport().grab(where).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(seen.constBits())


def is_cut(view: ReadingView) -> bool:
    """Whether letters of a line stand both above the view's edge and below it."""
    top, size = view.verticalScrollBar().value(), view.text_size()
    block = view.document().begin()
    while block.isValid():
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            base = block.layout().position().y() + line.y() + line.ascent()
            if base - 0.7 * size < top < base + 0.22 * size:
                return True
        block = block.next()
    return False


@pytest.mark.parametrize("size", [12, 17, 28])
@pytest.mark.parametrize("paragraph", range(3, 20))
def test_a_text_opens_at_a_whole_line(view: ReadingView, size: int, paragraph: int) -> None:
    view.set_text_size(size)
    view.resize(360, 400)
    start = FLOOD.starts[paragraph]
    for place in (start, start + 45, start + 90):
        view.go_to(place)
        assert not is_cut(view)
    view.go_to(0)
    view.show_range(Range(start + 45, start + 60))
    assert not is_cut(view)
    assert view.viewport().rect().contains(spot(view, start + 45))


def test_going_far_down_a_text_just_opened_arrives(qtbot: QtBot) -> None:
    long = Text(tuple(Block("paragraph", f"Paragraph {n} of a long text. " * 20) for n in range(800)))
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.set_text(long, "Source A")
    view.go_to(long.starts[700])
    assert view.place() == long.starts[700]


@pytest.mark.parametrize("width", [320, 460, 900, 1400])
def test_another_width_keeps_the_place(view: ReadingView, width: int) -> None:
    view.go_to(FLOOD.starts[12])
    for step in (width, 700, width, 560):
        view.resize(step, 400)
        assert view.place() == FLOOD.starts[12]


@pytest.mark.parametrize("width", [500, 520, 600, 640])
def test_marks_go_with_their_words_when_the_view_gets_another_width(view: ReadingView, width: int) -> None:
    words = [at(words) for words in ("rose", "noon", "two. The bridge", "county", "rose in the night")]
    view.set_marks([ReadingMark(where, "evidence") for where in words])
    view.grab()  # where they stand is known now
    view.resize(width, 400)
    QApplication.processEvents()
    for where in words:
        stands = view.rects_of(where)[0]
        assert stands.left() == pytest.approx(spot(view, where.start).x(), abs=2)
        assert stands.top() <= spot(view, where.start).y() <= stands.bottom()


def test_another_size_or_theme_keeps_place_and_selection(qapp: QApplication, view: ReadingView) -> None:
    view.go_to(FLOOD.starts[12])
    put_caret(view, FLOOD.starts[12])
    view.select(Range(FLOOD.starts[12], FLOOD.starts[12] + 9))
    before = view.selected_range()
    theme.apply(qapp, theme.load_theme("night"), 25)
    assert view.text_size() == 25
    assert (view.place(), view.selected_range()) == (FLOOD.starts[12], before)
    view.set_text_size(12)
    assert view.text_size() == 12
    assert (view.place(), view.selected_range()) == (FLOOD.starts[12], before)
    assert theme.load_theme("night").roles["surface"].lower() in colours_of(view)


@pytest.mark.parametrize("width", [360, 480, 640, 900, 1600])
@pytest.mark.parametrize("size", [12, 17, 28])
def test_the_column_has_at_most_seventy_characters_and_is_centred(
    view: ReadingView, width: int, size: int
) -> None:
    view.set_text_size(size)
    view.resize(width, 400)
    left, column = view.column()
    scroll_bar = view.verticalScrollBar().sizeHint().width()
    one = (view.width_for(1000) - view.width_for(0)) / 1000
    assert column <= 70 * one + 1
    assert abs(view.viewport().width() - column - 2 * left) <= 1
    if width >= view.width_for(LEAST):
        assert column >= LEAST * one - scroll_bar


def test_no_line_runs_out_of_the_view(view: ReadingView) -> None:
    for width in (360, 640, 1200):
        view.resize(width, 400)
        assert view.document().idealWidth() <= view.viewport().width() + 1


def test_showing_a_passage_brings_it_into_view_and_marks_it(qtbot: QtBot, view: ReadingView) -> None:
    passage = at("Paragraph 25 says that the water rose")
    view.show_range(passage)
    assert view.viewport().rect().contains(spot(view, passage.start))
    assert view.viewport().rect().contains(spot(view, passage.end))
    assert caret(view) == passage.start
    assert view.shown_range() == passage
    framed = colours_of(view)[theme.current().roles["focus"].lower()]
    assert framed > 100
    qtbot.waitUntil(lambda: colours_of(view)[theme.current().roles["focus"].lower()] < 20)
    assert colours_of(view)[theme.current().roles["found"].lower()] > 500


def test_a_passage_in_view_is_shown_without_a_jump(view: ReadingView) -> None:
    before = view.verticalScrollBar().value()
    view.show_range(at("Nobody came until"))
    assert view.verticalScrollBar().value() == before


ROLES: dict[MarkRole, str] = {  # and the ground each has
    "evidence": "mark", "own": "own", "right": "right-soft", "wrong": "wrong-soft", "found": "found",
    "hl-evidence": "hl-evidence", "hl-question": "hl-question", "hl-doubt": "hl-doubt",
    "hl-loaded": "hl-loaded", "hit": "hit", "hit-current": "hit-current",
}  # fmt: skip


@pytest.mark.parametrize("role", list(ROLES))
def test_a_mark_lies_under_its_words_and_not_in_the_document(view: ReadingView, role: MarkRole) -> None:
    ground = theme.current().roles[ROLES[role]].lower()
    assert colours_of(view)[ground] == 0
    before = view.document().revision()
    view.set_marks([ReadingMark(at("Nobody came until two."), role)])
    assert colours_of(view)[ground] > 500
    assert view.document().revision() == before
    assert view.marks() == (ReadingMark(at("Nobody came until two."), role),)
    view.set_marks([])
    assert colours_of(view)[ground] == 0


def test_marks_differ_without_any_colour(view: ReadingView) -> None:
    roles: tuple[MarkRole, ...] = (*ROLES, "note")
    seen = set()
    for role in roles:
        view.set_marks([ReadingMark(at("Nobody came until two."), role)])
        grey = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        seen.add(bytes(shade < 150 for shade in bytes(grey.constBits())))
    assert len(seen) == len(roles)


@pytest.mark.parametrize("marked", ["evidence", "own", "right", "found"])
@pytest.mark.parametrize("highlight", ["hl-evidence", "hl-question", "hl-doubt", "hl-loaded"])
def test_a_highlight_and_what_is_marked_for_a_question_are_both_seen_on_the_same_words(
    view: ReadingView, marked: MarkRole, highlight: MarkRole
) -> None:
    where, roles = at("Nobody came until two."), theme.current().roles
    view.set_marks([ReadingMark(where, highlight), ReadingMark(where, marked)])
    seen = colours_of(view)
    line = {"evidence": "mark-line", "right": "right"}.get(marked, f"{marked}-line")
    assert seen[roles[line].lower()] > 40
    assert seen[roles[f"{highlight}-line"].lower()] > 5  # dots and strokes are blurred at their edges


def test_a_note_stands_beside_its_words_and_leaves_them_as_they_are(view: ReadingView) -> None:
    before = grabbed(view, QRect(view.column()[0], 0, view.column()[1], 400))
    view.set_marks([ReadingMark(at("Nobody came until two."), "note")])
    assert grabbed(view, QRect(view.column()[0], 0, view.column()[1], 400)) == before
    assert colours_of(view)[theme.current().roles["note-line"].lower()] > 40


def test_the_sign_of_a_note_stands_where_it_begins_and_nowhere_else(view: ReadingView) -> None:
    whole = Range(FLOOD.starts[6], FLOOD.starts[30])
    view.set_marks([ReadingMark(whole, "note")])
    line = theme.current().roles["note-line"].lower()
    view.go_to(FLOOD.starts[6])
    beginning = colours_of(view)[line]
    view.go_to(FLOOD.starts[12])
    assert 0 < colours_of(view)[line] < beginning


def test_only_the_marks_near_a_stretch_are_looked_at() -> None:
    marks = [ReadingMark(Range(start, start + 30), "evidence") for start in range(0, 10_000, 20)]
    long = ReadingMark(Range(0, 9_000), "own")
    index = MarkIndex([*marks, long])
    assert index.between(4_000, 4_010) == [
        *(mark for mark in marks if mark.range.end >= 4_000 and mark.range.start <= 4_010),
        long,
    ]
    assert MarkIndex().between(0, 10) == []


def test_a_mark_over_several_blocks_is_painted_in_each(view: ReadingView) -> None:
    view.set_marks([ReadingMark(Range(at("bridge").start, at("letter").end), "evidence")])
    one = colours_of(view)[theme.current().roles["mark"].lower()]
    view.set_marks([ReadingMark(Range(at("bridge").start, at("fell.").end), "evidence")])
    assert one > colours_of(view)[theme.current().roles["mark"].lower()] > 0


def test_marks_beyond_the_text_do_no_harm(view: ReadingView) -> None:
    view.set_marks([ReadingMark(Range(10**6, 10**6 + 5), "evidence"), ReadingMark(Range(5, 5), "own")])
    assert colours_of(view)[theme.current().roles["mark"].lower()] == 0


def test_a_link_is_told_and_not_followed(qtbot: QtBot, view: ReadingView) -> None:
    with qtbot.waitSignal(view.link_asked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, at("Herald").start + 2))
    assert told.args == ["https://example.org/more"]
    assert view.toPlainText().startswith("What happened")


def test_a_link_is_reached_and_told_by_keyboard(qtbot: QtBot, view: ReadingView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Tab)
    with (
        qtbot.assertNotEmitted(view.selection_made),
        qtbot.waitSignal(view.link_asked) as told,
    ):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["https://example.org/more"]


def test_tab_goes_to_the_next_link_from_where_the_caret_is_and_then_out(view: ReadingView) -> None:
    put_caret(view, at("Herald").end + 1)  # there is only one link, and it stands before
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.textCursor().hasSelection()
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert view.textCursor().selectedText() == "Herald"
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.textCursor().hasSelection(), "a link that was left behind is not taken for a passage"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_the_caret_stays_where_it_is_when_tab_leaves_the_text(view: ReadingView, key: Qt.Key) -> None:
    view.set_text(Text((Block("paragraph", "Nobody came to the bridge."),)), "Plain")
    put_caret(view, 7)
    QTest.keyClick(view, key)
    assert caret(view) == 7


def test_the_caret_stays_where_it_is_when_something_takes_the_place_of_the_text(view: ReadingView) -> None:
    put_caret(view, at("Nobody").start)
    view.hide()
    view.show()
    assert caret(view) == at("Nobody").start


def test_who_has_scrolled_away_and_comes_back_by_tab_sees_the_caret(view: ReadingView) -> None:
    view.resize(560, 90)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.viewport().rect().intersects(view.cursorRect())


@pytest.mark.parametrize("address", ["file:///etc/hostname", "//server/share/x.png", "data:,x", "x.png"])
def test_nothing_that_a_text_names_is_loaded(view: ReadingView, address: str) -> None:
    loaded = view.loadResource(2, QUrl(address))
    assert isinstance(loaded, QImage)
    assert loaded.isNull()
    assert view.openLinks() is False


def test_copied_words_are_plain_and_as_shown(view: ReadingView) -> None:
    view.select(Range(at("Nobody came.").start, at("Herald").end))
    copied = view.createMimeDataFromSelection()
    assert copied.formats() == ["text/plain"]
    assert copied.text() == "Nobody came.\nThe Herald"
    view.select(at("We were told.\nNobody"))
    assert view.createMimeDataFromSelection().text() == "We were told.\nNobody"


def test_the_menu_offers_our_own_actions(qtbot: QtBot, view: ReadingView) -> None:
    assert [action.isEnabled() for action in view.menu().actions()] == [False, True, True, False]
    view.select(at("Nobody came"))
    menu = view.menu()
    assert [action.text() for action in menu.actions()] == [
        "Copy", "Copy with where it is from", "Select sentence", "Use as evidence",
    ]  # fmt: skip
    with qtbot.waitSignal(view.cite_asked):
        menu.actions()[1].trigger()
    with qtbot.waitSignal(view.selection_made) as told:
        menu.actions()[3].trigger()
    assert told.args == [at("Nobody came")]
    view.set_takes_passages(False)
    assert not view.menu().actions()[3].isEnabled()


def test_the_wheel_with_ctrl_asks_for_another_size(qtbot: QtBot, view: ReadingView) -> None:
    told: list[int] = []
    view.zoom_asked.connect(told.append)
    for turn in (120, -120):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert told == [1, -1]
    assert view.text_size() == theme.READING


def test_numbers_stand_beside_paragraphs_and_not_beside_headings(view: ReadingView) -> None:
    assert view._margin.numbers()[:4] == ("", "1", "2", "3")


def test_an_empty_text_is_shown_too(view: ReadingView) -> None:
    view.set_text(Text(()), "Source C: nothing yet")
    assert view.place() == 0
    assert view.selected_range() is None
    view.grab()
