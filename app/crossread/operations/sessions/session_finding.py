"""What a session has the program find in texts: figures, names, and words that originals share."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crossread.operations.opening.found_once import FoundOnce
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.background import Background
    from crossread.packs.sources.source import Source
    from crossread.texts.figures.figure import Figure, Quantity
    from crossread.texts.names.name import Name
    from crossread.texts.text import Text
    from crossread.texts.wording.shared_run import SharedRun

    ByText = Mapping[str, tuple[Figure, ...]]
    EachFound = Callable[[ByText | Expected], None]
    FiguresFound = Callable[[tuple[Quantity, ...] | Expected], None]
    NamesFound = Callable[[tuple[Name, ...] | Expected], None]
    WordingFound = Callable[[tuple[SharedRun, ...] | Expected], None]


class SessionFinding:
    """The part of a session that has texts looked through in the background, each set of them once.

    `done` gets what was found on the main thread, soon or at once; or why it could not be worked out.
    """

    _background: Background

    @cached_property
    def _figures(self) -> FoundOnce[tuple[Quantity, ...]]:
        from crossread.operations.opening.found_once import FoundOnce

        return FoundOnce(self._background)

    @cached_property
    def _each(self) -> FoundOnce[ByText]:
        from crossread.operations.opening.found_once import FoundOnce

        return FoundOnce(self._background)

    @cached_property
    def _names(self) -> FoundOnce[tuple[Name, ...]]:
        from crossread.operations.opening.found_once import FoundOnce

        return FoundOnce(self._background)

    @cached_property
    def _wording(self) -> FoundOnce[tuple[SharedRun, ...]]:
        from crossread.operations.opening.found_once import FoundOnce

        return FoundOnce(self._background)

    def find_figures(self, texts: Mapping[str, Text], done: FiguresFound) -> None:
        """Find the figures of texts by their sources, and align them."""
        from crossread.operations.opening.found_once import by_digests

        texts = dict(texts)
        self._figures.find(by_digests(texts), partial(_figures_of, texts), done)

    def find_each(self, texts: Mapping[str, Text], done: EachFound) -> None:
        """Find the figures of texts by their sources, each by itself."""
        from crossread.operations.opening.found_once import by_digests

        texts = dict(texts)
        self._each.find(by_digests(texts), partial(_figures_of_each, texts), done)

    def find_names(self, texts: Mapping[str, Text], done: NamesFound) -> None:
        """Find the names of texts by their sources, and join their forms."""
        from crossread.operations.opening.found_once import by_digests

        texts = dict(texts)
        self._names.find(by_digests(texts), partial(_names_of, texts), done)

    def find_wording(self, opened: OpenPack, done: WordingFound) -> None:
        """Find what the authors' own words that are there have in common; fewer than two share nothing."""
        from crossread.operations.opening.found_once import by_digests

        texts = {source: shown.text for source, shown in opened.own_words.items()}
        if len(texts) < 2:
            done(())
            return
        called = {source.id: _called(source) for source in opened.pack.sources}
        key = (by_digests(texts), frozenset(called.items()))
        self._wording.find(key, partial(_wording_of, texts, called), done)


def _figures_of(texts: Mapping[str, Text]) -> tuple[Quantity, ...]:
    from crossread.texts.figures.aligning import align

    return tuple(align(_figures_of_each(texts)))


def _figures_of_each(texts: Mapping[str, Text]) -> ByText:
    from crossread.texts.figures.figures import find_figures

    return {source: tuple(find_figures(text)) for source, text in texts.items()}


def _names_of(texts: Mapping[str, Text]) -> tuple[Name, ...]:
    from crossread.texts.names.name_joining import join_names
    from crossread.texts.names.names import find_names, possible_names

    return join_names(
        {source: find_names(text) for source, text in texts.items()},
        {source: possible_names(text) for source, text in texts.items()},
    )


def _wording_of(texts: Mapping[str, Text], called: Mapping[str, Sequence[str]]) -> tuple[SharedRun, ...]:
    from crossread.texts.wording.shared_wording import shared_runs

    return shared_runs(texts, called=called)


def _called(source: Source) -> tuple[str, ...]:
    """Return the names by which other texts may credit a source."""
    card = source.card
    return tuple(name for name in (card.author, card.outlet, card.title) if name)
