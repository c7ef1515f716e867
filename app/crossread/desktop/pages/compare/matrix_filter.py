"""Which rows of the claim matrix are to be seen: by words, by how the sources stand, by who speaks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.matrix_words import Column
from crossread.desktop.pages.notes.noted_filter import Choice
from crossread.desktop.theme import theme
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.flow import FlowLayout
from crossread.progress.claim_matrix import ClaimMatrix
from crossread.progress.claim_words import RELATION_WORDS
from crossread.questions.claims import Claim
from crossread.texts.search_folding import fold_words

ANY = "-"
UNSAID = "unsaid"


class MatrixFilter(QWidget):
    """A field for words and two choices; `changed`: other rows are wanted, `left`: the table is."""

    changed = Signal()
    left = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Field(_("Filter the claims by words"), _("Words of the claim"), self)
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(theme.current().scaled(160))
        self.words.textChanged.connect(self._typed)
        self.relation = Choice(_("How the sources stand"), _("All relations"), self)
        self.relation.set_options(
            [*((key, _(words)) for key, words in RELATION_WORDS.items()), (UNSAID, _("not said yet"))]
        )
        self.source = Choice(_("Who speaks"), _("All sources"), self)
        self.source.set_options(
            [(column.id, _("{letter} speaks of it").format(letter=column.letter)) for column in columns]
        )
        row = FlowLayout(self, across=8, down=4)
        row.addWidget(self.words)
        for choice in (self.relation, self.source):
            choice.clicked.connect(self._open)
            row.addWidget(choice)
        self._open_for: Choice | None = None

    def is_all(self) -> bool:
        """Tell whether nothing in particular is asked for."""
        return not (self.words.text().strip() or self.relation.value or self.source.value)

    def clear(self) -> None:
        """Ask for all rows again."""
        self.arrange({})

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
        self.words.blockSignals(True)
        self.words.setText(kept.get("words", ""))
        self.words.blockSignals(False)
        for choice, name in ((self.relation, "relation"), (self.source, "speaks")):
            value = kept.get(name, "")
            choice.show_value(value if value in [key for key, _words in choice.options] else "")
        self.changed.emit()

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

    def _typed(self, _words: str) -> None:
        self.changed.emit()

    def _open(self) -> None:
        choice = self.sender()
        if isinstance(choice, Choice):
            self._open_for = choice
            menu = choice.menu_of()
            menu.picked.connect(self._picked)
            menu.open_below(choice)

    def _picked(self, value: str) -> None:
        if self._open_for is not None:
            self._open_for.show_value("" if value == ANY else value)
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the words by Escape, as long as there are some; else go back to the table."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.hasFocus()
        if event.key() == Qt.Key.Key_Escape and self.words.text() and self.words.hasFocus():
            self.words.clear()
        elif event.key() == Qt.Key.Key_Escape or enter:
            self.left.emit()
        else:
            super().keyPressEvent(event)
