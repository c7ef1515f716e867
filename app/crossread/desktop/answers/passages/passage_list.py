"""A list of passages that were marked, cited or asked for; each is shown on a click and may be taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.desktop.answers.passages.quoting import told_quote
from crossread.questions.mark import Part, Verdict
from crossread.questions.passages import PassageKey, Selection


@dataclass(frozen=True, slots=True)
class ListedPassage:
    """One row: what it stands for, its words, what it is worth and why, and whether it can be taken away."""

    what: Selection | PassageKey
    quote: str
    verdict: Verdict = "unscored"
    note: str = ""
    removable: bool = False

    @property
    def source(self) -> str:
        """The source that the passage is in."""
        return self.what.source


class PassageList(QWidget):
    """Passages one above the other.

    `removed` gives the Selection whose row is to be taken away, `shown` the Selection or PassageKey to be
    shown in its text.
    """

    removed = Signal(object)
    shown = Signal(object)

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = letters
        self._listed: tuple[ListedPassage, ...] = ()
        self._told: tuple[str, ...] = ()
        self._rows: list[PassageRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def rows(self) -> tuple[PassageRow, ...]:
        """Return the rows shown, in order."""
        return tuple(self._rows)

    def fill(self, listed: Sequence[ListedPassage]) -> None:
        """Show these passages and no others; where they are the same, the rows and the focus stay."""
        told = tuple(told_quote(self, one.what, one.quote) for one in listed)
        if tuple(listed) == self._listed and told == self._told:
            return
        self._listed, self._told = tuple(listed), told
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one, quote) for one, quote in zip(listed, told, strict=True)]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))

    def tell_again(self) -> None:
        """Tell the same passages in the words that may be told now."""
        focused = next((at for at, row in enumerate(self._rows) if row.passage.hasFocus()), None)
        self.fill(self._listed)
        if focused is not None:
            self.focus(focused)

    def focus(self, at: int) -> bool:
        """Put the focus on a row, on the last one where there are fewer; False where there is none."""
        if not self._rows:
            return False
        self._rows[min(at, len(self._rows) - 1)].passage.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _row(self, one: ListedPassage, quote: str) -> PassageRow:
        letter, index = self._letters.get(one.source, (one.source[:1].upper(), 0))
        row = PassageRow(one.what, quote, letter, index, self)
        row.passage.set_verdict(one.verdict, one.note)
        row.set_removable(one.removable)
        row.shown.connect(self.shown)
        row.removed.connect(self.removed)
        return row


def listed_selections(
    selections: Sequence[Selection], parts: Mapping[Selection, Part], *, removable: bool
) -> list[ListedPassage]:
    """List what a learner marked, each with what it is worth where a part says so."""
    found = []
    for selection in selections:
        part = parts.get(selection)
        verdict, note = (part.verdict, part.feedback) if part else ("unscored", "")
        found.append(ListedPassage(selection, selection.quote, verdict, note, removable))
    return found


def overlap(one: Selection, other: Selection) -> bool:
    """Tell whether two selections share words of one text."""
    same = one.source == other.source and one.text_digest == other.text_digest
    return same and one.start < other.end and other.start < one.end


def joined(letters: Sequence[str]) -> str:
    """Return letters as a sentence has them: "B", "B and C", "A, B and C"."""
    if len(letters) < 2:
        return "".join(letters)
    return _("{several} and {last}").format(several=", ".join(letters[:-1]), last=letters[-1])
