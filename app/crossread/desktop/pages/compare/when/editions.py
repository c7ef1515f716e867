"""Two editions of one source: what became different, sentence beside sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.compare.origins.pairs import PairSide, signed
from crossread.desktop.pages.compare.origins.passage import ComparedPassage
from crossread.desktop.place import Spot
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.progress.when_editions import Difference, Edition, Editions, differing
from crossread.questions.passages import ShownText
from crossread.texts.text import Range
from crossread.texts.wording.differences import Change

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opening.opened import OpenPack


class EditionsCard(CardFrame):
    """The differences in the order of the text; `spot_asked` gives the passage of one."""

    spot_asked = Signal(object)

    def __init__(self, opened: "OpenPack", veiling: "Veiling", two: Editions, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened, self._veiling, self._two = opened, veiling, two
        self._index = opened.pack.sources.index(two.source)
        self.passages: list[ComparedPassage] = []
        name = _("Two editions of {letter}, {source}").format(
            letter=two.source.letter, source=two.source.card.short
        )
        self.setAccessibleName(name)
        self.body.addWidget(labels.heading(name, self))
        self.body.addWidget(labels.muted(_told(two.one, two.other), self))
        if two.other.about:
            self.body.addWidget(labels.body(two.other.about, self))
        found = differing(two.one.text, two.other.text)
        count = len(found)
        told = ngettext(
            "They differ in {count} place. Words with ≠ stand for others, words with + only there.",
            "They differ in {count} places. Words with ≠ stand for others, words with + only there.",
            count,
        )
        same = _("Not a word is different.")
        self.body.addWidget(labels.quiet(told.format(count=count) if found else same, self))
        self._found = found
        self._holder: QWidget | None = None
        self.show_passages()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        self.show_passages()

    def show_passages(self) -> None:
        """Show the passages anew, with what of them is covered now."""
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.passages = []
        for difference in self._found:
            self._add(difference)
        self.body.addWidget(self._holder)

    def _add(self, difference: Difference) -> None:
        first = [(piece.change, piece.one) for piece in difference.pieces]
        second = [(piece.change, piece.other) for piece in difference.pieces]
        self._add_side(self._two.one, difference.in_one, first)
        self._add_side(self._two.other, difference.in_other, second)
        self._column.addSpacing(8)

    def _add_side(
        self, edition: Edition, where: Range, pieces: Sequence[tuple[Change, Range | None]]
    ) -> None:
        if where.end <= where.start:
            return
        source = self._two.source
        covered = self._veiling.covered(self._opened, source.id, ShownText(edition.which, edition.text))
        spot = Spot(source.id, edition.which, where.start, where.end)
        if any(one.start < where.end and where.start < one.end for one in covered):
            shown = ShownText(edition.which, edition.text)
            side = PairSide(source.id, self._veiling.words(self._opened, source.id, shown, where), spot)
        else:
            marked = signed(edition.text.shown, where, pieces)
            side = PairSide(source.id, marked.words, spot, marked.marks)
        self._column.addWidget(labels.quiet(_name(edition), self._holder))
        passage = ComparedPassage(side, source.letter, self._index, self._holder or self)
        told = _("{edition}: {quote}").format(edition=_name(edition), quote=f"“{side.words}”")
        passage.setAccessibleName(told)
        passage.spot_asked.connect(self.spot_asked)
        self._column.addWidget(passage)
        self.passages.append(passage)


def _name(edition: Edition) -> str:
    label = edition.label or _("First text")
    return (
        _("{label}, {date}").format(label=label, date=date_in_words(edition.written))
        if edition.written
        else label
    )


def _told(one: Edition, other: Edition) -> str:
    return _("{one}; then {other}").format(one=_name(one), other=_name(other))
