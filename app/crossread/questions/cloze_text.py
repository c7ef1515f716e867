"""The text of a cloze: its words, and the names of the gaps between them."""

import re
from collections.abc import Sequence

_GAP = re.compile(r"\{\{([^{}]*)\}\}")


def pieces(text: str) -> Sequence[str]:
    """Part a text: words first, then by turns the name of a gap and the words after it."""
    parts = _GAP.split(text)
    return [part.strip() if number % 2 else part for number, part in enumerate(parts)]


def gap_names(text: str) -> Sequence[str]:
    """List the names of the gaps in the order of the text."""
    return pieces(text)[1::2]
