"""The help: its pages beside their contents, found by words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QListView,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crossread.base.translation import _, ngettext
from crossread.desktop import own_keys
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.help.help_pages import Topic, pages_with, topic, topics
from crossread.desktop.pages.help.help_words import HelpWords
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.place import Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.layers.hits import Hits
from crossread.desktop.widgets.lists.list_rows import rows
from crossread.desktop.widgets.lists.pair_list import PairDelegate
from crossread.desktop.widgets.reading.text_view import TextView
from crossread.texts.text import Range

SIDE = 280  # pixels of the contents at the default text size
NARROW = 760
_ENDLESS = 16_777_215
_TOPIC = Qt.ItemDataRole.UserRole


class HelpView(TextView):
    """A page of the help: nobody quotes it by paragraph."""

    numbered = False


class HelpPage(Page):
    """The help. `Place.about` names a page, or a section of one as "page#number"."""

    name = "help"

    def __init__(self, _around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic: Topic = topics()[0]
        self._hits: list[Range] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._side = QFrame(self)
        self._side.setProperty("look", "ground")
        self._fill_side(QVBoxLayout(self._side))
        self._line = QFrame(self)
        self._line.setProperty("look", "line")
        self.view = HelpView(self)
        self._marks = Hits(self.view)
        self._changed_keys = labels.quiet(
            _("You have changed keys: the help names the usual ones. The list of keys shows yours."), self
        )
        self._changed_keys.setContentsMargins(24, 10, 24, 10)
        self._see = QFrame(self)
        self._see.setProperty("look", "surface")
        self._see_row = FlowLayout(self._see, across=12, down=4)
        self._see_row.setContentsMargins(24, 8, 24, 10)
        main = QVBoxLayout()
        main.setSpacing(0)
        for widget, stretch in ((self._changed_keys, 0), (self.view, 1), (self._see, 0)):
            main.addWidget(widget, stretch)
        self._row.addWidget(self._side)
        self._row.addWidget(self._line)
        self._row.addLayout(main, 1)
        self._list_topics(topics())
        self._show(self.topic)

    def _fill_side(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        self._title = labels.title(_("Help"), self)
        column.addWidget(self._title)
        self.field = Field(_("Search the help"), _("Search the help"), self)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._next_hit)
        column.addWidget(self.field)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Contents of the help"))
        self.list.setItemDelegate(PairDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._picked)
        self.list.itemActivated.connect(self._to_text)
        column.addWidget(self.list, 1)
        self._none = labels.muted(_("No page holds these words."), self)
        self._none.hide()
        column.addWidget(self._none)

    # Pages

    def _list_topics(self, shown: tuple[Topic, ...]) -> None:
        self.list.blockSignals(True)
        for one, item in zip(shown, rows(self.list, len(shown)), strict=True):
            item.setText(one.title)
            item.setData(_TOPIC, one.id)
            if one.id == self.topic.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._none.setVisible(not shown)

    def _picked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._show(topic(str(item.data(_TOPIC))))

    def _to_text(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: Topic) -> None:
        self.topic = shown
        self.view.set_text(shown.text, _("Help: {title}").format(title=shown.title))
        self._changed_keys.setVisible(bool(own_keys.now().table()))
        for row in range(self.list.count()):
            if self.list.item(row).data(_TOPIC) == shown.id and row != self.list.currentRow():
                self.list.blockSignals(True)
                self.list.setCurrentRow(row)
                self.list.blockSignals(False)
        self._show_links()
        self._find()

    def _show_links(self) -> None:
        for button in self._see.findChildren(QPushButton):
            self._see_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for name in self.topic.see_also:
            button = link_button(topic(name).title, self._see)
            button.setProperty("topic", name)
            button.clicked.connect(self._follow)
            self._see_row.addWidget(button)
            button.show()
        self._arrange()

    def _follow(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            before = self.here()
            self._show(topic(str(button.property("topic"))))
            self.jumped.emit(before, self.here())
            self._to_text()

    def here(self) -> Place:
        """Return which page of the help is in view."""
        return Place("help", about=self.topic.id)

    def go_to(self, place: Place) -> None:
        """Show a page of the help, at one of its sections where one is named."""
        name, _mark, section = place.about.partition("#")
        if name:
            self.field.clear()
            self._show(topic(name))
        if section.isdecimal():
            self.view.go_to(self.topic.position(int(section)))

    def enter(self) -> None:
        """Put the focus on the text: one came to read."""
        self._to_text()

    # Finding words

    def _typed(self, typed: str) -> None:
        found = tuple(pages_with(typed)) if typed.strip() else topics()
        self._list_topics(found)
        if typed.strip() and found and self.topic not in found:
            self._show(found[0])
        else:
            self._find()
        if typed.strip():
            count = len(found)
            told = ngettext("{count} page of the help", "{count} pages of the help", count)
            announce(self.field, told.format(count=count))

    def _find(self) -> None:
        """Mark the words typed in the page in view."""
        self._hits = list(HelpWords(self.field.text()).places(self.topic.text))
        self._marks.set_hits(self._hits, 0 if self._hits else -1)
        if self._hits:
            self.view.go_to(self._hits[0].start)

    def _next_hit(self) -> None:
        self._step(1)

    def _previous_hit(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """Go to the next hit; past the last one of a page, to the first one of the next page found."""
        at = self._marks.current() + by if self._marks.current() >= 0 or by > 0 else -1
        if not 0 <= at < len(self._hits):
            rows = self.list.count()
            if not rows or not self.field.text().strip():
                return
            self.list.setCurrentRow((self.list.currentRow() + by) % rows)
            at = 0 if by > 0 else len(self._hits) - 1
        if not self._hits:
            return
        self._marks.set_current(at)
        self.view.go_to(max(0, self._hits[at].start))
        told = _("{number} of {all} on “{page}”")
        announce(self.view, told.format(number=at + 1, all=len(self._hits), page=self.topic.title))

    # Keys

    def deeds(self) -> dict[str, Deed]:
        """Return what the page's keys do."""
        return {"find": self._to_field, "hit-next": self._next_hit, "hit-previous": self._previous_hit}

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.field, self.list, self.view]

    # The form

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the contents beside the page or above it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        now, across = theme.current(), QBoxLayout.Direction.LeftToRight
        narrow = self.width() < now.scaled(NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else across)
        self._title.setVisible(not narrow)
        self._see.setVisible(bool(self.topic.see_also) and not narrow)  # the contents have all of them
        side = (now.scaled(SIDE), _ENDLESS) if not narrow else (_ENDLESS, max(150, self.height() * 2 // 5))
        line = (1, _ENDLESS) if not narrow else (_ENDLESS, 1)
        for widget, (width, height) in ((self._side, side), (self._line, line)):
            widget.setMinimumSize(width if width < _ENDLESS else 0, height if height < _ENDLESS else 0)
            widget.setMaximumSize(width, height)
