"""Changing keys: the list of actions, found by words or by a key, and what can be done about one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossread.base.settings import Settings
from crossread.base.translation import _, ngettext
from crossread.desktop.key_names import shown_name, shown_names
from crossread.desktop.keys import WHERE_LABELS, Action
from crossread.desktop.own_keys import OwnKeys
from crossread.desktop.pages.settings.key_words import action_words, wheres
from crossread.desktop.pages.settings.settings_key_change import KeyChange
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, rename
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.lists.list_rows import rows
from crossread.desktop.widgets.lists.pair_list import PairDelegate
from crossread.desktop.widgets.picking.key_field import KeyField
from crossread.texts.finding.search_folding import fold_words

_ACTION = Qt.ItemDataRole.UserRole


class KeysEditor(QWidget):
    """The list of actions with a field to find one, and below it the keys of the one picked."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pressed = ""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        find = QHBoxLayout()
        self.field = Field(_("Find an action by words"), _("Find an action"), self)
        self.field.setClearButtonEnabled(False)
        self.field.textChanged.connect(self._typed)
        self.by_key = KeyField(_("or press its key here"), _("Find an action by pressing its key"), self)
        self.by_key.pressed.connect(self._found_by_key)
        self.by_key.left.connect(self.field.setFocus)
        find.addWidget(self.field, 1)
        find.addWidget(self.by_key)
        whole.addLayout(find)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Actions and their keys"))
        self.list.setItemDelegate(PairDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._picked)
        self.list.itemActivated.connect(self._activated)
        whole.addWidget(self.list, 1)
        self.change = KeyChange(settings, self)
        self.change.changed.connect(self._made)
        whole.addWidget(self.change)
        self.all_usual = plain(_("Give all actions their usual keys"), self)
        self.all_usual.clicked.connect(self._reset_all)
        self._sure = False
        whole.addWidget(self.all_usual, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill()

    def fill(self) -> None:
        """Show the actions that the field or the key leaves, with their keys as they are now."""
        keys = OwnKeys(self._settings.keys())
        picked = self.picked()
        self.list.setMinimumHeight(theme.current().scaled(220))
        self.list.blockSignals(True)
        found = self._found(keys)
        for action, item in zip(found, rows(self.list, len(found)), strict=True):
            _fill_row(item, action, own=keys.is_own(action.id))
        again = [row for row, action in enumerate(found) if action.id == picked]
        self.list.setCurrentRow(again[0] if again else 0 if found else -1)
        self.list.blockSignals(False)
        self._picked()
        self.all_usual.setVisible(bool(keys.table()))
        self._ask(sure=False)

    def _found(self, keys: OwnKeys) -> Sequence[Action]:
        wanted = fold_words(self.field.text()).split()
        found = []
        for where in wheres():
            for action in keys.actions:
                told = fold_words(
                    f"{action_words(action)} {shown_names(action.keys)} {_(WHERE_LABELS[where])}"
                )
                if action.where != where or not all(word in told for word in wanted):
                    continue
                if not self._pressed or self._pressed in action.keys:
                    found.append(action)
        return found

    def picked(self) -> str:
        """Return the id of the action picked, "" for none."""
        item = self.list.currentItem()
        return str(item.data(_ACTION)) if item is not None else ""

    def pick(self, action: str) -> None:
        """Show all actions and pick one."""
        self._pressed = ""
        self.field.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_ACTION) == action:
                self.list.setCurrentRow(row)

    def _picked(self) -> None:
        self.change.show_action(self.picked())

    def _activated(self) -> None:
        self.change.begin()

    def _typed(self) -> None:
        self._pressed = ""
        self.by_key.ask(_("or press its key here"), _("Find an action by pressing its key"))
        self.fill()
        self._tell_count()

    def _found_by_key(self, key: str) -> None:
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._pressed = key
        asking = _("{key}: press another").format(key=shown_name(key))
        self.by_key.ask(asking, _("Find an action by pressing its key"))
        self.fill()
        self._tell_count()

    def _tell_count(self) -> None:
        count = self.list.count()
        told = ngettext("{count} action found", "{count} actions found", count).format(count=count)
        announce(self.list, told)

    def _made(self) -> None:
        self.fill()
        self.changed.emit()

    def _reset_all(self) -> None:
        if not self._sure:
            self._ask(sure=True)
            return
        self.change.keep(OwnKeys())
        self._made()
        self.field.setFocus()

    def _ask(self, *, sure: bool) -> None:
        self._sure = sure
        count = len(OwnKeys(self._settings.keys()).table())
        words = ngettext(
            "Yes, take back the keys of {count} action", "Yes, take back the keys of {count} actions", count
        )
        told = words.format(count=count) if sure else _("Give all actions their usual keys")
        rename(self.all_usual, told)
        if sure:
            announce(self.all_usual, told)


def _fill_row(item: QListWidgetItem, action: Action, *, own: bool) -> None:
    told, where = shown_names(action.keys) or _("no key"), _(WHERE_LABELS[action.where])
    item.setText(action_words(action))
    item.setData(_ACTION, action.id)
    item.setData(PairDelegate.beside, told)
    item.setData(PairDelegate.strong, own)
    item.setData(PairDelegate.below, where)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{action_words(action)}: {told}. {where}")
