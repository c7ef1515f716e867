"""Labels: words on a page, always plain text, wrapped, each with a look of the style sheet."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

Look = Literal[
    "display", "title", "heading", "prompt", "strong", "body", "muted", "quiet", "small", "serif", "question",
    "right", "caution", "wrong",
]  # fmt: skip


class Label(QLabel):
    """Words that wrap; what they hold is never read as markup."""

    def __init__(self, text: str, look: Look = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        self.setSizePolicy(self._policy())
        self.setProperty("look", look)

    def _policy(self) -> QSizePolicy:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        return policy

    def look(self) -> str:
        """Return the name of the look."""
        return str(self.property("look"))

    def set_look(self, look: Look) -> None:
        """Change the look, such as from `body` to `wrong`."""
        if look != self.property("look"):
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()


def display(text: str, parent: QWidget | None = None) -> Label:
    """Make the one large line of a page, in the serif of the texts."""
    return Label(text, "display", parent)


def title(text: str, parent: QWidget | None = None) -> Label:
    """Make the title of a pack or a source, in the serif of the texts."""
    return Label(text, "title", parent)


def heading(text: str, parent: QWidget | None = None) -> Label:
    """Make the heading of a card or a section."""
    return Label(text, "heading", parent)


def prompt(text: str, parent: QWidget | None = None) -> Label:
    """Make the sentence that asks a question."""
    return Label(text, "prompt", parent)


def strong(text: str, parent: QWidget | None = None) -> Label:
    """Make a line of interface text that stands out."""
    return Label(text, "strong", parent)


def body(text: str, parent: QWidget | None = None) -> Label:
    """Make ordinary interface text."""
    return Label(text, "body", parent)


def muted(text: str, parent: QWidget | None = None) -> Label:
    """Make interface text of full size that stands back."""
    return Label(text, "muted", parent)


def quiet(text: str, parent: QWidget | None = None) -> Label:
    """Make a small line that stands back: where from, how many, how long."""
    return Label(text, "quiet", parent)


def serif(text: str, parent: QWidget | None = None) -> Label:
    """Make a paragraph to read, such as an explanation, in the serif of the texts."""
    return Label(text, "serif", parent)


def question(text: str, parent: QWidget | None = None) -> Label:
    """Make a central question: serif, slanted, standing back."""
    return Label(text, "question", parent)
