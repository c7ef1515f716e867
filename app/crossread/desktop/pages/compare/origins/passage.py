"""One of two passages that are compared: badge and words, with what differs underlined behind a sign."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.origins.pairs import PairSide
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.reading.positions import Positions
from crossread.texts.text import Range
from crossread.texts.wording.differences import Change

_BADGE, _PAD, _USUAL = 22, 8, 320  # pixels at the default text size
_LEADING = 1.5


class ComparedPassage(QPushButton):
    """The words; a click or Enter asks for the passage in its text by `spot_asked`."""

    spot_asked = Signal(object)

    def __init__(self, side: PairSide, letter: str, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.side = side
        self._letter, self._index = letter, index
        self.setAutoDefault(False)
        self.setEnabled(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("{letter}: {quote}").format(letter=letter, quote=f"“{side.words}”"))
        self.setAccessibleDescription(told_marks(side))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        if self.side.spot is not None:
            self.spot_asked.emit(self.side.spot)

    def _font(self) -> QFont:
        font = theme.current().font("serif")
        font.setPixelSize(theme.current().scaled(15))
        return font

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        """Set the words into lines; return them with their height in pixels."""
        now, font = theme.current(), self._font()
        layout = QTextLayout(self.side.words.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Sides.of(self).begin)
        layout.setTextOption(option)
        layout.setFormats(_formats(self.side.words, self.side.marks))
        room = max(1.0, width - now.scaled(_BADGE + 3 * _PAD))
        pitch, lines = _LEADING * font.pixelSize(), 0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, lines * pitch + (pitch - line.height()) / 2))
            lines += 1
            line = layout.createLine()
        layout.endLayout()
        return layout, lines * pitch

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        now = theme.current()
        _layout, high = self._lay_out(width)
        return round(max(high, now.scaled(_BADGE))) + 2 * now.scaled(_PAD)

    def sizeHint(self) -> QSize:
        """Return the passage at its usual width."""
        width = theme.current().scaled(_USUAL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow passage; its height for a width comes from `heightForWidth`."""
        return QSize(theme.current().scaled(120), theme.current().scaled(_BADGE + 2 * _PAD))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge and the words."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sides, pad, badge = Sides.of(self), now.scaled(_PAD), now.scaled(_BADGE)
        paint_badge(painter, sides.rect(pad, pad, badge, badge), self._letter, self._index, now)
        layout, _high = self._lay_out(self.width())
        room = self.width() - now.scaled(_BADGE + 3 * _PAD)
        at = sides.rect(2 * pad + badge, pad, room, 0).topLeft()
        leads = self.side.spot is not None
        painter.setPen(now.colour("accent" if self.underMouse() and leads else "ink"))
        layout.draw(painter, at)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


def told_marks(side: PairSide) -> str:
    """Say which words of a passage differ from those of the other one."""
    words = {
        change: [_cut(side.words, one) for kind, one in side.marks if kind == change] for change in CHANGES
    }
    other = _("Put in place of the other’s words: {words}").format(words="; ".join(words["changed"]))
    alone = _("Only here: {words}").format(words="; ".join(words["left-out"] + words["put-in"]))
    told = [other] if words["changed"] else []
    told += [alone] if words["left-out"] or words["put-in"] else []
    leads = _("Shows the passage in its text") if side.spot is not None else ""
    return ". ".join([*told, *([leads] if leads else [])])


CHANGES: tuple[Change, ...] = ("changed", "left-out", "put-in")


def _cut(words: str, where: Range) -> str:
    return words[where.start : where.end]


def _formats(words: str, marks: Sequence[tuple[Change, Range]]) -> list[QTextLayout.FormatRange]:
    """Underline what differs: with a full line what stands for other words, else with a dashed one."""
    positions, found = Positions(words), []
    for change, where in marks:
        form = QTextCharFormat()
        changed = change == "changed"
        lines = QTextCharFormat.UnderlineStyle
        form.setUnderlineStyle(lines.SingleUnderline if changed else lines.DashUnderline)
        form.setUnderlineColor(theme.current().colour("accent"))
        form.setFontWeight(QFont.Weight.DemiBold)
        one = QTextLayout.FormatRange()
        one.start, end = positions.to_qt(where.start), positions.to_qt(where.end)
        one.length = end - one.start
        one.format = form
        found.append(one)
    return found
