"""Passages, highlights and notes on the two accounts of Alder Bay."""

from collections.abc import Mapping, Sequence
from typing import Any

from crossread.inquiry.commands import (
    AddLayer,
    Command,
    PutHighlight,
    PutNote,
    RemoveHighlight,
    RemoveLayer,
    RemoveNote,
    SwitchLayer,
)
from crossread.inquiry.notes import Highlight, Layer, Meaning, Note, NotedPassage
from crossread.inquiry.placing_notes import TextsNow
from crossread.questions.passages import ShownText, Texts, Which
from crossread.texts.passages.anchors import FEWEST_WORDS, anchor_quote, anchor_words
from crossread.texts.text import Range, Text
from crossread.texts.words.normal import normal_words
from tests.inquiry.making import WITH_ORIGINALS
from tests.questions.making import GAZETTE, GAZETTE_ORIGINAL, PILOT, place_of


def noted(
    quote: str = "forty boats", source: str = "gazette", text: Text = GAZETTE, which: Which = "digest"
) -> NotedPassage:
    """Note the words of a text."""
    return noted_range(place_of(text, quote), source, text, which)


def noted_range(where: Range, source: str, text: Text, which: Which = "digest") -> NotedPassage:
    long_enough = len(normal_words(text.words(where))) >= FEWEST_WORDS
    hashed = anchor_words(text, where) if which == "original" and long_enough else None
    return NotedPassage(
        source=source,
        which=which,
        quote=anchor_quote(text, where),
        original=hashed,
        letter={"gazette": "A", "pilot": "B"}.get(source, "?"),
        title={"gazette": "The fire", "pilot": "A log"}.get(source, "Gone"),
    )


def highlight(name: str = "h", meaning: Meaning = "evidence", **changes: Any) -> Highlight:
    return Highlight(**{"id": name, "meaning": meaning, "passage": noted(), **changes})


def note(name: str = "n", text: str = "Who counted?", **changes: Any) -> Note:
    return Note(**{"id": name, "text": text, "passages": (noted(),), **changes})


def now(texts: Texts = WITH_ORIGINALS, **others: ShownText | None) -> TextsNow:
    """Return texts as they can be shown, with another one for a source, or none."""
    found: Mapping[str, tuple[ShownText, ...]] = {
        source: tuple(shown.values()) for source, shown in texts.items()
    }
    return {**found, **{source: (shown,) if shown else () for source, shown in others.items()}}


_ORIGINAL = noted("Two score of fishing craft", text=GAZETTE_ORIGINAL, which="original")
# What a learner may do to highlights, notes and layers, some of it in vain.
NOTING: Sequence[Sequence[Command]] = (
    [
        PutHighlight(highlight=highlight()),
        PutHighlight(highlight=highlight(meaning="doubt")),
        PutHighlight(highlight=highlight("other", "loaded", passage=_ORIGINAL)),
        RemoveHighlight(highlight="h"),
    ],
    [
        PutNote(note=note(tags=("one", "One"))),
        PutNote(note=note(text="Again", passages=(noted(), noted("forty boats", "pilot", PILOT)))),
        PutNote(note=note("empty", text="", passages=())),
        RemoveNote(note="n"),
    ],
    [
        AddLayer(layer=Layer(digest="a" * 64, title="Look here")),
        SwitchLayer(layer="a" * 64, on=False),
        RemoveLayer(layer="a" * 64),
    ],
)
