"""The work on one claim's origins: the question, the count, the graph, its links, and one of them opened."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.laid_out.filtered_list import LinesView
from crossread.desktop.pages.compare.origins.lines import HOWS, LinesKey
from crossread.desktop.pages.compare.origins.link import LinkCard
from crossread.desktop.pages.compare.origins.view import OriginsView
from crossread.desktop.pages.compare.told.row_offer import RowOffer
from crossread.desktop.pages.compare.told.source_lines import SourceLines
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.lists.list_rows import rows
from crossread.desktop.widgets.lists.pair_list import PairDelegate
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.progress.origins_graph import OriginsGraph
from crossread.progress.origins_told import OriginsShown

KEY = Qt.ItemDataRole.UserRole
MOST = 12  # witnesses that can be answered


class LinksList(LinesView):
    """The links of a graph, as high as all of them: the graph in words."""

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        high = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(super().sizeHint().width(), high + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the lines need in the new width."""
        super().resizeEvent(event)
        self.setFixedHeight(max(1, self.sizeHint().height()))


class OriginsWork(QWidget):
    """`answered` gives a number of witnesses, 0 for none; `opened` the id of a link; `left`: the list."""

    answered = Signal(int)
    opened = Signal(str)
    shown = Signal(object)
    left = Signal()

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self.title = labels.heading("", self)
        self.question = labels.prompt("", self)
        numbers = [(str(number), str(number)) for number in range(1, MOST + 1)]
        self.numbers = Segmented(
            numbers, self, look="rings", name=_("How many witnesses, as you see it"), clearable=True
        )
        self.numbers.chosen.connect(self._number_chosen)
        self.answer = CardFrame(self, padding=12, radius=6)
        self.count = labels.heading("", self.answer)
        self.why = labels.body("", self.answer)
        never = labels.quiet(
            _("Counted for this claim alone, never for the event: another claim has other witnesses."),
            self.answer,
        )
        for label in (self.count, self.why, never):
            self.answer.body.addWidget(label)
        self.later = labels.quiet("", self)
        self.offer = RowOffer(self)
        self.lines = SourceLines(letters, self)
        self.lines.shown.connect(self.shown)
        self.graph = OriginsView(letters, self)
        self.graph.opened.connect(self._graph_opened)
        self.no_room = labels.quiet(
            _("There is no room for the picture in this window; the list says the same."), self
        )
        self._drawn = False
        self.lines_key = LinesKey(self)
        self.links = LinksList(_("Who rests on whom, line by line; Enter opens the passages"), self)
        self.links.entered.connect(self._link_entered)
        self.links.clicked.connect(self._link_clicked)
        self.links.currentRowChanged.connect(self._row_changed)
        self.found = labels.quiet("", self)
        self.card = LinkCard(letters, self)
        self.card.left.connect(self.focus_links)
        self.card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (
            self.title, self.question, self.numbers, self.answer, self.later, self.lines, self.offer,
            self.graph, self.no_room, self.lines_key, self.links, self.found, self.card,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)

    def show_claim(self, what: OriginsShown) -> None:
        """Show a claim; a link of it that is open stays open as long as it is told."""
        told = any(name == self.card.link for name, _says, _how in what.links)
        lost = self.card.isAncestorOf(self.window().focusWidget() or self.window())
        if what.key != self.key or not told:
            self.key = what.key
            self.close_link()
        lost = lost and self.card.isHidden()
        offers = what.can_fill or what.can_show
        self.offer.offer("", what.later, fill=what.can_fill, show=what.can_show)
        for label, words in (
            (self.title, what.title), (self.question, what.question),
            (self.later, "" if offers else what.later), (self.found, what.found),
        ):  # fmt: skip
            label.setText(words)
            label.setVisible(bool(words))
        self.numbers.setVisible(bool(what.question))
        self.numbers.set_value("" if what.answer is None else str(min(what.answer, MOST)))
        self.answer.setVisible(bool(what.count))
        self.count.setText(what.count)
        self.why.setText("\n".join(what.why))
        self.why.setVisible(bool(what.why))
        self.lines.set_lines(what.lines)
        self.lines.setVisible(bool(what.lines))
        self._show_graph(what)
        if lost:
            self.focus()

    def _show_graph(self, what: OriginsShown) -> None:
        graph = what.graph or OriginsGraph((), ())
        self.graph.set_graph(graph, what.words, what.told)
        self._drawn = bool(graph.nodes)
        used = {link.how for link in graph.links}
        self.lines_key.show_hows([how for how in HOWS if how in used])
        before = self.link_in_hand()
        self.links.blockSignals(True)
        for (name, says, how), item in zip(what.links, rows(self.links, len(what.links)), strict=True):
            item.setText(says)
            item.setData(KEY, name)
            item.setData(PairDelegate.below, how)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{says}: {how}")
        names = [name for name, _says, _how in what.links]
        self.links.setCurrentRow(names.index(before) if before in names else -1)
        self.links.blockSignals(False)
        self.links.setVisible(bool(names))
        self.links.setFixedHeight(max(1, self.links.sizeHint().height()))
        self.graph.set_current(self.link_in_hand())
        self._fit()

    def _fit(self) -> None:
        """Give the picture the height that it takes in this width; without room for it, leave it out."""
        fits = self.width() >= self.graph.least()
        self.graph.resize(self.width(), self.graph.height())
        self.graph.setFixedHeight(self.graph.high())
        self.graph.setVisible(self._drawn and fits)
        self.lines_key.setVisible(self._drawn and fits and self.links.count() > 0)
        self.no_room.setVisible(self._drawn and not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the picture for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def link_in_hand(self) -> str:
        """Return the id of the link that the list is at; "" for none."""
        item = self.links.currentItem()
        return str(item.data(KEY)) if item is not None else ""

    def close_link(self) -> None:
        """Have no link open."""
        self.card.hide()
        self.card.link = ""

    def focus(self) -> None:
        """Put the focus where work goes on: the links where they are told, else the question."""
        if not self.links.isHidden():
            self.focus_links()
        elif not self.numbers.isHidden():
            self.numbers.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_links(self) -> None:
        """Put the focus on the links."""
        if self.links.currentRow() < 0 and self.links.count():
            self.links.setCurrentRow(0)
        self.links.setFocus(Qt.FocusReason.TabFocusReason)

    def _number_chosen(self, number: str) -> None:
        self.answered.emit(int(number) if number else 0)

    def _graph_opened(self, link: str) -> None:
        names = [str(self.links.item(row).data(KEY)) for row in range(self.links.count())]
        if link in names:
            self.links.setCurrentRow(names.index(link))
            self.opened.emit(link)

    def _link_entered(self) -> None:
        if self.link_in_hand():
            self.opened.emit(self.link_in_hand())

    def _link_clicked(self, _index: QModelIndex) -> None:
        self._link_entered()

    def _row_changed(self, _row: int) -> None:
        self.graph.set_current(self.link_in_hand())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the claims by Escape."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)
