"""The part of the question column that scrolls: one thing at a time, with what has the focus in view."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

AROUND = 24  # pixels that are to be seen above and below what has the focus


class ColumnArea(QScrollArea):
    """Shows one widget, from its top, and lets go of the one before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._wanted: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._bring_into_view)

    def put(self, widget: QWidget) -> None:
        """Show a widget from its top."""
        self._wanted = None
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(20, 6, 20, 12)
        column.addWidget(widget)
        self.setWidget(holder)  # deletes what was there
        self.verticalScrollBar().setValue(0)

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
