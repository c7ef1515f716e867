"""The part of the question column that scrolls: one thing at a time, with what has the focus in view."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from crossread.desktop.widgets.frames.scroll_edges import ScrollEdges
from crossread.desktop.widgets.painting.sides import set_margins

AROUND = 24  # pixels that are to be seen above and below what has the focus
BESIDE = 20  # pixels beside what is shown; the bar for scrolling takes its room from these


class ColumnArea(QScrollArea):
    """Shows one widget, from its top, and lets go of the one before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.edges = ScrollEdges(self)
        self._wanted: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._bring_into_view)

    def put(self, widget: QWidget) -> None:
        """Show a widget from its top."""
        self._wanted = None
        holder = QWidget(self.viewport())  # where it stays: else all in it is dressed once more
        column = QVBoxLayout(holder)
        set_margins(column, BESIDE, 6, self._end(), 12)
        column.addWidget(widget)
        holder.resize(self.viewport().size())  # else all is laid out once more, at another width
        self.setWidget(holder)  # deletes what was there
        self.verticalScrollBar().setValue(0)
        self.lay_out()

    def lay_out(self) -> None:
        """Lay out at once what has changed, so that it is never seen half-way."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _end(self) -> int:
        return max(4, BESIDE - (self.width() - self.viewport().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is shown as wide as it is, whether there is a bar for scrolling or not."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            set_margins(layout, BESIDE, 6, self._end(), 12)
        super().resizeEvent(event)

    def focused(self) -> QWidget | None:
        """Return what has the focus in here; None where it is elsewhere."""
        focus, inside = QApplication.focusWidget(), self.widget()
        return focus if focus is not None and inside is not None and inside.isAncestorOf(focus) else None

    def keep_in_view(self, widget: QWidget | None = None) -> None:
        """Have a widget in view once all is laid out: by default what has the focus then."""
        self._wanted = widget
        self._later.start(0)

    def _bring_into_view(self) -> None:
        wanted, self._wanted = self._wanted, None
        widget = wanted or self.focused()
        inside = self.widget()
        if widget is None or inside is None or not inside.isAncestorOf(widget) or not widget.isVisible():
            return
        where = widget.rect()
        if wanted is None:  # in a long text only the line that is written in
            caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)  # QRect or QRectF
            where = QRectF(caret).toAlignedRect()
        middle = widget.mapTo(inside, where.center())
        self.ensureVisible(middle.x(), middle.y(), 0, min(where.height() // 2 + AROUND, self.height() // 2))
