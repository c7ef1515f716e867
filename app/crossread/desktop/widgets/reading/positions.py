"""Positions: code points, which Python counts, and UTF-16 units, which Qt counts. The one place for it."""

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def units(words: str) -> int:
    """Return how many UTF-16 units words take."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2


class Positions:
    """Converts positions in one text both ways.

    A character beyond U+FFFF is one code point and two units. Positions beyond the text's end count on
    as if plain characters followed.
    """

    def __init__(self, shown: str) -> None:
        # Where the wide characters stand, in code points; most texts have none.
        self._wide = [found.start() for found in _WIDE.finditer(shown)]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def to_qt(self, point: int) -> int:
        """Turn a position in code points into one in UTF-16 units."""
        return point + bisect_left(self._wide, point)

    def to_text(self, unit: int) -> int:
        """Turn a position in UTF-16 units into one in code points.

        A unit in the middle of a character is the position before that character.
        """
        return unit - bisect_left(self._wide_units, unit)
