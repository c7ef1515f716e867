"""Answering by sorting: each item goes into a group."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.arranging.pairing import PairingAnswer
from crossread.questions.categorise import Categorise, CategoriseResponse
from crossread.questions.order import shuffled


class CategoriseAnswer(PairingAnswer):
    """Items with groups, each of which takes any number.

    The items are always mixed, for authors write them group by group; the groups are mixed only where the
    question is shuffled.
    """

    question: Categorise
    one_to_one = False

    def __init__(
        self, question: Categorise, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        items = tuple(item.id for item in question.items)
        targets = tuple(target.id for target in question.targets)
        super().__init__(
            question,
            letters,
            parent,
            seed=seed,
            respond=CategoriseResponse,
            items=shuffled(items, seed),
            targets=shuffled(targets, seed if question.shuffle else 0),
        )

    def ask_words(self) -> str:
        """Say what is to be done."""
        return _("Choose the group that each belongs to.")

    def bank_words(self) -> str:
        """Say what the targets are."""
        return _("Groups")

    def asked_words(self, key: str) -> str:
        """Say what was asked for."""
        return _("It belongs to “{group}”.").format(group=key)
