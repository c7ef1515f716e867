"""Answering a choice: cards, one of which is picked."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.options.option_card import Fate, Options
from crossread.questions.choice import Choice, ChoiceResponse
from crossread.questions.order import shuffled


class ChoiceAnswer(AnswerWidget):
    """The options of a choice as cards; number keys pick, arrow keys go along, Delete or a click takes back.

    Where the question is shuffled, the numbers go by the order shown.
    """

    question: Choice

    def __init__(
        self, question: Choice, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, ChoiceResponse(), parent, seed=seed)
        texts = {option.id: option.text for option in question.options}
        self._order = shuffled(tuple(texts), seed if question.shuffle else 0)
        self.options = Options([(key, texts[key]) for key in self._order], _("Options"), self)
        self.options.chosen.connect(self._pick)
        self.column.addWidget(self.options)
        self.setFocusProxy(self.options)

    def pick_number(self, number: int) -> bool:
        """Pick the option shown with a number from 1; picking the one in force leaves it."""
        if self._read_only or not 1 <= number <= len(self._order):
            return False
        key = self._order[number - 1]
        if key != self.options.value():
            self.options.choose(key)
        return True

    def _pick(self, option: str) -> None:
        self._become(ChoiceResponse(option))

    def _refresh(self) -> None:
        picked = self.response().option
        self.options.set_value(picked)
        self.options.set_usable(not self._read_only)
        part = self._mark.parts[0] if self._mark and self._mark.parts else None
        for option in self.question.options:
            fate: Fate = "open"
            if part is not None and option.id == picked:
                fate = "right" if part.verdict == "right" else "wrong"
            elif part is not None and part.key and option.correct:
                fate = "key"
            note = part.feedback if part is not None and option.id == picked else ""
            self.options.set_fate(option.id, fate, note)
