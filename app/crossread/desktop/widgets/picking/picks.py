"""Picking one of several: radio buttons that paint themselves, and the group that they stand in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QWidget

from crossread.desktop.widgets.painting.painted import STEPS, TAKES_BACK, Painted, is_plain


class Pick(Painted, QRadioButton):
    """One of several things to pick; subclasses paint it. To a screen reader it is a radio button.

    `key` is what it stands for. A `frozen` one can be reached and heard, but the pick stays as it is.
    """

    def __init__(self, key: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.frozen = False
        self._was_picked = False
        self.pressed.connect(self._remember)
        self.setAccessibleName(name)
        self.hear_the_mouse()

    def nextCheckState(self) -> None:
        """Be picked, unless frozen."""
        if not self.frozen:
            super().nextCheckState()

    def let_go(self) -> None:
        """Be picked no more, though nothing else is picked."""
        self.setAutoExclusive(False)
        self.setChecked(False)
        self.setAutoExclusive(True)

    def was_picked(self) -> bool:
        """Tell whether it was picked already when it was last pressed."""
        return self._was_picked

    def _remember(self) -> None:
        self._was_picked = self.isChecked()


class Picks(QFrame):
    """A group of picks, one of them picked or none. Arrow keys go through it, Home and End to its ends.

    Where the group is `clearable`, a click on what is picked takes it back, and so does Delete. Enter never
    does, nor does Space, which one presses to be sure of what an arrow has picked; but for one that stands
    alone, which Space turns on and off. Where it `follows`, arrow keys pick from the first on, as in any
    row of radio buttons; else only once something is picked.
    `chosen` gives the key of what the user picked, "" where the pick was taken back; setting a value
    from the program gives no signal.

    A frame, because a screen reader says the name of one as the focus comes into it.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, parent: QWidget | None = None, *, clearable: bool = False, follows: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._clearable, self._follows = clearable, follows
        self._picks: list[Pick] = []
        self._by_program = False
        self._told: Pick | None = None

    def take(self, pick: Pick) -> None:
        """Make a pick part of the group; it must be a child of the group already."""
        pick.pressed.connect(self._pressed)
        pick.toggled.connect(self._toggled)
        pick.clicked.connect(self._tell)
        self._picks.append(pick)
        self._point()

    def _point(self) -> None:
        """Let the focus come to what is picked, else to the first."""
        if self._picks:
            self.setFocusProxy(next((pick for pick in self._picks if pick.isChecked()), self._picks[0]))

    def picks(self) -> tuple[Pick, ...]:
        """Return all picks in order."""
        return tuple(self._picks)

    def pick(self, key: str) -> Pick:
        """Return the pick of a key; KeyError where there is none."""
        for pick in self._picks:
            if pick.key == key:
                return pick
        raise KeyError(key)

    def value(self) -> str:
        """Return the key of what is picked, or ""."""
        return next((pick.key for pick in self._picks if pick.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Pick something, or nothing by ""; without a signal."""
        self._by_program = True
        for pick in self._picks:
            if pick.key == key:
                pick.setChecked(True)
            elif pick.isChecked():
                pick.let_go()
        self._by_program = False
        self._point()

    def choose(self, key: str) -> None:
        """Pick as the user does, with the signal; what cannot be picked now is left alone."""
        pick = self.pick(key)
        if pick.isEnabled() and not pick.frozen:
            pick.setFocus(Qt.FocusReason.ShortcutFocusReason)
            pick.click()

    def _pressed(self) -> None:
        self._told = None

    def _toggled(self, checked: bool) -> None:
        """Take a pick from whoever made it: a screen reader sets it without any click."""
        pick = self.sender()
        if self._by_program or not isinstance(pick, Pick) or not checked:
            return
        if pick.frozen:
            self._by_program = True
            pick.let_go()
            self._by_program = False
            return
        self._told = pick
        self._point()
        self.chosen.emit(pick.key)

    def _tell(self) -> None:
        pick = self.sender()
        if not isinstance(pick, Pick) or pick.frozen:
            return
        told, self._told = self._told, None
        if told is pick:
            return  # this click has just been told as the pick that it made
        if self._clearable and pick.was_picked():
            if pick.pressed_by_enter() or (pick.pressed_by_space() and len(self._picks) > 1):
                return
            pick.let_go()
        self._point()
        self.chosen.emit(self.value())

    def _take_back(self, pick: Pick) -> None:
        """Take the pick back, where it is this one that is picked."""
        if pick.isChecked() and not pick.frozen:
            pick.let_go()
            self._point()
            self.chosen.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous pick; where one is picked, or the group follows, it is picked."""
        usable = [pick for pick in self._picks if pick.isEnabled()]
        at = next((i for i, pick in enumerate(usable) if pick is self.focusWidget()), None)
        if at is None or not is_plain(event):
            super().keyPressEvent(event)
            return
        if event.key() in TAKES_BACK and self._clearable:
            self._take_back(usable[at])
            return
        if event.key() in STEPS:
            to = (at + STEPS[Qt.Key(event.key())]) % len(usable)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            to = 0 if event.key() == Qt.Key.Key_Home else len(usable) - 1
        else:
            super().keyPressEvent(event)
            return
        usable[to].setFocus(Qt.FocusReason.TabFocusReason)
        if (usable[at].isChecked() or self._follows) and to != at:
            usable[to].click()
