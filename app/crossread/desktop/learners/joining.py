"""Taking a name: one field, a picture, and nothing else that is asked of anybody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.learners.picture_picks import PicturePicks
from crossread.desktop.learners.start_page import StartPage
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, primary
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.learners.learners import PICTURES


class JoiningPage(StartPage):
    """A new name. `given` gives it with a picture; `left`: none is taken."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("New name"), parent)
        column = self.column
        column.addWidget(labels.display(_("What shall we call you?"), self))
        column.addWidget(
            labels.body(
                _(
                    "A first name or a code is enough. Please no birthday, address or full name: nothing "
                    "here "
                    "needs them."
                ),
                self,
            )
        )
        self.field = Field(_("Name or code"), "", self)
        self.field.setMaxLength(200)
        self.field.returnPressed.connect(self._give)
        column.addWidget(self.field)
        self.told = labels.Label("", "wrong", self)
        self.told.hide()
        column.addWidget(self.told)
        column.addSpacing(4)
        column.addWidget(labels.strong(_("A picture"), self))
        self.pictures = PicturePicks(self, _("A picture"))
        column.addWidget(self.pictures)
        column.addSpacing(8)
        ways = QWidget(self)
        row = FlowLayout(ways, across=8, down=6)
        self.go, self.back = primary(_("Begin"), ways), plain(_("Back"), ways)
        self.go.clicked.connect(self._give)
        self.back.clicked.connect(self.left)
        row.addWidget(self.go)
        row.addWidget(self.back)
        column.addWidget(ways)
        column.addWidget(
            labels.quiet(
                _(
                    "If you like, you can have your pages ask for three pictures in order: in the menu, "
                    "under "
                    "“Learners”."
                ),
                self,
            )
        )
        column.addStretch(1)
        self.put_together()

    def begin_anew(self, name: str, number: int) -> None:
        """Show an empty field, or a name that was typed already, and a picture that few have."""
        self.field.setText(name)
        self.say("")
        self.pictures.set_value(PICTURES[number % len(PICTURES)])

    def say(self, sentence: str) -> None:
        """Say why a name is not taken; "" takes it away."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        announce(self.field, sentence)
        if sentence:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.selectAll()

    def _give(self) -> None:
        self.given.emit(self.field.text(), self.pictures.value())

    def enter(self) -> None:
        """Begin with the name."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
