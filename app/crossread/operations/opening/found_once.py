"""What is found in texts in the background: worked out once for the same texts, and told to all who ask."""

from collections.abc import Callable, Hashable, Mapping
from contextlib import ExitStack
from functools import partial
from typing import Generic, TypeVar

from crossread.base.errors import Expected
from crossread.operations.sessions.background import Background
from crossread.texts.text import Text

T = TypeVar("T")

_MOST = 8  # sets of texts that are remembered: with and without originals, of the packs at hand


class FoundOnce(Generic[T]):
    """Has something looked for on another thread, and remembers what was found by what it was found in.

    What could not be worked out is told as an Expected to all who wait, and looked for again when asked for.
    """

    def __init__(self, background: Background) -> None:
        self._background = background
        self._known: dict[Hashable, T] = {}
        self._awaited: dict[Hashable, list[Callable[[T | Expected], None]]] = {}

    def find(self, key: Hashable, look: Callable[[], T], done: Callable[[T | Expected], None]) -> None:
        """Look, elsewhere; `done` gets what was found on the main thread: soon, or at once where it is known.

        `key` says all that `look` goes by: the same key stands for the same result.
        """
        if key in self._known:
            done(self._known[key])
        elif key in self._awaited:
            self._awaited[key].append(done)
        else:
            self._awaited[key] = [done]
            self._background.run(look, partial(self._found, key))

    def _found(self, key: Hashable, result: T | Expected) -> None:
        if not isinstance(result, Expected):
            self._known[key] = result
            while len(self._known) > _MOST:
                del self._known[next(iter(self._known))]
        with ExitStack() as all_of_them:  # one that breaks keeps no other from being told
            for done in reversed(self._awaited.pop(key)):
                all_of_them.callback(done, result)


def by_digests(texts: Mapping[str, Text]) -> Hashable:
    """Return a key for texts by their sources: the same for the same texts, in whatever order they come."""
    return frozenset((source, text.digest) for source, text in texts.items())
