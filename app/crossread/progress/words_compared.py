"""Words of judgement and of caution by source: the author's list, then what the program finds besides."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.inquiry.held_back import HeldBack
from crossread.packs.pack import Pack
from crossread.packs.sources.compare_parts import Naming, WordUse
from crossread.questions.passages import DIGEST, ORIGINAL, PassageKey, ShownText
from crossread.questions.placing import place
from crossread.texts.text import Range
from crossread.texts.wording.telling_word import TellingWord
from crossread.texts.wording.telling_words import find_words

ListKind = Literal["loaded", "hedging"]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a word stands: in which text of its source, and at which code points."""

    shown: ShownText
    where: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedWord:
    """A word of one source, with all its places in the texts that are here.

    `use` is the author's word on it; without one the program `found` it, and `telling` says why.
    """

    source: str
    word: str
    places: tuple[Found, ...]
    use: WordUse | None = None
    telling: TellingWord | None = None


def words_of(
    pack: Pack,
    source: str,
    kind: ListKind,
    texts: Sequence[ShownText],
    held: HeldBack,
    only: Collection[str] = (),
) -> tuple[ComparedWord, ...]:
    """List a source's words of one kind: the author's in their order, then the program's in that of the text.

    `texts` are those of the source that are here; a word that stands in none of them `is_away`, and is not
    listed. Of a digest the program takes only words that it quotes: the rest are its authors' own. Where the
    original is here, that is looked through, else the digest. A word is listed once, with all its places;
    what open questions hold back is left out. `only` are ids of the author's.
    """
    listed = _listed(pack, source, kind, texts, held, only)
    found = [word for word in listed if not is_away(word.places)]
    known = [one for word in found for one in word.places]
    return (*found, *_program(source, kind, texts, known, held, own=pack.source(source).own))


def words_away(
    pack: Pack,
    source: str,
    kind: ListKind,
    texts: Sequence[ShownText],
    held: HeldBack,
    only: Collection[str] = (),
) -> int:
    """Count the words that the author lists of a source and that stand in no text that is here."""
    return sum(is_away(word.places) for word in _listed(pack, source, kind, texts, held, only))


def is_away(places: Sequence[Found]) -> bool:
    """Tell whether a word stands in a text only that is not here: a reader could not look what bears it."""
    return not places


def _listed(
    pack: Pack,
    source: str,
    kind: ListKind,
    texts: Sequence[ShownText],
    held: HeldBack,
    only: Collection[str],
) -> list[ComparedWord]:
    """List the author's words of a source, wherever they stand, but for what is held back."""
    uses = pack.wording.loaded if kind == "loaded" else pack.wording.hedging
    found = []
    for use in uses:
        if use.source == source and (not only or use.id in only):
            keys = [passage.of(source) for passage in use.passages]
            if not any(map(held.holds_passage, keys)):
                places = places_of(keys, texts)
                found.append(ComparedWord(source=source, word=use.word, places=places, use=use))
    return found


def _program(
    source: str,
    kind: ListKind,
    texts: Sequence[ShownText],
    known: Sequence[Found],
    held: HeldBack,
    *,
    own: bool,
) -> list[ComparedWord]:
    original = next((one for one in texts if one.which == ORIGINAL), None)
    shown = original or next((one for one in texts if one.which == DIGEST), None)
    if shown is None:
        return []
    by_word: dict[str, list[TellingWord]] = {}
    for word in find_words(shown.text, quoted_only=shown.which == DIGEST and not own):
        listed = any(one.shown.which == shown.which and _meet(one.where, word.where) for one in known)
        if word.kind == kind and not listed and not held.holds(source, shown.which, word.where):
            by_word.setdefault(word.words.casefold(), []).append(word)
    return [
        ComparedWord(
            source=source,
            word=words[0].words,
            places=tuple(Found(shown, word.where) for word in words),
            telling=words[0],
        )
        for words in by_word.values()
    ]


def places_of(keys: Iterable[PassageKey], texts: Sequence[ShownText]) -> tuple[Found, ...]:
    """Place passages of one source in its texts, in the order of the texts."""
    wanted = list(keys)
    placed = [(shown, place(key, shown)) for shown in texts for key in wanted]
    return tuple(dict.fromkeys(Found(shown, where) for shown, where in placed if where is not None))


def namings_of(pack: Pack, only: Collection[str] = ()) -> tuple[Naming, ...]:
    """List what is named differently, of a stage that names some by their ids only these."""
    chosen = tuple(one for one in pack.wording.named if one.id in only)
    return chosen or pack.wording.named


def word_ids(pack: Pack, only: Collection[str]) -> frozenset[str]:
    """Return those ids of a stage that are words of the author's lists; with none of them, all are meant."""
    ids = {use.id for use in (*pack.wording.loaded, *pack.wording.hedging)}
    return frozenset(ids.intersection(only))


def counts(words: Mapping[str, Sequence[ComparedWord]]) -> dict[str, int]:
    """Count the words of each source; a count tells how much there is to look at, and is no mark."""
    return {source: len(found) for source, found in words.items()}


def _meet(one: Range, other: Range) -> bool:
    return one.start < other.end and other.start < one.end
