"""Answering a scale: a step, the reasons that speak for it, and why in the learner's own words."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.options.option_card import Fate
from crossread.desktop.answers.options.scale_steps import Steps
from crossread.desktop.answers.options.tick_options import TickOptions
from crossread.desktop.answers.written.long_text_field import LongTextField
from crossread.desktop.answers.written.writing import WritingAnswer
from crossread.desktop.widgets.labels import Label, serif
from crossread.desktop.widgets.painting.badge import Badge
from crossread.questions.mark import Part
from crossread.questions.order import shuffled
from crossread.questions.scale import STEP, Reason, Scale, ScaleResponse

_FATES: dict[str, Fate] = {"right": "right", "wrong": "wrong"}


class ScaleAnswer(WritingAnswer):
    """The claim, the steps, the reasons as check marks, and a field; numbers pick steps, then reasons."""

    question: Scale

    def __init__(
        self, question: Scale, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, ScaleResponse(), parent, seed=seed)
        self._add_claim()
        asked = _("How far? {claim}").format(claim=self.claim.text())
        self.steps = Steps([(step.id, step.text) for step in question.steps], asked, self)
        self.steps.chosen.connect(self._take_step)
        self.about_step = Label("", "body", self)
        self.column.addWidget(self.steps)
        self.column.addWidget(self.about_step)
        texts = {reason.id: reason.text for reason in question.reasons}
        self._order = shuffled(tuple(texts), seed if question.shuffle else 0)
        self.asked = Label(_("What speaks for your step?"), "strong", self)
        self.reasons = TickOptions(
            [(key, texts[key]) for key in self._order],
            self.asked.text(),
            self,
            first=len(question.steps) + 1,
        )
        self.reasons.chosen.connect(self._tick)
        self.asked.setVisible(bool(texts))
        self.reasons.setVisible(bool(texts))
        self.because = LongTextField(_("Why? In your own words"), self, lines=(2, 8), counts=False)
        self.because.edited.connect(self._type)
        self.column.addSpacing(8)
        self.column.addWidget(self.asked)
        self.column.addWidget(self.reasons)
        self.column.addSpacing(8)
        self.column.addWidget(self.because)
        self.setFocusProxy(self.steps)
        self._refresh()

    def _add_claim(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        if self.question.of:
            letter, index = self._letter(self.question.of)
            row.addWidget(Badge(letter, index, self), 0, Qt.AlignmentFlag.AlignTop)
        self.claim = serif(self.question.claim, self)  # in its author’s words, so without marks of quotation
        row.addWidget(self.claim, 1)
        self.column.addLayout(row)

    def pick_number(self, number: int) -> bool:
        """Take a step by its number from 1, or tick a reason by the numbers after those."""
        steps = self.question.steps
        if self._read_only or not 1 <= number <= len(steps) + len(self._order):
            return False
        if number > len(steps):
            self.reasons.toggle(self._order[number - len(steps) - 1])
        elif steps[number - 1].id != self.steps.value():
            self.steps.choose(steps[number - 1].id)
        return True

    def _take_step(self, step: str) -> None:
        self._become(replace(self.response(), step=step))

    def _tick(self) -> None:
        ticked = self.reasons.value()
        known = tuple(reason.id for reason in self.question.reasons if reason.id in ticked)
        self._become(replace(self.response(), reasons=known))

    def _type(self) -> None:
        before = self.response()
        after = replace(before, because=self.because.text())
        self._write(before.because, after.because, after)

    def _refresh(self) -> None:
        given: ScaleResponse = self.response()
        self.steps.set_value(given.step)
        self.steps.set_usable(not self._read_only)
        self.reasons.set_value(given.reasons)
        self.reasons.set_usable(not self._read_only)
        self.because.show_text(given.because)
        self.because.set_read_only(self._read_only)
        self.because.setVisible(not self._read_only or bool(given.because.strip()))
        parts = {part.of: part for part in self._mark.parts} if self._mark else {}
        self._show_steps(parts.get(STEP))
        for reason in self.question.reasons:
            self._show_reason(reason, parts.get(reason.id))
        self.asked.setText(_("What speaks for it") if self._mark else _("What speaks for your step?"))

    def _show_steps(self, part: Part | None) -> None:
        """Show whether the step taken can be defended, and where the key is told, which others can."""
        taken = self.response().step
        for step in self.question.steps:
            fate: Fate = "open"
            if part is not None and step.id == taken:
                fate = _FATES.get(part.verdict, "open")
            elif part is not None and part.key and step.id in self.question.defensible:
                fate = "key"
            word = _("Can be defended") if fate in ("right", "key") else ""
            self.steps.set_fate(step.id, fate, _("Hard to defend") if fate == "wrong" else word)
        self.about_step.setText(part.feedback if part else "")
        self.about_step.setVisible(bool(self.about_step.text()))

    def _show_reason(self, reason: Reason, part: Part | None) -> None:
        """Show whether a reason counts: of those ticked always, of the others once all is told."""
        closed = self._mark is not None and self._read_only
        ticked = reason.id in self.response().reasons
        if not closed and not (part and ticked):
            self.reasons.set_fate(reason.id, "open")
            return
        fate: Fate = _FATES.get(part.verdict, "open") if part and ticked else "open"
        if reason.counts and not ticked:
            fate = "key"
        word = _("Counts") if reason.counts else _("Does not count")
        if fate == "key" and not self._nothing_given:
            word = _("Counts too; you did not tick it")
        note = part.feedback if part else reason.feedback
        self.reasons.set_fate(reason.id, fate, note, word=word)
