"""Figures that the program finds in texts and puts together, worked out once for the same texts."""

from collections.abc import Callable, Mapping
from functools import partial

from crossread.base.errors import Expected
from crossread.operations.background import Background
from crossread.texts.figure import Quantity
from crossread.texts.text import Text

Found = tuple[Quantity, ...]
Done = Callable[[Found | Expected], None]

_Texts = frozenset[tuple[str, str]]  # sources, by id, each with the digest of its text

_MOST = 8  # sets of texts that are remembered: with and without originals, of the packs at hand


class FiguresFound:
    """Looks for figures on another thread; remembers what was found by the digests of the texts."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._known: dict[_Texts, Found] = {}
        self._awaited: dict[_Texts, list[Done]] = {}

    def find(self, texts: Mapping[str, Text], done: Done) -> None:
        """Find and align the figures of texts by their sources; `done` gets them, soon or at once."""
        key = frozenset((source, text.digest) for source, text in texts.items())
        if key in self._known:
            done(self._known[key])
        elif key in self._awaited:
            self._awaited[key].append(done)
        else:
            self._awaited[key] = [done]
            self._background.run(partial(_find, dict(texts)), partial(self._found, key))

    def _found(self, key: _Texts, result: Found | Expected) -> None:
        if not isinstance(result, Expected):
            self._known[key] = result
            while len(self._known) > _MOST:
                del self._known[next(iter(self._known))]
        for done in self._awaited.pop(key, ()):
            done(result)


def _find(texts: Mapping[str, Text]) -> Found:
    from crossread.texts.aligning import align
    from crossread.texts.figures import find_figures

    return tuple(align({source: find_figures(text) for source, text in texts.items()}))
