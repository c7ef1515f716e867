"""Answering a verdict: whether a source says so, says otherwise, or does not say."""

from PySide6.QtWidgets import QWidget

from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.options.option_card import Fate, Options
from crossread.desktop.widgets.labels import serif
from crossread.questions.verdict import SAYINGS, Saying, Verdict, VerdictResponse


class VerdictAnswer(AnswerWidget):
    """A statement, and three cards named after the source's letter."""

    question: Verdict

    def __init__(
        self, question: Verdict, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, VerdictResponse(), parent, seed=seed)
        letter, _index = self._letter(question.of)
        words = {
            "says-so": _("{letter} says so"),
            "says-otherwise": _("{letter} says otherwise"),
            "does-not-say": _("{letter} does not say"),
        }
        statement = _("“{statement}”").format(statement=within_quotes(question.statement))
        self.statement = serif(statement, self)
        self.options = Options(
            [(saying, words[saying].format(letter=letter)) for saying in SAYINGS],
            _("What {letter} says to it: {statement}").format(letter=letter, statement=statement),
            self,
        )
        self.options.chosen.connect(self._pick)
        self.column.addWidget(self.statement)
        self.column.addWidget(self.options)
        self.setFocusProxy(self.options)

    def pick_number(self, number: int) -> bool:
        """Pick the first, second or third; picking the one in force leaves it."""
        sayings = list(SAYINGS)
        if self._read_only or not 1 <= number <= len(sayings):
            return False
        if sayings[number - 1] != self.options.value():
            self.options.choose(sayings[number - 1])
        return True

    def _pick(self, verdict: str) -> None:
        found: Saying | None = next((saying for saying in SAYINGS if saying == verdict), None)
        self._become(VerdictResponse(found or ""))

    def _refresh(self) -> None:
        picked = self.response().verdict
        self.options.set_value(picked)
        self.options.set_usable(not self._read_only)
        part = self._mark.parts[0] if self._mark and self._mark.parts else None
        for saying in SAYINGS:
            fate: Fate = "open"
            if part is not None and saying == picked:
                fate = "right" if part.verdict == "right" else "wrong"
            elif part is not None and part.key and saying == self.question.answer:
                fate = "key"
            note = part.feedback if part is not None and saying == picked else ""
            self.options.set_fate(saying, fate, note)
