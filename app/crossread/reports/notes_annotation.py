"""Highlights and notes as W3C Web Annotations (JSON-LD): a file that other programs and ours can read."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from crossread.base.translation import _
from crossread.inquiry.notes import MEANINGS, Highlight, Note, NotedPassage
from crossread.inquiry.typed_words import one_line
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row
from crossread.questions.passages import ORIGINAL

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# What the standard has no word for is said in terms of our own, declared in the file's context.
TERMS = "urn:crossread:terms:"
PREFIX = "crossread"


def term(name: str) -> str:
    """Return a term of our own, as it stands in a file."""
    return f"{PREFIX}:{name}"


@dataclass(frozen=True, slots=True)
class ForOthers:
    """How a set that is meant for others is named, as its maker typed it."""

    title: str
    author: str = ""


def notes_annotation(pack: Pack, rows: Sequence[Row], for_others: ForOthers | None = None) -> str:
    """Return the learner's own of the rows as an annotation collection.

    A set for others holds no word of an author's own text that can be found by its hash: who has the text
    finds the passage in it. Nothing in the file tells who made it but the name that was typed.
    """
    items = list(_annotations(pack, rows, for_others))
    collection: dict[str, Any] = {
        "@context": [CONTEXT, {PREFIX: TERMS}],
        "id": f"urn:crossread:{pack.id}:notes",
        "type": "AnnotationCollection",
        "label": one_line(for_others.title) if for_others else _("Notes on “{pack}”").format(pack=pack.title),
        term("pack"): pack.id,
        term("packTitle"): pack.title,
        term("packVersion"): pack.version,
        "total": len(items),
        "first": {
            "id": f"urn:crossread:{pack.id}:notes:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    author = one_line(for_others.author) if for_others else ""
    if author:
        collection["creator"] = {"type": "Person", "name": author}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _annotations(pack: Pack, rows: Iterable[Row], for_others: ForOthers | None) -> Iterator[dict[str, Any]]:
    """Yield each highlight and each note once, in the order of the rows."""
    told: set[str] = set()
    for row in rows:
        if not row.own:
            continue
        for piece in row.pieces:
            if piece.highlight is not None and piece.highlight.id not in told:
                told.add(piece.highlight.id)
                yield _highlight(pack, piece.highlight, for_others)
        if row.note is not None:
            yield _note(pack, row.note, for_others)


def _highlight(pack: Pack, highlight: Highlight, for_others: ForOthers | None) -> dict[str, Any]:
    return {
        "id": f"urn:crossread:highlight:{highlight.id}",
        "type": "Annotation",
        "motivation": "highlighting",
        term("meaning"): highlight.meaning,
        "body": _body("tagging", _(MEANINGS[highlight.meaning])),
        "target": _target(pack, highlight.passage, for_others),
    }


def _note(pack: Pack, note: Note, for_others: ForOthers | None) -> dict[str, Any]:
    bodies = [_body("commenting", note.text)] if note.text else []
    bodies += [_body("tagging", tag) for tag in note.tags]
    found: dict[str, Any] = {
        "id": f"urn:crossread:note:{note.id}",
        "type": "Annotation",
        "motivation": "commenting" if note.text or not note.tags else "tagging",
        "body": bodies,
        "target": [_target(pack, passage, for_others) for passage in note.passages],
    }
    if note.claim:
        found[term("claim")] = note.claim
    if not note.passages:  # an annotation has to be on something
        found["target"] = f"urn:crossread:{pack.id}" + (f":claim:{note.claim}" if note.claim else "")
    return found


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _target(pack: Pack, passage: NotedPassage, for_others: ForOthers | None) -> dict[str, Any]:
    anchor, words = passage.quote, passage.original
    selectors: list[dict[str, Any]] = []
    carries_words = for_others is None or passage.which != ORIGINAL or words is None
    if anchor.quote and carries_words:
        quote = {"type": "TextQuoteSelector", "exact": anchor.quote}
        if for_others is None or passage.which != ORIGINAL:
            quote |= {"prefix": anchor.prefix, "suffix": anchor.suffix}
        selectors.append(quote)
    if anchor.position >= 0:
        end = anchor.position + len(anchor.quote)
        selectors.append({"type": "TextPositionSelector", "start": anchor.position, "end": end})
    found: dict[str, Any] = {
        "type": "SpecificResource",
        "source": f"urn:crossread:{pack.id}:source:{passage.source}:{passage.which}",
        "selector": selectors,
        term("source"): passage.source,
        term("which"): passage.which,
        term("letter"): passage.letter,
        term("title"): passage.title,
        term("textDigest"): anchor.text_digest,
    }
    if words is not None:
        found[term("words")] = {
            term("count"): words.words,
            term("hash"): words.hash,
            term("nth"): words.nth,
        }
    return found
