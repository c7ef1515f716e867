"""Answers and quotes in words for files: what packs name as graphic stays covered; and titles of stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from crossread.base.declared import VEIL
from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.packs.in_texts.graphic import graphic_of_quote
from crossread.reports.everything_html import Telling

if TYPE_CHECKING:
    from crossread.base.folders import DataFolders
    from crossread.base.settings import Settings
    from crossread.operations.opening.opened import OpenPack
    from crossread.packs.library.library import Library
    from crossread.progress.history import AnswerGiven


class CoveredAnswers(Mapping[tuple[str, str], str]):
    """Looks into packs as they are met, each once; of one that is gone nobody can say what is graphic.

    As a mapping it gives the titles of stages by the ids of pack and stage.
    """

    def __init__(self, folders: DataFolders, settings: Settings, library: Library) -> None:
        self._folders, self._library = folders, library
        self._covers = bool(settings[VEIL])
        self._packs: dict[str, OpenPack | None] = {}

    def telling(self) -> Telling:
        """Return how answers and quotes are put in words."""
        return Telling(answer=self._answer, quote=self._quote)

    def _answer(self, answer: AnswerGiven) -> str:
        told = answer.response
        for selection in answer.marked:
            quote = " ".join(selection.quote.split())
            words = self._quote(answer.pack, selection.source, selection.quote)
            if words != selection.quote:
                told = told.replace(quote, words)
        return told

    def _quote(self, pack: str, source: str, quote: str) -> str:
        opened = self._pack(pack) if self._covers else None
        if opened is None or not opened.pack.graphic:
            return quote
        if graphic_of_quote(opened.pack, source, quote) is None:
            return quote
        return _("[graphic passage, covered]")

    def _pack(self, pack: str) -> OpenPack | None:
        from crossread.operations.opening.opening import open_shelved

        if pack not in self._packs:
            try:
                self._packs[pack] = open_shelved(self._library, self._folders, pack)
            except Expected:
                self._packs[pack] = None
        return self._packs[pack]

    # The titles of stages

    def __getitem__(self, place: tuple[str, str]) -> str:
        opened = self._pack(place[0])
        if opened is not None:
            for stage in opened.pack.stages:
                if stage.id == place[1]:
                    return stage.title
        raise KeyError(place)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        met = [opened for opened in self._packs.values() if opened is not None]
        return iter([(opened.pack.id, stage.id) for opened in met for stage in opened.pack.stages])

    def __len__(self) -> int:
        return len(list(iter(self)))
