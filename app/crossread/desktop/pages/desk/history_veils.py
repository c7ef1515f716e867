"""Answers of packs that are not open, told with a sign for what their packs name as graphic."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from crossread.base.declared import VEIL
from crossread.base.errors import Expected
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.widgets.layers.covers import covered_sign
from crossread.progress.history import AnswerGiven

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.questions.passages import PassageKey, Selection


class HistoryVeils:
    """Looks into the packs that quotes are from, in the background; until it has, each quote is covered.

    `known` is called once one more pack was looked into. Quotes of a pack that is gone, or cannot be opened,
    stand as they were given: nobody can say any more which of them is graphic.
    """

    def __init__(self, around: Surroundings, known: Callable[[], None]) -> None:
        self._around, self._known = around, known
        self._packs: dict[str, OpenPack | None] = {}
        self._asked: set[str] = set()

    def forget(self) -> None:
        """Let go of the packs."""
        self._packs.clear()
        self._asked.clear()

    def words(self, answer: AnswerGiven) -> str:
        """Return an answer in words, with a sign for what is covered in it."""
        told = answer.response
        if not answer.marked or not self._around.settings[VEIL]:
            return told
        known, opened = answer.pack in self._packs, self._packs.get(answer.pack)
        if not known:
            self._ask(answer.pack)
        for selection in answer.marked:
            quote = " ".join(selection.quote.split())
            if opened is not None:
                words = self._around.veiling.quote(opened, selection, selection.quote)
                told = told.replace(quote, " ".join(words.split()))
            elif not known:
                told = told.replace(quote, covered_sign())
        return told

    def quote(self, pack: str, what: "Selection | PassageKey", quote: str) -> str:
        """Return a quote of a pack as it may be told now; covered until it is known what its pack veils."""
        if not self._around.settings[VEIL]:
            return quote
        if pack not in self._packs:
            self._ask(pack)
            return covered_sign()
        opened = self._packs[pack]
        return quote if opened is None else self._around.veiling.quote(opened, what, quote)

    def _ask(self, pack: str) -> None:
        if pack not in self._asked:
            self._asked.add(pack)
            self._around.session.open_pack(pack, partial(self._take, pack))

    def _take(self, pack: str, result: "OpenPack | Expected") -> None:
        if pack in self._asked:
            self._packs[pack] = None if isinstance(result, Expected) else result
            self._known()
