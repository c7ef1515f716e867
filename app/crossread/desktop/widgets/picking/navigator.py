"""The navigator: a numbered square for each question, which shows how each one stands."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.picks import Pick, Picks
from crossread.desktop.widgets.tips import set_tip

Standing = Literal["open", "answered", "waiting", "locked", "right", "later", "partly", "wrong"]
# What cannot be answered yet looks alike: dotted and pale.
_SHUT = ("waiting", "locked")


def _said(standing: Standing) -> str:
    return {
        "open": _("open"),
        "answered": _("answered"),
        "waiting": _("waiting for the original"),
        "locked": _("not open yet"),
        "right": _("right"),
        "later": _("right at a later try"),
        "partly": _("partly right"),
        "wrong": _("not right"),
    }[standing]


class Square(Pick):
    """The square of one question; the one in view is the one picked."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(str(number), "", parent)
        self._number = number
        self._standing: Standing = "open"
        self._flagged = self._optional = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_standing("open")

    def standing(self) -> Standing:
        """Return how the question stands."""
        return self._standing

    def set_standing(self, standing: Standing, *, flagged: bool = False, optional: bool = False) -> None:
        """Show how the question stands, whether it is flagged for later, and whether it may be left out."""
        if (standing, flagged, optional) == (self._standing, self._flagged, self._optional) and (
            self.accessibleName()
        ):
            return
        self._standing, self._flagged, self._optional = standing, flagged, optional
        said = [_said(standing), _("flagged") if flagged else "", _("if you like") if optional else ""]
        words = ", ".join(word for word in said if word)
        name = _("Question {number}, {standing}").format(number=self._number + 1, standing=words)
        self.setAccessibleName(name)
        set_tip(self, name)
        self.update()

    def flagged(self) -> bool:
        """Tell whether the question is shown as flagged for later."""
        return self._flagged

    def sizeHint(self) -> QSize:
        """Return a square, wider where the number asks for it."""
        now = theme.current()
        across = QFontMetrics(now.font("small")).horizontalAdvance(str(self._number + 1)) + 8
        side = now.scaled(24)
        return QSize(max(side, across), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square: filled where answered, with a sign at its foot once it is marked.

        What may be left out has round ends; what is flagged has a corner folded over.
        """
        now, where = theme.current(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)  # on whole pixels
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, done = self.isChecked(), self._standing == "answered"
        border = "control-line" if self._standing in ("open", *_SHUT) else "chosen"
        if self._standing in _SIGNS:
            border = _SIGNS[self._standing]
        pen = QPen(now.colour(border), 1)
        if self._standing in _SHUT:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(now.colour("chosen" if done and not here else "surface"))
        radius = where.height() / 2 if self._optional else 4.0
        painter.drawRoundedRect(where, radius, radius)
        if here:
            painter.setPen(QPen(now.colour("accent"), 2))
            painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(now.font("small-strong" if here else "small"))
        ink = "on-chosen" if done and not here else "muted" if self._standing in _SHUT else "ink"
        painter.setPen(now.colour(ink))
        lift = where.height() * 0.2 if self._standing in _SIGNS else 0
        painter.drawText(where.adjusted(0, 0, 0, -lift), int(Qt.AlignmentFlag.AlignCenter), self.text_shown())
        if self._standing in _SIGNS:
            self._paint_foot(painter, where)
        elif done and here:
            painter.fillRect(
                QRectF(where.left() + 5, where.bottom() - 5, where.width() - 10, 2), now.colour("ink")
            )
        if self._flagged:
            self._paint_flag(painter, where)
        if self.shows_focus():
            self.paint_focus(painter, QRectF(self.rect()), max(5.0, radius))

    def _paint_flag(self, painter: QPainter, where: QRectF) -> None:
        """Fold the upper right corner over: a sign that leaves the number alone."""
        now = theme.current()
        side = now.scaled(9)
        corner = QPolygonF(
            [
                where.topRight() + QPointF(-side, 0),
                where.topRight() + QPointF(0.5, -0.5),
                where.topRight() + QPointF(0, side),
            ]
        )
        dark = self._standing == "answered" and not self.isChecked()
        painter.setPen(QPen(now.colour("ground"), 1.5))
        painter.setBrush(now.colour("surface" if dark else "ink"))
        painter.drawPolygon(corner)

    def text_shown(self) -> str:
        """Return the number as shown, from 1."""
        return str(self._number + 1)

    def _paint_foot(self, painter: QPainter, where: QRectF) -> None:
        """Paint the foot: whole where right, half where partly right, a gap and a cross where wrong."""
        colour = theme.current().colour(_SIGNS[self._standing])
        left, width, low = where.left() + 3, where.width() - 6, where.bottom() - 4.5
        if self._standing in ("right", "later"):
            painter.fillRect(QRectF(left, low - 1, width, 3), colour)
        elif self._standing == "partly":
            painter.fillRect(QRectF(left, low - 1, width / 2, 3), colour)
        else:
            painter.setPen(QPen(colour, 1.6))
            middle = where.center().x()
            painter.drawLine(QPointF(middle - 3, low - 2.5), QPointF(middle + 3, low + 2.5))
            painter.drawLine(QPointF(middle - 3, low + 2.5), QPointF(middle + 3, low - 2.5))


_SIGNS = {"right": "right", "later": "right", "partly": "caution", "wrong": "wrong"}


class Navigator(QWidget):
    """Numbered squares; `chosen` gives the question gone to, from 0. Arrow keys go along the row."""

    chosen = Signal(int)

    def __init__(self, count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, across=0, down=0)
        self._squares = Picks(_("Questions"), self)
        self._row.addWidget(self._squares)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Start anew with so many questions, all open."""
        self._row.removeWidget(self._squares)
        self._squares.hide()
        self._squares.deleteLater()
        self._squares = Picks(_("Questions"), self)
        self._by_number: list[Square] = []
        row = FlowLayout(self._squares, across=4, down=4, evenly=True)
        for number in range(count):
            square = Square(number, self._squares)
            self._squares.take(square)
            self._by_number.append(square)
            row.addWidget(square)
        self._squares.chosen.connect(self._go)
        self._row.addWidget(self._squares)
        self._squares.setVisible(count > 0)

    def count(self) -> int:
        """Return how many questions there are."""
        return len(self._by_number)

    def square(self, number: int) -> Square:
        """Return the square of a question, from 0."""
        return self._by_number[number]

    def set_standing(
        self, number: int, standing: Standing, *, flagged: bool = False, optional: bool = False
    ) -> None:
        """Show how a question stands, from 0; whether it is flagged for later, and may be left out."""
        self.square(number).set_standing(standing, flagged=flagged, optional=optional)

    def set_current(self, number: int) -> None:
        """Show which question is in view, from 0; -1 for none. No signal."""
        self._squares.set_value(str(number) if number >= 0 else "")

    def current(self) -> int:
        """Return which question is in view, -1 for none."""
        return int(self._squares.value() or -1)

    def _go(self, key: str) -> None:
        self.chosen.emit(int(key))
