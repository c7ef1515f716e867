"""Compares each page with itself in a window that runs from the right: there all stands as in a mirror."""

import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from tests.looks.combinations import Combination
from tests.looks.placing import Placed, not_mirrored, placed
from tests.looks.walking import walk

WINDOWS = (Combination((1366, 768), 17, "", "paper"), Combination((700, 560), 34, "", "paper"))


def turned(names: Collection[str], settle_ms: int) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the name of each page, the window, and what does not stand there as in a mirror."""
    for window in WINDOWS:
        plain = _pages(window, names, settle_ms, turned=False)
        for page, stands in _pages(window, names, settle_ms, turned=True).items():
            yield page, f"{window} turned", not_mirrored(plain[page], stands)


def _pages(window: Combination, names: Collection[str], settle_ms: int, *, turned: bool) -> dict[str, Placed]:
    with tempfile.TemporaryDirectory() as folder:
        found = walk(Path(folder), window, names, settle_ms, turned=turned)
        return {page: placed(widget) for page, widget in found}
