"""The declared keys at work in one window: which act now, and what they call."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from crossread.desktop.keys import ACTIONS, PAGES, REPEATING, Action, is_single

Deed = Callable[[], None]


class Key(QShortcut):
    """One key that stands for one action."""

    pressed = Signal(str)

    def __init__(self, key: str, action: Action, window: QWidget) -> None:
        super().__init__(QKeySequence(key), window)
        self.action = action
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
        self._single_keys = True
        self._everywhere: Mapping[str, Deed] = {}
        self._on_page: Mapping[str, Deed] = {}
        ours = [action for action in ACTIONS if not action.owned]
        self._keys = [Key(key, action, window) for action in ours for key in action.keys]
        for key in self._keys:
            key.pressed.connect(self._act)
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
        self._single_keys = on
        self._choose()

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._choose()

    def _choose(self) -> None:
        writing = is_written_in(QApplication.focusWidget())
        for key in self._keys:
            bound = key.action.id in self._on_page or key.action.id in self._everywhere
            here = self._page in PAGES[key.action.where]
            key.setEnabled(bound and here and not (key.single and (writing or not self._single_keys)))

    def _act(self, action: str) -> None:
        deed = self._on_page.get(action) or self._everywhere.get(action)
        if deed is not None:
            deed()


def is_written_in(widget: QWidget | None) -> bool:
    """Tell whether what is typed in a widget becomes text."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return False
