"""The claim matrix as a picture: all rows in view, drawn by the same hand as the table."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from crossread.desktop.answers.matrix_face import CellFace, wide_height, wide_parts
from crossread.desktop.pages.compare.matrix_model import MatrixRow
from crossread.desktop.pages.compare.matrix_painting import (
    GAP,
    LEAST_CELL,
    cell_rect,
    claim_height,
    head_height,
    paint_cell,
    paint_claim,
    paint_source,
)
from crossread.desktop.pages.compare.matrix_words import Column
from crossread.desktop.theme import theme
from crossread.desktop.widgets.paragraph import Paragraph
from crossread.desktop.widgets.sides import Sides, window_is_turned
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
    firm: str,
) -> bytes:
    """Draw rows of a matrix in the theme in force and return them as PNG; `firm` stands below them."""
    now, mirrored = theme.current(), window_is_turned()
    claims, cell = now.scaled(CLAIMS), max(now.scaled(CELLS), now.scaled(LEAST_CELL))
    wide = claims + len(columns) * cell
    heading = Paragraph(title, now.font("heading"), wide)
    below = Paragraph(firm, now.font("interface"), wide)
    head = head_height(tuple(columns), cell)
    parts = {place: wide_parts(face, cell - GAP) for place, face in faces.items()}
    heights = [
        max(
            claim_height(row, claims),
            *(wide_height(parts[row.claim, column.id]) + GAP for column in columns),
        )
        for row in rows
    ]
    tall = round(heading.height + 12 + head + sum(heights) + (below.height + 12 if firm else 0)) + 2 * MARGIN
    ratio = RATIO if tall * RATIO <= TALLEST else 1
    image = QImage((wide + 2 * MARGIN) * ratio, min(tall, TALLEST) * ratio, QImage.Format.Format_RGB32)
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
    for row, high in zip(rows, heights, strict=True):
        where = whole.rect(MARGIN, top, claims, high - GAP)
        paint_claim(painter, where, row, strong=False, from_right=mirrored)
        for number, column in enumerate(columns):
            place = (row.claim, column.id)
            box = cell_rect(whole.rect(across(number), top, cell, high), from_right=mirrored)
            paint_cell(painter, box, faces[place], parts[place], from_right=mirrored)
        top += high
    if firm:
        below.paint(painter, QPointF(MARGIN, top + 12), now.colour("muted"), whole)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
