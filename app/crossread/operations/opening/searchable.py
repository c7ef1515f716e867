"""What of a pack can be searched by one learner: all its texts, what stands around them, and their own."""

from collections.abc import Iterator
from functools import cached_property

from crossread.base.translation import _
from crossread.inquiry.asked import asked, opens_after
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.packs.library.search_parts import Item, Part, around, labelled, part, question_part
from crossread.questions.kind import Question
from crossread.texts.text import Block


class PackParts:
    """The parts of one open pack, each made when it is first searched."""

    def __init__(self, opened: OpenPack) -> None:
        self._opened = opened

    @cached_property
    def texts(self) -> tuple[Part, ...]:
        """Every text of every source that can be shown: digests, editions, originals."""
        return tuple(
            Part(kind="source", text=one.text, source=source, which=one.which)
            for source, shown in self._opened.shown_now.items()
            for one in shown
        )

    @cached_property
    def around(self) -> tuple[Part, ...]:
        """What the authors wrote around the sources."""
        return tuple(around(self._opened.pack))

    def own(self, state: InquiryState) -> tuple[Part, ...]:
        """Return the questions that a learner is asked and may see, and their own notes."""
        return (question_part(list(self._seen(state))), part("note", list(self._notes(state))))

    def _seen(self, state: InquiryState) -> Iterator[Question]:
        opened = self._opened
        for stage in opened.pack.stages:
            for question in asked(state, opened.pack, stage.id):
                if not opens_after(state, opened.pack, question, opened.has_original):
                    yield question

    def _notes(self, state: InquiryState) -> Iterator[tuple[Item, Block]]:
        for note in sorted(state.passage_notes.values(), key=lambda note: note.seq):
            yield from labelled(note.id, ", ".join(note.tags), note.text)
        sources = {source.id: source for source in self._opened.pack.sources}
        for key, words in sorted(state.notes.items()):
            source = sources.get(next(iter(key.split("/")[1:2]), ""))
            label = _("On source {letter}").format(letter=source.letter) if source else ""
            yield from labelled(key, label, words)
