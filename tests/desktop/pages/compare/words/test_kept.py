"""Words of a judgement are not lost: not where they cannot be kept, and not by a crash."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from crossread.base.errors import Expected
from crossread.desktop.answers.written.long_text import LONGEST, too_long_words
from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.matrix.matrix import MatrixPart
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.silence.silence import SilencePart
from crossread.desktop.pages.kept_text import KeptText
from crossread.inquiry.comparison import matrix_given, parting_of, prediction_of, relation_of, silence_of
from tests.desktop.pages.conftest import EVERY, Opened

STAYED = "stayed-behind"
WHY = "It was too dark."
CLOSED = Expected("record-closed", "Nothing can be kept just now.")


@dataclass
class Writing:
    """One of the fields in which a learner says why, and the judgement that its words belong to."""

    opened: Opened
    part: ComparePart
    field: KeptText
    about: str

    def kept(self) -> str:
        said = self.opened.session.state(EVERY).judgements.get(self.about)
        return said.text if said else ""


def _relation(opened: Opened) -> Writing:
    part = _part(opened, "matrix")
    assert isinstance(part, MatrixPart)
    part.enter()
    opened.press(Qt.Key.Key_Space)
    return Writing(opened, part, part.panel.strip.why, relation_of(part.panel.strip.claim))


def _figure(opened: Opened) -> Writing:
    part = _part(opened, "figures")
    assert isinstance(part, FiguresPart)
    opened.wait(part.progress.isHidden)
    part.judge(prediction_of(STAYED), chosen=("part",))
    QApplication.processEvents()  # what was laid out just now is shown by then
    card = next(one for one in part.cards if one.quantity.id == STAYED)
    return Writing(opened, part, card.why.words, parting_of(STAYED))


def _silence(opened: Opened) -> Writing:
    part = _part(opened, "silence")
    assert isinstance(part, SilencePart)
    part.judge(matrix_given(), chosen=("all",))
    for source in opened.desk.opened.pack.sources:
        part.go_to(f"{source.id}/")
        if part.lines.shown_keys():
            claim = part.lines.shown_keys()[0]
            part.go_to(f"{source.id}/{claim}")
            return Writing(opened, part, part.work.text, silence_of(claim, source.id))
    raise LookupError("no source is silent")


def _part(opened: Opened, name: str) -> ComparePart:
    opened.go("read-words", EVERY)
    opened.desk.front.show(name)
    area = opened.desk.front.area
    assert area is not None
    assert area.part is not None
    return area.part


Find = Callable[[Opened], Writing]
fields = pytest.mark.parametrize("find", [_relation, _figure, _silence])


def _record(opened: Opened, error: Expected | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close the record, or open it again and tell so."""
    memory = opened.session._memory
    monkeypatch.setattr(memory, "error", error)
    memory._tell("state", "status")


@fields
def test_words_that_cannot_be_kept_stay_and_are_kept_as_soon_as_they_can(
    every: Opened, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = find(every)
    told: list[str] = []
    every.pages.trouble.connect(told.append)
    _record(every, CLOSED, monkeypatch)
    writing.field.setFocus()
    every.type(WHY)
    every.desk.panes.focus(0)  # the field is left
    assert told == [CLOSED.message]
    assert writing.kept() == ""
    _record(every, CLOSED, monkeypatch)  # all is shown again
    assert writing.field.text() == WHY
    _record(every, None, monkeypatch)
    assert writing.kept() == writing.field.text() == WHY


@fields
def test_what_was_being_typed_when_the_window_was_ended_is_there_in_the_next(
    every: Opened, find: Find, open_window: Callable[[], Opened]
) -> None:
    writing = find(every)
    writing.field.setFocus()
    every.type("half a th")
    assert writing.kept() == ""
    every.saved()
    assert every.session.close()  # nothing was said to the window: as if it had been killed
    again = open_window()
    again.go("read-words", EVERY)
    assert Writing(again, writing.part, writing.field, writing.about).kept() == "half a th"
    assert not again.session.typed_fields(EVERY, "judgement/")


@fields
def test_a_paste_that_is_too_long_says_so_and_takes_nothing_in(every: Opened, find: Find) -> None:
    writing = find(every)
    told: list[str] = []
    every.pages.trouble.connect(told.append)
    writing.field.setFocus()
    every.type(WHY)
    QGuiApplication.clipboard().setText("x" * LONGEST)
    writing.field.paste()
    assert writing.field.text() == WHY
    assert told == [too_long_words(len(WHY))]


@fields
@pytest.mark.usefixtures("soon")
def test_a_visit_to_the_field_is_one_step_to_take_back(every: Opened, find: Find) -> None:
    writing = find(every)
    writing.field.setFocus()
    every.type("One.")
    every.wait(lambda: writing.kept() == "One.")
    every.type(" Two.")
    every.desk.panes.focus(0)
    assert writing.kept() == "One. Two."
    every.session.undo(EVERY)
    QApplication.processEvents()
    assert writing.kept() == writing.field.text() == ""


def test_what_the_authors_say_can_be_asked_for_with_the_first_letter(every: Opened) -> None:
    writing = _figure(every)
    assert isinstance(writing.part, FiguresPart)
    card = next(one for one in writing.part.cards if one.quantity.id == STAYED)
    assert card.quantity.figure is not None
    assert not card.why.ask.isVisible()
    writing.field.setFocus()
    every.type("b")
    assert card.why.ask.isVisible()
