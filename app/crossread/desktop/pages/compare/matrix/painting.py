"""Painting the claim matrix: cells, the claims before them, the sources above them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from crossread.desktop.answers.matrix.face import CellFace, paint_ground, paint_wide, wide_height, wide_parts
from crossread.desktop.pages.compare.matrix.model import FACE, MatrixRow
from crossread.desktop.pages.compare.matrix.words import Column
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import SIDE, paint_badge
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides

Index = QModelIndex | QPersistentModelIndex

GAP = 4  # pixels between cells
MOST_LINES = 4  # of what a source says; below the table stands all of it
LOWEST = 36  # pixels at the default text size that a cell is high at least
PAD = 4  # pixels at the default text size, around the words of a claim
CHIP = (8, 2)  # the same, beside and above the words of a relation
LEAST_CELL, CLAIM_SHARE = 128, 0.28  # of a cell, in pixels as well; of the width, for the claims
CLAIM_LEAST, CLAIM_MOST = 112, 320
_MOST_KNOWN = 2048


class FacePainter(QStyledItemDelegate):
    """Paints cells; their words are laid out once and kept as long as text size and width stay."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._known: dict[tuple[CellFace, int], list[Paragraph]] = {}
        self.rings = False  # whether the cell in hand shows that it has the focus

    def forget(self) -> None:
        """Lay out anew: the text size or the theme is another."""
        self._known.clear()

    def parts(self, face: CellFace, width: int) -> list[Paragraph]:
        """Return the words of a cell so wide, in pixels."""
        key = (face, width)
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = wide_parts(face, width, MOST_LINES)
        return self._known[key]

    def height(self, face: CellFace, width: int) -> int:
        """Return the height at which nothing of a cell is cut off, with the gap below it, in pixels."""
        return max(wide_height(self.parts(face, width - GAP)), theme.current().scaled(LOWEST)) + GAP

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return what the table has given: it decides."""
        return option.rect.size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        current = self._view.currentIndex() == index
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        face = index.data(FACE)
        where = cell_rect(QRectF(option.rect), from_right=mirrored)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = self.parts(face, option.rect.width() - GAP)
        paint_cell(painter, where, face, parts, current=current, hovered=hovered, from_right=mirrored)
        if current and self.rings:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.current().focus_pen("ink"))
            half = theme.current().ring / 2 + 2
            painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 3, 3)
        painter.restore()


def cell_rect(section: QRectF, *, from_right: bool) -> QRectF:
    """Return where a cell stands in its place in the table: the gap comes after it."""
    return section.adjusted(GAP, 0, 0, -GAP) if from_right else section.adjusted(0, 0, -GAP, -GAP)


def paint_cell(
    painter: QPainter,
    where: QRectF,
    face: CellFace,
    parts: list[Paragraph],
    *,
    current: bool = False,
    hovered: bool = False,
    from_right: bool = False,
) -> None:
    """Paint one cell into a rectangle."""
    silent = face.stances == ("silent",) and not face.given and face.verdict == "unscored"
    paint_ground(painter, where, face, current=current, hovered=hovered, dashed=silent)
    paint_wide(painter, face, parts, Sides(where, from_right))


# Claims, before their cells


def claim_width(width: int) -> int:
    """Return how much of a width the claims take, in pixels."""
    now = theme.current()
    wanted = max(now.scaled(CLAIM_LEAST), round(width * CLAIM_SHARE))
    return min(wanted, now.scaled(CLAIM_MOST), max(80, width // 2))


def claim_height(row: MatrixRow, width: int) -> int:
    """Return the height that a claim and its relation take in a width, in pixels."""
    now = theme.current()
    words, chip = _claim_parts(row, width)
    high = words.height + (chip.height + 2 * now.scaled(CHIP[1]) + PAD if chip else 0)
    return int(high + 2 * now.scaled(PAD)) + 1 + GAP


def _claim_parts(row: MatrixRow, width: int) -> tuple[Paragraph, Paragraph | None]:
    now = theme.current()
    room = width - 2 * now.scaled(PAD) - GAP
    words = Paragraph(row.words, now.font("strong"), room)
    chip = None
    if row.relation:
        chip = Paragraph(row.relation, now.font("small"), room - 2 * now.scaled(CHIP[0]))
    return words, chip


def paint_claim(painter: QPainter, where: QRectF, row: MatrixRow, *, strong: bool, from_right: bool) -> None:
    """Paint a claim and, in a ring below it, how its sources stand to each other; `strong`: it is in hand."""
    now, sides = theme.current(), Sides(where, from_right)
    pad = now.scaled(PAD)
    words, chip = _claim_parts(row, round(where.width()))
    at = where.topLeft() + QPointF(pad, pad)
    if strong:
        mark = sides.rect(where.left(), where.top() + pad, 2, words.height)
        painter.fillRect(mark, now.colour("accent"))
    words.paint(painter, at + QPointF(pad / 2, 0), now.colour("ink"), sides)
    if chip is not None:
        beside, above = (now.scaled(one) for one in CHIP)
        top = at.y() + words.height + PAD
        ring = sides.rect(at.x(), top, chip.width + 2 * beside, chip.height + 2 * above)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.SolidLine if row.told else Qt.PenStyle.DashLine
        painter.setPen(QPen(now.colour("control-line"), 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        round_ = min(ring.height() / 2, now.scaled(12))
        painter.drawRoundedRect(ring.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        chip.paint(painter, QPointF(at.x() + beside, top + above), now.colour("muted"), sides)


# Sources, above their cells


def head_height(columns: "list[Column] | tuple[Column, ...]", width: int) -> int:
    """Return the height of the head above columns so wide, in pixels."""
    now = theme.current()
    high = max((_short(column, width).height for column in columns), default=0)
    return int(max(high, now.scaled(SIDE)) + 2 * now.scaled(PAD)) + 1


def cell_least(columns: "list[Column] | tuple[Column, ...]") -> int:
    """Return how wide a cell is at least, with the gap after it, in pixels: no source's name is broken."""
    now = theme.current()
    metrics = QFontMetrics(now.font("strong"))
    words = [metrics.horizontalAdvance(word) for column in columns for word in column.short.split()]
    beside = GAP + now.scaled(SIDE) + 2 * now.scaled(PAD) + 2
    return max(now.scaled(LEAST_CELL), max(words, default=0) + beside)


def _short(column: Column, width: int) -> Paragraph:
    now = theme.current()
    return Paragraph(column.short, now.font("strong"), width - GAP - now.scaled(SIDE) - 2 * now.scaled(PAD))


def paint_source(painter: QPainter, where: QRectF, column: Column, *, from_right: bool) -> None:
    """Paint the badge and the short name of a source above its column."""
    now, sides = theme.current(), Sides(where, from_right)
    side, pad = now.scaled(SIDE), now.scaled(PAD)
    middle = where.top() + where.height() / 2
    badge = sides.rect(where.left(), middle - side / 2, side, side)
    paint_badge(painter, badge, column.letter, column.index, now)
    short = _short(column, round(where.width()))
    at = QPointF(where.left() + side + 2 * pad, middle - short.height / 2)
    short.paint(painter, at, now.colour("ink"), sides)
