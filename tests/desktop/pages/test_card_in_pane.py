"""The card in the place of a text: its three questions, and the text again, whole, however one came away."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.around.notes import QUESTIONS, NoteField, note_key
from tests.desktop.pages.conftest import PACK, Opened
from tests.entries_at_hand import entries_at_hand

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_the_text_can_be_read_on_once_the_card_has_gone(opened: Opened) -> None:
    opened.go("read-night")
    pane = opened.desk.panes.panes[0]
    for _time in range(3):
        pane.view.setFocus()
        opened.press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
        assert pane.card_open()
        opened.press(Qt.Key.Key_Tab)
        opened.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        opened.press(Qt.Key.Key_Escape)
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not pane.card_open()
        opened.press(Qt.Key.Key_Down)
        pane.view.grab()
    assert pane.view.document().characterCount() > 100


def to_field(opened: Opened, name: str) -> NoteField:
    """Go by Tab to the field of a question."""
    for _stop in range(12):
        focus = opened.focus()
        if isinstance(focus, NoteField) and focus.accessibleName() == name:
            return focus
        opened.press(Key.Key_Tab)
    raise AssertionError(name)


def test_the_three_questions_are_answered_in_a_pane_by_the_keyboard_alone(opened: Opened) -> None:
    opened.go("read-night")
    opened.press(Key.Key_C, Mod.ShiftModifier)
    source = opened.desk.panes.panes[0].source_id
    for _key, question, _hint in QUESTIONS:
        to_field(opened, question)
        opened.type(f"Jot: {question}")  # also its letters are words there, and no keys
    opened.press(Key.Key_Escape)
    wanted = {note_key(source, key): f"Jot: {question}" for key, question, _hint in QUESTIONS}
    assert opened.desk.panes.panes[0].view.hasFocus()
    assert opened.session.state(PACK).notes == wanted
    opened.press(Key.Key_C, Mod.ShiftModifier)
    assert to_field(opened, "What do others say?").toPlainText() == "Jot: What do others say?"
    opened.go("meet")
    assert [field.toPlainText() for field in opened.meet.notes.fields.values()] == list(wanted.values())


def test_that_a_card_was_opened_is_written_down_once_and_earns_nothing(opened: Opened) -> None:
    opened.go("read-night")
    before = opened.session.skills(), opened.session.how_far(PACK)
    for _time in range(3):
        opened.press(Key.Key_C, Mod.ShiftModifier)
        opened.press(Key.Key_Escape)
    opened.saved()
    kinds = [entry.kind for entry in entries_at_hand(opened.session)]
    assert kinds.count("card-opened") == 1
    assert not {"answered", "marked", "rated"} & set(kinds)
    assert (opened.session.skills(), opened.session.how_far(PACK)) == before
