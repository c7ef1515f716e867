"""Where the library's index keeps the words of packs: passage by passage, each by a number of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.base.canonical import canonical_json

if TYPE_CHECKING:
    import apsw

# `folded` finds the numbers of passages; what they show stands in `passage`. A pack's numbers follow each
# other, so that which pack a number belongs to can be told without asking.
MAKE_WORDS = """
CREATE TABLE passage (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, source TEXT NOT NULL, which TEXT NOT NULL,
    item TEXT NOT NULL, label TEXT NOT NULL, start INTEGER NOT NULL, covered TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE TABLE spelling (folded TEXT NOT NULL, forms TEXT NOT NULL, pack INTEGER NOT NULL) STRICT;
CREATE INDEX spelling_by_form ON spelling (folded);
CREATE INDEX spelling_by_pack ON spelling (pack);
CREATE VIRTUAL TABLE folded USING fts5 (
    words, content='', contentless_delete=1, prefix='2 3',
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words of a pack, to be found by their `folded` form.

    `kind` is a part of a pack, `source` and `which` say which text, from the code point `start` of it on (-1
    for its title). Elsewhere `item` is the id of what they belong to and `which` the stage in which it is
    to be seen, "" where any is as good. `label` stands beside the words. `covered` are code points of them,
    from and up to, that are graphic.
    """

    kind: str
    words: str
    folded: str
    source: str = ""
    which: str = ""
    item: str = ""
    label: str = ""
    start: int = 0
    covered: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PackWords:
    """All words of a pack that the library finds, and each folded spelling that it knows, with its group."""

    passages: tuple[Passage, ...] = ()
    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()


NO_WORDS = PackWords()  # of a pack that cannot be read


def put_words(index: "apsw.Connection", first: int, words: PackWords) -> int:
    """Put a pack's words in under numbers from `first` on; return the number after the last."""
    numbered = list(enumerate(words.passages, first))
    index.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *_values(passage)) for number, passage in numbered],
    )
    index.executemany(
        "INSERT INTO folded (rowid, words) VALUES (?, ?)",
        [(number, passage.folded) for number, passage in numbered],
    )
    index.executemany(
        "INSERT INTO spelling VALUES (?, ?, ?)",
        [(form, canonical_json(list(forms)), first) for form, forms in words.spellings],
    )
    return first + max(1, len(numbered))  # a pack without words has a number too


def drop_words(index: "apsw.Connection", first: int, past: int) -> None:
    """Take the words of a pack out, whose numbers run from `first` up to `past`."""
    index.execute("DELETE FROM folded WHERE rowid >= ? AND rowid < ?", (first, past))
    index.execute("DELETE FROM passage WHERE number >= ? AND number < ?", (first, past))
    index.execute("DELETE FROM spelling WHERE pack = ?", (first,))


def _values(passage: Passage) -> Sequence[str | int]:
    covered = " ".join(f"{start}-{end}" for start, end in passage.covered)
    return (
        passage.kind,
        passage.source,
        passage.which,
        passage.item,
        passage.label,
        passage.start,
        covered,
        passage.words,
    )
