"""Finding the place of a passage in the very text that a learner sees."""

from crossread.questions.passages import ORIGINAL, PassageKey, ShownText
from crossread.texts.passages.anchors import FEWEST_WORDS, WordsAnchor, find_quote, place_words
from crossread.texts.text import Range


def place(key: PassageKey, shown: ShownText) -> Range | None:
    """Find a passage: by its quote in a digest, by its hashed words in an original.

    None where the key has no anchor for this text, or where its anchor has no place or several: a wrong
    place is worse than none.
    """
    if shown.which == ORIGINAL:
        return (
            place_words(shown.text, key.original) if key.original and is_long_enough(key.original) else None
        )
    if not key.quote.strip():
        return None
    if key.occurrence > 1:
        return next(iter(find_quote(shown.text, key.quote, key.occurrence)), None)
    found = find_quote(shown.text, key.quote)
    return found[0] if len(found) == 1 else None


def is_long_enough(anchor: WordsAnchor) -> bool:
    """Tell whether an anchor has words enough to be looked for at all."""
    return anchor.words >= FEWEST_WORDS
