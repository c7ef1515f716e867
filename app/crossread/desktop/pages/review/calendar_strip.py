"""The next two weeks of review as a strip of days: how many questions come on each."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.desktop.theme import theme

_DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_LONG = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
CELL = 46  # pixels of a day at the default text size
GAP = 6


class CalendarStrip(QWidget):
    """Paints the days from tomorrow on, in one row where there is room, else in two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = date.min
        self._counts: tuple[int, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_days(self, today: date, counts: Sequence[int]) -> None:
        """Show how many questions come on the days after `today`."""
        self._first, self._counts = today + timedelta(days=1), tuple(counts)
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Say of each day on which something comes how much that is."""
        told = []
        for number, count in enumerate(self._counts):
            if count:
                day = _("tomorrow") if number == 0 else _(_LONG[self._day(number).weekday()])
                if number >= 7:
                    day = _("{weekday} of the week after").format(weekday=day)
                told.append(_("{day} {count}").format(day=day, count=count))
        if not told:
            return _("Nothing in the next two weeks")
        all_ = sum(self._counts)
        words = ngettext("{count} question", "{count} questions", all_).format(count=all_)
        return _("In the next two weeks {questions}: {days}").format(questions=words, days=", ".join(told))

    def _day(self, number: int) -> date:
        return self._first + timedelta(days=number)

    # Its size

    def _columns(self, width: int) -> int:
        count = max(1, len(self._counts))
        least = self._least()
        for columns in (count, (count + 1) // 2, 4):
            if columns * (least + GAP) - GAP <= width:
                return columns
        return 3

    def _least(self) -> int:
        metrics = QFontMetrics(theme.current().font("small"))
        widest = max(metrics.horizontalAdvance(_(day)) for day in _DAYS)
        return max(theme.current().scaled(CELL), widest + 8)

    def _row(self) -> int:
        quiet = QFontMetrics(theme.current().font("small")).height()
        return quiet + 4 + QFontMetrics(theme.current().font("strong")).height() + 12

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Tell that it is higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height of its rows, in pixels."""
        columns = self._columns(width)
        rows = -(-max(1, len(self._counts)) // columns)
        return rows * self._row() + (rows - 1) * GAP

    def sizeHint(self) -> QSize:
        """Return the size of one row of days."""
        width = 14 * (self._least() + GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which it still tells all."""
        return QSize(3 * (self._least() + GAP), self._row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the width asks for."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a small cell for each day: its name above, how many below; a day of rest has a point."""
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self._columns(self.width())
        width = min(self._least() * 2, (self.width() + GAP) // columns - GAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        name = QFontMetrics(now.font("small")).height()
        for number, count in enumerate(self._counts):
            row, column = divmod(number, columns)
            left = column * (width + GAP)
            left = self.width() - left - width if mirrored else left
            top = row * (self._row() + GAP)
            cell = QRect(left, top + name + 4, width, self._row() - name - 4)
            painter.setFont(now.font("small"))
            painter.setPen(now.colour("muted"))
            day = self._day(number)
            painter.drawText(
                QRect(left, top, width, name), Qt.AlignmentFlag.AlignCenter, _(_DAYS[day.weekday()])
            )
            painter.setPen(now.colour("accent" if count else "line"))
            painter.setBrush(now.colour("selected") if count else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(now.font("strong") if count else now.font("small"))
            painter.setPen(now.colour("ink") if count else now.colour("muted"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(count) if count else "·")
