"""Passages of the claim matrix: their words as they may be told, and where they stand in the texts."""

from typing import TYPE_CHECKING

from crossread.desktop.place import Spot
from crossread.questions.passages import PassageKey, Selection
from crossread.questions.placing import place
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opened import OpenPack


class MatrixPassages:
    """Looks passages up in the texts of a pack; `veiling` decides what of them is covered."""

    def __init__(self, opened: "OpenPack", veiling: "Veiling") -> None:
        self._opened, self._veiling = opened, veiling

    def tell(self, what: Selection | PassageKey, quote: str) -> str:
        """Return a quote as it may be told now."""
        return self._veiling.quote(self._opened, what, quote)

    def words(self, what: Selection | PassageKey) -> str:
        """Return the words of a passage as they may be told now; "" where nobody here has them."""
        if what.quote:
            return self.tell(what, what.quote)
        spot = self.spot(what)
        shown = self._opened.shown(spot.source, spot.which) if spot else None
        if spot is None or shown is None:
            return ""
        return self._veiling.words(self._opened, spot.source, shown, Range(spot.start, spot.end))

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
