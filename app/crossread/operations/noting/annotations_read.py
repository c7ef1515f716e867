"""Reading annotations: a file of W3C Web Annotations becomes highlights and notes, their texts yet unknown.

Ours say of which source they speak; of others' the words are taken. What cannot be used is counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from crossread.base.errors import N_
from crossread.inquiry.notes import MEANINGS, Meaning
from crossread.inquiry.putting import (
    LONGEST_NOTE,
    LONGEST_PASSAGE,
    LONGEST_TAG,
    MOST_PASSAGES,
    MOST_TAGS,
)
from crossread.inquiry.typed_words import tidy_tags
from crossread.operations.noting.annotation_values import clean, listed, name_of, ours, word, words_of
from crossread.operations.noting.json_border import read_json, refused
from crossread.questions.passages import DIGEST, Which
from crossread.texts.passages.anchors import CONTEXT, FEWEST_WORDS, QuoteAnchor, WordsAnchor

MOST_ANNOTATIONS = 5_000
_LONGEST_ID = 200
_HEX = frozenset("0123456789abcdef")

# Why something was left out.
Reason = Literal["no-annotation", "no-words", "too-long", "no-text-fits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTarget:
    """A passage as a file names it: `source` is an id of the pack it was made for, "" where none is said.

    `address` is what the file calls the text by.
    """

    source: str
    which: Which
    address: str
    quote: QuoteAnchor
    original: WordsAnchor | None
    letter: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAnnotation:
    """A highlight, where `meaning` is set or it has neither words nor tags, or else a note.

    `on_pack` tells that it names no passage at all, but the pack or one of its claims.
    """

    id: str
    meaning: Meaning | None
    is_highlight: bool
    text: str
    tags: tuple[str, ...]
    claim: str
    targets: tuple[ReadTarget, ...]
    on_pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationSet:
    """What a file holds, and how often something was left out, by the reason."""

    title: str
    author: str
    pack: str
    annotations: tuple[ReadAnnotation, ...]
    left_out: Mapping[Reason, int]


class _UnusableError(Exception):
    """An annotation that cannot be used, with the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def read_annotations(data: bytes) -> AnnotationSet:
    """Read a file's annotations; raises Expected("set-refused") where it is no file of such."""
    content = read_json(data)
    items = _items(content)
    if items is None:
        raise refused(
            N_(
                "The file holds no annotations. Choose a set that was exported from Crossread, or a file of "
                "W3C Web Annotations."
            )
        )
    if len(items) > MOST_ANNOTATIONS:
        raise refused(
            N_("The file holds {given} annotations, and {most} are the most. Divide it into several sets."),
            given=len(items),
            most=MOST_ANNOTATIONS,
        )
    left_out: Counter[Reason] = Counter()
    annotations = []
    for item in items:
        try:
            annotations.append(_annotation(item, left_out))
        except _UnusableError as unusable:
            left_out[unusable.reason] += 1
    whole = content if isinstance(content, Mapping) else {}
    return AnnotationSet(
        title=name_of(whole.get("label")) or name_of(whole.get("name")),
        author=name_of(whole.get("creator")),
        pack=word(ours(whole, "pack")),
        annotations=tuple(annotations),
        left_out=dict(left_out),
    )


def _items(content: object) -> list[Any] | None:
    """Find the list of annotations in what a file holds; None where there is none."""
    if isinstance(content, list):
        return content
    if not isinstance(content, Mapping):
        return None
    if "Annotation" in words_of(content.get("type", content.get("@type"))):
        return [content]
    for key in ("items", "@graph", "annotations", "rows"):
        if isinstance(content.get(key), list):
            found: list[Any] = content[key]
            return found
    return _items(content.get("first")) if isinstance(content.get("first"), Mapping) else None


def _annotation(item: object, left_out: Counter[Reason]) -> ReadAnnotation:
    if not isinstance(item, Mapping) or not (item.get("target") or item.get("hasTarget")):
        raise _UnusableError("no-annotation")
    text, tags = _said(item)
    meaning = next((one for one in MEANINGS if one == ours(item, "meaning")), None)
    motivation = {one.removeprefix("oa:") for one in words_of(item.get("motivation"))}
    is_highlight = meaning is not None or "highlighting" in motivation or not (text or tags)
    if is_highlight and text:
        is_highlight, meaning = False, None  # somebody's words are worth more than their colour
    if meaning is None and is_highlight:
        meaning = next((one for one in MEANINGS if one in {tag.casefold() for tag in tags}), None)
    targets, on_pack = _targets(item.get("target", item.get("hasTarget")), left_out)
    if not targets and (is_highlight or not on_pack):
        raise _UnusableError("no-words")
    return ReadAnnotation(
        id=word(item.get("id", item.get("@id")))[:_LONGEST_ID],
        meaning=meaning,
        is_highlight=is_highlight,
        text="" if is_highlight else text,
        tags=() if is_highlight else tags,
        claim=word(ours(item, "claim"))[:_LONGEST_ID],
        targets=targets,
        on_pack=on_pack,
    )


def _said(item: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return the words and the tags of an annotation, wherever in its bodies they stand."""
    texts = [clean(item.get("bodyValue")), clean(item.get("text"))]
    tags = [clean(tag) for tag in listed(item.get("tags"))]
    only_tags = words_of(item.get("motivation")) == ["tagging"]
    for body in listed(item.get("body", item.get("hasBody"))):
        if isinstance(body, str):
            continue  # an address, not words
        if not isinstance(body, Mapping):
            raise _UnusableError("no-annotation")
        value = clean(body.get("value", body.get("chars")))
        purpose = words_of(body.get("purpose")) or (["tagging"] if only_tags else [])
        (tags if {"tagging", "classifying"} & set(purpose) else texts).append(value)
    text = "\n\n".join(one for one in texts if one.strip())
    tidied = tidy_tags(tags)
    if len(text) > LONGEST_NOTE or len(tidied) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tidied):
        raise _UnusableError("too-long")
    return text, tidied


def _targets(given: object, left_out: Counter[Reason]) -> tuple[tuple[ReadTarget, ...], str]:
    """Return the passages that a file names, and the address of the pack where it names that itself."""
    targets, on_pack = [], ""
    every = listed(given)
    if len(every) > MOST_PASSAGES:
        raise _UnusableError("too-long")
    for one in every:
        if isinstance(one, str):
            on_pack = on_pack or (one if one.startswith("urn:crossread:") else "")
            continue
        target = _target(one)
        if target is not None:
            targets.append(target)
    if targets and len(targets) < len(every):
        left_out["no-words"] += 1  # a part of it names no words; the rest is taken
    return tuple(targets), on_pack


def _target(given: object) -> ReadTarget | None:
    if not isinstance(given, Mapping):
        return None
    quote, position = _selected(given.get("selector", given.get("hasSelector")))
    exact = clean(quote.get("exact"))
    if len(exact) > LONGEST_PASSAGE:
        raise _UnusableError("too-long")
    hashed = _hashed(ours(given, "words"))
    if not exact.strip() and hashed is None:
        return None
    start = position.get("start")
    address = given.get("source", given.get("hasSource"))
    if isinstance(address, Mapping):
        address = address.get("id", address.get("@id"))
    return ReadTarget(
        source=word(ours(given, "source"))[:_LONGEST_ID],
        which=word(ours(given, "which"))[:_LONGEST_ID] or DIGEST,
        address=word(address)[:2000],
        quote=QuoteAnchor(
            quote=exact,
            prefix=clean(quote.get("prefix"))[-CONTEXT:],
            suffix=clean(quote.get("suffix"))[:CONTEXT],
            position=start if isinstance(start, int) and not isinstance(start, bool) and start >= 0 else -1,
            text_digest=word(ours(given, "textDigest"))[:64],
        ),
        original=hashed,
        letter=name_of(ours(given, "letter"))[:8],
        title=name_of(ours(given, "title")),
    )


def _selected(given: object) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return the selectors of words and of their position among those given, and within each other."""
    quote: Mapping[str, Any] = {}
    position: Mapping[str, Any] = {}
    for selector in _unfolded(given):
        kinds = words_of(selector.get("type", selector.get("@type")))
        if any(kind.endswith("TextQuoteSelector") for kind in kinds):
            quote = quote or selector
        elif any(kind.endswith("TextPositionSelector") for kind in kinds):
            position = position or selector
    return quote, position


def _unfolded(given: object) -> Iterator[Mapping[str, Any]]:
    for one in listed(given):
        if isinstance(one, Mapping):
            yield one
            yield from _unfolded(one.get("refinedBy"))
            yield from _unfolded(one.get("items"))  # a choice of selectors


def _hashed(given: object) -> WordsAnchor | None:
    if not isinstance(given, Mapping):
        return None
    count, hashed, nth = (ours(given, name) for name in ("count", "hash", "nth"))
    numbers = [one for one in (count, nth) if isinstance(one, int) and not isinstance(one, bool)]
    if len(numbers) != 2 or not isinstance(hashed, str) or len(hashed) != 12 or not _HEX.issuperset(hashed):
        return None
    words, which = numbers
    return WordsAnchor(words, hashed, which) if words >= FEWEST_WORDS and which >= 1 else None
