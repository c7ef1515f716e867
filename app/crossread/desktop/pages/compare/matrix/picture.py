"""The claim matrix as a picture: all rows in view, drawn by the same hand as the table."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from crossread.base.translation import ngettext
from crossread.desktop.answers.matrix.face import CellFace, wide_height, wide_parts
from crossread.desktop.pages.compare.matrix.model import MatrixRow
from crossread.desktop.pages.compare.matrix.painting import (
    GAP,
    LEAST_CELL,
    cell_rect,
    claim_height,
    head_height,
    paint_cell,
    paint_claim,
    paint_source,
)
from crossread.desktop.pages.compare.matrix.words import Column
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides, window_is_turned
from crossread.inquiry.comparison import CellId

MARGIN = 24  # pixels
CLAIMS, CELLS = 260, 176  # widths in pixels at the default text size
TALLEST = 30_000  # pixels that a picture may be high: what is more no program shows
RATIO = 2  # pixels of the picture a pixel on the screen, as long as it does not get too tall


def matrix_picture(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[MatrixRow],
    faces: Mapping[CellId, CellFace],
    firm: Sequence[str],
) -> bytes:
    """Draw rows of a matrix in the theme in force and return them as PNG; the lines of `firm` stand below.

    Rows for which a picture has no room are left out, and it says so.
    """
    now, mirrored = theme.current(), window_is_turned()
    claims, cell = now.scaled(CLAIMS), max(now.scaled(CELLS), now.scaled(LEAST_CELL))
    wide = claims + len(columns) * cell
    heading = Paragraph(title, now.font("heading"), wide)
    head = head_height(tuple(columns), cell)
    parts = {place: wide_parts(face, cell - GAP) for place, face in faces.items()}
    heights = [
        max(
            claim_height(row, claims),
            *(wide_height(parts[row.claim, column.id]) + GAP for column in columns),
        )
        for row in rows
    ]
    around = 2 * MARGIN + heading.height + 12 + head
    for count in range(len(rows), -1, -1):
        below = [Paragraph(line, now.font("interface"), wide) for line in (*_left_out(rows, count), *firm)]
        tall = round(around + sum(heights[:count]) + sum(one.height + 12 for one in below))
        if tall <= TALLEST:
            break
    ratio = RATIO if tall * RATIO <= TALLEST else 1
    image = QImage((wide + 2 * MARGIN) * ratio, tall * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(now.colour("ground"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = Sides(QRectF(MARGIN, 0, wide, tall), mirrored)
    heading.paint(painter, QPointF(MARGIN, MARGIN), now.colour("ink"), whole)
    top = MARGIN + heading.height + 12

    def across(number: int) -> float:
        return MARGIN + claims + number * cell

    for number, column in enumerate(columns):
        paint_source(painter, whole.rect(across(number), top, cell, head), column, from_right=mirrored)
    top += head
    for row, high in zip(rows[:count], heights, strict=False):
        where = whole.rect(MARGIN, top, claims, high - GAP)
        paint_claim(painter, where, row, strong=False, from_right=mirrored)
        for number, column in enumerate(columns):
            place = (row.claim, column.id)
            box = cell_rect(whole.rect(across(number), top, cell, high), from_right=mirrored)
            paint_cell(painter, box, faces[place], parts[place], from_right=mirrored)
        top += high
    for line in below:
        line.paint(painter, QPointF(MARGIN, top + 12), now.colour("muted"), whole)
        top += line.height + 12
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _left_out(rows: Sequence[MatrixRow], count: int) -> tuple[str, ...]:
    """Say how many rows are left out where only the first so many are drawn."""
    rest = len(rows) - count
    told = ngettext(
        "{rest} more claim has no room in this picture. Ask for some of the claims only, or take the page.",
        "{rest} more claims have no room in this picture. Ask for some of the claims only, or take the page.",
        rest,
    )
    return (told.format(rest=rest),) if rest else ()
