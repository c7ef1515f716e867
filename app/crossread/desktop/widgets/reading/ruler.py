"""The reading ruler: a band or a line that goes along with the line that is read, by caret or by mouse."""

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QTextEdit

from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.column import Page
from crossread.desktop.widgets.reading.lines import Lines

_BEYOND = 10  # pixels that the band reaches beyond the column


class ReadingRuler(QObject):
    """The ruler of one view, where the settings ask for one and the view has the focus.

    It goes with whatever moved last: the caret, or the mouse, under which it stays when the text is
    scrolled. It is painted under the words, which stay as they are for the mouse.
    """

    def __init__(self, view: QTextEdit, lines: Lines) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines
        self._mouse: float | None = None  # how far down in the view it stands; None where the caret leads
        self._line = -1
        view.cursorPositionChanged.connect(self._follow_caret)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        view.viewport().installEventFilter(self)

    def is_on(self) -> bool:
        """Tell whether the ruler is to be seen here."""
        return theme.current().aids.ruler != "off" and self._view.hasFocus()

    def turned(self) -> None:
        """Take up that the ruler was switched on or off."""
        self._view.viewport().setMouseTracking(True)  # for links as well
        self._view.viewport().update()

    def unit(self) -> int:
        """Return where the line begins that the ruler is at, in UTF-16 units."""
        if self._mouse is None:
            return self._view.textCursor().position()
        return self._lines.first_unit(self._view.verticalScrollBar().value() + self._mouse)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove and self.is_on():
            self._mouse = event.position().y()
            self._show()
        return False

    def _follow_caret(self) -> None:
        self._mouse = None
        if self.is_on():
            self._show()

    def _scrolled(self, _value: int) -> None:
        if self._mouse is not None and self.is_on():
            self._view.viewport().update()  # what was scrolled along has to go

    def _show(self) -> None:
        """Paint anew where the ruler has come to another line."""
        line = round(self._lines.stretch(self.unit())[0])
        if line != self._line:
            self._line = line
            self._view.viewport().update()

    def paint(self, painter: QPainter, page: Page) -> None:
        """Paint the ruler, in the document's coordinates."""
        if not self.is_on():
            return
        look = theme.current()
        top, height = self._lines.stretch(self.unit())
        self._line = round(top)
        left, width = page.left - _BEYOND, page.column + 2 * _BEYOND
        if look.aids.ruler == "band":
            painter.fillRect(QRectF(left, top - 1, width, height + 2), look.colour("ruler"))
            for edge in (top - 2, top + height + 1):
                painter.fillRect(QRectF(left, edge, width, 1), look.colour("ruler-line"))
        else:
            painter.fillRect(QRectF(left, top + height, width, 2), look.colour("ruler-line"))
