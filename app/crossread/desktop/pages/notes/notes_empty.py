"""What the notes say while there are none: how to highlight, and by which keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.key_tips import first_key
from crossread.desktop.pages.notes.meanings import ROLES, meaning_key, meaning_name
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, rename
from crossread.desktop.widgets.layers.mark_sign import MarkSign
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.inquiry.notes import MEANINGS

# What else the keys do, by action.
_KEYS = (
    ("highlight", N_("{key} highlights again with the last meaning.")),
    ("note", N_("{key} writes a note.")),
    ("note-join", N_("{key} adds a passage to the note you are writing, also from another source.")),
)


WIDEST = 360  # pixels of the list of meanings, at the default text size


class NotesEmpty(QWidget):
    """The four meanings with their signs and keys, and what else can be done; `other` leads on from here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lead = labels.strong("", self)
        self.body = labels.body("", self)
        self.other = link_button("", self)
        column = QVBoxLayout(self)
        set_margins(column, 20, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.lead)
        column.addWidget(self.body)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeading)
        self._lesson = QWidget(self)
        grid = QGridLayout(self._lesson)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self._keys = {meaning: labels.quiet("", self._lesson) for meaning in MEANINGS}
        for line, meaning in enumerate(MEANINGS):
            grid.addWidget(MarkSign(ROLES[meaning], self._lesson), line, 0)
            grid.addWidget(labels.body(meaning_name(meaning)), line, 1)
            grid.addWidget(self._keys[meaning], line, 2)
        grid.setColumnStretch(1, 1)
        lesson = QHBoxLayout()  # on a wide page the keys stay beside what they do
        lesson.addWidget(self._lesson, 1)
        lesson.addStretch(1)
        self._lesson.setMaximumWidth(theme.current().scaled(WIDEST))
        column.addLayout(lesson)
        self._more = labels.quiet("", self)
        column.addWidget(self._more)
        column.addStretch(1)

    def teach(self) -> None:
        """Say how to begin: there is nothing at all."""
        self.lead.setText(_("Nothing highlighted yet"))
        self.body.setText(_("Select words in a text, then say what they are to you."))
        self.body.show()
        self.other.hide()
        self._lesson.show()
        self._more.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Name the keys as they are now, in the text size of now."""
        super().showEvent(event)
        self._lesson.setMaximumWidth(theme.current().scaled(WIDEST))
        self._name_keys()

    def _name_keys(self) -> None:
        for meaning, shown in self._keys.items():
            shown.setText(meaning_key(meaning))
        told = [_(words).format(key=first_key(action)) for action, words in _KEYS if first_key(action)]
        self._more.setText(" ".join([*told, _("Without a selection it is the sentence at the caret.")]))

    def offer(self, onward: str) -> None:
        """Offer a way on from here, beside what is taught."""
        rename(self.other, onward)
        self.other.show()

    def say_nothing_fits(self, words: str, onward: str) -> None:
        """Say that there are some, but none of what is asked for, and what leads to them."""
        self.lead.setText(words)
        self.body.hide()
        rename(self.other, onward)
        self.other.setVisible(bool(onward))
        self._lesson.hide()
        self._more.hide()
