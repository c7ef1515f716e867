"""Weighing one's own text once it is closed: the ideas that it has, and its level."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.options.tick_options import TickOptions
from crossread.desktop.answers.written.essay_levels import Levels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.labels import Label
from crossread.questions.essay import Essay, EssayRating, EssayResponse, unmatched


class SelfRating(QWidget):
    """Ideas to tick and levels to pick from; `rated` gives the EssayRating with each change by the learner.

    Numbers tick ideas, then pick levels. An idea that is ticked although nothing in the text matches is
    said so: the tick stands all the same.
    """

    rated = Signal(object)

    def __init__(self, question: Essay, parent: QWidget) -> None:
        super().__init__(parent)
        self._question = question
        self._response = EssayResponse()
        self._rating = EssayRating()
        self._may_rate = False
        self.title = Label("", "heading", self)
        self.asked_ideas = Label("", "body", self)
        self.ideas = TickOptions(
            [(idea.id, idea.text) for idea in question.ideas], _("Ideas to look for"), self
        )
        self.asked_level = Label("", "body", self)
        first = len(question.ideas) + 1
        self.levels = Levels(question.rubric, _("Levels, the lowest first"), self, first=first)
        self.ideas.chosen.connect(self._tick)
        self.levels.chosen.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.asked_ideas, self.ideas, self.asked_level, self.levels):
            column.addWidget(widget)
        self.asked_ideas.setVisible(bool(question.ideas))
        self.ideas.setVisible(bool(question.ideas))

    def rating(self) -> EssayRating:
        """Return what the learner says of the text."""
        return self._rating

    def show_rating(self, response: EssayResponse, rating: EssayRating, *, may_rate: bool) -> None:
        """Show what the learner says of a text, and whether that may be changed."""
        self._response, self._rating, self._may_rate = response, rating, may_rate
        self.ideas.set_value(rating.ideas)
        self.ideas.set_usable(may_rate)
        self.levels.set_value(rating.level)
        self.levels.set_usable(may_rate)
        self.title.setText(_("Look at your own text again") if may_rate else _("How it can be weighed"))
        tick = _("Ideas to look for: tick those that stand in your text.")
        self.asked_ideas.setText(tick if may_rate else _("Ideas to look for"))
        self.asked_level.setText(_("Which level is it? The samples help.") if may_rate else _("Levels"))
        warned = unmatched(self._question, response, rating)
        for idea in self._question.ideas:
            self.ideas.set_warning(idea.id, _nothing_matches() if idea.id in warned else "")

    def pick_number(self, number: int) -> bool:
        """Tick an idea by its number from 1, or pick a level by the numbers after those."""
        ideas, levels = self._question.ideas, self._question.rubric
        if not self._may_rate or not 1 <= number <= len(ideas) + len(levels):
            return False
        if number <= len(ideas):
            self.ideas.toggle(ideas[number - 1].id)
        elif levels[number - len(ideas) - 1].id != self.levels.value():
            self.levels.choose(levels[number - len(ideas) - 1].id)
        return True

    def _tick(self) -> None:
        ticked = self.ideas.value()
        ideas = tuple(idea.id for idea in self._question.ideas if idea.id in ticked)
        before = unmatched(self._question, self._response, self._rating)
        self._say(EssayRating(level=self._rating.level, ideas=ideas))
        if set(unmatched(self._question, self._response, self._rating)) - set(before):
            announce(self.ideas, _nothing_matches())

    def _pick(self, level: str) -> None:
        self._say(EssayRating(level=level, ideas=self._rating.ideas))

    def _say(self, rating: EssayRating) -> None:
        self.show_rating(self._response, rating, may_rate=self._may_rate)
        self.rated.emit(rating)


def _nothing_matches() -> str:
    return _("Ticked, but nothing in your text matches: look again.")
