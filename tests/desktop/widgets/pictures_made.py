"""Pictures as bytes, made here."""

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter

SVG = (
    b"""<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>"""
)


def picture(width: int, height: int, kind: str = "png") -> bytes:
    """Return a picture whose left half is red and whose right half is green."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#208020"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor(Qt.GlobalColor.red))
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind.upper())  # type: ignore[call-overload]
    return bytes(held.data())
