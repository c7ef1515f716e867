"""How the words of a passage are told in an answer: by whatever widget around it decides that."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from crossread.questions.passages import PassageKey, Selection

# Returns a quote as it may be told now: words that are covered in the texts are covered here too.
Tell = Callable[[Selection | PassageKey, str], str]


def as_quoted(_what: Selection | PassageKey, quote: str) -> str:
    """Tell a quote as it is, where nothing is ever covered."""
    return quote


class Quoting(QFrame):
    """A widget that decides how passages inside it are told.

    A frame, because a screen reader says the name of one as the focus comes into it.
    """

    def __init__(self, tell: Tell = as_quoted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tell = tell


def told_quote(where: QWidget, what: Selection | PassageKey, quote: str) -> str:
    """Return a quote as the nearest widget around `where` that decides so has it told."""
    around: QWidget | None = where
    while around is not None:
        if isinstance(around, Quoting):
            return around.tell(what, quote)
        around = around.parentWidget()
    return quote
