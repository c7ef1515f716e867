"""The keys of one action: change one, add one, take one away, or have all as usual."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.key_names import refusal, shown_name, shown_names
from crossread.desktop.keys import BY_ID
from crossread.desktop.own_keys import MOST, OwnKeys
from crossread.desktop.pages.settings.key_words import action_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, set_look
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.key_field import KeyField


class KeyChange(CardFrame):
    """What can be done about the keys of one action. `changed`: something was done, and is kept.

    A key that another action has is refused, with who has it and an offer to swap the two.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, padding=16)
        self._settings = settings
        self._action = ""
        self._instead = ""  # the key that the next one pressed takes the place of; "" for one more
        self._wanted = ""  # what would have to be swapped for it
        self._title = labels.strong("", self)
        self._told = labels.muted("", self)
        self._buttons = QWidget(self)
        self._row = FlowLayout(self._buttons, across=8, down=8)
        self.field = KeyField("", _("New key"), self)
        self.field.pressed.connect(self._pressed)
        self.field.left.connect(self._stop)
        self.swap = plain(_("Swap"), self)
        self.swap.clicked.connect(self._swap)
        for widget in (self._title, self._told, self._buttons, self.field, self.swap):
            self.body.addWidget(widget)
        self.show_action("")

    def keys(self) -> OwnKeys:
        """Return the map of keys as it is now."""
        return OwnKeys(self._settings.keys())

    def buttons(self) -> list[QPushButton]:
        """Return what can be pressed for the action in view."""
        return [one for one in self._buttons.findChildren(QPushButton) if not one.isHidden()]

    def show_action(self, action: str) -> None:
        """Show the keys of an action; "" for none."""
        self._action = action
        self._renew()
        self._stop(back=False)

    def begin(self) -> None:
        """Ask for the key that takes the place of the first one."""
        if self._action and not BY_ID[self._action].owned:
            keys = self.keys().keys(self._action)
            self._ask(keys[0] if keys else "")

    # What is shown

    def _renew(self) -> None:
        for button in self._buttons.findChildren(QPushButton):
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.setVisible(bool(self._action))
        if not self._action:
            return
        action, keys = BY_ID[self._action], self.keys()
        self._title.setText(action_words(action))
        now = keys.keys(action.id)
        if action.owned:
            self._say(
                _("{keys}: fixed. Whatever has the focus takes this key itself.").format(
                    keys=shown_names(now)
                )
            )
            return
        self._say(shown_names(now) or _("no key"))
        for key in now:
            self._button(_("Change {key}").format(key=shown_name(key)), key).clicked.connect(self._ask_here)
        if len(now) < MOST:
            words = _("Add a key") if now else _("Give it a key")
            self._button(words).clicked.connect(self._ask_here)
        for key in now:
            self._button(_("Take {key} away").format(key=shown_name(key)), key).clicked.connect(
                self._take_away
            )
        if keys.is_own(action.id):
            usual = _("Usual: {keys}").format(keys=shown_names(action.keys))
            self._button(usual).clicked.connect(self._usual)

    def _button(self, words: str, key: str = "") -> QPushButton:
        button = plain(words, self._buttons)
        button.setProperty("key", key)
        self._row.addWidget(button)
        button.show()
        return button

    def _key_pressed_on(self) -> str:
        """Return which of the action's keys the button stands for that was pressed just now."""
        button = self.sender()
        return str(button.property("key") or "") if isinstance(button, QPushButton) else ""

    def _say(self, words: str, look: labels.Look = "muted") -> None:
        self._told.set_look(look)
        self._told.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all as it is by Escape, also where a swap is offered."""
        if event.key() == Qt.Key.Key_Escape and not self.swap.isHidden():
            self._stop(back=False)
            self._renew()
            self._focus_first()
        else:
            super().keyPressEvent(event)

    # What is done

    def _ask_here(self) -> None:
        self._ask(self._key_pressed_on())

    def _ask(self, instead: str) -> None:
        self._instead, self._wanted = instead, ""
        words = _("Press the new key; Escape leaves it as it is")
        name = _("New key for: {action}").format(action=action_words(BY_ID[self._action]))
        self.field.ask(words, name)
        self.field.show()
        self.swap.hide()
        self.field.setFocus()

    def _stop(self, *, back: bool = True) -> None:
        had_focus = self.field.hasFocus()
        self._wanted = ""
        self.field.hide()
        self.swap.hide()
        if back and had_focus:
            self._focus_first()

    def _focus_first(self) -> None:
        buttons = self.buttons()
        if buttons:
            buttons[0].setFocus()

    def _pressed(self, key: str) -> None:
        keys, action = self.keys(), self._action
        if key in keys.keys(action) and key != self._instead:
            self._refuse(_("It has this key already."))
            if self._instead:
                self._offer(key)
            return
        why, holders = refusal(key), keys.holders(action, key)
        if why:
            self._refuse(_("{key} cannot be used. {why}").format(key=shown_name(key), why=why))
        elif holders:
            names = _(" and ").join(_("“{action}”").format(action=action_words(one)) for one in holders)
            self._refuse(_("{key} belongs to {names}.").format(key=shown_name(key), names=names))
            if not any(holder.owned for holder in holders):
                self._offer(key)
        else:
            self._make(keys.put(action, key, self._instead))

    def _refuse(self, why: str) -> None:
        self._say(why, "caution")
        self.swap.hide()
        announce(self, why)

    def _offer(self, key: str) -> None:
        self._wanted = key
        words = (
            _("Swap {key} and {other}").format(key=shown_name(key), other=shown_name(self._instead))
            if self._instead
            else _("Take {key} over").format(key=shown_name(key))
        )
        self.swap.setText(words)
        self.swap.setAccessibleName(words)
        set_look(self.swap, "primary")
        self.swap.show()
        self.swap.setFocus()

    def _swap(self) -> None:
        keys = self.keys()
        if self._wanted == "":
            self._make(keys.usual(self._action))
        else:
            self._make(keys.swap(self._action, self._wanted, self._instead))

    def _take_away(self) -> None:
        self._make(self.keys().without(self._action, self._key_pressed_on()))

    def _usual(self) -> None:
        keys = self.keys()
        in_the_way = keys.in_the_way(self._action)
        if not in_the_way:
            self._make(keys.usual(self._action))
            return
        names = _(" and ").join(_("“{action}”").format(action=action_words(one)) for one in in_the_way)
        self._refuse(_("Of these keys, some belong to {names} now.").format(names=names))
        self._wanted = ""
        words = _("Take them back")
        self.swap.setText(words)
        self.swap.setAccessibleName(words)
        self.swap.show()
        self.swap.setFocus()

    def _make(self, keys: OwnKeys) -> None:
        self.keep(keys)
        told = shown_names(keys.keys(self._action)) or _("no key")
        announce(self, f"{action_words(BY_ID[self._action])}: {told}")
        self.changed.emit()
        self._focus_first()

    def keep(self, keys: OwnKeys) -> None:
        """Make a map the learner's; where the disk refuses, it holds until the window closes."""
        with suppress(OSError):
            self._settings.set_keys(keys.table())
