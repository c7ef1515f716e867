"""Which rows of the claim matrix are to be seen: by words, by how the sources stand, by who speaks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.choice_filter import Choice, ChoiceFilter
from crossread.desktop.pages.compare.matrix.words import Column
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.progress.claim_matrix import ClaimMatrix
from crossread.progress.claim_words import RELATION_WORDS
from crossread.questions.claims import Claim
from crossread.texts.finding.search_folding import fold_words

UNSAID = "unsaid"


class MatrixFilter(ChoiceFilter):
    """A field for words and two choices; `changed`: other rows are wanted, `left`: the table is."""

    left = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(_("Filter the claims by words"), _("Words of the claim"), 160, parent)
        self.relation = Choice(_("How the sources stand"), _("All relations"), self)
        self.relation.set_options(
            [*((key, _(words)) for key, words in RELATION_WORDS.items()), (UNSAID, _("not said yet"))]
        )
        self.source = Choice(_("Who speaks"), _("All sources"), self)
        self.source.set_options(
            [(column.id, _("{letter} speaks of it").format(letter=column.letter)) for column in columns]
        )
        self.take(self.relation, self.source)
        row = FlowLayout(self, across=8, down=4)
        for widget in (self.words, *self.choices):
            row.addWidget(widget)

    def arranged(self) -> dict[str, str]:
        """Return what is asked for, by name."""
        asked = {
            "words": self.words.text().strip(),
            "relation": self.relation.value,
            "speaks": self.source.value,
        }
        return {name: value for name, value in asked.items() if value}

    def arrange(self, kept: Mapping[str, str]) -> None:
        """Ask for what `arranged` returned; all rows where that is nothing."""
        self.ask(kept.get("words", ""), [kept.get(name, "") for name in ("relation", "speaks")])

    def wanted(self, matrix: ClaimMatrix, held: str = "") -> list[Claim]:
        """Return the claims that are asked for; of a relation or a source only what is known counts.

        The one of the id `held` is among them in any case.
        """
        typed = fold_words(self.words.text()).split()
        return [one for one in matrix.claims if one.id == held or self._fits(matrix, one, typed)]

    def _fits(self, matrix: ClaimMatrix, claim: Claim, typed: Sequence[str]) -> bool:
        if typed:
            folded = fold_words(claim.claim)
            if not all(word in folded for word in typed):
                return False
        if self.relation.value:
            relation = matrix.relation(claim)
            if relation != ("" if self.relation.value == UNSAID else self.relation.value):
                return False
        return not self.source.value or matrix.speaks(claim, self.source.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the table by Enter, and by Escape where there are no words to be cleared."""
        writing = self.words.hasFocus()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and writing
        if enter or (event.key() == Qt.Key.Key_Escape and not (writing and self.words.text())):
            self.left.emit()
        else:
            super().keyPressEvent(event)
