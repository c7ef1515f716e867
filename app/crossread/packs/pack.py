"""What a pack is once it has been read: sources, questions, stages and what stands firm."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from crossread.packs.sources.compare_parts import AuthorsQuantity, Edge, Opens, Wording
from crossread.packs.sources.source import OriginalSentence, Source
from crossread.questions.claims import Claim, Given
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey, Reference
from crossread.texts.text import Text

StageKind = Literal["before", "meet", "read", "compare", "discuss", "conclude"]

# Those in which questions may stand.
ASKING: tuple[StageKind, ...] = ("read", "compare", "discuss", "conclude")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of the inquiry.

    `minutes` is how long it may take, for planning; `expectation` is what a *before* stage asks about
    the texts; `about` is a sentence on what a *read* stage is for; `panes` are the ids of the sources
    that open first; `lesson` groups stages into lessons, from 1. `behaviour`, `tries`, `penalty` and
    `certainty` say how its questions are asked, unless they say otherwise themselves.

    The rest is for *compare*: ids of the `claims` of its matrix, of which cells are `given` as in a
    matrix question, of `figures`, of `edges`, of `words` (words and namings of words.yaml), and of the
    claims whose `silences` are worked at. One that names nothing is about all that the pack compares. It
    `opens` at a part of the comparison, "" for the usual one.
    """

    id: str
    kind: StageKind
    title: str
    minutes: int = 0
    about: str = ""
    expectation: str = ""
    panes: tuple[str, ...] = ()
    lesson: int = 0
    behaviour: str = ""
    tries: int = 0
    penalty: str = ""
    certainty: Literal["", "yes", "no"] = ""
    claims: tuple[str, ...] = ()
    given: Given = "none"
    figures: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    silences: tuple[str, ...] = ()
    opens: Opens = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Questions of one stage of which each learner gets `draw`, the same ones each time they return."""

    id: str
    questions: tuple[str, ...]
    draw: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorLine:
    """One line of what stands firm."""

    id: str
    text: str
    refs: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work that sources rest on and that is not itself in the pack.

    `voice` names whose word it is where several works, or a work and a voice that sources name, come
    from the same: they count as one account.
    """

    id: str
    title: str
    author: str = ""
    date: str = ""
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A word that texts use and readers may not know; `also` are other forms of it in the texts."""

    id: str
    term: str
    meaning: str
    also: tuple[str, ...] = ()
    refs: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForms:
    """One place, person or body that the sources name differently.

    `forms` are all spellings, the pack's own first; `about` says where they come from; `sources` tells by
    source which forms it uses.
    """

    id: str
    forms: tuple[str, ...]
    about: str
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that happened, or that is said to have: `date` is EDTF.

    `said_by` are the sources that say so, with a passage each where one can be shown; `refs` is where it is
    known from besides.
    """

    id: str
    date: str
    what: str
    passages: tuple[PassageKey, ...] = ()
    said_by: tuple[str, ...] = ()
    refs: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNote:
    """Where something that the context or the guide says is known from.

    The text refers to it by [^id]; `says` is a sentence that goes before the references.
    """

    id: str
    refs: tuple[Reference, ...]
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the pack: its file below `images/`, what it shows in words, and whose it is."""

    file: str
    alt: str
    credit: str = ""


@dataclass(frozen=True, kw_only=True)
class Pack:
    """Everything a teacher wrote, checked. `digest` names its content, 64 hex digits.

    `ages` is the age in years from which it is written, 0 where it says none; `begin_here` marks a pack
    for those who open their first one.
    """

    id: str
    version: str
    title: str
    language: str
    digest: str
    central_question: str
    stages: tuple[Stage, ...]
    sources: tuple[Source, ...]
    questions: tuple[Question, ...]
    authors: str = ""
    licence: str = ""
    advisory: str = ""
    ages: int = 0
    begin_here: bool = False
    behaviour: str = "deferred"
    tries: int = 0
    penalty: str = ""
    certainty: Literal["", "yes", "no"] = ""
    pools: tuple[Pool, ...] = ()
    claims: tuple[Claim, ...] = ()
    context: Text = field(default_factory=lambda: Text(()))
    guide: Text = field(default_factory=lambda: Text(()))
    floor: tuple[FloorLine, ...] = ()
    works: tuple[Work, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    names: tuple[NameForms, ...] = ()
    edges: tuple[Edge, ...] = ()
    figures: tuple[AuthorsQuantity, ...] = ()
    wording: Wording = field(default_factory=Wording)
    timeline: tuple[TimelineEntry, ...] = ()
    graphic: tuple[PassageKey, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sentences: Mapping[str, tuple[OriginalSentence, ...]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    def source(self, source_id: str) -> Source:
        """Return a source by id; KeyError where there is none."""
        return self._sources[source_id]

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}

    def stage(self, stage_id: str) -> Stage:
        """Return a stage by id; KeyError where there is none."""
        return self._stages[stage_id]

    @cached_property
    def _stages(self) -> Mapping[str, Stage]:
        return {stage.id: stage for stage in self.stages}

    def questions_of(self, stage_id: str) -> tuple[Question, ...]:
        """Return the questions of a stage, in the order written."""
        return self._by_stage.get(stage_id, ())

    @cached_property
    def _by_stage(self) -> Mapping[str, tuple[Question, ...]]:
        found: dict[str, list[Question]] = {}
        for question in self.questions:
            found.setdefault(question.stage, []).append(question)
        return {stage: tuple(questions) for stage, questions in found.items()}

    @cached_property
    def required(self) -> int:
        """How many required questions each learner is asked."""
        return count_required(self.questions, self.pools)

    @cached_property
    def seen_digests(self) -> dict[str, str]:
        """The digests of what is seen of each question, by its id, as far as they have been worked out."""
        return {}

    def floor_line(self, line_id: str) -> FloorLine | None:
        """Return a line of what stands firm."""
        return next((line for line in self.floor if line.id == line_id), None)


def count_required(questions: Iterable[Question], pools: Sequence[Pool]) -> int:
    """Count the required questions that each learner is asked: of a pool, as many as are drawn."""
    required = {question.id for question in questions if question.required}
    pooled = [required.intersection(pool.questions) for pool in pools]
    drawn = sum(min(max(0, pool.draw), len(ids)) for pool, ids in zip(pools, pooled, strict=True))
    return len(required.difference(*pooled)) + drawn
