"""Passages by hand: a selection grown to whole words, and the sentence at a place."""

from crossread.texts.text import Range, Text


def whole_words(shown: str, where: Range) -> Range | None:
    """Trim blanks off a range and grow it to whole words; None where nothing but blanks is in it.

    Positions are code points of `shown`. Words are runs of letters, digits, apostrophes and hyphens.
    """
    start, end = max(0, where.start), min(len(shown), where.end)
    while start < end and shown[start].isspace():
        start += 1
    while end > start and shown[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    while start > 0 and _in_word(shown[start]) and _in_word(shown[start - 1]):
        start -= 1
    while end < len(shown) and _in_word(shown[end - 1]) and _in_word(shown[end]):
        end += 1
    return Range(start, end)


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign in "'’-‐‑" or ("\u0300" <= sign <= "\u036f")


def next_sentences(text: Text, position: int, chosen: Range | None) -> Range | None:
    """Return the sentence at a position; where whole sentences are chosen already, one more after them.

    None where the text has no sentence at or after the position, or no further one.
    """
    from crossread.texts.words.sentences import sentences

    found = sentences(text)
    if chosen is not None and _are_whole(found, chosen):
        after = [sentence for sentence in found if sentence.start >= chosen.end]
        return Range(chosen.start, after[0].end) if after else None
    at = position if chosen is None else chosen.start
    for sentence in found:
        if at < sentence.end:
            return sentence
    return found[-1] if found else None


def sentence_at(text: Text, position: int) -> Range | None:
    """Return the sentence that a caret touches, the one before it where it stands just behind its last sign.

    Where it stands between two, the next one; None where the text has no sentence.
    """
    from crossread.texts.words.sentences import sentences

    found = sentences(text)
    touched = [one for one in found if one.start <= position <= one.end]
    return touched[-1] if touched else next_sentences(text, position, None)


def _are_whole(found: tuple[Range, ...], chosen: Range) -> bool:
    return any(one.start == chosen.start for one in found) and any(one.end == chosen.end for one in found)
