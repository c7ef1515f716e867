"""Pictures of a text: each above its caption, in room kept before it is decoded, enlarged on a key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QTextBlock, QTextCursor, QTextFormat

from crossread.base.translation import _
from crossread.desktop.theme.theme import Theme, load_theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.layers.layers import Layer
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.widgets.layers.beside import Beside

GAP = 10  # pixels between a picture and its caption
HIGHEST = 0.9  # of the column's width
_ROOM = QTextFormat.Property.UserProperty.value + 1  # of a block: pixels kept above it for its picture


@dataclass(frozen=True, slots=True)
class PictureShown:
    """A picture: its size in pixels, known before it is decoded, what it shows in words, and whose it is.

    `read` decodes it, at most as large as asked for (None: in full); an empty image where that fails.
    """

    size: QSize
    alt: str
    credit: str
    read: Callable[[QSize | None], QImage]


class Pictures(Layer):
    """The pictures of one view, by the number of the block that is their caption.

    `enlarge_asked` gives the number of the block whose picture is to be seen large.
    """

    enlarge_asked = Signal(int)

    def __init__(self, beside: "Beside") -> None:
        super().__init__(beside.view)
        self._beside, self._view = beside, beside.view
        self._pictures: Mapping[int, PictureShown] = {}
        self._images: dict[int, QImage] = {}
        self._wanted: dict[int, QSize] = {}
        self._at = -1
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)
        self._view.cursorPositionChanged.connect(self._caret_moved)

    # The pictures

    def set_pictures(self, pictures: Mapping[int, PictureShown]) -> None:
        """Show these pictures, by the number of their caption's block."""
        self._pictures, self._images, self._wanted = pictures, {}, {}
        self._at = -1
        if pictures:
            self._view.column_changed()

    def picture(self, block: int) -> PictureShown | None:
        """Return the picture above a block."""
        return self._pictures.get(block)

    def clear(self) -> None:
        """Show none any more."""
        self._pictures, self._images, self._wanted = {}, {}, {}
        self._at = -1

    def lay_out(self) -> None:
        """Keep room above each caption for its picture at the width that the column has now."""
        document = self._view.document()
        self._view.set_top_room(self._drawn(0).height() + GAP if 0 in self._pictures else 0)
        for number in self._pictures.keys() - {0}:
            block = document.findBlockByNumber(number)
            form = block.blockFormat()
            room = self._drawn(number).height() + GAP
            before = int(form.property(_ROOM) or 0)
            if block.isValid() and room != before:
                form.setTopMargin(form.topMargin() - before + room)
                form.setProperty(_ROOM, room)
                QTextCursor(block).setBlockFormat(form)

    def _drawn(self, number: int) -> QSize:
        """Return how large a picture is drawn: in full where the column has room for it, else smaller."""
        _left, column = self._view.column()
        size = self._pictures[number].size
        most = QSize(column, max(1, round(HIGHEST * column)))
        if size.width() <= most.width() and size.height() <= most.height():
            return size
        return size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)

    def place(self, number: int) -> QRectF:
        """Return where a picture stands, in the document's coordinates."""
        block, size = self._view.document().findBlockByNumber(number), self._drawn(number)
        bounds = self._view.document().documentLayout().blockBoundingRect(block)
        left, column = self._view.column()
        x = left + (column - size.width()) / 2
        return QRectF(x, bounds.top() - GAP - size.height(), size.width(), size.height())

    # Clicks, Enter, the caret

    def can_click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (told by its place)
        """Tell whether a picture stands there."""
        return self._at_point(point) >= 0

    def click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (told by its place)
        """Enlarge the picture that was clicked."""
        return self._enlarge(self._at_point(point))

    def press(self, at: int) -> bool:
        """Enlarge the picture whose caption the caret is in."""
        return self._enlarge(self._block_of(at))

    def enlarge_at_caret(self) -> None:
        """Enlarge the picture whose caption the caret is in, else the first one in view."""
        number = self._block_of(self._view.caret())
        if number not in self._pictures:
            seen = self._beside.area()
            number = next((one for one in sorted(self._pictures) if self.place(one).intersects(seen)), -1)
        if not self._enlarge(number):
            self._beside.say(_("There is no picture here."))

    def is_at_caret(self) -> bool:
        """Tell whether the caret is in the caption of a picture that is not covered."""
        number = self._block_of(self._view.caret())
        return number >= 0 and not self._is_covered(number)

    def _enlarge(self, number: int) -> bool:
        if number not in self._pictures or self._is_covered(number):
            return False
        self.enlarge_asked.emit(number)
        return True

    def _at_point(self, point: QPointF) -> int:
        return next((one for one in self._pictures if self.place(one).contains(point)), -1)

    def _block_of(self, position: int) -> int:
        starts = self._view.text().starts
        return next((one for one in self._pictures if starts[one] <= position <= self._end(one)), -1)

    def _end(self, number: int) -> int:
        return self._view.text().starts[number] + len(self._view.text().blocks[number].text)

    def _is_covered(self, number: int) -> bool:
        return self._view.is_veiled(Range(self._view.text().starts[number], self._end(number)))

    def _caret_moved(self) -> None:
        """Tell a screen reader what the picture shows whose caption it comes to."""
        number = self._block_of(self._view.caret()) if self._pictures else -1
        if number == self._at:
            return
        self._at = number
        if number >= 0 and self._view.hasFocus() and not self._is_covered(number):
            told = _("Picture: {what}. Enter enlarges it.").format(
                what=self._pictures[number].alt.rstrip(".")
            )
            announce(self._view, told)
        self._view.viewport().update()

    # Painting

    def paint(self, painter: QPainter, look: Theme, area: QRectF) -> None:
        """Paint the pictures that reach into an area, each on a light ground in every theme."""
        for number in self._pictures:
            block = self._view.document().findBlockByNumber(number)
            if not _is_near(block, *self._view.blocks_in(area)):
                continue
            where = self.place(number)
            if where.intersects(area):
                self._paint(painter, look, number, where)

    def _paint(self, painter: QPainter, look: Theme, number: int, where: QRectF) -> None:
        if self._is_covered(number):
            painter.fillRect(where, look.colour("hover"))
        else:
            painter.fillRect(where, load_theme("paper").colour("surface"))
            image, wanted = self._images.get(number), self._pixels(where)
            if image is not None and not image.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(where, image)
            if (image is None or image.isNull() or image.width() < wanted.width() - 1) and (
                self._wanted.get(number) != wanted
            ):
                self._wanted[number] = wanted
                self._later.start(0)  # decoding takes longer than a frame
        ring = number == self._at and self._view.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus" if ring else "line"), look.ring if ring else 1))
        painter.drawRect(where)

    def _pixels(self, where: QRectF) -> QSize:
        ratio = self._view.devicePixelRatioF()
        return QSize(round(where.width() * ratio), round(where.height() * ratio))

    def _read(self) -> None:
        for number, size in self._wanted.items():
            had = self._images.get(number)
            if number in self._pictures and (had is None or had.width() < size.width() - 1):
                self._images[number] = self._pictures[number].read(size)
        self._view.viewport().update()


def _is_near(block: QTextBlock, first: QTextBlock, last: QTextBlock) -> bool:
    """Tell whether a block is among those in view or next to them; beyond, nothing may be laid out yet."""
    return first.blockNumber() - 1 <= block.blockNumber() <= last.blockNumber() + 1
