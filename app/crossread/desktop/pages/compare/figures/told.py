"""The quantities that a pack's texts give: those of its authors, and those that the program found. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.desktop.pages.compare.told.passages import MatrixPassages, shares_word
from crossread.desktop.place import Spot
from crossread.desktop.widgets.layers.covers import covered_sign
from crossread.progress.figures_covered import as_told
from crossread.progress.figures_shown import (
    QuantityShown,
    ValueShown,
    authors_quantities,
    found_quantities,
    touch,
)
from crossread.questions.passages import DIGEST, ORIGINAL, ShownText, Which
from crossread.texts.figures.figure import Figure, Quantity
from crossread.texts.text import Text

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opening.opened import OpenPack
    from crossread.packs.pack import Stage


class FiguresTold:
    """Tells the quantities of an open pack; `veiling` decides what of them is covered."""

    def __init__(self, opened: "OpenPack", veiling: "Veiling") -> None:
        self._opened, self._veiling = opened, veiling

    def texts(self) -> Mapping[str, Text]:
        """Return the texts that are looked through, by their sources."""
        return {source: shown.text for source, shown in self._compared().items()}

    def _compared(self) -> dict[str, ShownText]:
        """Return the authors' own texts where they are there, else digests."""
        texts = {}
        for source in self._opened.pack.sources:
            shown = self._opened.shown(source.id, ORIGINAL) or self._opened.shown(source.id, DIGEST)
            if shown is not None:
                texts[source.id] = shown
        return texts

    def authors(self, stage: "Stage | None") -> tuple[QuantityShown, ...]:
        """Return the quantities of the authors as they may be told: those that a stage names, or all."""
        quantities = authors_quantities(self._opened.pack, stage, self._opened.shown_now)
        told = MatrixPassages(self._opened, self._veiling).told
        return tuple(as_told(one, told) for one in quantities)

    def found(self, quantities: Sequence[Quantity]) -> tuple[QuantityShown, ...]:
        """Return what the program found in `texts` and no author confirmed or dropped."""
        which: dict[str, Which] = {source: shown.which for source, shown in self._compared().items()}
        found = found_quantities(quantities, which, self._opened.pack, self._opened.shown_now)
        return tuple(self._veiled(one) for one in found)

    def places(self, found: Mapping[str, Sequence[Figure]]) -> Mapping[str, Sequence[tuple[Figure, Spot]]]:
        """Return the figures of each text in `texts` with their places, without those in covered passages."""
        told = {}
        for source, shown in self._compared().items():
            covered = self._veiling.covered(self._opened, source, shown)
            told[source] = [
                (one, Spot(source, shown.which, one.where.start, one.where.end))
                for one in found.get(source, ())
                if not any(touch(one.where, other) for other in covered)
            ]
        return told

    def _veiled(self, quantity: QuantityShown) -> QuantityShown:
        """Take the words of passages that are covered from what the program tells of them."""
        values, hidden = [], []
        for value in quantity.values:
            covered = self._covered(value)
            hidden += covered
            values.append(replace(value, counted="", hedge="", whom="") if covered else value)
        found, name = quantity.quantity, quantity.name
        if any(shares_word(name, words) for words in hidden):
            name = covered_sign()
        if found is not None and hidden:
            shared = [one for one in found.shared if not any(shares_word(one, words) for words in hidden)]
            found = replace(found, name=name, shared=tuple(shared))
        return replace(quantity, name=name, values=tuple(values), quantity=found)

    def _covered(self, value: ValueShown) -> list[str]:
        """Return the words of the covered passages that a value stands in."""
        found = []
        for which, where in value.places:
            shown = self._opened.shown(value.source, which)
            if shown is not None:
                covered = self._veiling.covered(self._opened, value.source, shown)
                found += [shown.text.words(one) for one in covered if touch(where, one)]
        return found
