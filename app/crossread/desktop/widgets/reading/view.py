"""The reading view: a text to read with a caret, where passages are selected and shown."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal, SignalInstance
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.layers.beside import Beside
from crossread.desktop.widgets.layers.marks import ReadingMark
from crossread.desktop.widgets.picking.menus import open_menu
from crossread.desktop.widgets.reading.links import link_at
from crossread.desktop.widgets.reading.passages import next_sentences, sentence_at, whole_words
from crossread.desktop.widgets.reading.text_page import TOP
from crossread.desktop.widgets.reading.text_view import TextView
from crossread.texts.text import Range, Text

__all__ = ["ReadingMark", "ReadingView"]

EMPHASIS = 1200  # milliseconds for which a passage gone to is framed

_MOVES = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)


class ReadingView(TextView):
    """Shows one text. All positions are code points of its `shown` string.

    `selection_made` gives the Range selected on M or Enter, `selection_dragged` when the mouse lets go of it;
    `link_asked` gives the address of a link that was activated, which nothing opens by itself;
    `zoom_asked` gives +1 or -1 for the wheel with Ctrl; `menu_made` gives the menu of the selection, for more
    to be added, before it opens; `cite_asked` asks to copy the passage with where it is from.

    Keys: arrows move the caret, Ctrl+Up and Ctrl+Down go by paragraph, S selects the sentence at the caret
    and again the next one as well, M or Enter sends the selection, Esc lets it go.
    """

    selection_made = Signal(object)
    selection_dragged = Signal(object)
    link_asked = Signal(str)
    zoom_asked = Signal(int)
    menu_made = Signal(object)
    cite_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._single_keys, self._takes_passages = True, True
        self._pressed_at: QPoint | None = None
        self._points = False  # whether the mouse shows that a click does something
        self._emphasis = QTimer(self)
        self._emphasis.setSingleShot(True)
        self._emphasis.setInterval(EMPHASIS)
        self._emphasis.timeout.connect(self._calm_down)
        self.anchorClicked.connect(self._ask_link)
        self.beside = Beside(self)

    def set_text(self, text: Text, name: str, covered: Sequence[Range] = (), *, language: str = "") -> None:
        """Show a text from its start, with nothing of the one before; see `TextView`."""
        self._calm_down()
        super().set_text(text, name, covered, language=language)

    def set_single_keys(self, on: bool) -> None:
        """Let S and M act, or not; Enter always does."""
        self._single_keys = on

    def set_takes_passages(self, takes: bool) -> None:
        """Offer "Use as evidence" in the menu, or not."""
        self._takes_passages = takes

    # Passages

    def selected_range(self) -> Range | None:
        """Return the passage selected: trimmed, and grown to whole words; None where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._positions.to_text(cursor.selectionStart())
        end = self._positions.to_text(cursor.selectionEnd())
        return whole_words(self._text.shown, Range(start, end))

    def chosen_range(self) -> Range | None:
        """Return the passage selected, else the sentence at the caret; None where the text has none."""
        selected = self.selected_range()
        return selected if selected is not None else sentence_at(self._text, self.caret())

    def read_from(self, position: int, caret: int = -1) -> None:
        """Bring a place to the top of the view, with the caret there or at its own place; say its line."""
        cursor = self.textCursor()
        cursor.setPosition(self._unit(position if caret < 0 else caret))
        self.setTextCursor(cursor)
        self.go_to(position)
        announce(self, self.told(cursor.block()))

    def select(self, where: Range) -> None:
        """Select a range; the caret stands at its end."""
        cursor = self.textCursor()
        cursor.setPosition(self._unit(where.start))
        cursor.setPosition(self._unit(where.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def show_range(self, where: Range) -> None:
        """Bring a passage into view, frame it for a moment, and leave the caret at its start.

        It stays marked as found until something else is shown, or Esc.
        """
        self.bring_to(where)
        cursor = self.textCursor()
        cursor.setPosition(self._unit(where.start))
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)
        self._shown = where
        self._framed = True
        self._emphasis.start()
        self.viewport().update()
        announce(self, self.words(where))

    def bring_to(self, where: Range) -> None:
        """Scroll until a passage is in view, where it is not; a third of the view stays above it."""
        first, last = self._line(where.start), self._line(max(where.start, where.end - 1))
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if first.top() < top + TOP or last.bottom() > top + height - TOP:
            self._scroll(self._first_line(first.top() - height / 3))
            self._went_to = (where.start, -1)

    def shown_range(self) -> Range | None:
        """Return the passage last shown by `show_range`, as long as it is marked."""
        return self._shown

    def unmark_shown(self) -> None:
        """Let nothing be marked as found any more."""
        self._shown = None
        self._calm_down()

    def send_selection(self) -> None:
        """Send the passage selected, as M and Enter do."""
        self._send(self.selection_made)

    def _send(self, by: SignalInstance) -> None:
        selected = self.selected_range()
        if selected is not None and self.is_veiled(selected):
            self.beside.say(_("These words are covered. Once they are shown they can be marked."))
        elif selected is not None:
            by.emit(selected)

    def select_sentence(self) -> None:
        """Select the sentence at the caret; where one is selected, the next one as well."""
        self.bring_caret()
        cursor = self.textCursor()
        chosen = None
        if cursor.hasSelection():
            chosen = Range(
                self._positions.to_text(cursor.selectionStart()),
                self._positions.to_text(cursor.selectionEnd()),
            )
        sentence = next_sentences(self._text, self._positions.to_text(cursor.position()), chosen)
        if sentence is not None:
            self.select(sentence)
            announce(self, self.words(sentence))

    def _go_paragraph(self, step: int) -> None:
        self.bring_caret()
        cursor = self.textCursor()
        here = cursor.block()
        inside = step < 0 and cursor.position() > here.position()
        target = here if inside else here.next() if step > 0 else here.previous()
        if target.isValid():
            cursor.setPosition(target.position())
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            announce(self, self.told(target))

    def bring_caret(self) -> None:
        """Bring the caret into view: who has scrolled away goes on from where they read."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and not self.viewport().rect().intersects(self.cursorRect(cursor)):
            cursor.setPosition(self._unit(self.place()))
            self.setTextCursor(cursor)

    # Keys and mouse

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret to who comes by Tab or F6, even if they scrolled away from it before."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.bring_caret()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the view's own keys and leave the others to Qt."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key in _MOVES and not modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            self.bring_caret()  # it moves from where one reads, wherever it was left
        if modifiers == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go_paragraph(1 if key == Qt.Key.Key_Down else -1)
        elif modifiers:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_S and self._single_keys:
            self.select_sentence()
        elif (key == Qt.Key.Key_M and self._single_keys) or (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._on_link()
        ):
            if key == Qt.Key.Key_M or self.textCursor().hasSelection() or not self.beside.press():
                self._send(self.selection_made)
        elif key == Qt.Key.Key_Escape and (self.textCursor().hasSelection() or self._shown):
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _on_link(self) -> bool:
        return link_at(self.textCursor()) is not None

    def _drop_selection(self) -> None:
        """Select nothing any more, and stay where one reads: Qt would go to where the caret is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return
        bar = self.verticalScrollBar()
        at = bar.value()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        bar.setValue(at)

    def _let_go(self) -> None:
        self._drop_selection()
        self.unmark_shown()

    def _calm_down(self) -> None:
        """Take the frame away; the passage stays marked."""
        self._framed = False
        self._emphasis.stop()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a selection may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._drop_selection()  # else Qt would begin to drag the words away
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Send what was selected by dragging; a double click only selects, and so does dragging with Ctrl."""
        super().mouseReleaseEvent(event)
        event.accept()
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        moved = (event.position().toPoint() - pressed).manhattanLength()
        if moved >= QApplication.startDragDistance() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._send(self.selection_dragged)
        elif not self.textCursor().hasSelection():
            self.beside.click(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the mouse where a click does something."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            acts = self.beside.can_click(event.position().toPoint())
            if acts is not self._points:
                self._points = acts
                shape = Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.IBeamCursor
                self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another size, which is the page's to give."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open our own menu; by the mouse it is about the place that was clicked, or the selection."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            menu.popup(event.globalPos())
        else:
            open_menu(menu, event.globalPos())

    def menu(self) -> QMenu:
        """Make the menu of what can be done with the selection, and with what stands at the caret."""
        menu = QMenu(self)
        chosen = self.textCursor().hasSelection()
        for label, act, possible in (
            (_("Copy"), self.copy, chosen),
            (_("Copy with where it is from"), self.cite_asked.emit, True),
            (_("Select sentence"), self.select_sentence, True),
            (_("Use as evidence"), self.send_selection, chosen and self._takes_passages),
        ):
            action = QAction(label, menu)
            action.setEnabled(possible)
            action.triggered.connect(act)
            menu.addAction(action)
        self.beside.add_to(menu)
        menu.actions()[0].setShortcut(QKeySequence.StandardKey.Copy)
        self.menu_made.emit(menu)
        return menu

    def _ask_link(self, url: QUrl) -> None:
        self.link_asked.emit(url.toString())
