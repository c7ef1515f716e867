"""A field for a longer text: it grows with what is written, and loses nothing of it."""

from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from crossread.base.translation import ngettext
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.answers.written.text_change import text_change
from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.positions import Positions

LONGEST = 20_000  # characters, as many as a paragraph of a text may have
_TALLEST_CLOSED = 40  # lines of a text that can no longer be changed
_ENDLESS = 1_000_000  # pixels


class LongText(QPlainTextEdit):
    """A field of several lines, as tall as its text from `lines[0]` to `lines[1]`; then it scrolls.

    What stands in it while it is empty is never cut: it cannot be scrolled, so the field is as tall as that.
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
        self._filling = self._measuring = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._take)
        self._later = QTimer(self)  # the page follows the caret once it has grown with the field
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._follow)
        self.cursorPositionChanged.connect(self._later.start)
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

    def setPlaceholderText(self, text: str) -> None:  # noqa: N802  (the name Qt has)
        """Show words while nothing is written, in full."""
        super().setPlaceholderText(text)
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
        if self._measuring:
            return
        least, most = self._lines
        if self.isReadOnly():
            least, most = 1, max(most, _TALLEST_CLOSED)
        line = self.fontMetrics().lineSpacing()
        wanted = self._height_of_text()
        frame = 2 * (theme.current().scaled(6) + 1 + int(self.document().documentMargin()))
        lowest, highest = line * least, line * most
        if not (self.isReadOnly() and self._last):  # also while it is written in: it does not jump then
            lowest = max(lowest, self._height_of_placeholder())
            highest = max(highest, lowest)
        height = min(max(wanted, lowest), highest) + frame
        over = wanted > highest
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != bar:
            self.setVerticalScrollBarPolicy(bar)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            # While it is being resized, or is hidden, Qt leaves what is in the frame as high as before.
            self.setViewportMargins(self.viewportMargins())
            self.updateGeometry()
        if not over:
            self.verticalScrollBar().setValue(0)  # else what was scrolled away before it grew stays away

    def _height_of_text(self) -> int:
        """Add up the paragraphs; the document's own size leaves out what was not laid out yet."""
        self._measuring = True  # laying one out tells of a new size, which is being taken here
        layout, block, height = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        self._measuring = False
        return ceil(height)

    def _height_of_placeholder(self) -> int:
        """Return the height of the words that stand in the field while it is empty, wrapped as Qt does."""
        words = self.placeholderText()
        if not words:
            return 0
        room = QRect(0, 0, self.viewport().width() - int(self.document().documentMargin()), _ENDLESS)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()

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
        self._later.start()

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
        self._later.start()

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


def too_long_words(over: int) -> str:
    """Say that a text would have been so many characters too long, and that nothing of it was taken in."""
    told = ngettext(
        "That is {count} character more than the {most} that fit here. Nothing was taken in.",
        "That is {count} characters more than the {most} that fit here. Nothing was taken in.",
        over,
    )
    return told.format(count=over, most=LONGEST)


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for undo."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for redo; Ctrl+Shift+Z does on every system."""
    again = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.matches(QKeySequence.StandardKey.Redo) or (
        event.key() == Qt.Key.Key_Z and event.modifiers() == again
    )
