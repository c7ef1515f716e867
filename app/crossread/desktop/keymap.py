"""The declared keys at work in one window: which act now, and what they call."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from crossread.desktop import own_keys
from crossread.desktop.keys import BY_ID, PAGES, REPEATING, Action, is_single
from crossread.desktop.own_keys import OwnKeys

Deed = Callable[[], None]


class Key(QShortcut):
    """One key that stands for one action."""

    pressed = Signal(str)

    def __init__(self, key: str, action: Action, window: QWidget) -> None:
        super().__init__(QKeySequence(key), window)
        self.name, self.action = key, action
        self.single = is_single(key)
        self.setAutoRepeat(action.id in REPEATING)
        self.setEnabled(False)
        self.activated.connect(self._tell)

    def _tell(self) -> None:
        self.pressed.emit(self.action.id)


class Keymap(QObject):
    """Makes a shortcut for each declared key and calls what the page in view has bound to it.

    A single key never acts in a field that is written in, nor where the learner has switched single
    keys off.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._page = ""
        self._everywhere: Mapping[str, Deed] = {}
        self._on_page: Mapping[str, Deed] = {}
        self._window = window
        self._keys: dict[str, list[Key]] = {}
        self.set_keys(own_keys.now())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def bind_everywhere(self, deeds: Mapping[str, Deed]) -> None:
        """Say what the actions of the window itself do."""
        self._everywhere = deeds
        self._choose()

    def show_page(self, page: str, deeds: Mapping[str, Deed]) -> None:
        """Say which page is in view and what its actions do; an action without a deed does nothing."""
        self._page, self._on_page = page, deeds
        self._choose()

    def set_single_keys(self, on: bool) -> None:
        """Switch the keys without Ctrl or Alt on or off."""
        own_keys.let_single_keys_act(on)
        self._choose()

    def set_keys(self, keys: OwnKeys) -> None:
        """Take up a map of keys: what has other keys than before gets them at once."""
        own_keys.take_up(keys)
        for action in keys.actions:
            before = self._keys.get(action.id, [])
            if action.owned or [key.name for key in before] == list(action.keys):
                continue
            for key in before:
                key.setEnabled(False)
                key.deleteLater()
            self._keys[action.id] = [Key(name, action, self._window) for name in action.keys]
            for key in self._keys[action.id]:
                key.pressed.connect(self._act)
        self._choose()

    def can(self, action: str) -> bool:
        """Tell whether an action does something on the page in view."""
        deed = self._on_page.get(action) or self._everywhere.get(action)
        return deed is not None and self._page in PAGES[BY_ID[action].where]

    def do(self, action: str) -> None:
        """Do what an action does here, as if its key had been pressed; nothing where it does nothing."""
        if self.can(action):
            self._act(action)

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._choose()

    def _choose(self) -> None:
        writing = is_written_in(QApplication.focusWidget())
        for action, keys in self._keys.items():
            can = self.can(action)
            for key in keys:
                key.setEnabled(can and not (key.single and (writing or not own_keys.single_keys_act())))

    def _act(self, action: str) -> None:
        deed = self._on_page.get(action) or self._everywhere.get(action)
        if deed is not None:
            deed()


def is_written_in(widget: QWidget | None) -> bool:
    """Tell whether what is typed in a widget becomes text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return False
