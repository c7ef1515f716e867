"""What was expected before reading, what is thought of it now, and the passages that could have moved it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.pages.conclude.all_in_work import after
from crossread.desktop.pages.conclude.behind import Behind
from crossread.desktop.pages.kept_text import KeptText
from crossread.desktop.widgets import labels
from crossread.inquiry.comparison import Judgement
from crossread.progress.notes_board import Piece


class LookingCard(Behind):
    """The expectation of one *before* stage, by its id, beside what became of it."""

    def __init__(self, stage: str, asked: str, parent: QWidget) -> None:
        super().__init__(after(stage), _("Passages that could have moved you"), parent)
        self.stage = stage
        self._asked = labels.quiet(asked, self)
        self._expected = labels.serif("", self)
        self._now = labels.strong(_("What do you think of it now?"), self)
        self.text = KeptText(self._now.text(), self, lines=(2, 10))
        asks = _("What did the texts change, and which passage could have changed it?")
        self.text.setPlaceholderText(asks)
        self.text.setAccessibleDescription(asks)
        self._now.setBuddy(self.text)
        self.add.setAccessibleName(_("Add the passage selected in a text to those that could have moved you"))
        for widget in (self._asked, self._expected, self._now, self.text):
            self.column.addWidget(widget)
        self.lay_out_passages()

    def fill(self, expected: str, judgement: Judgement, pieces: Sequence[Piece]) -> None:
        """Show what was expected, and what is said of it now."""
        self._expected.setText(_("“{words}”").format(words=expected.strip()))
        self.text.show_text(judgement.text)
        self.fill_passages(pieces)

    def added(self) -> str:
        """Return what is said of a passage, {quote}, that was added."""
        return _("Added to what could have moved you: {quote}")

    def reach(self) -> None:
        """Put the focus into the words, where they can be seen."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)
