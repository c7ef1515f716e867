"""Shared wording that the program finds in the originals of a pack: looked for once for the same texts."""

from collections.abc import Callable
from functools import partial

from crossread.base.errors import Expected
from crossread.operations.background import Background
from crossread.operations.opened import OpenPack
from crossread.packs.pack import Source
from crossread.texts.shared_run import SharedRun
from crossread.texts.shared_wording import shared_runs

Runs = tuple[SharedRun, ...]
Done = Callable[[Runs], None]

_MOST_KEPT = 4  # sets of texts: the packs that one goes back and forth between


class FoundWording:
    """Finds shared wording off the main thread, and remembers it by what the texts are."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._known: dict[tuple[tuple[str, str], ...], Runs] = {}

    def known(self, opened: OpenPack) -> Runs | None:
        """Return what was found in the authors' own words that are there, None where nobody has looked yet.

        Fewer than two of them share nothing.
        """
        return () if len(opened.own_words) < 2 else self._known.get(_key(opened))

    def find(self, opened: OpenPack, done: Done) -> None:
        """Look for it; `done` gets what was found, on the main thread, at once where it is known."""
        known = self.known(opened)
        if known is not None:
            done(known)
            return
        key = _key(opened)
        texts = {source: shown.text for source, shown in opened.own_words.items()}
        called = {source.id: _called(source) for source in opened.pack.sources}

        def look() -> Runs:
            return shared_runs(texts, called=called)

        self._background.run(look, partial(self._keep, key, done))

    def _keep(self, key: tuple[tuple[str, str], ...], done: Done, found: Runs | Expected) -> None:
        if isinstance(found, Expected):
            raise found
        while len(self._known) >= _MOST_KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[key] = found
        done(found)


def _key(opened: OpenPack) -> tuple[tuple[str, str], ...]:
    return tuple((source, shown.text.digest) for source, shown in opened.own_words.items())


def _called(source: Source) -> tuple[str, ...]:
    """Return the names by which other texts may credit a source."""
    card = source.card
    return tuple(name for name in (card.author, card.outlet, card.title) if name)
