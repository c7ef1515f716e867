"""Which words are graphic: the passages that a pack names so, placed in the text at hand."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from crossread.packs.pack import Pack
from crossread.questions.passages import ORIGINAL, PassageKey, ShownText
from crossread.questions.placing import is_long_enough, place
from crossread.texts.passages.anchors import all_places, find_quote
from crossread.texts.text import Block, Range, Text
from crossread.texts.words.normal import normal_words

_ENOUGH = 4  # words in a row that tell that a quote is taken from a passage


def graphic_places(pack: Pack, source: str, shown: ShownText) -> tuple[tuple[Range, PassageKey], ...]:
    """Find a source's graphic passages in one of its texts, with the key of each.

    A passage that has several places here, so that none is certain, has all of them: to cover a harmless
    place as well costs a key, to leave one open costs more.
    """
    keys = tuple(key for key in pack.graphic if key.source == source)
    if not keys:
        return ()
    name = f"graphic in {shown.which} {keys!r}"
    known: tuple[tuple[Range, PassageKey], ...] | None = shown.text.known.get(name)
    if known is None:
        known = tuple((where, key) for key in keys for where in _places(key, shown))
        shown.text.known[name] = known
    return known


def _places(key: PassageKey, shown: ShownText) -> Sequence[Range]:
    where = place(key, shown)
    if where is not None:
        return (where,)
    if shown.which == ORIGINAL:
        found = key.original is not None and is_long_enough(key.original)
        return all_places(shown.text, key.original) if found and key.original else ()
    return find_quote(shown.text, key.quote)


def graphic_of_quote(pack: Pack, source: str, quote: str) -> PassageKey | None:
    """Return the graphic passage that a quote shares words with, where its text is not at hand.

    Told by a run of its words, or by the hash of a passage of the original within the quote.
    """
    for key in pack.graphic:
        if key.source == source and (_shares_words(quote, key.quote) or _holds(quote, key)):
            return key
    return None


def _holds(quote: str, key: PassageKey) -> bool:
    if key.original is None or not is_long_enough(key.original):
        return False
    return bool(all_places(Text((Block("paragraph", quote),)), key.original))


@lru_cache(maxsize=1024)
def _shares_words(quote: str, passage: str) -> bool:
    ours = [word.text for word in normal_words(quote)]
    theirs = [word.text for word in normal_words(passage)]
    if not ours or not theirs:
        return False
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    return run.size >= min(_ENOUGH, len(ours), len(theirs))
