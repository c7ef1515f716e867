"""A pack as it is searched: its texts, and what its authors wrote around them, part by part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.passages import DIGEST, VERSION, Which
from crossread.questions.registry import KINDS
from crossread.texts.finding.search import Variants
from crossread.texts.text import Block, Text

PartKind = Literal["pack", "source", "context", "floor", "glossary", "name", "timeline", "question", "note"]


@dataclass(frozen=True, slots=True)
class Item:
    """What one block of a part belongs to: its id, and what stands beside its words, "" for nothing.

    Beside what happened that is its date, as EDTF.
    """

    id: str
    label: str = ""


Labelled = Sequence[tuple[Item, Block]]


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
    return Variants([*terms, *(name.forms for name in pack.names if len(name.forms) > 1)])


def texts_of(pack: Pack) -> Iterator[Part]:
    """Return the texts that the pack itself has of its sources: digests and editions."""
    for source in pack.sources:
        yield Part(kind="source", text=source.digest, source=source.id, which=DIGEST)
        for version in source.versions:
            yield Part(kind="source", text=version.text, source=source.id, which=VERSION + version.id)


def around(pack: Pack) -> Iterator[Part]:
    """Return what the authors wrote around the sources, but for the questions."""
    yield Part(kind="context", text=pack.context)
    yield part("floor", [pair for line in pack.floor for pair in labelled(line.id, "", line.text)])
    glossary: list[tuple[Item, Block]] = []
    for term in pack.glossary:
        glossary += labelled(term.id, "", " · ".join((term.term, *term.also)))
        glossary += labelled(term.id, term.term, term.meaning)
    yield part("glossary", glossary)
    names: list[tuple[Item, Block]] = []
    for name in pack.names:
        names += labelled(name.id, "", " · ".join(name.forms))
        names += labelled(name.id, "".join(name.forms[:1]), name.about)
    yield part("name", names)
    timeline: list[tuple[Item, Block]] = []
    for entry in pack.timeline:
        timeline += labelled(entry.id, entry.date, entry.what)
    yield part("timeline", timeline)


def question_part(questions: Sequence[Question]) -> Part:
    """Return what a learner sees of questions before they are answered, and nothing else of them."""
    blocks: list[tuple[Item, Block]] = []
    for question in questions:
        blocks += labelled(question.id, "", question.prompt)
        for words in KINDS[question.kind].offered(question):
            blocks += labelled(question.id, question.prompt, words)
    return part("question", blocks)


def part(kind: PartKind, blocks: Labelled) -> Part:
    """Make one part of blocks that belong to things of their own."""
    return Part(
        kind=kind,
        text=Text(tuple(block for _item, block in blocks)),
        items=tuple(item for item, _block in blocks),
    )


def labelled(item: str, label: str, words: str) -> Labelled:
    """Return words as a block that belongs to something; nothing where there are no words."""
    return [(Item(item, label), Block("paragraph", words))] if words.strip() else []
