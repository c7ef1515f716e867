"""What was written before the texts is taken back once its field was left: one visit, one step."""

import pytest
from PySide6.QtCore import Qt

from crossread.desktop.pages.around.notes import NoteField
from tests.desktop.pages.conftest import PACK, Opened

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def write(opened: Opened, field: NoteField, *parts: str) -> None:
    """Write in one visit to a field, with a pause after each part, in which it is kept."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    for part in parts:
        opened.type(part)
        field.keep()


def kept(opened: Opened) -> tuple[dict[str, str], dict[str, str]]:
    state = opened.session.state(PACK)
    return dict(state.expectations), dict(state.notes)


def test_an_expectation_is_taken_back_and_brought_again_after_its_field_was_left(opened: Opened) -> None:
    opened.go("before")
    page = opened.before
    write(opened, page.expectation, "They part", " on the planks.")
    page.view.setFocus()
    opened.press(Key.Key_Z, CTRL)
    assert (page.expectation.toPlainText(), kept(opened)[0].get("before", "")) == ("", "")
    opened.press(Key.Key_Z, CTRL | SHIFT)
    assert page.expectation.toPlainText() == "They part on the planks."
    assert kept(opened)[0]["before"] == "They part on the planks."


def test_a_note_on_a_source_that_was_emptied_by_mistake_comes_back(opened: Opened) -> None:
    opened.go("meet")
    page = opened.meet
    field = page.notes.fields["who"]
    write(opened, field, "A warden", " of the bridge.")
    page.enter()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    opened.press(Key.Key_Delete)
    field.keep()
    page.enter()
    assert "A warden of the bridge." not in kept(opened)[1].values()
    opened.press(Key.Key_Z, CTRL)
    assert field.toPlainText() == "A warden of the bridge."
    assert "A warden of the bridge." in kept(opened)[1].values()
    opened.press(Key.Key_Z, CTRL)
    assert field.toPlainText() == ""


@pytest.mark.parametrize("stage", ["before", "meet"])
def test_where_nothing_was_written_it_says_so(opened: Opened, heard: list[str], stage: str) -> None:
    opened.go(stage)
    page = opened.pages.page
    page.enter()
    opened.press(Key.Key_Z, CTRL)
    assert any("nothing to take back" in one.lower() for one in heard)
