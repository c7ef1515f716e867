"""Passages of the claim matrix: their words as they may be told, and where they stand in the texts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from crossread.desktop.place import Spot
from crossread.desktop.widgets.reading_covers import covered_sign
from crossread.questions.claims import Statement
from crossread.questions.passages import PassageKey, Selection
from crossread.questions.placing import place
from crossread.texts.normal import normal_words
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opened import OpenPack

STEM = 5  # letters by which two forms of a word are known as one


class MatrixPassages:
    """Looks passages up in the texts of a pack; `veiling` decides what of them is covered."""

    def __init__(self, opened: "OpenPack", veiling: "Veiling") -> None:
        self._opened, self._veiling = opened, veiling

    def tell(self, what: Selection | PassageKey, quote: str) -> str:
        """Return a quote as it may be told now."""
        return self._veiling.quote(self._opened, what, quote)

    def words(self, what: Selection | PassageKey) -> str:
        """Return the words of a passage as they may be told now; "" where nobody here has them."""
        if isinstance(what, Selection):
            return self.tell(what, what.quote)
        spot = self.spot(what)
        shown = self._opened.shown(spot.source, spot.which) if spot else None
        if spot is None or shown is None:
            return self.tell(what, what.quote) if what.quote else ""
        return self._veiling.words(self._opened, spot.source, shown, Range(spot.start, spot.end))

    def told(self, source: str, statement: Statement) -> Statement:
        """Return what a source says as it may be told now: covered where it has words that are covered."""
        hidden = (words for one in statement.passages for words in self._hidden(one.of(source)))
        if statement.says and any(_shares(statement.says, words) for words in hidden):
            return replace(statement, says=covered_sign())
        return statement

    def _hidden(self, passage: PassageKey) -> Iterator[str]:
        """Yield what is covered of a passage."""
        spot = self.spot(passage)
        shown = self._opened.shown(spot.source, spot.which) if spot else None
        if spot is None or shown is None:
            if passage.quote and self.tell(passage, passage.quote) != passage.quote:
                yield passage.quote
            return
        for cover in self._veiling.covered(self._opened, spot.source, shown):
            start, end = max(cover.start, spot.start), min(cover.end, spot.end)
            if start < end:
                yield shown.text.words(Range(start, end))

    def spot(self, what: Selection | PassageKey) -> Spot | None:
        """Return where a passage stands, in the first text of its source that has it; None where none has."""
        if isinstance(what, Selection):
            shown = self._opened.texts.get(what.source, {}).get(what.text_digest)
            return Spot(what.source, shown.which, what.start, what.end) if shown else None
        for which in self._opened.whiches(what.source):
            text = self._opened.shown(what.source, which)
            where = place(what, text) if text else None
            if where is not None:
                return Spot(what.source, which, where.start, where.end)
        return None


def _shares(says: str, hidden: str) -> bool:
    """Tell whether what is said has two words in a row that are covered, in whatever form they stand."""
    runs = [set(pairwise(word.text[:STEM] for word in normal_words(one))) for one in (says, hidden)]
    return bool(runs[0] & runs[1])
