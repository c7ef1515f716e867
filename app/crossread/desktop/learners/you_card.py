"""The one who reads here: name, picture, pattern, and the way to have all of it deleted."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from crossread.base.errors import Expected, why_of
from crossread.base.folders import DataFolders
from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.learners.pattern_pad import PatternPad
from crossread.desktop.learners.pattern_steps import PatternSteps
from crossread.desktop.learners.picture_picks import PicturePicks
from crossread.desktop.learners.pictures import paint_picture
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, quiet_button
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.learners.learners import (
    Learner,
    read_learner,
    rename_learner,
    set_pattern,
    set_picture,
)

SIDE = 56  # pixels of the picture at the default text size


class Picture(QWidget):
    """A learner's picture; their name stands beside it, so it says nothing of its own."""

    def __init__(self, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: str) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the picture."""
        return QSize(theme.current().scaled(SIDE), theme.current().scaled(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        paint_picture(QPainter(self), QRectF(self.rect()), self._picture)


class YouCard(CardFrame):
    """`changed` gives the learner as they are now; `delete_asked`: all of it is to go."""

    changed = Signal(object)
    delete_asked = Signal()

    def __init__(self, folders: DataFolders, learner: Learner, parent: QWidget) -> None:
        super().__init__(parent)
        self._folders, self.learner = folders, learner
        self._first: tuple[str, ...] = ()
        row = QHBoxLayout()
        row.setSpacing(16)
        self._picture = Picture(learner.picture, self)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._name = labels.title("", self)
        words.addWidget(self._name)
        words.addWidget(
            labels.quiet(
                _(
                    "The record of your answers does not hold this name. It does stand in what you export: "
                    "in every table of answers and every report."
                ),
                self,
            )
        )
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addSpacing(8)
        naming = QWidget(self)
        line = FlowLayout(naming, across=8, down=6)
        self.field = Field(_("Name or code"), _("Name or code"), naming)
        self.field.setMaxLength(200)
        self.field.setMinimumWidth(theme.current().scaled(220))
        self.field.returnPressed.connect(self._rename)
        self.rename = plain(_("Take this name"), naming)
        self.rename.clicked.connect(self._rename)
        line.addWidget(self.field)
        line.addWidget(self.rename)
        self.body.addWidget(naming)
        self.told = labels.Label("", "wrong", self)
        self.told.hide()
        self.body.addWidget(self.told)
        self.pictures = PicturePicks(self, _("Your picture"))
        self.pictures.chosen.connect(self._take_picture)
        self.body.addWidget(self.pictures)
        self._pattern_words = labels.body("", self)
        self.body.addWidget(self._pattern_words)
        self.steps, self.pad = PatternSteps(self), PatternPad(self)
        self.pad.stepped.connect(self.steps.set_given)
        self.pad.given.connect(self._given)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.pad)
        ways = QWidget(self)
        flow = FlowLayout(ways, across=8, down=6)
        self.pattern = plain("", ways)
        self.pattern.clicked.connect(self._turn_pattern)
        self.delete = quiet_button(_("Delete everything about me…"), ways)
        self.delete.clicked.connect(self.delete_asked)
        flow.addWidget(self.pattern)
        flow.addWidget(self.delete)
        self.body.addWidget(ways)
        self._show_pad(shown=False)
        self.show_learner(learner)

    def show_learner(self, learner: Learner) -> None:
        """Show the learner as they are now."""
        self.learner = learner
        self._name.setText(learner.shown)
        self._picture.set_picture(learner.picture)
        self.field.setText(learner.name)
        self.pictures.set_value(learner.picture)
        self._tell_pattern()

    def _tell_pattern(self) -> None:
        has = self.learner.pattern is not None
        if self.pad.isHidden():
            told = (
                _("Your pages ask for your three pictures before they open.")
                if has
                else _(
                    "Your pages can ask for three pictures in order. That keeps others out of your pages "
                    "in this "
                    "program; it hides no files, and there are only 504 patterns to try."
                )
            )
            self._pattern_words.setText(told)
        words = (
            _("Leave it") if not self.pad.isHidden() else _("Ask no more") if has else _("Ask for pictures…")
        )
        self.pattern.setText(words)
        self.pattern.setAccessibleName(words)

    def _show_pad(self, *, shown: bool) -> None:
        self._first = ()
        self.steps.setVisible(shown)
        self.pad.setVisible(shown)

    def _turn_pattern(self) -> None:
        if not self.pad.isHidden():
            self._show_pad(shown=False)
        elif self.learner.pattern is not None:
            self._change(lambda: set_pattern(self.learner, None))
        else:
            self._show_pad(shown=True)
            self._ask(_("Choose three pictures in an order that you keep in mind."))
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_pattern()

    def _ask(self, sentence: str) -> None:
        self._pattern_words.setText(sentence)
        announce(self.pad, sentence)

    def _given(self, pictures: tuple[str, ...]) -> None:
        if not self._first:
            self._first = pictures
            self._ask(_("Once more, to be sure."))
        elif pictures != self._first:
            self._first = ()
            self._ask(_("Those were others. Choose three pictures once more."))
        else:
            self._show_pad(shown=False)
            self._change(lambda: set_pattern(self.learner, pictures))
            self._tell_pattern()
            self.pattern.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self) -> None:
        name = self.field.text()
        self._change(lambda: rename_learner(self._folders, self.learner, name))

    def _take_picture(self, picture: str) -> None:
        self._change(lambda: set_picture(self.learner, picture))

    def _change(self, change: Callable[[], Learner]) -> None:
        self.say("")
        try:
            self.learner = change()
        except Expected as error:
            self.say(error.message)
            return
        except OSError as error:
            why = why_of(error)
            self.say(_("That cannot be kept: {why}. Check the disk.").format(why=why))
            return
        self.show_learner(read_learner(self.learner.folder))
        self.changed.emit(self.learner)

    def say(self, sentence: str) -> None:
        """Say what was not done; "" takes it away."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        if sentence:
            bring_into_view(self.told)
        announce(self, sentence)
