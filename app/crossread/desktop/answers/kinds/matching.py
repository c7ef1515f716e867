"""Answering by matching: each item gets a target of its own."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.arranging.pairing import PairingAnswer
from crossread.desktop.answers.outcome import answer_is
from crossread.questions.matching import Matching, MatchingResponse
from crossread.questions.order import shuffled


class MatchingAnswer(PairingAnswer):
    """Items with targets, each used once: taking one elsewhere moves it. The targets are always mixed."""

    question: Matching
    one_to_one = True

    def __init__(
        self, question: Matching, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        items = tuple(item.id for item in question.items)
        targets = tuple(target.id for target in question.targets)
        super().__init__(
            question,
            letters,
            parent,
            seed=seed,
            respond=MatchingResponse,
            items=items,
            targets=shuffled(targets, seed),
        )

    def ask_words(self) -> str:
        """Say what is to be done."""
        return _("Choose the one that belongs to each.")

    def bank_words(self) -> str:
        """Say what the targets are."""
        return _("To choose from, each for one only")

    def asked_words(self, key: str) -> str:
        """Say what was asked for."""
        return answer_is(key)
