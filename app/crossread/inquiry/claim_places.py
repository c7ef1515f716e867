"""Where the texts speak of the pack's claims: which passages, notes and questions belong to a claim."""

from collections.abc import Mapping, Sequence

from crossread.inquiry.comparison import CellId
from crossread.inquiry.placing_notes import Place, TextsNow
from crossread.packs.pack import Pack
from crossread.questions.passages import PassageKey, Which
from crossread.questions.placing import place
from crossread.texts.passages.anchors import WordsAnchor
from crossread.texts.text import Range
from crossread.texts.words.normal import normal_words

# The passages of one text that claims speak of, with the id of the claim.
_Spoken = Sequence[tuple[Range, str]]


class ClaimPlaces:
    """The places of all passages that the claims of a pack name, in the texts that there are."""

    def __init__(self, pack: Pack, texts: TextsNow) -> None:
        self.texts = texts
        self._said: dict[str, list[tuple[str, str]]] = {}  # by source: claims with what it says of them
        self._anchored: dict[tuple[str, WordsAnchor], list[str]] = {}
        self._silent: set[CellId] = set()
        found: dict[tuple[str, Which], list[tuple[Range, str]]] = {}
        for claim in pack.claims:
            for source, statements in claim.cells.items():
                if statements and all(one.stance == "silent" for one in statements):
                    self._silent.add((claim.id, source))
                said = (as_run(words) for one in statements for words in (one.says, one.whom) if words)
                self._said.setdefault(source, []).extend((claim.id, run) for run in said)
                keys = [one.of(source) for statement in statements for one in statement.passages]
                for key in keys:
                    if key.original is not None:
                        self._anchored.setdefault((source, key.original), []).append(claim.id)
                for shown in texts.get(source, ()):
                    places = (place(key, shown) for key in keys)
                    here = found.setdefault((source, shown.which), [])
                    here += [(where, claim.id) for where in places if where]
        self._found: Mapping[tuple[str, Which], _Spoken] = found

    def on(self, source: str, where: Place) -> tuple[str, ...]:
        """Return the claims of which one passage at least overlaps a place, by id, in the pack's order."""
        return self._at(source, where.which, where.range)

    def resting_on(self, key: PassageKey) -> frozenset[CellId]:
        """Return the cells that rest on words of a passage, or that tell them in their author's words.

        Where its text is not here, those that rest on just that passage.
        """
        source = key.source
        found: set[str] = set()
        for shown in self.texts.get(source, ()):
            where = place(key, shown)
            found.update(self._at(source, shown.which, where) if where else ())
        if key.original is not None:
            found.update(self._anchored.get((source, key.original), ()))
        quote = as_run(key.quote)
        if quote.strip():
            found.update(claim for claim, said in self._said.get(source, ()) if quote in said)
        return frozenset((claim, source) for claim in found)

    def is_silent(self, claim: str, source: str) -> bool:
        """Tell whether the author says that a source is silent on a claim."""
        return (claim, source) in self._silent

    def _at(self, source: str, which: Which, where: Range) -> tuple[str, ...]:
        here = self._found.get((source, which), ())
        claims = (claim for one, claim in here if one.start < where.end and where.start < one.end)
        return tuple(dict.fromkeys(claims))


def as_run(words: str) -> str:
    """Return normal words with a blank at either end, so that only whole words of another are found in it."""
    return f" {' '.join(word.text for word in normal_words(words))} "
