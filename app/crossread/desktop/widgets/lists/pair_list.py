"""How a line of a list is drawn that has something beside it, and perhaps a quiet line below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides

_ACROSS, _DOWN, _BETWEEN = 12, 6, 16  # pixels at the default text size


class PairDelegate(QStyledItemDelegate):
    """Draws words that wrap, with others at the far side; mirrored where the window is.

    The item's own text stands first. `beside` holds what stands at the far side, `below` a quiet line,
    `strong` whether what stands beside is picked out, `off` whether all of it stands back.
    """

    beside = Qt.ItemDataRole.UserRole + 1
    below = Qt.ItemDataRole.UserRole + 2
    strong = Qt.ItemDataRole.UserRole + 3
    off = Qt.ItemDataRole.UserRole + 4

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def _parts(
        self, index: QModelIndex | QPersistentModelIndex, width: int
    ) -> tuple[Paragraph, Paragraph, Paragraph]:
        """Lay out the words, what stands beside them and what below, in a width in pixels."""
        now = theme.current()
        inner = max(40, width - 2 * now.scaled(_ACROSS))
        beside_words = str(index.data(self.beside) or "")
        font = now.font("strong" if index.data(self.strong) else "interface")
        natural = QFontMetrics(font).horizontalAdvance(beside_words) + 2
        far = Qt.AlignmentFlag.AlignLeft if self._view.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        beside = Paragraph(beside_words, font, min(natural, inner // 2), align=far)
        room = inner - (min(natural, inner // 2) + now.scaled(_BETWEEN) if beside_words else 0)
        words = Paragraph(str(index.data() or ""), now.font("interface"), room)
        below = Paragraph(str(index.data(self.below) or ""), now.font("small"), room)
        return words, beside, below

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Be as high as the words take in the width of the list."""
        width = self._view.viewport().width()
        words, beside, below = self._parts(index, width)
        under = below.height if index.data(self.below) else 0
        height = max(words.height + under, beside.height) + 2 * theme.current().scaled(_DOWN)
        return QSize(width, round(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        now = theme.current()
        where: QRect = option.rect
        state: QStyle.StateFlag = option.state
        sides = Sides(QRectF(where), self._view.isRightToLeft())
        picked = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if picked:
            painter.fillRect(where, now.colour("selected"))
        if picked and self._view.hasFocus():
            painter.setPen(now.focus_pen())
            painter.drawRect(where.adjusted(1, 1, -1, -1))
        words, beside, below = self._parts(index, where.width())
        start, end = where.left() + now.scaled(_ACROSS), where.right() + 1 - now.scaled(_ACROSS)
        at = QPointF(start, where.top() + now.scaled(_DOWN))
        ink = now.colour("muted" if index.data(self.off) else "ink")
        quiet = now.colour("muted")
        words.paint(painter, at, ink, sides)
        if index.data(self.below):
            below.paint(painter, at + QPointF(0, words.height), quiet, sides)
        far = QPointF(end - beside.room, at.y())
        beside.paint(painter, far, ink if index.data(self.strong) else quiet, sides)
        painter.restore()
