"""What the window paints: every word that a sighted reader has before them, and in which widget.

Each widget in view is painted once more, onto a device that keeps the words and nothing else. So nothing
has to be known of the widgets: what they paint themselves is found like the words of a label.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem, QTransform
from PySide6.QtWidgets import QApplication, QWidget

_DEPTH, _DPI, _COLOURS = 32, 96, 2**31 - 1
_NEAR = 3  # pixels between two pieces of one line


@dataclass(frozen=True, slots=True)
class Painted:
    """One line of words and the widget that paints it."""

    widget: str
    words: str


class _Listening(QPaintEngine):
    """Keeps the words that are painted and where; paints nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.items: list[tuple[float, float, float, str]] = []  # baseline, left, right, words
        self._now = QTransform()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802  (Qt calls it)
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._now = QTransform(state.transform())

    def drawTextItem(self, where: Any, item: QTextItem) -> None:  # noqa: N802
        there = self._now.map(QPointF(where))
        self.items.append((there.y(), there.x(), there.x() + item.width(), item.text()))

    def _leave_out(self, *_what: Any, **_how: Any) -> None:
        """Paint no shape and no picture."""

    drawPixmap = drawImage = drawTiledPixmap = drawPath = drawPolygon = _leave_out  # noqa: N815
    drawRects = drawLines = drawPoints = drawEllipse = _leave_out  # noqa: N815


class _Device(QPaintDevice):
    """Something to paint on, as large as a window."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size, self.engine = size, _Listening()

    def paintEngine(self) -> QPaintEngine:  # noqa: N802  (Qt calls it)
        return self.engine

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        one = QPaintDevice.PaintDeviceMetric
        known = {
            one.PdmWidth: self._size.width(), one.PdmHeight: self._size.height(), one.PdmDepth: _DEPTH,
            one.PdmDpiX: _DPI, one.PdmDpiY: _DPI, one.PdmPhysicalDpiX: _DPI, one.PdmPhysicalDpiY: _DPI,
            one.PdmNumColors: _COLOURS, one.PdmDevicePixelRatio: 1, one.PdmDevicePixelRatioScaled: 65536,
        }  # fmt: skip
        return known.get(asked, 0)


def painted() -> list[Painted]:
    """Return every line of words in view, in all windows, in no order that means anything."""
    found = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            for widget in (window, *window.findChildren(QWidget)):
                if widget.window() is window and widget.isVisible():
                    found += [Painted(_named(widget), line) for line in _lines(widget)]
    return found


def _lines(widget: QWidget) -> Iterator[str]:
    """Yield the lines that one widget paints where it is in view; what stands apart is told apart."""
    seen = widget.visibleRegion()
    if seen.isEmpty():
        return
    device = _Device(widget.size())
    widget.render(device, seen.boundingRect().topLeft(), QRegion(seen), QWidget.RenderFlag(0))
    line, end = "", (0.0, 0.0)
    for below, left, right, words in sorted(device.engine.items):
        if below != end[0] or abs(left - end[1]) > _NEAR:
            yield line
            line = ""
        line += words
        end = (below, right)
    yield line


def _named(widget: QWidget) -> str:
    """Name a widget for a report by its class, and what it stands in."""
    around, parent = [type(widget).__name__], widget.parentWidget()
    while parent is not None and len(around) < 4:
        if type(parent) is not QWidget:
            around.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(around)
