"""A text on its page: built from blocks, in a column, with marks under its words, and its place kept."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QShowEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.theme.typography import Typography
from crossread.desktop.widgets.layers.covers import Covers
from crossread.desktop.widgets.layers.layers import Layer
from crossread.desktop.widgets.layers.marks import MarkIndex, Placed, ReadingMark, paint_frame, paint_marks
from crossread.desktop.widgets.reading.directions import runs_from_right
from crossread.desktop.widgets.reading.document import fill, recolour
from crossread.desktop.widgets.reading.margin import Margin
from crossread.desktop.widgets.reading.positions import Positions
from crossread.desktop.widgets.reading.ruler import ReadingRuler
from crossread.desktop.widgets.reading.text_page import TextPage
from crossread.texts.text import Range, Text


class TextView(TextPage):
    """Shows one text and never anything that a text may ask for. Positions are code points of its `shown`."""

    numbered = True  # whether its paragraphs have numbers, where the settings want them

    _built: tuple[int, Typography] | None = None  # the size and the typography it was built for
    _left: tuple[int, int, int] | None = None  # place, anchor and caret while there are no words for them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(())
        self._covers = Covers(self._text)
        self._layers: list[Layer] = []
        self._marks: tuple[ReadingMark, ...] = ()
        self._index = MarkIndex()
        self._shown: Range | None = None
        self._framed = False
        self._margin = Margin(Text(()))
        self._ruler = ReadingRuler(self, self._lines)
        # Its own paper under its words: so Qt only has to paint what comes into view when they are scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changes().text_unset.connect(self._loosen)
        theme.changes().text_set.connect(self._take_texts)
        self._build()

    # The text

    def set_text(self, text: Text, name: str, covered: Sequence[Range] = (), *, language: str = "") -> None:
        """Show a text from its start; `name` is what a screen reader calls it ("Source B: title").

        The words of the ranges `covered` are neither shown nor told to a screen reader. `language` is the
        text's own, as a BCP 47 tag: it says which way the text runs.
        """
        self._text, self._positions = text, Positions(text.shown)
        self._mirrored = runs_from_right(language)
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

    def shown_text(self) -> Text:
        """Return the text as it is in the document: what is covered has its sentence instead."""
        return self._covers.shown

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

    def with_cover(self, where: Range) -> Range:
        """Return a range with all of the covered passages that it touches, as marks show it."""
        return self._covers.whole(where)

    def words(self, where: Range) -> str:
        """Return the words of a range as they may be told: with a sign for what is covered."""
        return self._covers.words(where)

    def add_layer(self, layer: Layer) -> None:
        """Have a layer paint and act, after those that were added before."""
        self._layers.append(layer)

    def set_text_size(self, pixels: int) -> None:
        """Show the text at a size of its own, 0 for the theme's, and keep the place."""
        self._size = pixels
        if self._left is None:
            self._rebuild()

    def _wanted(self) -> tuple[int, Typography]:
        """Return what the document has to be built for."""
        return self.text_size(), theme.current().typography

    def _is_stale(self) -> bool:
        """Tell whether the document was built for another size or typography."""
        return self._built is not None and self._built != self._wanted()

    def _build(self) -> None:
        look = theme.current()
        self._built, self._coloured = self._wanted(), look.name
        self.setCursorWidth(look.ring)
        document = self.document()
        self._empty()
        self._lines.set_up(self.text_size(), look.typography.line_height)
        self._set_margins()  # first, so that the text is laid out once only
        fill(document, self._covers.shown, look, self.text_size(), from_right=self._mirrored)
        self._margin = Margin(self._text, numbered=self.numbered)
        self.setTextCursor(QTextCursor(document))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._left = None
        self.column_changed()

    def _empty(self) -> None:
        """Let go of all words.

        The scroll bar stays: else it would go with the old words and come with the new ones, these were laid
        out twice, and the view would be resized, and act on its document, in the midst of its being cleared.
        """
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().clear()

    def _loosen(self) -> None:
        """Let go of words that will stand otherwise: else they are laid out with each step on the way there.

        One that is not in view keeps them, and takes up the new look when it is shown.
        """
        if self.isVisible() and self._left is None:
            self._left = self._standing()
            self._empty()
        else:
            self._went_to = (self._kept_place(), self.verticalScrollBar().value())

    def is_loose(self) -> bool:
        """Tell whether the words are gone for a moment, until they are set anew."""
        return self._left is not None

    def place(self) -> int:
        """Return the first code point in view."""
        return self._left[0] if self._left is not None else super().place()

    def _rebuild(self) -> None:
        """Build anew in other sizes; the place, the caret and the selection stay."""
        standing = self._left = self._standing()
        self._build()
        self._stand(*standing)

    def _standing(self) -> tuple[int, int, int]:
        """Return the place, and in UTF-16 units from where to where is selected."""
        if self._left is not None:
            return self._left
        cursor = self.textCursor()
        return self._kept_place(), cursor.anchor(), cursor.position()

    def _stand(self, at: int, anchor: int, position: int) -> None:
        """Go back to a place, and select again what was selected there."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.go_to(at)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        super().changeEvent(event)
        if self._built is not None:
            self._take_look()

    def showEvent(self, event: QShowEvent) -> None:
        """Take on the look that the window took on in the meantime."""
        super().showEvent(event)
        self._take_look()

    def _take_look(self) -> None:
        """Stand as the look of the window has it now: built anew only where words stand elsewhere.

        Not yet where nobody sees it, nor while the words are gone.
        """
        if self._left is not None or not self.isVisible():
            return
        if self._is_stale():
            self._rebuild()
        elif self._coloured != theme.current().name:
            self._coloured = theme.current().name
            self.setCursorWidth(theme.current().ring)
            recolour(self.document(), self._covers.shown, theme.current())

    def _take_texts(self) -> None:
        """Stand as the settings want texts to stand now."""
        if self._left is not None:
            self._rebuild()
        self._take_look()
        self._ruler.turned()

    def column_changed(self) -> None:
        """Let the layers take the room they need, once the column has its width."""
        super().column_changed()
        for layer in self._layers:
            layer.lay_out()

    def told(self, block: QTextBlock) -> str:
        """Return a paragraph as it is told: what it is, what stands beside it, and its words."""
        at, words = block.blockNumber(), block.text()
        if not 0 <= at < len(self._text.blocks):
            return words
        kind, marker = self._text.blocks[at].kind, self._text.blocks[at].marker
        words = f"{marker} {words}" if marker else words
        if kind == "heading":
            return _("Heading: {words}").format(words=words)
        number = self._margin.numbers()[at] if theme.current().aids.numbers else ""
        return _("Paragraph {number}: {words}").format(number=number, words=words) if number else words

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
        look, page = theme.current(), self.page()
        top = self.verticalScrollBar().value()
        area = QRectF(event.rect().translated(0, top))
        first, last = self._lines.blocks_in(area)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.colour("surface"))
        painter.translate(0, -top)
        self._ruler.paint(painter, page)
        paint_marks(painter, self._placed(first, last, area), look, page.outer, -1 if page.mirrored else 1)
        for layer in self._layers:
            layer.paint(painter, look, area)
        self._margin.paint(painter, first, last, look, self.text_size(), page)
        painter.end()
        super().paintEvent(event)
        if self._framed and self._shown is not None:
            painter = QPainter(self.viewport())
            painter.translate(0, -top)
            paint_frame(painter, self._rects(self.with_cover(self._shown), first, last), look)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ruler."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ruler away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _placed(self, first: QTextBlock, last: QTextBlock, area: QRectF) -> list[Placed]:
        """Return the marks that reach into an area, as far as they do; it lies within these blocks."""
        start = self._positions.to_text(first.position())
        end = self._positions.to_text(last.position() + last.length())
        marks = self._index.between(start, end)
        if self._shown is not None:
            marks.append(ReadingMark(self.with_cover(self._shown), "found"))
        return [self._placed_mark(mark, Range(start, end), first, last, area) for mark in marks]

    def _placed_mark(
        self, mark: ReadingMark, within: Range, first: QTextBlock, last: QTextBlock, area: QRectF
    ) -> Placed:
        rects = self._rects(mark.range, first, last)
        seen = [rect for rect in rects if rect.bottom() >= area.top() and rect.top() <= area.bottom()]
        return Placed(
            mark.role,
            seen,
            begins=bool(seen) and mark.range.start >= within.start and seen[0] is rects[0],
            apart=mark.apart,
            ends=bool(seen) and mark.range.end <= within.end and seen[-1] is rects[-1],
        )

    # What is copied

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words, as they are shown."""
        cursor = self.textCursor()
        start = self._positions.to_text(cursor.selectionStart())
        end = self._positions.to_text(cursor.selectionEnd())
        data = QMimeData()
        data.setText(self.words(Range(start, end)))
        return data
