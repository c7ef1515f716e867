"""Words that a pack explains, found in its texts: terms of the glossary, and names with several forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.base.canonical import digest
from crossread.packs.pack import GlossaryTerm, NameForms, Pack
from crossread.texts.text import Range, Text
from crossread.texts.words.normal import Word, normal_words, normalise, text_words

Entry = GlossaryTerm | NameForms

# What may stand between the words of one term: a space or a hyphen, never the end of a paragraph.
_BETWEEN = re.compile(r"[^\S\n]*[-‐‑–]?[^\S\n]*")
_LONG_ENOUGH = 3  # letters that a word needs for an "s" behind it to make it a plural


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a text uses a word that is explained, and what explains it."""

    range: Range
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a term: its normal words, and the letters that its author wrote."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    entry: Entry


class Explained:
    """All that one pack explains; what is found in a text is worked out once for each text."""

    def __init__(self, glossary: Sequence[GlossaryTerm], names: Sequence[NameForms]) -> None:
        self.entries: tuple[Entry, ...] = tuple(sorted((*glossary, *names), key=alphabetical))
        self._by_words: dict[tuple[str, ...], list[_Form]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        # Of two entries for the same words the glossary's wins: it says what they mean.
        every: tuple[Entry, ...] = (*glossary, *names)
        for entry in every:
            for form in forms(entry):
                words = normal_words(form)
                if words:
                    written = tuple(_letters(form[word.start : word.end]) for word in words)
                    made = _Form(tuple(word.text for word in words), written, entry)
                    self._by_words[made.words].append(made)
                    lengths[made.words[0]].add(len(made.words))
        # How many words those terms have that begin with a word, the most first.
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        told = "\n".join(f"{type(entry).__name__} {entry.id} {forms(entry)}" for entry in every)
        self._key = f"explained {digest(told)}"

    @classmethod
    def of(cls, pack: Pack) -> "Explained":
        """Take up what a pack explains."""
        return cls(pack.glossary, pack.names)

    def in_text(self, text: Text) -> tuple[Occurrence, ...]:
        """Find every place where a text uses a word that is explained, in order; none overlap.

        Whole words count, also with an "s" of a plural or a possessive behind them. A capital letter of
        the term stands for a capital; a small one for either. Of terms that share words the longest wins.
        """
        known: tuple[Occurrence, ...] | None = text.known.get(self._key)
        if known is None:
            known = text.known[self._key] = tuple(self._find(text)) if self._by_words else ()
        return known

    def _find(self, text: Text) -> Iterable[Occurrence]:
        words, shown, upto = text_words(text), text.shown, 0
        begins = self._lengths
        # Few different words make a text, so asking each of them once is quicker than asking everywhere.
        wanted = {
            said
            for said in {word.text for word in words}
            if said in begins or any((stem,) in self._by_words for stem in _stems(said))
        }
        for at in [at for at, word in enumerate(words) if word.text in wanted]:
            if at < upto:
                continue
            best = self._longest(words, at, shown) or self._inflected(words[at], shown)
            if best is not None:
                upto = at + len(best.words)
                yield Occurrence(Range(words[at].start, words[upto - 1].end), best.entry)

    def _inflected(self, word: Word, shown: str) -> _Form | None:
        """Return the term of one word that stands here with an "s" behind it."""
        for stem in _stems(word.text):
            for form in self._by_words.get((stem,), ()):
                if _as_capital(form.written[0], _letters(shown[word.start : word.end])):
                    return form
        return None

    def _longest(self, words: Sequence[Word], at: int, shown: str) -> _Form | None:
        for length in self._lengths.get(words[at].text, ()):
            stand = words[at : at + length]
            before, last = tuple(word.text for word in stand[:-1]), stand[-1].text
            for ending in (last, *_stems(last)):
                for form in self._by_words.get((*before, ending), ()):
                    if _stands(form, stand, shown):
                        return form
        return None


def _stands(form: _Form, stand: Sequence[Word], shown: str) -> bool:
    """Tell whether nothing but spaces and hyphens parts the words, and capitals are capitals."""
    for one, following in pairwise(stand):
        if not _BETWEEN.fullmatch(shown, one.end, following.start):
            return False
    return all(
        _as_capital(written, _letters(shown[word.start : word.end]))
        for written, word in zip(form.written, stand, strict=True)
    )


def _stems(word: str) -> tuple[str, ...]:
    """Return what a word may be the plural or the possessive of."""
    if word.endswith("'s"):
        return (word[:-2],)
    if word.endswith("s"):
        return tuple(
            stem
            for stem in (word[:-1], word[:-2] if word.endswith("es") else "")
            if len(stem) >= _LONG_ENOUGH
        )
    return ()


def _letters(words: str) -> str:
    """Return the letters of words, whichever way they are composed and whatever unseen stands among them."""
    return words if words.isascii() else normalise(words).text


def _as_capital(written: str, shown: str) -> bool:
    """Tell whether every capital of a term is one in the text as well: "US" is not "us"."""
    return all(sign.isupper() or not wanted.isupper() for wanted, sign in zip(written, shown, strict=False))


def forms(entry: Entry) -> tuple[str, ...]:
    """Return every way of writing an entry, the pack's own first."""
    return entry.forms if isinstance(entry, NameForms) else (entry.term, *entry.also)


def headword(entry: Entry) -> str:
    """Return what an entry is listed under."""
    return entry.forms[0] if isinstance(entry, NameForms) else entry.term


def alphabetical(entry: Entry) -> tuple[str, str]:
    """Return what to sort entries by, for A to Z."""
    return headword(entry).casefold(), entry.id


def sources_of(entry: Entry, explained: Explained, texts: Mapping[str, Iterable[Text]]) -> tuple[str, ...]:
    """List the sources, of those in `texts`, any of whose texts uses an entry."""
    return tuple(
        source
        for source, ours in texts.items()
        if any(one.entry is entry for text in ours for one in explained.in_text(text))
    )
