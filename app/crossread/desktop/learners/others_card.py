"""The others on this machine: somebody to switch to, a new name, and what a teacher does for them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.learners.learner_list import LearnerList
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, quiet_button, rename
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.learners.learners import Learner

ROWS = 6  # shown at once


class OthersCard(CardFrame):
    """`switched` gives a learner, `added` a name, `unlocked` and `removed` a learner."""

    switched = Signal(object)
    added = Signal(str)
    unlocked = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.addWidget(labels.heading(_("Others on this machine"), self))
        self._nobody = labels.body(
            _(
                "Nobody else reads here. Others can have pages of their own: each gets a folder, with a "
                "record "
                "and with settings for how texts look."
            ),
            self,
        )
        self.body.addWidget(self._nobody)
        self.list = LearnerList(self, click_goes=False)
        self.list.shown.connect(self.switched)
        self.list.widened.connect(self._fit_list)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.body.addWidget(self.list)
        self._ways = QWidget(self)
        flow = FlowLayout(self._ways, across=8, down=6)
        self.switch = plain("", self._ways)
        self.unlock = quiet_button(_("Take the pattern off"), self._ways)
        self.remove = quiet_button(_("Delete…"), self._ways)
        for button, slot in (
            (self.switch, self._switch),
            (self.unlock, self._unlock),
            (self.remove, self._remove),
        ):
            button.clicked.connect(slot)
            flow.addWidget(button)
        self.body.addWidget(self._ways)
        adding = QWidget(self)
        line = FlowLayout(adding, across=8, down=6)
        self.field = Field(_("New name or code"), _("New name or code"), adding)
        self.field.setMaxLength(200)
        self.field.setMinimumWidth(theme.current().scaled(220))
        self.field.returnPressed.connect(self._add)
        self.add = plain(_("Add"), adding)
        self.add.clicked.connect(self._add)
        line.addWidget(self.field)
        line.addWidget(self.add)
        self.body.addWidget(adding)
        self.told = labels.body("", self)
        self.told.hide()
        self.body.addWidget(self.told)

    def show_others(self, others: Sequence[Learner]) -> None:
        """Show these learners."""
        self._nobody.setVisible(not others)
        self.list.setVisible(bool(others))
        self._ways.setVisible(bool(others))
        self.list.put_rows(others)
        if others:
            self.list.go_to(0)
        self._fit_list()
        self._tell()

    def take_focus(self) -> None:
        """Have the focus where one goes on: in the list, or at the field for a name where there is nobody."""
        (self.list if self.list.rows() else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_list(self) -> None:
        self.list.setFixedHeight(self.list.height_of(ROWS))

    def say(self, sentence: str) -> None:
        """Say what was done or not done; "" takes it away."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        if sentence:
            bring_into_view(self.told)
        announce(self, sentence)

    def _moved(self) -> None:
        """Say nothing of one learner any more once another is in hand."""
        self.say("")
        self._tell()

    def _tell(self) -> None:
        current = self.list.current()
        if current is not None:
            rename(self.switch, _("Switch to {name}").format(name=current.shown))
            self.unlock.setVisible(current.pattern is not None)
            self.unlock.setAccessibleName(_("Take the pattern off: {name}").format(name=current.shown))
            rename(self.remove, _("Delete {name}…").format(name=current.shown))

    def _switch(self) -> None:
        self.switched.emit(self.list.current())

    def _unlock(self) -> None:
        self.unlocked.emit(self.list.current())

    def _remove(self) -> None:
        self.removed.emit(self.list.current())

    def _add(self) -> None:
        self.added.emit(self.field.text())
