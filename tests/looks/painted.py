"""The words that one widget paints, and where: found by painting it once more, onto what keeps words only.

So nothing has to be known of a widget: what it paints itself is found like the words of a label.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

_DEPTH, _DPI, _COLOURS = 32, 96, 2**31 - 1
_INK = 0.72  # of the height above and below the line that letters take; the rest is air
_NEAR = 3.0  # pixels between two pieces of one line
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u00ad\u2066\u2067\u2068\u2069\u202a\u202b\u202c"))

_Point = QPointF | QPoint | QPainterPath.Element


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line: where their ink is, in pixels of the widget, and as far as it is let through."""

    words: str
    ink: QRectF
    seen: QRectF


class _Listening(QPaintEngine):
    """Keeps the words that are painted; paints nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.items: list[tuple[str, QRectF, QRectF]] = []
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

    def drawTextItem(self, where: _Point, item: QTextItem) -> None:  # noqa: N802
        if isinstance(where, QPainterPath.Element):
            return  # Qt never gives one
        up, down = item.ascent() * _INK, item.descent() * _INK
        ink = self._now.mapRect(QRectF(where.x(), where.y() - up, item.width(), up + down))
        painter = self.painter()
        clipped = painter.hasClipping()
        through = painter.combinedTransform().mapRect(painter.clipBoundingRect()) if clipped else ink
        self.items.append((item.text(), ink, ink.intersected(through)))

    def _leave_out(self, *_what: object, **_more: object) -> None:
        """Paint no shape and no picture."""

    drawPixmap = drawImage = drawTiledPixmap = drawPath = drawPolygon = _leave_out  # noqa: N815
    drawRects = drawLines = drawPoints = drawEllipse = _leave_out  # noqa: N815


class _Device(QPaintDevice):
    """Something to paint on, as large as a widget."""

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


def shown(words: str) -> str:
    """Return words without signs that are not seen, and with single spaces."""
    return " ".join(words.translate(_UNSEEN).split())


def lines(widget: QWidget) -> list[Line]:
    """Return the lines that a widget itself paints, without what stands in it."""
    device = _Device(widget.size())
    widget.render(device, QPoint(), QRegion(widget.rect()), QWidget.RenderFlag(0))
    found: list[Line] = []
    for words, ink, seen in sorted(device.engine.items, key=lambda item: (item[1].bottom(), item[1].left())):
        if not shown(words):
            continue
        last = found[-1] if found else None
        if last and last.ink.bottom() == ink.bottom() and 0 <= ink.left() - last.ink.right() + 1 <= _NEAR:
            found[-1] = Line(last.words + words, last.ink.united(ink), last.seen.united(seen))
        else:
            found.append(Line(words, ink, seen))
    return found
