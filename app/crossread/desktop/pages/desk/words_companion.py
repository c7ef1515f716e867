"""Words explained: the glossary and the names that sources write differently, as a list beside the texts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.desk.words_list import WordsList
from crossread.desktop.pages.desk.words_rows import WordRow, chosen_rows, following, spots_of, word_rows
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import Spot
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.operations.opening.opened import OpenPack

SAY_MS = 600  # a pause in typing after which a screen reader hears how many there are


class WordsCompanion(Companion):
    """The tab "Words" of the desk: Enter or a click on a word goes to the next place where it stands."""

    name = "words"

    def __init__(self, around: Surroundings, opened: OpenPack, parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._explained = opened.explained
        self._all = word_rows(self._explained, opened)
        self._here: Spot | None = None
        self._last: dict[str, Spot] = {}
        self._in_view: tuple[str, ...] = ()
        self.field = FindField(_("Find an explained word"), _("Find an explained word"), self)
        self.count = labels.quiet("", self)
        self.empty = labels.muted("", self)
        self.list = WordsList(_("Explained words"), self)
        head = QVBoxLayout()
        head.setContentsMargins(20, 12, 20, 8)
        head.setSpacing(6)
        for widget in (self.field, self.count, self.empty):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._column = column
        self._say_soon = QTimer(self)
        self._say_soon.setSingleShot(True)
        self._say_soon.setInterval(SAY_MS)
        self._say_soon.timeout.connect(self._say)
        self.field.searched.connect(self._typed)
        self.field.went_down.connect(self._to_list)
        self.field.stepped.connect(self._to_list)
        self.list.shown.connect(self._show)
        self.list.left_above.connect(self._to_field)
        self._fill()

    # What is listed

    def _fill(self) -> None:
        letters = {source.letter for source in self.opened.pack.sources if source.id in self._in_view}
        rows = chosen_rows(self._all, self.field.text(), letters)
        count = sum(row.entry is not None for row in rows)
        self.list.set_rows(rows)
        self.list.setVisible(count > 0)
        some = bool(self._explained.entries)
        self.field.setVisible(some)
        self.count.setVisible(some)
        told = ngettext("{count} word", "{count} words", count).format(count=count)
        self.count.setText(told)
        nothing = (
            _("No explained word holds that. Type less.")
            if some
            else _("This pack explains no words. Its authors can add them in glossary.yaml and words.yaml.")
        )
        self.empty.setText("" if count else nothing)
        self.empty.setVisible(not count)
        self._column.setStretch(2, 0 if count else 1)

    def _typed(self, _words: str) -> None:
        self._fill()
        self._say_soon.start()

    def _say(self) -> None:
        announce(self, self.empty.text() or self.count.text())

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack with other originals: words may stand in more texts."""
        if opened.pack is not self.opened.pack:
            self._explained = opened.explained
        super().set_opened(opened)
        self._all = word_rows(self._explained, opened)
        self._fill()

    def set_view(self, here: Spot | None) -> None:
        """Go on from where the learner reads."""
        self._here = here
        if here is not None and not self._in_view:
            self.set_in_view((here.source,))

    def set_in_view(self, sources: Sequence[str]) -> None:
        """List first what the sources in the panes use."""
        if tuple(sources) != self._in_view:
            self._in_view = tuple(sources)
            self._fill()

    def show_entry(self, entry: str) -> None:
        """Make an entry current by its key ("term/ID", "name/ID") or its id, whatever the filter was."""
        if self.field.text():
            self.field.fill("")
        keys = (entry, f"term/{entry}", f"name/{entry}")
        if any(self.list.set_current(key) for key in keys):
            self._to_list()

    # Going to the texts

    def _show(self, row: object) -> None:
        if not isinstance(row, WordRow) or row.entry is None:
            return
        spots = spots_of(row.entry, self._explained, self.opened, self.around.veiling, self._here)
        spot = following(spots, self._last.get(row.key), self._here)
        if spot is None:
            announce(self, _("It stands in no text at hand."))
            self.refused.emit(_("“{word}” stands in no text that is at hand.").format(word=row.title))
            return
        self._last[row.key] = spot
        letter = self.opened.pack.source(spot.source).letter
        told = _("{number} of {count}, source {letter}")
        announce(self, told.format(number=spots.index(spot) + 1, count=len(spots), letter=letter))
        self.show_spot(spot)

    # The focus

    def _to_list(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Begin with the filter."""
        if self._explained.entries:
            self._to_field()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
