"""The notes beside the texts: listed, filtered, written, taken away and brought back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.notes.note_in_work import FIELD
from crossread.desktop.pages.notes.notes_companion import NotesCompanion
from crossread.desktop.place import Place, Spot
from crossread.inquiry.notes import NotedPassage
from crossread.operations.sessions.changed import Changed
from crossread.texts.passages.anchors import QuoteAnchor
from tests.desktop.pages.conftest import PACK, Opened, words_of
from tests.desktop.pages.noting import highlight, note, passage, sentence, words

Key = Qt.Key


@pytest.fixture
def notes(opened: Opened) -> NotesCompanion:
    """Look at the notes of the small pack, in a window of their own."""
    opened.go("")
    made = NotesCompanion(opened.pages._around, opened.pages.opened)
    opened.qtbot.addWidget(made)
    opened.session.listen(made.changed)
    made.resize(380, 700)
    made.show()
    made.activateWindow()
    return made


def told(notes: NotesCompanion) -> list[str]:
    """Give what a screen reader hears of each row."""
    model = notes.notes.list.model()
    rows = range(model.rowCount(QModelIndex()))
    return [str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def press(widget: object, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)  # type: ignore[call-overload]


def test_while_there_is_nothing_the_keys_are_taught(notes: NotesCompanion) -> None:
    said = words_of(notes)
    for words_ in ("Nothing highlighted yet", "Evidence", "Alt+1", "Loaded word", "Alt+4", "Ctrl+Shift+M"):
        assert words_ in said


def test_rows_come_in_the_order_of_the_texts_and_say_all_that_they_show(
    opened: Opened, notes: NotesCompanion
) -> None:
    pack = opened.pages.opened
    highlight(opened.session, pack, "miller", 1, "doubt")
    note(opened.session, pack, "Who says so?", ("warden", 2), ("miller", 0), tags=("order",))
    highlight(opened.session, pack, "warden", 0)
    first, second, third = told(notes)
    assert first.startswith("Evidence, source A, The warden: “")
    assert words(pack, "warden", 0)[:30] in first
    assert "source A" in second
    assert "source B" in second
    assert "Note: Who says so?" in second
    assert "#order" in second
    assert third.startswith("Doubt, source B")


def test_a_note_on_a_highlight_is_one_row_with_its_meaning(opened: Opened, notes: NotesCompanion) -> None:
    pack = opened.pages.opened
    highlight(opened.session, pack, "warden", 1, "question")
    note(opened.session, pack, "Ask the engineer.", ("warden", 1))
    (only,) = told(notes)
    assert only.startswith("Question, source A")
    assert "Note: Ask the engineer." in only


def test_filters_leave_what_fits_and_say_how_many(opened: Opened, notes: NotesCompanion) -> None:
    pack = opened.pages.opened
    note(opened.session, pack, "On the order", ("warden", 0), tags=("order",))
    note(opened.session, pack, "Café owners", ("miller", 0))
    highlight(opened.session, pack, "miller", 2, "loaded")
    notes.notes.filter.words.setText("CAFE")
    assert [row.text for row in notes.notes.list.rows()] == ["Café owners"]
    assert notes.notes.count.text() == "1 of 3"
    notes.notes.filter.words.clear()
    notes.notes.filter.tag.show_value("order")
    notes.notes.filter.changed.emit()
    assert [row.text for row in notes.notes.list.rows()] == ["On the order"]
    notes.notes.filter.meaning.show_value("loaded")
    notes.notes.filter.changed.emit()
    assert not notes.notes.list.rows()
    assert "Nothing fits" in words_of(notes)
    QTest.mouseClick(notes.notes.empty.other, Qt.MouseButton.LeftButton)
    assert len(notes.notes.list.rows()) == 3


def test_only_sources_in_view_are_listed_until_all_are_asked_for(
    opened: Opened, notes: NotesCompanion
) -> None:
    highlight(opened.session, opened.pages.opened, "miller", 0)
    notes.set_in_view(["warden"])
    assert not notes.notes.list.rows()
    assert "Nothing on the sources in view" in words_of(notes)
    QTest.mouseClick(notes.notes.empty.other, Qt.MouseButton.LeftButton)
    assert len(notes.notes.list.rows()) == 1


def test_enter_and_a_click_show_the_passage(opened: Opened, notes: NotesCompanion) -> None:
    pack = opened.pages.opened
    highlight(opened.session, pack, "warden", 0)
    highlight(opened.session, pack, "miller", 1)
    asked: list[object] = []
    notes.spot_asked.connect(asked.append)
    notes.enter()
    press(notes.notes.list, Key.Key_Down)
    press(notes.notes.list, Key.Key_Return)
    where = sentence(pack, "miller", 1)
    assert asked == [Spot("miller", "digest", where.start, where.end)]
    index = notes.notes.list.model().index(0, 0)
    QTest.mouseClick(
        notes.notes.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=notes.notes.list.visualRect(index).center(),
    )
    where = sentence(pack, "warden", 0)
    assert asked[-1] == Spot("warden", "digest", where.start, where.end)


def test_the_row_of_the_passage_that_is_read_is_marked(opened: Opened, notes: NotesCompanion) -> None:
    pack = opened.pages.opened
    made = highlight(opened.session, pack, "warden", 1)
    where = sentence(pack, "warden", 1)
    notes.set_view(Spot("warden", "digest", where.start + 3, where.start + 3))
    assert notes.notes.list.here() == f"highlight//{made}"
    notes.set_view(Spot("miller", "digest", where.start + 3))
    assert notes.notes.list.here() == ""


def test_delete_takes_a_row_away_and_the_banner_brings_it_back(opened: Opened, notes: NotesCompanion) -> None:
    pack = opened.pages.opened
    highlight(opened.session, pack, "warden", 0)
    note(opened.session, pack, "Keep me", ("miller", 0))
    notes.enter()
    press(notes.notes.list, Key.Key_Delete)
    assert notes.banner.message() == "Highlight removed."
    assert len(told(notes)) == 1
    QTest.mouseClick(notes.banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert len(told(notes)) == 2
    press(notes.notes.list, Key.Key_End)
    press(notes.notes.list, Key.Key_Delete)
    assert notes.banner.message() == "Note removed."
    assert "Keep me" not in " ".join(told(notes))


def test_a_note_is_written_with_tags_and_kept_when_one_goes_back(
    opened: Opened, notes: NotesCompanion
) -> None:
    pack = opened.pages.opened
    notes.begin_note(passage(pack, "warden", 0))
    notes.enter()
    QTest.keyClicks(notes.editor.text, "Who counted?")
    notes.editor.tags.line.setFocus()
    QTest.keyClicks(notes.editor.tags.line, "figures,")
    press(notes.editor.text, Key.Key_Escape)
    assert not notes.writing()
    (kept,) = opened.session.state(PACK).passage_notes.values()
    assert (kept.text, kept.tags) == ("Who counted?", ("figures",))
    current = notes.notes.list.current()
    assert current is not None
    assert current.note == kept


def test_a_passage_of_another_source_joins_the_note_in_work(opened: Opened, notes: NotesCompanion) -> None:
    pack = opened.pages.opened
    notes.begin_note(passage(pack, "warden", 0))
    notes.join(passage(pack, "miller", 3))
    notes.join(passage(pack, "miller", 3))
    assert [row.piece.letter for row in notes.editor.passages.rows] == ["A", "B"]
    notes.close_note()
    (kept,) = opened.session.state(PACK).passage_notes.values()
    assert [one.source for one in kept.passages] == ["warden", "miller"]


def test_a_note_begun_and_left_without_a_word_leaves_nothing(opened: Opened, notes: NotesCompanion) -> None:
    notes.begin_note(passage(opened.pages.opened, "warden", 0))
    notes.close_note()
    assert not opened.session.state(PACK).passage_notes


def test_tags_in_use_are_known_and_take_their_spelling(opened: Opened, notes: NotesCompanion) -> None:
    pack = opened.pages.opened
    note(opened.session, pack, "One", ("warden", 0), tags=("Order",))
    notes.begin_note(passage(pack, "miller", 0))
    notes.editor.tags.add("order")
    assert notes.editor.tags.tags() == ("Order",)
    QTest.mouseClick(notes.editor.tags.buttons()[0], Qt.MouseButton.LeftButton)
    assert notes.editor.tags.tags() == ()


def test_what_is_typed_is_there_after_the_window_was_closed_in_the_middle(
    open_window: Callable[[], Opened],
) -> None:
    opened = open_window()
    opened.go("")
    made = NotesCompanion(opened.pages._around, opened.pages.opened)
    opened.qtbot.addWidget(made)
    made.show()
    made.begin_note(passage(opened.pages.opened, "warden", 0))
    QTest.keyClicks(made.editor.text, "half a thou")
    assert "half a thou" in opened.session.typed(PACK, FIELD, "")
    assert not opened.session.state(PACK).passage_notes  # no pause yet: only kept as typed
    opened.saved()
    assert opened.session.close()
    again = open_window()
    again.go("")
    back = NotesCompanion(again.pages._around, again.pages.opened)
    again.qtbot.addWidget(back)
    back.work.recover()
    (kept,) = again.session.state(PACK).passage_notes.values()
    assert kept.text == "half a thou"
    assert not again.session.typed(PACK, FIELD, "")


@pytest.mark.usefixtures("soon")
def test_a_pause_in_writing_puts_the_note_among_the_others(opened: Opened) -> None:
    opened.go("")
    notes = NotesCompanion(opened.pages._around, opened.pages.opened)
    opened.qtbot.addWidget(notes)
    notes.show()
    notes.begin_note(passage(opened.pages.opened, "warden", 0))
    notes.enter()
    QTest.keyClicks(notes.editor.text, "A thought")
    opened.wait(lambda: bool(opened.session.state(PACK).passage_notes))
    QTest.keyClicks(notes.editor.text, " and more")
    assert notes.editor.text.text() == "A thought and more"


def test_undo_outside_of_the_field_empties_the_editor_of_a_note_that_is_gone(
    opened: Opened, notes: NotesCompanion
) -> None:
    made = note(opened.session, opened.pages.opened, "Gone soon", ("warden", 0))
    notes.open_note(made)
    assert notes.writing()
    opened.session.undo(PACK)
    assert not notes.writing()
    assert not told(notes)


def test_undo_in_the_field_takes_back_what_was_typed(opened: Opened, notes: NotesCompanion) -> None:
    notes.open_note(note(opened.session, opened.pages.opened, "First", ("warden", 0)))
    notes.enter()
    notes.editor.text.moveCursor(notes.editor.text.textCursor().MoveOperation.End)
    QTest.keyClicks(notes.editor.text, " second")
    press(notes.editor.text, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert notes.editor.text.text() == "First"


def test_what_is_not_placed_says_so_and_can_be_placed_at_the_selection(
    opened: Opened, notes: NotesCompanion
) -> None:
    from crossread.inquiry.commands import PutHighlight
    from crossread.inquiry.notes import Highlight

    pack = opened.pages.opened
    lost = NotedPassage(
        source="warden", which="digest", quote=QuoteAnchor("Words that stand nowhere in any of these texts.")
    )
    opened.session.do(pack, PutHighlight(highlight=Highlight(id="x1", meaning="doubt", passage=lost)))
    (said,) = told(notes)
    assert "Not placed" in said
    assert "Words that stand nowhere" in said
    notes.enter()
    assert not notes.notes.place.isVisible()
    where = sentence(pack, "warden", 2)
    notes.set_view(Spot("warden", "digest", where.start, where.end))
    assert notes.notes.place.isVisible()
    QTest.mouseClick(notes.notes.place, Qt.MouseButton.LeftButton)
    (said,) = told(notes)
    assert "Not placed" not in said
    assert words(pack, "warden", 2)[:20] in said


def test_the_board_is_one_click_away(opened: Opened, notes: NotesCompanion) -> None:
    asked: list[object] = []
    notes.asked.connect(asked.append)
    QTest.mouseClick(notes.notes.board, Qt.MouseButton.LeftButton)
    assert asked == [Place("board", PACK)]


def test_a_change_elsewhere_leaves_the_list_alone(opened: Opened, notes: NotesCompanion) -> None:
    highlight(opened.session, opened.pages.opened, "warden", 0)
    before = notes.rows
    notes.changed(Changed(frozenset({"state"}), PACK))
    QApplication.processEvents()
    assert notes.rows is before


def test_a_note_on_a_claim_of_many_words_stays_within_the_column(
    opened: Opened, notes: NotesCompanion
) -> None:
    pack = opened.pages.opened
    made = note(opened.session, pack, "Who says so?", ("warden", 2))
    notes.open_note(made)
    editor = notes.editor
    editor._claims = (("", "Whether anybody had told the miller of it before the water came " * 2),)
    editor._name_claim()
    editor.claim.show()  # the pack of this test has no claims
    QApplication.processEvents()
    right = notes.mapToGlobal(notes.rect().bottomRight()).x()
    for widget in (editor.text, editor.claim, editor.tags):
        assert widget.mapToGlobal(widget.rect().bottomRight()).x() <= right
    assert editor.claim.text().endswith("…  ▾")
    assert "before the water came" in editor.claim.accessibleName()
    assert "before the water came" in editor.claim.toolTip()
