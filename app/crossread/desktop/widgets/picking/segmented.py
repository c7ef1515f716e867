"""A row of options of which one is chosen: joined like a switch, as pills, as tabs, or as rings."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.painted import RING_IN
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.picking.picks import Pick, Picks

SegmentedLook = Literal["joined", "pills", "tabs", "rings"]

_ROOM = {"joined": (10, 7), "pills": (12, 7), "tabs": (2, 6), "rings": (14, 5)}  # beside and above the words


class Segment(Pick):
    """One option of the row; `done` sets a tick before it, `waits` breaks the ring of one that is chosen."""

    def __init__(self, key: str, label: str, look: SegmentedLook, parent: QWidget) -> None:
        super().__init__(key, label, parent)
        self._label, self._look = label, look
        self._done = self._waits = False
        self.edges = (False, False)  # whether it is the first, the last of a joined row
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_done(self, done: bool) -> None:
        """Set or take away the tick."""
        self._done = done
        self.setAccessibleName(_("{label}, done").format(label=self._label) if done else self._label)
        self.updateGeometry()
        self.update()

    def set_waits(self, waits: bool) -> None:
        """Look like what is chosen and does not hold yet."""
        self._waits = waits
        self.update()

    def set_words(self, label: str, name: str) -> None:
        """Show other words, and be called by a name that says them in full."""
        self._label = label
        self.setAccessibleName(_("{label}, done").format(label=name) if self._done else name)
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return f"✓ {self._label}" if self._done else self._label

    def sizeHint(self) -> QSize:
        """Return the room for the words, with no jump when they become bold."""
        now = theme.current()
        metrics = QFontMetrics(now.font("strong" if self._look == "tabs" else "interface"))
        across, above = (now.scaled(measure) for measure in _ROOM[self._look])
        return QSize(metrics.horizontalAdvance(self._words()) + 2 * across, metrics.height() + 2 * above)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the option in its look."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, chosen, where = theme.current(), self.isChecked(), QRectF(self.rect())
        radius = where.height() / 2 if self._look in ("pills", "rings") else 6.0
        ink = now.colour("ink" if chosen or self.underMouse() else "muted")
        if self._look == "joined":
            self._paint_joined(painter, where)
        elif self._look == "rings":
            half = 1.0 if chosen else 0.5  # of the line, so that it lies on whole pixels
            edge = "accent" if chosen else "control-line" if self.isEnabled() else "line"
            line = Qt.PenStyle.DashLine if chosen and self._waits else Qt.PenStyle.SolidLine
            painter.setPen(QPen(now.colour(edge), 2 * half, line))
            painter.setBrush(now.colour("selected" if chosen and not self._waits else "surface"))
            painter.drawRoundedRect(where.adjusted(half, half, -half, -half), radius - 1, radius - 1)
        elif self._look == "pills" and (chosen or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("chosen" if chosen else "hover"))
            painter.drawRoundedRect(where, radius, radius)
        elif self._look == "tabs" and chosen:
            painter.fillRect(QRectF(0, where.height() - 2, where.width(), 2), now.colour("accent"))
        if chosen and self._look in ("joined", "pills"):
            ink = now.colour("on-chosen")
        if not self.isEnabled():
            ink = now.colour("muted")
        self._paint_words(painter, where, ink)
        if self.shows_focus():
            on_dark = chosen and self._look in ("joined", "pills")
            ringed = self._look == "rings"  # there a ring on the edge, or one in the accent, means the pick
            inset = float(RING_IN) if on_dark or ringed else 0.0
            role = "on-chosen" if on_dark else "ink" if ringed else "focus"
            inner = where.adjusted(inset, inset, -inset, -inset)
            self.paint_focus(painter, inner, max(2.0, radius - inset - 1), role)

    def _paint_words(self, painter: QPainter, where: QRectF, ink: QColor) -> None:
        now = theme.current()
        painter.setFont(now.font("strong" if self._look == "tabs" and self.isChecked() else "interface"))
        painter.setPen(ink)
        if self._done and not self.isChecked():
            metrics, sides = QFontMetrics(painter.font()), Sides.of(self)
            tick, words = metrics.horizontalAdvance("✓ "), metrics.horizontalAdvance(self._label)
            left, middle = (where.width() - tick - words) / 2, int(Qt.AlignmentFlag.AlignVCenter)
            painter.setPen(now.colour("right"))
            painter.drawText(sides.rect(left, 0, tick, where.height()), middle, "✓")
            painter.setPen(ink)
            painter.drawText(sides.rect(left + tick, 0, words + 2, where.height()), middle, self._label)
        else:
            painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), self._words())

    def _paint_joined(self, painter: QPainter, where: QRectF) -> None:
        now = theme.current()
        first, last = self.edges if not self.isRightToLeft() else self.edges[::-1]
        box = where.adjusted(0.5, 0.5, -0.5 if last else 0.5, -0.5)
        whole = QPainterPath()
        whole.addRoundedRect(box.adjusted(0 if first else -12, 0, 0 if last else 12, 0), 6, 6)
        own = QPainterPath()
        own.addRect(where)
        painter.setClipPath(own)
        painter.setPen(QPen(now.colour("control-line"), 1))
        painter.setBrush(now.colour("chosen" if self.isChecked() else "surface"))
        painter.drawPath(whole)
        if not first and not self.isChecked():
            painter.fillRect(QRectF(0, 1, 1, where.height() - 2), now.colour("control-line"))
        painter.setClipping(False)


class Segmented(Picks):
    """Options side by side, one of them chosen; `chosen` gives its id. All but joined ones wrap."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        look: SegmentedLook = "joined",
        name: str = "",
        clearable: bool = False,
        follows: bool = False,
    ) -> None:
        super().__init__(name, parent, clearable=clearable, follows=follows)
        self._look: SegmentedLook = look
        joined = look == "joined"
        row: QHBoxLayout | FlowLayout = (
            QHBoxLayout(self)
            if joined
            else FlowLayout(self, across=20, closest=6)
            if look == "tabs"
            else FlowLayout(self)
        )
        row.setContentsMargins(0, 0, 0, 0)
        if joined:
            row.setSpacing(0)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for number, (key, label) in enumerate(options):
            segment = Segment(key, label, look, self)
            segment.edges = (number == 0, number == len(options) - 1)
            self.take(segment)
            row.addWidget(segment)

    def set_words(self, key: str, label: str, name: str) -> None:
        """Show other words on an option, and call it by a name that says them in full."""
        pick = self.pick(key)
        if isinstance(pick, Segment):
            pick.set_words(label, name)

    def set_done(self, key: str, done: bool = True) -> None:
        """Set or take away the tick before an option."""
        pick = self.pick(key)
        if isinstance(pick, Segment):
            pick.set_done(done)

    def set_waits(self, key: str, waits: bool) -> None:
        """Have the ring of an option say that it is chosen and does not hold yet, or that it does."""
        pick = self.pick(key)
        if isinstance(pick, Segment):
            pick.set_waits(waits)
