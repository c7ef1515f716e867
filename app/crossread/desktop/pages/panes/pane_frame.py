"""The frame of a pane: head, note and text, what may stand in the text's place, and the text's own size."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from crossread.desktop.pages.desk.desk_place import LARGEST_ZOOM
from crossread.desktop.pages.panes.card_sheet import CardSheet
from crossread.desktop.pages.panes.choosing_sheet import ChoosingSheet
from crossread.desktop.pages.panes.contents_sheet import ContentsSheet
from crossread.desktop.pages.panes.pane_header import PaneHeader
from crossread.desktop.pages.panes.pane_note import PaneNote
from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.view import ReadingView

Sheet = CardSheet | ContentsSheet | ChoosingSheet

ZOOM = 1.12  # by how much a step enlarges a text
HEAD = 105  # pixels at the default text size, for a head of two rows and the line above the text
LINES = (5, 2)  # of the text: a pane without room for so many has a head of one row; so many it keeps
SIZES = (10, 60)  # pixels: no text becomes smaller or larger by it


def zoomed(size: int, steps: int) -> int:
    """Return the size of a text by so many steps larger, or smaller, in pixels."""
    return min(max(round(size * ZOOM**steps), SIZES[0]), SIZES[1])


class PaneFrame(QFrame):
    """A text below its head, or a sheet in its place; `sheet_closed`: the learner wants the text again.

    `zoom` is by how many steps the text is larger than the others.
    """

    sheet_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.zoom = 0
        self.header = PaneHeader(self)
        self.note = PaneNote(self)
        self.view = ReadingView(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.note)
        self._column.addWidget(self.view, 1)
        self._sheet: Sheet | None = None
        self._has_contents = False
        self.header.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the text where there is little."""
        super().resizeEvent(event)
        self._see_height()

    def _see_height(self) -> None:
        look = theme.current()
        line = look.typography.line_height * self.view.text_size()
        self.header.set_low(self.height() < look.scaled(HEAD) + LINES[0] * line)
        self.note.set_most(round(self.height() - self.header.height() - LINES[1] * line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the note what the head has left over, however many rows that has."""
        if watched is self.header and event.type() == QEvent.Type.Resize:
            self._see_height()
        return super().eventFilter(watched, event)

    # What may stand in place of the text

    def is_covered(self) -> bool:
        """Tell whether anything is shown in place of the text."""
        return self._sheet is not None

    def open_sheet(self, sheet: Sheet) -> None:
        """Show something else in place of the text; it has the focus then."""
        sheet.back_asked.connect(self._back_to_text)
        self.close_sheet()
        self._sheet = sheet
        self.view.hide()
        self.note.hide()
        self._column.addWidget(sheet, 1)
        sheet.show()
        sheet.focus()

    def close_sheet(self) -> None:
        """Show the text again."""
        sheet, self._sheet, self._has_contents = self._sheet, None, False
        if sheet is None:
            return
        self._column.removeWidget(sheet)
        sheet.hide()
        sheet.deleteLater()
        self.note.show()
        self.view.show()

    def _back_to_text(self) -> None:
        self.close_sheet()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheet_closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the card or the contents by Escape."""
        if event.key() == Qt.Key.Key_Escape and self._sheet is not None:
            self._back_to_text()
        else:
            super().keyPressEvent(event)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the head of the pane and its text."""
        self._column.insertWidget(self._column.indexOf(self.note) + 1, bar)

    def focus_target(self) -> QWidget:
        """Return what takes the focus: the text, or what stands in its place."""
        return self.view if self._sheet is None else self._sheet.focus_target()

    def has_focus(self) -> bool:
        """Tell whether the focus is somewhere in this pane."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # The size of its text

    def set_zoom(self, steps: int) -> None:
        """Show the text by so many steps larger than the others, or smaller."""
        self.zoom = min(max(steps, -LARGEST_ZOOM), LARGEST_ZOOM)
        self._take_zoom()

    def _take_zoom(self) -> None:
        size = zoomed(theme.current().text_size, self.zoom) if self.zoom else 0
        if self.view.text_size() != (size or theme.current().text_size):
            self.view.set_text_size(size)

    def changeEvent(self, event: QEvent) -> None:
        """Stay as much larger or smaller as it was in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sheet"):
            self._see_height()
            if self.zoom:
                self._take_zoom()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("surface"))
