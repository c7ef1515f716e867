"""The field that a note is written in."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.kept_text import KeptText


class NoteText(KeptText):
    """A note's words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Note"), parent, lines=(4, 12))
        self.setPlaceholderText(_("Your words, for you alone: nothing here is marked."))
        self.setAccessibleDescription(self.placeholderText())  # Qt tells that of a field of one line only
