"""The head of a pane: whose text it is, where it came out, which text, the card, and what else there is."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QVBoxLayout, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.pages.elided import Elided
from crossread.desktop.pages.panes.badge_button import BadgeButton
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import plain, quiet_button, rename, unmarked
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.badge import badge_pixmap
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.desktop.widgets.picking.menus import open_menu
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.packs.sources.source import Source
from crossread.questions.passages import Which

NARROW = 470  # pixels at the default text size: below this the head has two rows


class PaneHeader(QFrame):
    """Badge, title, outlet and date, the switch, the card's button and that of the menu.

    The switch stands for digest and original; where there are editions too, a button with a list does.
    `back_asked`: the other panes are wanted again.
    """

    source_chosen = Signal(str)
    which_chosen = Signal(str)
    card_asked = Signal()
    menu_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._sources: tuple[Source, ...] = ()
        self._texts: tuple[tuple[Which, str], ...] = ()
        self._which: Which = ""
        self._in_hand = False
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._from_menu)
        self._badge = BadgeButton(self)
        self._badge.clicked.connect(self.open_menu)
        self._title, self._where = Elided("strong", self), Elided("quiet", self)
        self.switch = Segmented(
            (("digest", _("Digest")), ("original", _("Original"))), self, name=_("Digest or original")
        )
        self.switch.chosen.connect(self.which_chosen)
        self.texts = plain("", self)
        self.texts.clicked.connect(self.open_texts)
        self._card = plain(_("Card"), self)
        set_key_tip(self._card, _("Who wrote this: the source’s card"), "card")
        self._card.clicked.connect(self.card_asked)
        self.back = plain(_("‹ All panes"), self)
        set_key_tip(self.back, _("Back to all panes and the questions"), "maximise")
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        self.more = quiet_button("⋯", self)
        self.more.setToolTip(_("Contents, panes, size: what else can be done here"))
        self.more.clicked.connect(self.menu_asked)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._where)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 8, 10, 8)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._badge, 0, 0)
        self._grid.addLayout(names, 0, 1)
        self._controls = QWidget(self)
        controls = FlowLayout(self._controls, across=10, down=6)
        for control in (self.switch, self.texts, self._card, self.back):
            controls.addWidget(control)
        self._grid.addWidget(self._controls, 0, 2)
        self._grid.addWidget(self.more, 0, 3)
        self._two_rows = self._low = self._several = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the switch and the card on a row of their own where the title would have no room."""
        super().resizeEvent(event)
        two_rows = self.width() < theme.current().scaled(NARROW)
        if two_rows != self._two_rows:
            self._two_rows = two_rows
            self._grid.removeWidget(self._controls)
            if two_rows:
                self._grid.addWidget(self._controls, 1, 1, 1, 3)
            else:
                self._grid.addWidget(self._controls, 0, 2)
            self._offer()

    def set_low(self, low: bool) -> None:
        """Leave the height of a second row to the text: what stands there is in the menu too."""
        if low != self._low:
            self._low = low
            self._offer()

    def least_height(self) -> int:
        """Return the height of its one row where there is no second, in pixels."""
        margins = self._grid.contentsMargins()
        words = self._title.sizeHint().height() + self._where.sizeHint().height()
        row = max(words, self._badge.sizeHint().height(), self.more.sizeHint().height())
        return row + margins.top() + margins.bottom()

    def _offer(self) -> None:
        """Show what there is to choose, where there is room for it."""
        room = not (self._low and self._two_rows)
        self.switch.setVisible(room and not self._several and len(self._texts) != 1)
        self.texts.setVisible(room and self._several)
        self._card.setVisible(room)
        self._controls.setVisible(room or not self.back.isHidden())

    def set_sources(self, sources: Sequence[Source]) -> None:
        """Say which sources there are to choose from."""
        self._sources = tuple(sources)

    def set_in_hand(self, in_hand: bool) -> None:
        """Show whether keys act on this pane."""
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.update()

    def set_alone(self, alone: bool) -> None:
        """Offer the way back to all panes, or not."""
        self.back.setVisible(alone)
        self._offer()

    def show_source(
        self, source: Source, index: int, which: Which, texts: Sequence[tuple[Which, str]] = ()
    ) -> None:
        """Show whose text stands below, which one, and which ones there are, each with its name."""
        card = source.card
        self._badge.set_source(source.letter, index, card.title, self._sources[-1].letter)
        self._title.set_whole(card.title)
        where = [card.short, card.kind, date_in_words(card.published), card.outlet]
        self._where.set_whole(" · ".join(part for part in where if part))
        self._texts, self._which = tuple(texts), which
        self._several = any(key not in ("digest", "original") for key, _label in texts)
        self._offer()
        self.switch.set_value(which)
        label = dict(texts).get(which, "")
        rename(self.texts, f"{label} ▾")
        self.texts.setAccessibleName(_("Text: {text}; choose another").format(text=label))
        self._card.setAccessibleName(_("Card of source {letter}").format(letter=source.letter))
        self.more.setAccessibleName(_("More for the pane of source {letter}").format(letter=source.letter))

    def open_texts(self) -> None:
        """Open the list of this source's texts."""
        menu = ListMenu(_("Texts of this source"), self)
        menu.add(self._texts, current=self._which)
        menu.picked.connect(self.which_chosen)
        menu.open_below(self.texts)

    def open_menu(self) -> None:
        """Open the list of sources below the badge."""
        self._menu.clear()
        ratio = self.devicePixelRatioF()
        for index, source in enumerate(self._sources):
            here = source.letter == self._badge.letter()
            words = unmarked(f"{source.letter}   {source.card.short}")
            entry = self._menu.addAction(f"{words}\t{_('in this pane')}" if here else words)
            if here:
                entry.setFont(theme.current().font("strong"))
                self._menu.setActiveAction(entry)
            entry.setIcon(QIcon(badge_pixmap(source.letter, index, theme.current().scaled(20), ratio)))
            entry.setData(source.id)
        open_menu(self._menu, self._badge.mapToGlobal(QPoint(0, self._badge.height() + 2)))

    def menu(self) -> QMenu:
        """Return the list of sources."""
        return self._menu

    def _from_menu(self, entry: QAction) -> None:
        self.source_chosen.emit(str(entry.data()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below, stronger where the pane is in hand."""
        super().paintEvent(event)
        painter = QPainter(self)
        height = 2 if self._in_hand else 1
        role = "accent" if self._in_hand else "line"
        painter.fillRect(0, self.height() - height, self.width(), height, theme.current().colour(role))
