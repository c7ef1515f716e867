"""A layout that sets its widgets one after another and wraps like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Widgets one after another at their own sizes, on as many lines as the width asks for.

    They begin at the left, or at the right where the window is mirrored. `across` pixels lie between two of
    them, or as few as `closest` where all are then on one line. Where they are of one size and `evenly`
    spread, no line holds far fewer than another.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        across: int = 8,
        down: int = 8,
        closest: int | None = None,
        evenly: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same ones again and again
        self._across, self._down, self._evenly = across, down, evenly
        self._closest = across if closest is None else closest
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  (Qt calls it)
        """Take in one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item; None past the last one, as Qt expects."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take an item out; None past the last one, as Qt expects."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return none: the lines take no more room than they need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: fewer pixels across need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that all lines take in `width` pixels."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: a widget in here takes another room."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put the widgets into place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of all on one line."""
        margins = self.contentsMargins()
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._across * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest item alone."""
        margins = self.contentsMargins()
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, height = area.x(), area.y(), 0
        across, most = self._between(area.width()), self._most(area.width())
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(area.width(), item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if line and (len(line) == most or x + size.width() > area.right() + 1):
                self._settle(line, height, area, move=move)
                x, y, height, line = area.x(), y + height + self._down, 0, []
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + across
            height = max(height, size.height())
        self._settle(line, height, area, move=move)
        return y + height - rect.y() + margins.bottom()

    def _between(self, width: int) -> int:
        """Return the pixels between two widgets where there are so many for the line."""
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        gaps = len(shown) - 1
        even = (width - sum(shown)) // gaps if gaps > 0 else self._across
        return even if self._closest <= even < self._across else self._across

    def _most(self, width: int) -> int:
        """Return how many widgets a line takes: as many as there is room for, or fewer for even lines."""
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        if not self._evenly or not shown:
            return len(shown)
        room = max(1, (width + self._across) // (max(shown) + self._across))
        lines = -(-len(shown) // room)
        return -(-len(shown) // lines)

    def _settle(self, line: list[tuple[QLayoutItem, QRect]], height: int, area: QRect, *, move: bool) -> None:
        """Put a line's widgets into place, each in the middle of the line's height."""
        around = self.parentWidget()
        direction = around.layoutDirection() if around else Qt.LayoutDirection.LeftToRight
        for item, place in line if move else ():
            middle = place.translated(0, (height - place.height()) // 2)
            item.setGeometry(QStyle.visualRect(direction, area, middle))
