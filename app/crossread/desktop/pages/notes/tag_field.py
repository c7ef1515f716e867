"""The tags of a note: each with a button that takes it off, and a field that knows the tags in use."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.inquiry.putting import LONGEST_TAG
from crossread.inquiry.typed_words import folded_tag, tidy_tags

_FIELD = 120  # pixels of the field, at the default text size


class TagLine(QLineEdit):
    """Where a tag is written; `entered` gives it at Enter or a comma, `taken_back` asks for the last one."""

    entered = Signal(str)
    taken_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Add a tag"))
        self.setPlaceholderText(_("Add a tag"))
        self.setMaxLength(LONGEST_TAG)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.current().scaled(_FIELD))
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._completed)
        self.setCompleter(completer)
        self.editingFinished.connect(self._enter)

    def set_known(self, tags: Sequence[str]) -> None:
        """Offer these tags."""
        self._known.setStringList(list(tags))

    def _completed(self, _tag: str) -> None:
        self._enter()

    def _enter(self) -> None:
        words = self.text().strip(" ,#")
        self.setText("")  # not `clear`: that could be taken back, and the tag would stand there twice
        if words:
            self.entered.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a comma for the end of a tag, and Backspace in an empty field for the one before."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter or event.text() in (",", ";"):
            self._enter()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


class TagField(QWidget):
    """Tags and a field for more; `changed` comes with each change that the learner makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Tags"))
        self._tags: tuple[str, ...] = ()
        self._known: tuple[str, ...] = ()
        self._buttons: list[QPushButton] = []
        self.line = TagLine(self)
        self.line.entered.connect(self.add)
        self.line.taken_back.connect(self._take_last)
        self._row = FlowLayout(self, across=6, down=6)
        self._row.addWidget(self.line)
        self.setFocusProxy(self.line)

    def tags(self) -> tuple[str, ...]:
        """Return the tags, in the order in which they were added."""
        return self._tags

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons of the tags, each of which takes its tag off."""
        return tuple(self._buttons)

    def fill(self, tags: Sequence[str], known: Sequence[str]) -> None:
        """Show tags, and offer others that are in use; without a signal."""
        self._known = tuple(known)
        if tuple(tags) != self._tags:
            self._tags = tuple(tags)
            self._build()
        self._offer()

    def add(self, tag: str) -> None:
        """Add a tag in the spelling in which it is in use already."""
        used = {folded_tag(one): one for one in self._known}
        tidied = tidy_tags([tag])
        wanted = tidy_tags([*self._tags, *(used.get(folded_tag(one), one) for one in tidied)])
        if wanted != self._tags:
            self._tags = wanted
            self._build()
            self._offer()
            self.changed.emit()
            announce(self, _("Tag added: {tag}").format(tag=wanted[-1]))

    def remove(self, tag: str) -> None:
        """Take a tag off."""
        if tag in self._tags:
            self._tags = tuple(one for one in self._tags if one != tag)
            self._build()
            self._offer()
            self.changed.emit()
            announce(self, _("Tag taken off: {tag}").format(tag=tag))

    def _offer(self) -> None:
        self.line.set_known([tag for tag in self._known if tag not in self._tags])

    def _take_last(self) -> None:
        if self._tags:
            self.remove(self._tags[-1])

    def _build(self) -> None:
        held = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._row.removeWidget(self.line)
        self._buttons = []
        for tag in self._tags:
            self._buttons.append(self._button(tag))
            self._row.addWidget(self._buttons[-1])
        self._row.addWidget(self.line)
        if held:  # what had the focus is gone
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _button(self, tag: str) -> QPushButton:
        button = plain(f"{tag}  ✕", self)
        button.setAccessibleName(_("Take off the tag {tag}").format(tag=tag))
        button.setProperty("tag", tag)
        button.clicked.connect(self._clicked)
        button.show()
        return button

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.remove(str(button.property("tag")))
