"""A field for a longer text: it grows with what is written, counts the words, and loses nothing."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.answers.text_change import text_change
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.positions import Positions

LONGEST = 20_000  # characters, as many as a paragraph of a text may have
PAUSE_MS = 250  # in typing, after which the words are counted
_TALLEST_CLOSED = 40  # lines of a text that can no longer be changed


class LongText(QPlainTextEdit):
    """A field of several lines, as tall as its text from `lines[0]` to `lines[1]`; then it scrolls.

    `edited` comes with each edit by the learner, `refused` with one that would make the text too long
    (by so many characters), of which nothing is taken in. The field undoes nothing by itself: those keys,
    and Ctrl+Enter, are left to what is around it. Tab goes on. The wheel scrolls the page, as long as the
    field is not written in or has nothing more to show that way.
    """

    edited = Signal()
    refused = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: tuple[int, int] = (4, 14)) -> None:
        super().__init__(parent)
        self._lines = lines
        self._last = ""
        self._filling = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._take)
        self.cursorPositionChanged.connect(self._follow)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return what is written, lines parted by line breaks."""
        return self._last

    def show_text(self, text: str) -> None:
        """Show a text from elsewhere, however long, without a signal; the caret goes to what is new."""
        if text == self._last:
            return
        now = self.toPlainText()
        change, positions = text_change(now, text), Positions(now)
        self._filling = True
        cursor = self.textCursor()
        cursor.setPosition(positions.to_qt(change.at))
        cursor.setPosition(positions.to_qt(change.at + len(change.removed)), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.added)
        self.setTextCursor(cursor)
        self._filling = False
        self._last = text
        self._grow()

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text from being changed; it can still be read and copied by keyboard."""
        self.setReadOnly(read_only)
        if read_only:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            )
        self._grow()

    def _take(self) -> None:
        text = self.toPlainText()
        if self._filling or text == self._last:
            return
        if len(text) > LONGEST and len(text) > len(self._last):
            kept, self._last = self._last, text
            self.show_text(kept)
            self.refused.emit(len(text) - LONGEST)
            return
        self._last = text
        self.edited.emit()

    # How tall

    def _grow(self) -> None:
        least, most = self._lines
        if self.isReadOnly():
            least, most = 1, max(most, _TALLEST_CLOSED)
        wanted = int(self.document().size().height())  # in lines, where the text is plain
        line = self.fontMetrics().lineSpacing()
        frame = 2 * (theme.current().scaled(6) + 1 + int(self.document().documentMargin()))
        height = line * min(max(wanted, least), most) + frame
        over = wanted > most
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != bar:
            self.setVerticalScrollBarPolicy(bar)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the field at the height of its text."""
        return QSize(theme.current().scaled(280), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return a narrow field."""
        return QSize(theme.current().scaled(120), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the new width asks for."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_lines"):
            self._grow()

    # Keys and wheel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo, redo and Ctrl+Enter to what is around the field."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        onward = control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if onward or is_undo(event) or is_redo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text only while it is written in, and only as far as there is more of it."""
        bar, by = self.verticalScrollBar(), event.angleDelta().y()
        more = bar.value() > bar.minimum() if by > 0 else bar.value() < bar.maximum()
        if self.hasFocus() and more and by:
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the caret into view."""
        super().focusInEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self.hasFocus():
            bring_into_view(self.viewport(), self.cursorRect())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the field itself can do: its undo is that of the whole answer, and has its keys."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        for action in menu.actions()[:1]:
            if action.isSeparator():
                menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for undo."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for redo; Ctrl+Shift+Z does on every system."""
    again = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.matches(QKeySequence.StandardKey.Redo) or (
        event.key() == Qt.Key.Key_Z and event.modifiers() == again
    )


class LongTextField(QWidget):
    """A long text with a heading (`name`), and below it how many words there are of those asked for.

    `edited` comes with each edit by the learner. `length` is about how many words are asked for, least and
    most; nothing is ever refused for having fewer or more.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        length: tuple[int, int] | None = None,
        lines: tuple[int, int] = (4, 14),
        shows_name: bool = True,
        counts: bool = True,
    ) -> None:
        super().__init__(parent)
        self._length, self._counts = length, counts
        self._too_long = 0
        self.name = Label(name, "strong", self)
        self.name.setVisible(shows_name)
        self.field = LongText(name, self, lines=lines)
        self.field.setAccessibleDescription(self._asked() or _("Ctrl+Enter goes on"))
        self.count = Label("", "quiet", self)
        self.name.setBuddy(self.field)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._count)
        self.field.edited.connect(self._edited)
        self.field.refused.connect(self._refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.name, self.field, self.count):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self._count()

    def text(self) -> str:
        """Return what is written."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Show a text from elsewhere, without a signal."""
        if text != self.field.text():
            self.field.show_text(text)
            self._too_long = 0
            self._timer.start()

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text from being changed, or allow it again."""
        if read_only != self.field.isReadOnly():
            self.field.set_read_only(read_only)
            self._count()

    def _edited(self) -> None:
        self._too_long = 0
        self._timer.start()
        self.edited.emit()

    def _refuse(self, over: int) -> None:
        self._too_long = over
        self._count()
        announce(self.field, self.count.text())

    def _asked(self) -> str:
        if self._length is None:
            return ""
        least, most = self._length
        if least == most:
            return ngettext("about {most} word asked for", "about {most} words asked for", most).format(
                most=most
            )
        return _("about {least} to {most} words asked for").format(least=least, most=most)

    def _count(self) -> None:
        """Say how many words there are; counted as all words are, by texts.normal."""
        self._timer.stop()
        if self._too_long:
            self.count.set_look("caution")
            self.count.setText(
                ngettext(
                    "That is {count} character more than the {most} that fit here. Nothing was taken in.",
                    "That is {count} characters more than the {most} that fit here. Nothing was taken in.",
                    self._too_long,
                ).format(count=self._too_long, most=LONGEST)
            )
        else:
            from crossread.texts.normal import normal_words

            count = len(normal_words(self.field.text()))
            words = ngettext("{count} word", "{count} words", count).format(count=count)
            asked = "" if self.field.isReadOnly() else self._asked()
            self.count.set_look("quiet")
            self.count.setText(" · ".join(said for said in (words, asked) if said))
        self.count.setVisible(bool(self._too_long) or self._counts or self._length is not None)
