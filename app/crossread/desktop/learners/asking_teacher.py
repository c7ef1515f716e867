"""A field for the teacher word, and what is done once it is right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.field import Field
from crossread.operations.learners.teacher_word import TeacherWord


class TeacherField(QWidget):
    """Asks for the teacher word where one is needed; takes no room where none is."""

    def __init__(self, word: TeacherWord, needed: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._word, self._needed = word, needed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = labels.strong(_("Teacher word"), self)
        self.field = Field(_("Teacher word"), "", self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.told = labels.Label("", "wrong", self)
        for widget in (self._label, self.field, self.told):
            column.addWidget(widget)
        self.told.hide()
        self.see()

    def see(self) -> None:
        """Show the field where the word is needed now."""
        self.setVisible(self._needed())

    def is_right(self) -> bool:
        """Tell whether what follows may be done; says here why not."""
        self.say("")
        if not self._needed():
            return True
        try:
            self._word.check(self.field.text())
        except Expected as error:
            self.say(error.message)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()
            return False
        self.field.clear()
        return True

    def say(self, sentence: str) -> None:
        """Say why not; "" takes it away."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        announce(self.field, sentence)
