"""Picking any number of several: check boxes that paint themselves, and the group that they stand in."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from crossread.desktop.widgets.painting.painted import STEPS, TAKES_BACK, Painted, is_plain


class Check(Painted, QCheckBox):
    """One of several things that may each be picked; subclasses paint it. A screen reader hears a check box.

    `key` is what it stands for. A `frozen` one can be reached and heard, but stays as it is.
    """

    def __init__(self, key: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.frozen = False
        self.setAccessibleName(name)
        self.hear_the_mouse()

    def nextCheckState(self) -> None:
        """Be picked or picked no more, unless frozen; Enter only picks."""
        if not self.frozen and not (self.pressed_by_enter() and self.isChecked()):
            super().nextCheckState()


class Checks(QFrame):
    """A group of check boxes. Arrow keys go through it, Home and End to its ends; Space picks and lets go.

    Enter picks and never lets go, Delete lets go what is picked.

    `chosen` tells that the user picked something or let it go; a value set by the program gives no signal.

    A frame, because a screen reader says the name of one as the focus comes into it.
    """

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._checks: list[Check] = []
        self._by_program = False

    def take(self, check: Check) -> None:
        """Make a check box part of the group; it must be a child of the group already."""
        check.toggled.connect(self._toggled)
        self._checks.append(check)
        self.setFocusProxy(self._checks[0])

    def checks(self) -> tuple[Check, ...]:
        """Return all check boxes in order."""
        return tuple(self._checks)

    def check(self, key: str) -> Check:
        """Return the check box of a key; KeyError where there is none."""
        for check in self._checks:
            if check.key == key:
                return check
        raise KeyError(key)

    def value(self) -> frozenset[str]:
        """Return the keys of what is picked."""
        return frozenset(check.key for check in self._checks if check.isChecked())

    def set_value(self, keys: Collection[str]) -> None:
        """Pick these and no others; without a signal."""
        self._by_program = True
        for check in self._checks:
            check.setChecked(check.key in keys)
        self._by_program = False

    def toggle(self, key: str) -> None:
        """Pick one or let it go, as the user does, with the signal; a frozen one is left alone."""
        check = self.check(key)
        if check.isEnabled() and not check.frozen:
            check.setFocus(Qt.FocusReason.ShortcutFocusReason)
            check.click()

    def _toggled(self, checked: bool) -> None:
        """Take a pick from whoever made it: a screen reader makes it without any click."""
        check = self.sender()
        if self._by_program or not isinstance(check, Check):
            return
        if check.frozen:
            self._by_program = True
            check.setChecked(not checked)
            self._by_program = False
            return
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous one, or to an end."""
        usable = [check for check in self._checks if check.isEnabled()]
        at = next((i for i, check in enumerate(usable) if check is self.focusWidget()), None)
        if at is None or not is_plain(event):
            super().keyPressEvent(event)
        elif event.key() in TAKES_BACK:
            if usable[at].isChecked():
                usable[at].click()
        elif event.key() in STEPS:
            to = (at + STEPS[Qt.Key(event.key())]) % len(usable)
            usable[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            to = 0 if event.key() == Qt.Key.Key_Home else -1
            usable[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
