"""The lines of an `originals/ID.hashes` file: each sentence of an original by the hash of its words."""

import re

from crossread.packs.sources.source import OriginalSentence

_LINE = re.compile(r"(\d{1,6}) (\d{1,4}) ([0-9a-f]{12}) (text|note)", re.ASCII)


def read_hash_line(line: str) -> OriginalSentence | None:
    """Read one line; None where it is none."""
    found = _LINE.fullmatch(line.rstrip())
    if not found:
        return None
    block, words, code, note = found.groups()
    return OriginalSentence(block=int(block), words=int(words), hash=code, note=note == "note")
