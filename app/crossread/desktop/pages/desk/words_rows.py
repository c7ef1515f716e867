"""The explained words as rows of a list: which of them for a filter, in what order, and where they stand."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.base.translation import _
from crossread.desktop.pages.desk.standing import entry_key
from crossread.desktop.pages.panes.explaining import in_sources, kind_words, letters_of, meaning_words
from crossread.desktop.place import Spot
from crossread.desktop.widgets.telling.bubble import Explanation, SourceWords
from crossread.packs.in_texts.explained import Entry, Explained, forms, headword
from crossread.packs.pack import NameForms
from crossread.texts.passages.covering import touches
from crossread.texts.passages.quotes import fold

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opening.opened import OpenPack


@dataclass(frozen=True, slots=True)
class WordRow:
    """An entry of the list, or the head of a part of it (`entry` is None then, and `title` its words).

    `stands_in` are the letters of the sources whose texts at hand use it.
    """

    title: str
    entry: Entry | None = None
    kind: str = ""
    meaning: str = ""
    sources: tuple[SourceWords, ...] = ()
    stands_in: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """What the entry is known by, "" for a head."""
        return entry_key(self.entry) if self.entry is not None else ""

    @property
    def spoken(self) -> str:
        """All of it for a screen reader."""
        told = Explanation(kind=self.kind, title=self.title, words=self.meaning, sources=self.sources)
        return told.told() if self.entry is not None else self.title


def word_rows(explained: Explained, opened: "OpenPack") -> tuple[WordRow, ...]:
    """List all entries, from A to Z."""
    return tuple(
        WordRow(
            headword(entry),
            entry,
            kind_words(entry),
            meaning_words(entry, opened.pack),
            in_sources(entry, explained, opened),
            letters_of(entry, explained, opened),
        )
        for entry in explained.entries
    )


def chosen_rows(rows: Sequence[WordRow], typed: str, letters: Collection[str]) -> tuple[WordRow, ...]:
    """Choose the rows that hold all words typed; those that the sources with these letters use come first."""
    wanted = _folded(typed).split()
    found = [row for row in rows if row.entry is not None and all(word in _said(row) for word in wanted)]
    ours = [row for row in found if not row.stands_in.isdisjoint(letters)]
    others = [row for row in found if row not in ours]
    if not ours or not others:
        return tuple(found)
    return (WordRow(_("In the texts in view")), *ours, WordRow(_("In other texts")), *others)


def _folded(words: str) -> str:
    return fold(words).text.casefold()


def _said(row: WordRow) -> str:
    written = forms(row.entry) if row.entry is not None else ()
    return _folded(" ".join((*written, row.title, row.meaning)))


def spots_of(
    entry: Entry, explained: Explained, opened: "OpenPack", veiling: "Veiling", here: Spot | None
) -> list[Spot]:
    """List where an entry stands, in one text of each source, without what is covered.

    From the text in hand on, in the order of the sources; of those the digest, else the first that has it.
    """
    sources = [source.id for source in opened.pack.sources]
    first = sources.index(here.source) if here is not None and here.source in sources else 0
    found: list[Spot] = []
    for source in (*sources[first:], *sources[:first]):
        whiches = list(opened.whiches(source))
        if here is not None and source == here.source and here.which in whiches:
            whiches.sort(key=lambda which: which != here.which)
        for which in whiches:
            spots = _in_text(entry, explained, opened, veiling, source, which)
            if spots:
                found += spots
                break
    return found


def _in_text(
    entry: Entry, explained: Explained, opened: "OpenPack", veiling: "Veiling", source: str, which: str
) -> list[Spot]:
    shown = opened.shown(source, which)
    if shown is None:
        return []
    covered = veiling.covered(opened, source, shown)
    return [
        Spot(source, which, one.range.start, one.range.end)
        for one in explained.in_text(shown.text)
        if one.entry is entry and not touches(one.range, covered)
    ]


def following(spots: Sequence[Spot], last: Spot | None, here: Spot | None) -> Spot | None:
    """Return the spot after the one last gone to, else the first one behind where the learner reads."""
    if not spots:
        return None
    if last in spots:
        return spots[(spots.index(last) + 1) % len(spots)]
    if here is not None:
        for spot in spots:
            if (spot.source, spot.which) == (here.source, here.which) and spot.start >= here.end:
                return spot
    return spots[0]


def is_name(entry: Entry | None) -> bool:
    """Tell whether an entry is a name in several forms."""
    return isinstance(entry, NameForms)
