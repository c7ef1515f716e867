"""Pictures from bytes: decoded as what they are known to be, never by what Qt would make of them."""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

MOST_PIXELS = 25_000_000
_KEEP = Qt.AspectRatioMode.KeepAspectRatio


def picture_size(data: bytes, kind: str) -> QSize:
    """Return how large a picture is drawn in full, told from its head; an empty size for none.

    `kind` is "png", "jpeg" or "webp", known from the first bytes.
    """
    reader, _held = _reader(data, kind)
    return _seen_size(reader)


def read_picture(data: bytes, kind: str, most: QSize | None = None) -> QImage:
    """Decode a picture, at most as large as `most`; an empty one where it is broken or too large."""
    reader, _held = _reader(data, kind)
    whole = reader.size()
    if not whole.isValid() or whole.width() * whole.height() > MOST_PIXELS:
        return QImage()
    seen = _seen_size(reader)
    if most is not None and (seen.width() > most.width() or seen.height() > most.height()):
        wanted = seen.scaled(most.expandedTo(QSize(1, 1)), _KEEP)
        reader.setScaledSize(wanted.transposed() if seen != whole and seen == whole.transposed() else wanted)
    return reader.read()


def _reader(data: bytes, kind: str) -> tuple[QImageReader, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode("ascii")))
    # Qt would look into the bytes and draw an SVG that calls itself a PNG, with whatever it asks for.
    reader.setAutoDetectImageFormat(False)
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    return reader, buffer


def _seen_size(reader: QImageReader) -> QSize:
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QSize()
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if turned else size
