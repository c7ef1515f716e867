"""The head of a pane: whose text it is, where it came out, digest or original, and the way to the card."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.pages.elided import Elided
from crossread.desktop.theme import theme
from crossread.desktop.widgets.badge import badge_pixmap, paint_badge
from crossread.desktop.widgets.buttons import plain, unmarked
from crossread.desktop.widgets.segmented import Segmented
from crossread.packs.pack import Source
from crossread.questions.passages import Which

ARROW = 12  # pixels at the default text size, for the arrow beside the badge
NARROW = 420  # pixels at the default text size: below this the head has two rows


class BadgeButton(QAbstractButton):
    """The badge of a source as a button that opens the list of sources."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter, self._index = "", 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_source(self, letter: str, index: int, title: str, last: str) -> None:
        """Show another source; `last` is the letter of the last one there is."""
        self._letter, self._index = letter, index
        self.setAccessibleName(
            _("Source {letter}, {title}: choose another").format(letter=letter, title=title)
        )
        self.setToolTip(_("Choose another source (keys A to {last})").format(last=last))
        self.update()

    def letter(self) -> str:
        """Return the letter of the source shown."""
        return self._letter

    def sizeHint(self) -> QSize:
        """Return the badge with the arrow of a list beside it, and room for the ring of the focus."""
        side = theme.current().scaled(28) + 6
        return QSize(side + theme.current().scaled(ARROW), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge, the arrow and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, side = theme.current(), self.height() - 6
        paint_badge(painter, QRectF(3, 3, side, side), self._letter, self._index, look)
        half = look.scaled(3)
        tip = QPointF(self.width() - look.scaled(ARROW) / 2 - 1, self.height() / 2 + half / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("ink" if self.underMouse() else "muted"), 1.5))
        painter.drawPolyline([tip - QPointF(half, half), tip, tip + QPointF(half, -half)])
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class PaneHeader(QFrame):
    """Badge, title, outlet and date, the switch and the card's button."""

    source_chosen = Signal(str)
    which_chosen = Signal(str)
    card_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._sources: tuple[Source, ...] = ()
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._from_menu)
        self._badge = BadgeButton(self)
        self._badge.clicked.connect(self.open_menu)
        self._title, self._where = Elided("strong", self), Elided("quiet", self)
        self.switch = Segmented(
            (("digest", _("Digest")), ("original", _("Original"))), self, name=_("Digest or original")
        )
        self.switch.chosen.connect(self.which_chosen)
        self._card = plain(_("Card"), self)
        self._card.setToolTip(_("Who wrote this: the source’s card (Shift+C)"))
        self._card.clicked.connect(self.card_asked)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._where)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 16, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._badge, 0, 0)
        self._grid.addLayout(names, 0, 1)
        self._controls = QWidget(self)
        controls = QHBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(10)
        controls.addWidget(self.switch)
        controls.addWidget(self._card)
        controls.addStretch(1)
        self._grid.addWidget(self._controls, 0, 2)
        self._two_rows = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the switch and the card on a row of their own where the title would have no room."""
        super().resizeEvent(event)
        two_rows = self.width() < theme.current().scaled(NARROW)
        if two_rows != self._two_rows:
            self._two_rows = two_rows
            self._grid.removeWidget(self._controls)
            if two_rows:
                self._grid.addWidget(self._controls, 1, 1)
            else:
                self._grid.addWidget(self._controls, 0, 2)

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Say which sources there are to choose from."""
        self._sources = tuple(sources)

    def show_source(self, source: Source, index: int, which: Which) -> None:
        """Show whose text stands below."""
        card = source.card
        self._badge.set_source(source.letter, index, card.title, self._sources[-1].letter)
        self._title.set_whole(card.title)
        where = [card.short, card.kind, date_in_words(card.published), card.outlet]
        self._where.set_whole(" · ".join(part for part in where if part))
        self.switch.set_value(which)
        self._card.setAccessibleName(_("Card of source {letter}").format(letter=source.letter))

    def open_menu(self) -> None:
        """Open the list of sources below the badge."""
        self._menu.clear()
        ratio = self.devicePixelRatioF()
        for index, source in enumerate(self._sources):
            entry = self._menu.addAction(unmarked(f"{source.letter}   {source.card.short}"))
            if source.letter == self._badge.letter():
                entry.setFont(theme.current().font("strong"))
            entry.setIcon(QIcon(badge_pixmap(source.letter, index, theme.current().scaled(20), ratio)))
            entry.setData(source.id)
        self._menu.popup(self._badge.mapToGlobal(QPoint(0, self._badge.height() + 2)))

    def menu(self) -> QMenu:
        """Return the list of sources."""
        return self._menu

    def _from_menu(self, entry: QAction) -> None:
        self.source_chosen.emit(str(entry.data()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.current().colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
