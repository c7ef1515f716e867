"""Looking at what a widget has painted."""

from collections import Counter
from typing import cast

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

Pixel = bytes


def rows(widget: QWidget) -> list[bytes]:
    """Give the picture row by row, four bytes a pixel."""
    seen = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    across = seen.width() * 4
    return [bytes(cast("memoryview", seen.constScanLine(y)))[:across] for y in range(seen.height())]


def _name(pixel: Pixel) -> str:
    return QColor(pixel[2], pixel[1], pixel[0]).name()


def colours_of(widget: QWidget) -> Counter[str]:
    """Count the pixels of each colour, as "#rrggbb"."""
    found: Counter[Pixel] = Counter()
    for row in rows(widget):
        found.update(row[at : at + 4] for at in range(0, len(row), 4))
    return Counter({_name(pixel): count for pixel, count in found.items()})


def ink_rows(widget: QWidget) -> tuple[int, int]:
    """Give the first and the last row that is not all of one colour."""
    seen = rows(widget)
    ground = seen[0][:4]
    inked = [y for y, row in enumerate(seen) if row != ground * (len(row) // 4)]
    return inked[0], inked[-1]


def count_of(widget: QWidget, colour: str) -> int:
    """Count the pixels of one colour, "#RRGGBB"."""
    return colours_of(widget)[colour.lower()]
