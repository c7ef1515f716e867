"""Passages of the comparison and authors' words on them as they may be told, and where they stand."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from crossread.desktop.place import Spot
from crossread.desktop.widgets.layers.covers import covered_sign
from crossread.questions.passages import PassageKey, Selection
from crossread.questions.placing import place
from crossread.texts.text import Range
from crossread.texts.words.normal import normal_words

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opening.opened import OpenPack

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

    def told(self, words: str, passages: Iterable[PassageKey]) -> str:
        """Return what an author writes about passages as it may be told now.

        All of it is covered where it has words that are covered in one of them.
        """
        if not words or not self._opened.pack.graphic:
            return words
        hidden = (run for one in dict.fromkeys(passages) for run in self._hidden(one))
        return covered_sign() if any(_shares(words, run) for run in hidden) else words

    def _hidden(self, passage: PassageKey) -> Iterator[str]:
        """Yield what is covered of a passage."""
        if all(one.source != passage.source for one in self._opened.pack.graphic):
            return
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


def shares_word(said: str, hidden: str) -> bool:
    """Tell whether what is said has a word that is covered, in whatever form it stands."""
    words = [{word.text[:STEM] for word in normal_words(one)} for one in (said, hidden)]
    return bool(words[0] & words[1])


def _shares(said: str, hidden: str) -> bool:
    """Tell whether what is said has two words in a row that are covered, in whatever form they stand."""
    runs = [set(pairwise(word.text[:STEM] for word in normal_words(one))) for one in (said, hidden)]
    return bool(runs[0] & runs[1])
