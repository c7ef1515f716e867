"""What is put on the texts: highlights, notes on passages, and layers of these by others."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.inquiry.commands import (
    AddLayer,
    PutHighlight,
    PutNote,
    RemoveHighlight,
    RemoveLayer,
    RemoveNote,
    SwitchLayer,
)
from crossread.inquiry.notes import Note, NotedPassage
from crossread.inquiry.notes_storing import PASSAGE_KEY, highlight_json, layer_json, meaning_of, note_json
from crossread.inquiry.standing import Standing
from crossread.inquiry.typed_words import readable, sound, tidy_tags
from crossread.questions.passages import ORIGINAL
from crossread.texts.passages.anchors import CONTEXT

# Characters of a passage, of a note and of a tag, as code points; what is longer is refused.
LONGEST_PASSAGE = 20_000
LONGEST_NOTE = 100_000
LONGEST_TAG = 64
MOST_PASSAGES = 64
MOST_TAGS = 32
MOST_LAYERS = 20
_LONGEST_ID = 128
_TOO_MANY_PASSAGES = N_(
    "This can be on {most} passages, and {given} were given. Take some off, or begin another one."
)


def put_highlight(standing: Standing, command: PutHighlight) -> list[NewEntry]:
    """Highlight a passage; nothing where it is highlighted so already.

    Raises Expected("no-such-source"), Expected("passage-empty"), Expected("passage-too-long").
    """
    highlight = command.highlight
    _check_id(highlight.id, highlight.layer)
    meaning_of(highlight.meaning)
    passage = check_passage(standing, highlight.passage, remembered=bool(highlight.seq))
    put = replace(highlight, passage=passage)
    before = standing.state.highlights.get(put.id)
    if before is not None and replace(put, seq=before.seq) == before:
        return []
    return [standing.entry("highlight-set", highlight_json(put), texts_to_keep(standing, (passage,)))]


def remove_highlight(standing: Standing, command: RemoveHighlight) -> list[NewEntry]:
    """Take a highlight away; nothing where there is none."""
    if command.highlight not in standing.state.highlights:
        return []
    return [standing.entry("highlight-removed", {"id": command.highlight})]


def put_note(standing: Standing, command: PutNote) -> list[NewEntry]:
    """Write a note; nothing where it says just this already. Tags are tidied, equal passages count once.

    Raises Expected: "note-empty" for one without words and passages, "note-too-long",
    "too-many-passages", "too-many-tags", "tag-too-long", "no-such-claim", and as `put_highlight` does.
    """
    note = command.note
    _check_id(note.id, note.layer)
    remembered = bool(note.seq)
    if not remembered:
        _check_claim(standing, note.claim)
    passages = [check_passage(standing, passage, remembered=remembered) for passage in note.passages]
    text = readable(note.text)
    text = text if text.strip() else ""
    put = replace(note, text=text, passages=tuple(dict.fromkeys(passages)), tags=tidy_tags(note.tags))
    _check_size(put)
    before = standing.state.passage_notes.get(put.id)
    if before is not None and replace(put, seq=before.seq) == before:
        return []
    return [standing.entry("note-set", note_json(put), texts_to_keep(standing, put.passages))]


def remove_note(standing: Standing, command: RemoveNote) -> list[NewEntry]:
    """Take a note away; nothing where there is none."""
    if command.note not in standing.state.passage_notes:
        return []
    return [standing.entry("note-removed", {"key": PASSAGE_KEY + command.note})]


def add_layer(standing: Standing, command: AddLayer) -> list[NewEntry]:
    """Lay a set over the texts; nothing where it lies there just so. Raises Expected("too-many-layers")."""
    layer, layers = command.layer, standing.state.layers
    before = layers.get(layer.digest)
    if before == layer:
        return []
    if before is None and len(layers) >= MOST_LAYERS:
        raise Expected(
            "too-many-layers",
            N_("{most} sets are the most that can lie over one pack. Take one away, then add this one."),
            most=MOST_LAYERS,
        )
    return [standing.entry("layer-added", layer_json(layer))]


def switch_layer(standing: Standing, command: SwitchLayer) -> list[NewEntry]:
    """Show a set or hide it; nothing where it is so already, or is not there."""
    layer = standing.state.layers.get(command.layer)
    if layer is None or layer.on == command.on:
        return []
    return [standing.entry("layer-switched", {"digest": command.layer, "on": command.on})]


def remove_layer(standing: Standing, command: RemoveLayer) -> list[NewEntry]:
    """Take a set away; nothing where there is none."""
    if command.layer not in standing.state.layers:
        return []
    return [standing.entry("layer-removed", {"digest": command.layer})]


def check_passage(standing: Standing, passage: NotedPassage, *, remembered: bool) -> NotedPassage:
    """Check a passage and name its source, as far as the pack knows it.

    What was remembered once may speak of a source that has left the pack since; it then keeps its name.
    Raises Expected: "passage-empty", "passage-too-long", "no-such-source".
    """
    anchor = passage.quote
    if not anchor.quote.strip():
        raise Expected("passage-empty", N_("Nothing is selected. Select the words that you mean first."))
    if len(anchor.quote) > LONGEST_PASSAGE:
        raise Expected(
            "passage-too-long",
            N_("A passage can have {most} characters, and this one has {given}. Select less of the text."),
            most=LONGEST_PASSAGE,
            given=len(anchor.quote),
        )
    if not passage.which:
        raise ValueError("a passage of no text")
    tidy = replace(
        anchor,
        quote=sound(anchor.quote),
        prefix=sound(anchor.prefix[-CONTEXT:]),
        suffix=sound(anchor.suffix[:CONTEXT]),
    )
    for source in standing.pack.sources:
        if source.id == passage.source:
            return replace(passage, quote=tidy, letter=source.letter, title=source.card.title)
    if not remembered:
        template = N_("There is no source “{source}” in this pack. It may have changed; open the pack again.")
        raise Expected("no-such-source", template, source=passage.source)
    return replace(passage, quote=tidy)


def texts_to_keep(standing: Standing, passages: Iterable[NotedPassage]) -> dict[str, Any] | None:
    """Return the pack's texts that a passage is noted in for the first time, None where there are none.

    When a text has changed, the differences from the one that is kept say where its passages went. An
    author's own text is the user's, and is never copied into the record.
    """
    texts = {}
    for passage in passages:
        name = passage.quote.text_digest
        shown = standing.texts.get(passage.source, {}).get(name)
        if shown and passage.which != ORIGINAL != shown.which and name not in standing.state.kept_texts:
            texts[name] = shown.text.shown
    return {"texts": texts} if texts else None


def too_many_passages(given: int) -> Expected:
    """Return the error of something that is on more passages than one can be on."""
    return Expected("too-many-passages", _TOO_MANY_PASSAGES, most=MOST_PASSAGES, given=given)


def _check_id(thing_id: str, layer: str) -> None:
    if not 0 < len(thing_id) <= _LONGEST_ID or thing_id != sound(thing_id):
        raise ValueError("an id that cannot be kept")
    if layer:
        raise ValueError("what belongs to a layer is not the learner's to change")


def _check_claim(standing: Standing, claim: str) -> None:
    if claim and all(known.id != claim for known in standing.pack.claims):
        template = N_("There is no claim “{claim}” in this pack. It may have changed; open the pack again.")
        raise Expected("no-such-claim", template, claim=claim)


def _check_size(note: Note) -> None:
    if not note.text and not note.passages:
        raise Expected(
            "note-empty", N_("The note is empty. Write something, choose a passage, or take the note away.")
        )
    if len(note.text) > LONGEST_NOTE:
        raise Expected(
            "note-too-long",
            N_("A note can have {most} characters, and this one has {given}. Shorten it, or make two of it."),
            most=LONGEST_NOTE,
            given=len(note.text),
        )
    _check_count(note.passages, MOST_PASSAGES, "too-many-passages", _TOO_MANY_PASSAGES)
    _check_count(
        note.tags,
        MOST_TAGS,
        "too-many-tags",
        N_("A note can have {most} tags, and this one has {given}. Take some off."),
    )
    for tag in note.tags:
        if len(tag) > LONGEST_TAG:
            raise Expected(
                "tag-too-long",
                N_("A tag can have {most} characters. Shorten “{tag} …”."),
                most=LONGEST_TAG,
                tag=tag[:LONGEST_TAG],
            )


def _check_count(things: Sequence[object], most: int, code: str, template: str) -> None:
    if len(things) > most:
        raise Expected(code, template, most=most, given=len(things))
