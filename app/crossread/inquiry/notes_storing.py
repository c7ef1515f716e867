"""Highlights, notes and layers as JSON: how entries keep them, and how those are read back."""

import re
from collections.abc import Mapping
from typing import Any

from crossread.inquiry.notes import MEANINGS, Highlight, Layer, Meaning, Note, NotedPassage
from crossread.texts.passages.anchors import FEWEST_WORDS, QuoteAnchor, WordsAnchor

# Before the id of a note on passages, in the key that a note is kept under.
PASSAGE_KEY = "passage/"
_DIGEST = re.compile("[0-9a-f]{64}")  # it names a file, so nothing else may pass


def highlight_json(highlight: Highlight) -> dict[str, Any]:
    """Return the payload of a highlight."""
    return {
        "id": highlight.id,
        "meaning": highlight.meaning,
        "passage": passage_json(highlight.passage),
    }


def highlight_from_json(payload: Mapping[str, Any], seq: int) -> Highlight:
    """Read a highlight; raises ValueError where the payload is none."""
    return Highlight(
        id=_text(payload, "id", needed=True),
        meaning=meaning_of(payload.get("meaning")),
        passage=passage_from_json(payload.get("passage")),
        seq=seq,
    )


def note_json(note: Note) -> dict[str, Any]:
    """Return the payload of a note on passages."""
    return {
        "key": PASSAGE_KEY + note.id,
        "text": note.text,
        "tags": list(note.tags),
        "passages": [passage_json(passage) for passage in note.passages],
        "claim": note.claim,
    }


def note_from_json(payload: Mapping[str, Any], seq: int) -> Note:
    """Read a note on passages; raises ValueError where the payload is none.

    A passage that cannot be read is left out: the learner's words are worth more than their place.
    """
    note_id = _text(payload, "key", needed=True).removeprefix(PASSAGE_KEY)
    if not note_id:
        raise ValueError("a note without an id")
    passages = []
    for one in _list(payload.get("passages")):
        try:
            passages.append(passage_from_json(one))
        except ValueError:
            continue
    return Note(
        id=note_id,
        text=_text(payload, "text"),
        passages=tuple(passages),
        tags=tuple(tag for tag in _list(payload.get("tags")) if isinstance(tag, str)),
        claim=_text(payload, "claim"),
        seq=seq,
    )


def layer_json(layer: Layer) -> dict[str, Any]:
    """Return the payload of a layer."""
    return {
        "digest": layer.digest,
        "title": layer.title,
        "author": layer.author,
        "count": layer.count,
        "on": layer.on,
    }


def layer_from_json(payload: Mapping[str, Any]) -> Layer:
    """Read a layer; raises ValueError where the payload is none."""
    digest = _text(payload, "digest", needed=True)
    if not _DIGEST.fullmatch(digest):
        raise ValueError("no digest of a file")
    return Layer(
        digest=digest,
        title=_text(payload, "title"),
        author=_text(payload, "author"),
        count=_number(payload, "count"),
        on=payload.get("on", True) is True,
    )


def passage_json(passage: NotedPassage) -> dict[str, Any]:
    """Return a passage with all that is needed to find it again and to cite it without its pack."""
    quote, words = passage.quote, passage.original
    found: dict[str, Any] = {
        "source": passage.source,
        "letter": passage.letter,
        "title": passage.title,
        "which": passage.which,
        "quote": quote.quote,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "position": quote.position,
        "text_digest": quote.text_digest,
    }
    if words is not None:
        found["original"] = {"words": words.words, "hash": words.hash, "nth": words.nth}
    return found


def passage_from_json(value: object) -> NotedPassage:
    """Read a passage; raises ValueError where the value is none."""
    if not isinstance(value, Mapping):
        raise ValueError("no passage")
    return NotedPassage(
        source=_text(value, "source", needed=True),
        which=_text(value, "which", needed=True),
        quote=QuoteAnchor(
            quote=_text(value, "quote", needed="original" not in value),
            prefix=_text(value, "prefix"),
            suffix=_text(value, "suffix"),
            position=_number(value, "position", -1),
            text_digest=_text(value, "text_digest"),
        ),
        original=_words_anchor(value["original"]) if "original" in value else None,
        letter=_text(value, "letter"),
        title=_text(value, "title"),
    )


def meaning_of(value: object) -> Meaning:
    """Return the meaning of a name; raises ValueError where there is none such."""
    for meaning in MEANINGS:
        if value == meaning:
            return meaning
    raise ValueError(f"no meaning: {value!r}")


def _words_anchor(value: object) -> WordsAnchor:
    if not isinstance(value, Mapping):
        raise ValueError("no anchor of words")
    words, nth = _number(value, "words"), _number(value, "nth", 1)
    if words < FEWEST_WORDS or nth < 1:
        raise ValueError("an anchor of too few words")
    return WordsAnchor(words, _text(value, "hash", needed=True), nth)


def _text(value: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    found = value.get(name, "")
    if not isinstance(found, str) or (needed and not found):
        raise ValueError(f"{name} is no text")
    return found


def _number(value: Mapping[str, Any], name: str, usual: int = 0) -> int:
    found = value.get(name, usual)
    if not isinstance(found, int) or isinstance(found, bool):
        raise ValueError(f"{name} is no number")
    return found


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
