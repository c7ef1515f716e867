"""What of a pack can be searched by one learner: every text, and what stands around them, by part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.inquiry.asked import asked, opens_after
from crossread.inquiry.state import InquiryState
from crossread.operations.opened import OpenPack
from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.passages import Which
from crossread.questions.registry import KINDS
from crossread.texts.search import Variants
from crossread.texts.text import Block, Text

PartKind = Literal["source", "context", "floor", "glossary", "name", "timeline", "question", "note"]


@dataclass(frozen=True, slots=True)
class Item:
    """What one block of a part belongs to: its id, and what stands beside its words, "" for nothing."""

    id: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a pack that is searched as one text.

    Of a source `source` and `which` say which text of which. Elsewhere each block belongs to one of `items`.
    """

    kind: PartKind
    text: Text
    source: str = ""
    which: Which = ""
    items: tuple[Item, ...] = ()


def variants_of(pack: Pack) -> Variants:
    """Return the groups of spellings that a pack knows: terms with their forms, and names."""
    terms = [(term.term, *term.also) for term in pack.glossary if term.also]
    return [*terms, *(name.forms for name in pack.names if len(name.forms) > 1)]


class PackParts:
    """The parts of one open pack, each made when it is first searched."""

    def __init__(self, opened: OpenPack) -> None:
        self._opened = opened

    @cached_property
    def texts(self) -> tuple[Part, ...]:
        """Every text of every source that can be shown: digests, editions, originals."""
        found = []
        for source in self._opened.pack.sources:
            for which in self._opened.whiches(source.id):
                shown = self._opened.shown(source.id, which)
                if shown is not None:
                    found.append(Part(kind="source", text=shown.text, source=source.id, which=which))
        return tuple(found)

    @cached_property
    def around(self) -> tuple[Part, ...]:
        """What the authors wrote around the sources."""
        pack = self._opened.pack
        glossary = [
            pair
            for term in pack.glossary
            for pair in _blocks(term.id, "", " · ".join((term.term, *term.also)))
            + _blocks(term.id, term.term, term.meaning)
        ]
        names = [
            pair
            for name in pack.names
            for pair in _blocks(name.id, "", " · ".join(name.forms))
            + _blocks(name.id, name.forms[0] if name.forms else "", name.about)
        ]
        timeline = [
            pair
            for entry in pack.timeline
            for pair in _blocks(entry.id, date_in_words(entry.date), entry.what)
        ]
        return (
            Part(kind="context", text=pack.context),
            _part("floor", [pair for line in pack.floor for pair in _blocks(line.id, "", line.text)]),
            _part("glossary", glossary),
            _part("name", names),
            _part("timeline", timeline),
        )

    def own(self, state: InquiryState) -> tuple[Part, ...]:
        """Return the questions that a learner is asked and may see, and their own notes."""
        return (
            _part("question", [pair for question in self._seen(state) for pair in _asked_blocks(question)]),
            _part("note", list(self._notes(state))),
        )

    def _seen(self, state: InquiryState) -> Iterator[Question]:
        opened = self._opened
        for stage in opened.pack.stages:
            for question in asked(state, opened.pack, stage.id):
                if not opens_after(state, opened.pack, question, opened.has_original):
                    yield question

    def _notes(self, state: InquiryState) -> Iterator[tuple[Item, Block]]:
        for note in sorted(state.passage_notes.values(), key=lambda note: note.seq):
            yield from _blocks(note.id, ", ".join(note.tags), note.text)
        sources = {source.id: source for source in self._opened.pack.sources}
        for key, words in sorted(state.notes.items()):
            source = sources.get(next(iter(key.split("/")[1:2]), ""))
            label = _("On source {letter}").format(letter=source.letter) if source else ""
            yield from _blocks(key, label, words)


def _asked_blocks(question: Question) -> Iterator[tuple[Item, Block]]:
    """Return what a learner sees of a question before it is answered, and nothing else."""
    yield from _blocks(question.id, "", question.prompt)
    for words in KINDS[question.kind].offered(question):
        yield from _blocks(question.id, question.prompt, words)


def _blocks(item: str, label: str, words: str) -> list[tuple[Item, Block]]:
    return [(Item(item, label), Block("paragraph", words))] if words.strip() else []


def _part(kind: PartKind, pairs: Sequence[tuple[Item, Block]]) -> Part:
    return Part(kind=kind, text=Text(tuple(block for _i, block in pairs)), items=tuple(i for i, _b in pairs))
