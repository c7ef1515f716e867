"""Answering in two parts: the answer, in the widget of its own kind, and the passages that it rests on."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.passages.evidence_panel import EvidencePanel
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.answers.written.long_text import LongText, is_redo, is_undo
from crossread.desktop.answers.written.long_text_field import LongTextField
from crossread.desktop.answers.written.writing import WritingAnswer
from crossread.desktop.widgets.labels import Label
from crossread.progress.verdict_words import verdict_words
from crossread.questions.kind import AnyKind
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import PassageKey, Selection
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_from_json, response_json
from crossread.questions.two_part import ANSWER, BECAUSE, EVIDENCE, TwoPart, TwoPartResponse

Field = QLineEdit | LongText  # what an answer is typed into


class TwoPartAnswer(WritingAnswer):
    """The answer above, the panel of passages below it, and a field for the reason where one is asked for.

    Number keys pick in the answer; undo and redo go through all parts in the order of acts.
    """

    question: TwoPart
    takes_passages = True

    def __init__(
        self, question: TwoPart, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        from crossread.desktop.answers.registry import answer_widget  # which lists this one too

        super().__init__(question, letters, TwoPartResponse(), parent, seed=seed)
        self._line: tuple[Field, str] | None = None  # the field typed in last, and what stood there
        self.about_both = Label("", "body", self)
        self.about_answer = Label("", "muted", self)
        self.inner: AnswerWidget = answer_widget(question.answer, letters, self, seed=seed)
        self.inner.changed.connect(self._answered)
        self.inner.finished.connect(self._to_evidence)
        self.inner.wants_text.connect(self.wants_text)
        self.inner.show_passage.connect(self.show_passage)
        self.about_evidence = Label("", "muted", self)
        asked = _("Mark the words that show it")  # which texts is for the prompt to say: fewer, it may be
        self.panel = EvidencePanel(question.sources, question.choose, letters, self, asked=asked)
        self.panel.chosen.connect(self._choose)
        self.panel.shown.connect(self._show)
        self.because = LongTextField(question.because or _("Why?"), self, lines=(2, 8), counts=False)
        self.because.edited.connect(self._type)
        self.model = Label("", "serif", self)
        self.model_title = Label(_("The reason of the pack’s authors"), "strong", self)
        for widget in (self.about_both, self.about_answer, self.inner, self.about_evidence, self.panel):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addWidget(self.because)
        self.column.addWidget(self.model_title)
        self.column.addWidget(self.model)
        self.setFocusProxy(self.inner)
        self._watch()
        self._refresh()

    def selections(self) -> tuple[Selection, ...]:
        """Return the passages marked, in the order of marking."""
        found: tuple[Selection, ...] = self.response().selections
        return found

    def add_selection(self, selection: Selection) -> bool:
        """Take a passage in; False, with the reason as a hint, where the panel takes none or not this one."""
        return self.panel.add(selection)

    def pick_number(self, number: int) -> bool:
        """Pick in the answer, by the numbers of its kind."""
        return self.inner.pick_number(number)

    # What the learner does

    def _answered(self) -> None:
        own = self.inner.response()
        answer = {} if self._kind().empty(own) else response_json(own)
        response = replace(self.response(), answer=answer)
        field = self.inner.focusWidget()
        if isinstance(field, Field):  # letters typed in one go are one step to undo
            before = self._line[1] if self._line and self._line[0] is field else ""
            self._line = (field, field.text())
            self._write(before, field.text(), response)
        else:
            self._become(response)

    def _choose(self, selections: tuple[Selection, ...]) -> None:
        self._become(replace(self.response(), selections=selections))

    def _type(self) -> None:
        before: TwoPartResponse = self.response()
        after = replace(before, because=self.because.text())
        self._write(before.because, after.because, after)

    def _to_evidence(self) -> None:
        """Go on from a field of one line: the other half comes next."""
        self.panel.setFocus(Qt.FocusReason.TabFocusReason)

    def _watch(self) -> None:
        """Have the keys for undo and redo before the answer or its fields act on them by themselves."""
        self.inner.installEventFilter(self)
        for field in self.inner.findChildren(QLineEdit):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo for all parts, wherever the focus is."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_undo(event):
                self.undo()
                return True
            if is_redo(event):
                self.redo()
                return True
        return super().eventFilter(watched, event)

    def _show(self, what: Selection | PassageKey) -> None:
        self.wants_text.emit(what.source)
        self.show_passage.emit(what)

    # What is shown

    def _kind(self) -> AnyKind:
        return KINDS[self.question.answer.kind]

    def _own(self) -> Any:
        """Return the response of the answer; an empty one where what is stored is none of its kind."""
        kind = self._kind()
        try:
            return response_from_json(kind, self.response().answer)
        except ValueError:
            return kind.response()

    def _refresh(self) -> None:
        given: TwoPartResponse = self.response()
        own = self._own()
        if own != self.inner.response():  # else the caret in a field would jump
            self.inner.set_response(own)
            self._line = None
            self._watch()
        if self.inner.is_read_only() != self._read_only:
            self.inner.set_read_only(self._read_only)
        self._show_halves(given)
        asks = bool(self.question.because)
        self.because.show_text(given.because)
        self.because.set_read_only(self._read_only)
        self.because.setVisible(asks and (not self._read_only or bool(given.because.strip())))
        reason = next((part for part in _parts(self._mark) if part.of == BECAUSE), None)
        model = reason.key if reason else ""
        self.model.setText(model)
        self.model_title.setVisible(bool(model))
        self.model.setVisible(bool(model))

    def _show_halves(self, given: TwoPartResponse) -> None:
        """Show which half earned what: a line above each, and its own mark within."""
        answer, evidence = _half(self._mark, ANSWER), _half(self._mark, EVIDENCE)
        self.inner.show_mark(answer, nothing_given=self._nothing_given)
        self.panel.show_given(
            given.selections,
            evidence,
            usable=not self._read_only,
            nothing_given=self._nothing_given,
            says_verdict=False,
        )
        halves = {part.of: part for part in _parts(self._mark)}
        told = not self._nothing_given
        self._say(self.about_answer, _("Answer"), halves.get(ANSWER) if told else None)
        self._say(self.about_evidence, _("Evidence"), halves.get(EVIDENCE) if told else None)
        both = halves.get(ANSWER) or halves.get(EVIDENCE)  # the first of them speaks of both
        self.about_both.setText(both.feedback if both and told else "")
        self.about_both.setVisible(bool(self.about_both.text()))

    @staticmethod
    def _say(label: Label, half: str, part: Part | None) -> None:
        verdict = part.verdict if part else "unscored"
        words = verdict_words(verdict)
        label.set_look(verdict_look(verdict))
        label.setText(_("{half}: {words}").format(half=half, words=words) if words else "")
        label.setVisible(bool(words))


def _parts(mark: Mark | None) -> tuple[Part, ...]:
    return mark.parts if mark else ()


def _half(mark: Mark | None, name: str) -> Mark | None:
    """Return the mark of one half, its parts named as its own kind names them."""
    whole = next((part for part in _parts(mark) if part.of == name), None)
    if mark is None or whole is None:
        return None
    begin = f"{name}/"
    inner = (part for part in mark.parts if part.of.startswith(begin))
    return Mark(score=whole.score, parts=tuple(replace(part, of=part.of[len(begin) :]) for part in inner))
