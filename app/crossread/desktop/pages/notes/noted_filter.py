"""What of the highlights and notes is to be seen: by words, meaning, tag, and whose they are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.notes.meanings import meaning_name
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import rename
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.flow import FlowLayout
from crossread.desktop.widgets.list_menu import ListMenu
from crossread.inquiry.notes import MEANINGS, Layer
from crossread.progress.notes_board import OWN, Wanted

_ANY = "-"
_BESIDE = 44  # pixels at the default text size: beside the words of a field, with the button that clears it


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
        if self.value not in [key for key, _words in options]:
            self.value = ""
        self.show_value(self.value)
        self.setVisible(bool(options))

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


class NotedFilter(QWidget):
    """A field for words and a button a choice, beside it where there is room, else below it.

    `flat`: the field is of some width at least.
    `changed` tells that something else is wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, *, flat: bool = False) -> None:
        super().__init__(parent)
        self.words = Field(_("Filter by words"), _("Words in notes and quotes"), self)
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(theme.current().scaled(220 if flat else 120))
        self.words.textChanged.connect(self._changed)
        self.meaning = Choice(_("Meaning"), _("All meanings"), self)
        self.tag = Choice(_("Tag"), _("All tags"), self)
        self.layer = Choice(_("From"), _("Yours and sets"), self)
        choices = QWidget(self)
        row = FlowLayout(choices, across=2, down=2)
        for choice in (self.meaning, self.tag, self.layer):
            choice.clicked.connect(self._open)
            row.addWidget(choice)
        self.meaning.set_options([(meaning, meaning_name(meaning)) for meaning in MEANINGS])
        self.tag.set_options(())
        self.layer.set_options(())
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self.words)
        self._box.addWidget(choices)
        self._choices = row
        self._open_for: Choice | None = None

    def sizeHint(self) -> QSize:
        """Ask for room for the field and what may be chosen on one line."""
        return QSize(self._on_one_line(), self._box.sizeHint().height())

    def _on_one_line(self) -> int:
        asked = self.words.fontMetrics().horizontalAdvance(self.words.placeholderText())
        field = max(self.words.minimumWidth(), asked + theme.current().scaled(_BESIDE))
        return field + self._box.spacing() + self._choices.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the choices beside the field, or below it where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fits = self.width() >= self._on_one_line()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)

    def offer(self, tags: Sequence[str], layers: Sequence[Layer]) -> None:
        """Offer the tags that are in use, and the sets that are switched on."""
        self.tag.set_options([(tag, f"#{tag}") for tag in tags])
        on = [(layer.digest, layer.title) for layer in layers if layer.on]
        self.layer.set_options([(OWN, _("Yours")), *on] if on else ())
        self._arrange()

    def wanted(self, sources: frozenset[str] | None = None) -> Wanted:
        """Return what is wanted, of some sources or of all."""
        return Wanted(
            words=self.words.text(),
            meaning=self.meaning.value,
            tag=self.tag.value,
            layer=self.layer.value,
            sources=sources,
        )

    def is_all(self) -> bool:
        """Tell whether nothing is asked for but sources."""
        return self.wanted() == Wanted(words=self.words.text()) and not self.words.text().strip()

    def clear(self) -> None:
        """Want everything again."""
        for choice in (self.meaning, self.tag, self.layer):
            choice.show_value("")
        self.words.clear()
        self.changed.emit()

    def _changed(self, _words: str) -> None:
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
