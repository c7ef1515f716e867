"""A list that opens beside a button, to pick one thing by keyboard, mouse or screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crossread.desktop.widgets.buttons import unmarked
from crossread.desktop.widgets.picking.menus import open_menu


class ListMenu(QMenu):
    """Things to pick, numbered from 1, the first nine by their number key too.

    `picked` gives the key of what was picked. It deletes itself when it is closed.
    """

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.triggered.connect(self._pick)

    def add(self, entries: Sequence[tuple[str, str]], current: str = "") -> None:
        """Add what there is to pick, as (key, words); `current` is the key of what is picked now."""
        for number, (key, words) in enumerate(entries, 1):
            plain = unmarked(words)
            action = self.addAction(f"&{number}  {plain}" if number < 10 else f"{number}  {plain}")
            action.setData(key)
            action.setCheckable(bool(current))
            action.setChecked(key == current)
            if key == current:
                self.setActiveAction(action)

    def add_apart(self, key: str, words: str) -> None:
        """Add one more thing below a line, without a number."""
        self.addSeparator()
        self.addAction(unmarked(words)).setData(key)

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget, or above where there is no room; nothing waits for it to be closed."""
        open_menu(self, widget.mapToGlobal(QPoint(0, widget.height())))

    def _pick(self, action: QAction) -> None:
        self.picked.emit(action.data())
