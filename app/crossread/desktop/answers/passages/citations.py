"""The passages that a longer text cites, sent from the panes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.passages.evidence_panel import how_to_mark
from crossread.desktop.answers.passages.passage_list import PassageList, joined, listed_selections, overlap
from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.labels import Label
from crossread.questions.passages import Selection


class Citations(CardFrame):
    """Takes any number of passages of `sources`, of which `least` are asked for.

    `chosen` gives the passages that the learner would have now, `shown` one to be shown in its text.
    """

    chosen = Signal(object)
    shown = Signal(object)

    def __init__(self, sources: Sequence[str], least: int, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent, look="dashed", padding=12, radius=6)
        self._sources, self._least, self._letters = tuple(sources), least, letters
        self._given: tuple[Selection, ...] = ()
        self._usable = True
        self._refused = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setSpacing(4)
        self.title = Label(_("Passages you cite"), "strong", self)
        self.count = Label("", "muted", self)
        self.count.setWordWrap(False)
        self.hint = Label("", "quiet", self)
        self._list = PassageList(letters, self)
        self._list.shown.connect(self.shown)
        self._list.removed.connect(self.remove)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._list)
        self.body.addWidget(self.hint)
        self.show_given(())

    def rows(self) -> tuple[PassageRow, ...]:
        """Return the rows shown, in the order of citing."""
        return self._list.rows()

    def add(self, selection: Selection) -> bool:
        """Take a passage in, in the place of those that it overlaps; False, and why, for other sources."""
        if not self._usable:
            return False
        if self._sources and selection.source not in self._sources:
            letters = [self._letters.get(one, (one[:1].upper(), 0))[0] for one in self._sources]
            self._refused = _("This question is about {letters}.").format(letters=joined(letters))
            self._say()
            announce(self, self._refused)
            return False
        kept = tuple(one for one in self._given if not overlap(one, selection))
        self.chosen.emit((*kept, selection))
        announce(self, _("Cited: {quote}. {count}").format(quote=selection.quote, count=self.count.text()))
        return True

    def remove(self, selection: Selection) -> None:
        """Take a passage away again."""
        if not self._usable or selection not in self._given:
            return
        at = self._given.index(selection)
        self.chosen.emit(tuple(one for one in self._given if one != selection))
        if not self._list.focus(at):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("Taken away. {count}").format(count=self.count.text()))

    def show_given(self, given: tuple[Selection, ...], *, usable: bool = True) -> None:
        """Show the passages cited, and whether that may be changed."""
        if given != self._given:
            self._refused = ""
        self._given, self._usable = given, usable
        self._list.fill(listed_selections(given, {}, removable=usable))
        self._say()

    def _say(self) -> None:
        count, least = len(self._given), self._least
        self.count.setText(
            _("{count} of at least {least}").format(count=count, least=least) if least else str(count)
        )
        self.setAccessibleName(f"{self.title.text()}. {self.count.text()}")
        hint = self._refused or (how_to_mark() if count < max(1, least) else "")
        self.hint.setText(hint if self._usable else "")
        self.hint.setVisible(bool(self.hint.text()))
        self.setVisible(self._usable or count > 0)
