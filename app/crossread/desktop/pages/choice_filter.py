"""What narrows a list: a field for words, and buttons that say what else is chosen and open what may be."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import rename
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.picking.list_menu import ListMenu

_ANY = "-"


class Choice(QPushButton):
    """One thing to filter by: a button that says what is chosen and opens the list of what may be."""

    def __init__(self, name: str, anything: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self._name, self._anything = name, anything
        self.value = ""
        self.options: tuple[tuple[str, str], ...] = ()
        self.setAutoDefault(False)
        self.show_value("")

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these; a choice of what is no longer there is let go."""
        self.options = tuple(options)
        if not self.offers(self.value):
            self.value = ""
        self.show_value(self.value)
        self.setVisible(bool(options))

    def offers(self, value: str) -> bool:
        """Tell whether a value is among the options."""
        return any(key == value for key, _words in self.options)

    def show_value(self, value: str) -> None:
        """Say what is chosen, "" for anything."""
        self.value = value
        words = next((words for key, words in self.options if key == value), self._anything)
        rename(self, f"{words} ▾")
        self.setAccessibleName(_("{name}: {value}").format(name=self._name, value=words))

    def menu_of(self) -> ListMenu:
        """Make the list of what may be chosen."""
        menu = ListMenu(self._name, self)
        menu.add([(_ANY, self._anything), *self.options], self.value or _ANY)
        return menu


class ChoiceFilter(QWidget):
    """A field for words and a button for each choice, to be laid out; `changed`: something else is wanted.

    `least` is the least width of the field, in pixels at the default text size.
    """

    changed = Signal()

    def __init__(self, name: str, asks: str, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Field(name, asks, self)
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(theme.current().scaled(least))
        self.words.textChanged.connect(self._typed)
        self.choices: tuple[Choice, ...] = ()
        self._open_for: Choice | None = None

    def take(self, *choices: Choice) -> None:
        """Open these when they are clicked."""
        self.choices = choices
        for choice in choices:
            choice.clicked.connect(self._open)

    def is_all(self) -> bool:
        """Tell whether nothing in particular is asked for."""
        return not self.words.text().strip() and not any(choice.value for choice in self.choices)

    def clear(self) -> None:
        """Ask for everything again."""
        self.ask("", [""] * len(self.choices))

    def ask(self, words: str, values: Sequence[str]) -> None:
        """Ask for words, and for what stands in the choices, in their order, where they offer it."""
        for choice, value in zip(self.choices, values, strict=True):
            choice.show_value(value if choice.offers(value) else "")
        self.words.blockSignals(True)
        self.words.setText(words)
        self.words.blockSignals(False)
        self.changed.emit()

    def _typed(self, _words: str) -> None:
        self.changed.emit()

    def _open(self) -> None:
        choice = self.sender()
        if isinstance(choice, Choice):
            self._open_for = choice
            menu = choice.menu_of()
            menu.picked.connect(self._picked)
            menu.open_below(choice)

    def _picked(self, value: str) -> None:
        if self._open_for is not None:
            self._open_for.show_value("" if value == _ANY else value)
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the words by Escape, as long as there are some."""
        if event.key() == Qt.Key.Key_Escape and self.words.text() and self.words.hasFocus():
            self.words.clear()
        else:
            super().keyPressEvent(event)
