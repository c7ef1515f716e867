"""A text on its page: built from blocks, in a column, with marks under its words, and its place kept."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.positions import Positions
from crossread.desktop.widgets.reading_covers import Covers
from crossread.desktop.widgets.reading_document import LINE_HEIGHT, fill
from crossread.desktop.widgets.reading_layers import Layer
from crossread.desktop.widgets.reading_lines import Lines
from crossread.desktop.widgets.reading_margin import Margin
from crossread.desktop.widgets.reading_marks import MarkIndex, Placed, ReadingMark, paint_frame, paint_marks
from crossread.texts.text import Range, Text

LEAST, MOST = 38, 70  # characters of the reading column (design, section 5)
EDGE = 40  # pixels left free beside the column, where numbers stand, as long as there is room
NARROW_EDGE = 16
TOP = 8  # pixels between the view's edge and a line that was gone to
_SAMPLE = "the quick study of many voices shows where they part and what each of them left unsaid, and why"


class TextView(QTextBrowser):
    """Shows one text and never anything that a text may ask for. Positions are code points of its `shown`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(())
        self._covers = Covers(self._text)
        self._layers: list[Layer] = []
        self._positions = Positions("")
        self._marks: tuple[ReadingMark, ...] = ()
        self._index = MarkIndex()
        self._lines = Lines(self.document())
        self._shown: Range | None = None
        self._framed = False
        self._size = 0  # 0: the theme's
        self._built: tuple[str, int] = ("", 0)
        self._margin = Margin(Text(()))
        self._went_to: tuple[int, int] = (0, 0)  # a position gone to and the scroll value it gave
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # files dropped here are for the page
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()

    # The text

    def set_text(self, text: Text, name: str, covered: Sequence[Range] = ()) -> None:
        """Show a text from its start; `name` is what a screen reader calls it ("Source B: title").

        The words of the ranges `covered` are neither shown nor told to a screen reader.
        """
        self._text, self._positions = text, Positions(text.shown)
        self._covers = Covers(text)
        self._covers.put(covered)
        for layer in self._layers:
            layer.clear()
        self._marks, self._index, self._shown = (), MarkIndex(), None
        self.setAccessibleName(name)
        self._build()
        self.verticalScrollBar().setValue(0)
        self._went_to = (0, 0)

    def text(self) -> Text:
        """Return the text shown."""
        return self._text

    def set_covered(self, ranges: Sequence[Range]) -> None:
        """Cover these ranges and no others; the place stays."""
        if self._covers.put(ranges):
            self._rebuild()

    def covered(self) -> tuple[Range, ...]:
        """Return what is covered."""
        return self._covers.ranges

    def is_veiled(self, where: Range) -> bool:
        """Tell whether any of a range is covered."""
        return self._covers.touch(where)

    def words(self, where: Range) -> str:
        """Return the words of a range as they may be told: with a sign for what is covered."""
        return self._covers.words(where)

    def add_layer(self, layer: Layer) -> None:
        """Have a layer paint and act, after those that were added before."""
        self._layers.append(layer)

    def text_size(self) -> int:
        """Return the size of the text in pixels."""
        return self._size or theme.current().text_size

    def set_text_size(self, pixels: int) -> None:
        """Show the text at a size of its own, 0 for the theme's, and keep the place."""
        self._size = pixels
        self._rebuild()

    def _build(self) -> None:
        look = theme.current()
        self._built = (look.name, self.text_size())
        document = self.document()
        document.clear()
        self._lines.set_up(self.text_size(), LINE_HEIGHT)
        self._set_margins()  # first, so that the text is laid out once only
        fill(document, self._covers.shown, look, self.text_size())
        self._margin = Margin(self._text)
        self.setTextCursor(QTextCursor(document))
        for layer in self._layers:
            layer.lay_out()

    def _rebuild(self) -> None:
        """Build anew in other fonts or colours; the place, the caret and the selection stay."""
        at, cursor = self._kept_place(), self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._build()
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.go_to(at)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        super().changeEvent(event)
        if self._built != (theme.current().name, self.text_size()):
            self._rebuild()

    # The column

    def width_for(self, characters: int) -> int:
        """Return how wide the view has to be for a column of so many characters, in pixels."""
        return (
            round(characters * self._character())
            + 2 * NARROW_EDGE
            + self.verticalScrollBar().sizeHint().width()
        )

    def _character(self) -> float:
        font = theme.current().font("reading")
        font.setPixelSize(self.text_size())
        return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    def column(self) -> tuple[int, int]:
        """Return where the column of text starts and how wide it is, in pixels of the viewport."""
        width = self.viewport().width()
        most = round(MOST * self._character())
        edge = EDGE if width - 2 * EDGE >= LEAST * self._character() else NARROW_EDGE
        column = max(1, min(most, width - 2 * edge))
        return (width - column) // 2, column

    def _set_margins(self) -> None:
        left, column = self.column()
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        margins = (float(left), float(self.viewport().width() - left - column))
        if (form.leftMargin(), form.rightMargin()) == margins and form.topMargin() == EDGE // 2:
            return
        form.setLeftMargin(margins[0])
        form.setRightMargin(margins[1])
        form.setTopMargin(EDGE // 2)
        form.setBottomMargin(3 * EDGE)
        frame.setFrameFormat(form)
        self._lines.forget()
        for layer in self._layers:
            layer.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the column anew and keep the place."""
        at = self._kept_place()
        super().resizeEvent(event)
        self._set_margins()
        self.go_to(at)

    # The place

    def place(self) -> int:
        """Return the first code point in view."""
        top = self.verticalScrollBar().value()
        if top == 0:
            return 0
        return self._positions.to_text(self._lines.first_unit(top + TOP + self.text_size() * LINE_HEIGHT / 3))

    def go_to(self, position: int) -> None:
        """Bring the line that holds a code point to the top of the view."""
        self._scroll(self._top_at(position) if position > 0 else 0)
        self._went_to = (position, self.verticalScrollBar().value())

    def _kept_place(self) -> int:
        """Return the place, exactly the one gone to as long as nobody has scrolled since."""
        position, value = self._went_to
        return position if self.verticalScrollBar().value() == value else self.place()

    def _top_at(self, position: int) -> float:
        """Return where to scroll for the line of a code point to be the first, with none cut above it."""
        return self._lines.top_for(self._unit(position), TOP)

    def _first_line(self, top: float) -> float:
        """Return where to scroll instead of to `top`, for the view to begin with a whole line."""
        return self._lines.top_for(self._lines.first_unit(top), TOP) if top > 0 else 0

    def _line(self, position: int) -> QRectF:
        """Return the rectangle of the line that holds a code point, in the document's coordinates."""
        return self._lines.line(self._unit(position))

    def _scroll(self, top: float) -> None:
        bar, document = self.verticalScrollBar(), self.document()
        if top + self.viewport().height() > bar.maximum():
            # The rest of a long text is laid out a little later; to scroll there it is needed now.
            layout = document.documentLayout()
            layout.blockBoundingRect(document.lastBlock())
            layout.documentSizeChanged.emit(layout.documentSize())
        bar.setValue(max(0, round(top)))

    def caret(self) -> int:
        """Return the code point before which the caret stands."""
        return self._positions.to_text(self.textCursor().position())

    def position_at(self, point: QPoint) -> int | None:
        """Return the code point shown at a point of the viewport; None where no words stand there."""
        at = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        unit = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return self._positions.to_text(unit) if unit >= 0 else None

    def rects_of(self, where: Range) -> list[QRect]:
        """Return where the lines of a range stand, in pixels of the viewport; none for an empty range."""
        start, end = self._unit(where.start), self._unit(where.end)
        first, last = self._lines.block(start), self._lines.block(end)
        top = self.verticalScrollBar().value()
        rects = self._lines.rects(start, end, first, last)
        return [rect.translated(0, -top).toAlignedRect() for rect in rects]

    def rects_in(self, where: Range, area: QRectF) -> list[QRectF]:
        """Return where a range stands as far as its blocks reach into an area, in the document's pixels."""
        return self._rects(where, *self._lines.blocks_in(area))

    def _unit(self, position: int) -> int:
        return min(self._positions.to_qt(position), self.document().characterCount() - 1)

    # Marks

    def set_marks(self, marks: list[ReadingMark]) -> None:
        """Show these marks and no others; later ones lie above earlier ones."""
        self._marks = tuple(marks)
        self._index = MarkIndex(self._marks)
        self.viewport().update()

    def marks(self) -> tuple[ReadingMark, ...]:
        """Return the marks shown."""
        return self._marks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, the words upon them, and what stands beside the column."""
        look, size = theme.current(), self.text_size()
        top = self.verticalScrollBar().value()
        area = QRectF(event.rect().translated(0, top))
        left, width = self.column()
        painter = QPainter(self.viewport())
        painter.translate(0, -top)
        paint_marks(painter, self._placed(area), look, left + width, 1)
        for layer in self._layers:
            layer.paint(painter, look, area)
        self._margin.paint(painter, self.document(), area, look, size, left)
        painter.end()
        super().paintEvent(event)
        if self._framed and self._shown is not None:
            painter = QPainter(self.viewport())
            painter.translate(0, -top)
            paint_frame(painter, self._rects(self._shown, *self._lines.blocks_in(area)), look)
            painter.end()

    def _placed(self, area: QRectF) -> list[Placed]:
        """Return the marks that reach into an area, with where they stand there."""
        first, last = self._lines.blocks_in(area)
        start = self._positions.to_text(first.position())
        end = self._positions.to_text(last.position() + last.length())
        marks = self._index.between(start, end)
        if self._shown is not None:
            marks.append(ReadingMark(self._shown, "found"))
        return [
            Placed(
                mark.role,
                self._rects(mark.range, first, last),
                begins=mark.range.start >= start,
                apart=mark.apart,
            )
            for mark in marks
        ]

    def _rects(self, where: Range, first: QTextBlock, last: QTextBlock) -> list[QRectF]:
        return self._lines.rects(self._unit(where.start), self._unit(where.end), first, last)

    # What a text may not do

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """Load nothing: only an empty picture keeps Qt from opening the path itself."""
        return QImage()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words, as they are shown."""
        cursor = self.textCursor()
        start = self._positions.to_text(cursor.selectionStart())
        end = self._positions.to_text(cursor.selectionEnd())
        data = QMimeData()
        data.setText(self.words(Range(start, end)))
        return data
