"""The page of a text: a column of a width that reads well, and a place in it that is kept."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QScrollBar, QTextBrowser, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.theme.style_sheet import BAR
from crossread.desktop.theme.typography import Typography
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.reading.column import EDGE, NARROW_EDGE, Page, column_page
from crossread.desktop.widgets.reading.lines import Lines
from crossread.desktop.widgets.reading.links import link_at, next_link
from crossread.desktop.widgets.reading.positions import Positions
from crossread.texts.text import Range

TOP = 8  # pixels between the view's edge and a line that was gone to
_SAMPLE = "the quick study of many voices shows where they part and what each of them left unsaid, and why"


class SteadyBar(QScrollBar):
    """A scroll bar that stays as wide as it is while the style is changed: texts are laid out beside it."""

    def sizeHint(self) -> QSize:
        """Return the width that the style sheet has for it."""
        return QSize(BAR, super().sizeHint().height())


class TextPage(QTextBrowser):
    """Holds a document in its column. Positions are code points of the text shown.

    It loads and opens nothing that a text may ask for. `column_set`: the column stands elsewhere, or its
    text was laid out anew.
    """

    column_set = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._positions = Positions("")
        self._lines = Lines(self.document())
        self._mirrored = False  # whether the text runs from right to left
        self._size = 0  # 0: the theme's
        self._top_room = 0  # pixels above the first block
        self._set: Page | None = None  # the column that the document was set in
        self._characters: dict[tuple[int, Typography], float] = {}
        self._went_to: tuple[int, int] = (0, 0)  # a position gone to and the scroll value it gave
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(SteadyBar(Qt.Orientation.Vertical, self))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # files dropped here are for the page
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse  # by keyboard: below
        )
        self.document().setDefaultCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text_size(self) -> int:
        """Return the size of the text in pixels."""
        return self._size or theme.current().text_size

    # The column

    def width_for(self, characters: int) -> int:
        """Return how wide the view has to be for a column of so many characters, in pixels."""
        return (
            round(characters * self._character())
            + 2 * NARROW_EDGE
            + self.verticalScrollBar().sizeHint().width()
        )

    def _character(self) -> float:
        """Return how wide a character comes on the average, in pixels."""
        key = self.text_size(), theme.current().typography
        if key not in self._characters:
            metrics = QFontMetricsF(theme.current().reading_font(self.text_size()))
            self._characters[key] = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return self._characters[key]

    def page(self) -> Page:
        """Return the column, in pixels of the viewport."""
        width, measure = self.viewport().width(), theme.current().typography.measure
        return column_page(width, self._character(), measure, mirrored=self._mirrored)

    def column(self) -> tuple[int, int]:
        """Return where the column of text starts and how wide it is, in pixels of the viewport."""
        page = self.page()
        return page.left, page.column

    def _set_margins(self) -> None:
        """Set the column where it is not yet as wide as it should be."""
        page = self.page()
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        margins = (float(page.left), float(self.viewport().width() - page.right))
        top = EDGE // 2 + self._top_room
        if (form.leftMargin(), form.rightMargin(), form.topMargin()) != (*margins, top):
            form.setLeftMargin(margins[0])
            form.setRightMargin(margins[1])
            form.setTopMargin(top)
            form.setBottomMargin(EDGE)  # more would leave a low pane blank at the end of its text
            frame.setFrameFormat(form)
        elif page == self._set:
            return
        self._set = page  # a column grows with the view between margins that stay as they are
        self.column_changed()

    def set_top_room(self, pixels: int) -> None:
        """Keep room above the first block, whose own margin Qt leaves out."""
        if pixels != self._top_room:
            self._top_room = pixels
            self._set_margins()

    def column_changed(self) -> None:
        """Take up that the document was built anew, or that its column has another width."""
        self._lines.forget()
        self.column_set.emit()

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
        return self._positions.to_text(
            self._lines.first_unit(top + TOP + self.text_size() * theme.current().typography.line_height / 3)
        )

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

    def blocks_in(self, area: QRectF) -> tuple[QTextBlock, QTextBlock]:
        """Return the first and the last block that reach into an area, in the document's pixels."""
        return self._lines.blocks_in(area)

    def positions_in(self, area: QRectF) -> Range:
        """Return the code points of all blocks that reach into an area, in the document's pixels."""
        first, last = self._lines.blocks_in(area)
        end = self._positions.to_text(last.position() + last.length())
        return Range(self._positions.to_text(first.position()), end)

    def _unit(self, position: int) -> int:
        return min(self._positions.to_qt(position), self.document().characterCount() - 1)

    def _rects(self, where: Range, first: QTextBlock, last: QTextBlock) -> list[QRectF]:
        return self._lines.rects(self._unit(where.start), self._unit(where.end), first, last)

    # Links by keyboard

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  (Qt calls it)
        """Go by Tab to the next link of the text, then on to what comes after the text; the caret stays.

        Qt itself would begin at the start of the text each time, and leave the caret there when the focus
        goes, also where that is only because something takes the place of the text for a while.
        """
        cursor = self.textCursor()
        link = next_link(cursor, following=following) if self.isVisible() else None
        if link is not None:
            self.setTextCursor(link)
            announce(self, link.selectedText())
            return True
        if cursor.hasSelection() and link_at(cursor) is not None:
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the link that the caret is on by Enter."""
        link = link_at(self.textCursor())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if link is not None and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.anchorClicked.emit(link)
        else:
            super().keyPressEvent(event)

    # What a text may not do

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """Load nothing: only an empty picture keeps Qt from opening the path itself."""
        return QImage()
