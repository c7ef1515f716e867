"""Folding what is put on the texts: notes, highlights and layers. What cannot be read is passed over."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from crossread.base.entries import Entry
from crossread.inquiry.growing import with_item, without
from crossread.inquiry.notes import NotedPassage
from crossread.inquiry.notes_storing import (
    PASSAGE_KEY,
    highlight_from_json,
    layer_from_json,
    note_from_json,
)
from crossread.inquiry.state import InquiryState
from crossread.questions.passages import ORIGINAL


def note_set(state: InquiryState, entry: Entry) -> InquiryState:
    """Write a note, on passages or under another key."""
    key, text = str(entry.payload.get("key", "")), str(entry.payload.get("text", ""))
    if not key.startswith(PASSAGE_KEY):
        return replace(state, notes=_with_text(state.notes, key, text))
    try:
        note = note_from_json(entry.payload, entry.seq)
    except ValueError:
        return state
    with_note = replace(state, passage_notes=with_item(state.passage_notes, note.id, note))
    return with_texts(with_note, entry, note.passages)


def note_removed(state: InquiryState, entry: Entry) -> InquiryState:
    """Take a note away."""
    key = str(entry.payload.get("key", ""))
    if not key.startswith(PASSAGE_KEY):
        return replace(state, notes=_with_text(state.notes, key, ""))
    return replace(state, passage_notes=without(state.passage_notes, key.removeprefix(PASSAGE_KEY)))


def highlight_set(state: InquiryState, entry: Entry) -> InquiryState:
    """Put a highlight on its passage."""
    try:
        highlight = highlight_from_json(entry.payload, entry.seq)
    except ValueError:
        return state
    with_highlight = replace(state, highlights=with_item(state.highlights, highlight.id, highlight))
    return with_texts(with_highlight, entry, (highlight.passage,))


def highlight_removed(state: InquiryState, entry: Entry) -> InquiryState:
    """Take a highlight away."""
    return replace(state, highlights=without(state.highlights, str(entry.payload.get("id"))))


def layer_added(state: InquiryState, entry: Entry) -> InquiryState:
    """Lay a set over the texts; one that comes again shows again, under its newest title."""
    try:
        layer = layer_from_json(entry.payload)
    except ValueError:
        return state
    return replace(state, layers=with_item(state.layers, layer.digest, layer))


def layer_switched(state: InquiryState, entry: Entry) -> InquiryState:
    """Show a set or hide it."""
    layer = state.layers.get(str(entry.payload.get("digest", "")))
    if layer is None:
        return state
    switched = replace(layer, on=bool(entry.payload.get("on")))
    return replace(state, layers=with_item(state.layers, layer.digest, switched))


def layer_removed(state: InquiryState, entry: Entry) -> InquiryState:
    """Take a set away."""
    return replace(state, layers=without(state.layers, str(entry.payload.get("digest"))))


def with_texts(state: InquiryState, entry: Entry, passages: Iterable[NotedPassage]) -> InquiryState:
    """Remember which texts were kept with an entry."""
    if not entry.seen_digest:
        return state
    new = {
        passage.quote.text_digest: entry.seen_digest
        for passage in passages
        if passage.which != ORIGINAL and passage.quote.text_digest not in state.kept_texts
    }
    kept = state.kept_texts
    for digest, seen in new.items():
        kept = with_item(kept, digest, seen)
    return replace(state, kept_texts=kept) if new else state


def _with_text(texts: Mapping[str, str], key: str, text: str) -> Mapping[str, str]:
    others = without(texts, key)
    return with_item(others, key, text) if text else others
