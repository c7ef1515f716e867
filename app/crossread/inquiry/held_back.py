"""What open questions hold back: the one rule by which the comparison answers none of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crossread.inquiry.asked import HasOriginal
from crossread.inquiry.claim_places import ClaimPlaces, as_run
from crossread.inquiry.comparison import CellId
from crossread.inquiry.open_questions import open_questions
from crossread.inquiry.placing_notes import TextsNow
from crossread.inquiry.state import InquiryState, StageState
from crossread.packs.pack import Pack
from crossread.packs.sources.compare_parts import Edge
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey, Which
from crossread.questions.placing import place
from crossread.questions.registry import KINDS
from crossread.texts.passages.anchors import WordsAnchor
from crossread.texts.text import Range


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What may not be told as long as the same questions are open.

    `places` are words of the texts that are here, by source and text; `cells` those of the claim matrix,
    each with the first question that asks for it. `anchors` and `quotes` tell the same words where their
    text is not here, by source.
    """

    places: Mapping[tuple[str, Which], Sequence[Range]] = field(default_factory=dict)
    cells: Mapping[CellId, Question] = field(default_factory=dict)
    anchors: Collection[tuple[str, WordsAnchor]] = frozenset()
    quotes: Mapping[str, Collection[str]] = field(default_factory=dict)
    texts: TextsNow = field(default_factory=dict)

    def holds(self, source: str, which: Which, where: Range) -> bool:
        """Tell whether a range of a text shares words with what is asked for."""
        return any(one.start < where.end and where.start < one.end for one in self._at(source, which))

    def _at(self, source: str, which: Which) -> Sequence[Range]:
        return self.places.get((source, which), ())

    def holds_passage(self, key: PassageKey) -> bool:
        """Tell whether a passage shares words with what is asked for, in any text that is here."""
        if key.original is not None and (key.source, key.original) in self.anchors:
            return True
        for shown in self.texts.get(key.source, ()) if self.places else ():
            where = place(key, shown) if self._at(key.source, shown.which) else None
            if where is not None and self.holds(key.source, shown.which, where):
                return True
        return False

    def holds_words(self, source: str, words: str) -> bool:
        """Tell whether an author's words on a source repeat words of it that are asked for."""
        quotes = self.quotes.get(source, ())
        return bool(quotes and words) and any(quote in as_run(words) for quote in quotes)

    def holds_edge(self, edge: Edge) -> bool:
        """Tell whether what an edge shows, or says, is asked for."""
        return any(map(self.holds_passage, edge.passages)) or any(
            self.holds_words(source, words)
            for source in (edge.from_, edge.to)
            for words in (edge.why, *edge.changed)
        )

    def of_claim(self, claim: str) -> tuple[str, ...]:
        """Return the sources, by id, that a question asks about on a claim."""
        return tuple(source for asked, source in self.cells if asked == claim)


def held_back(questions: Iterable[Question], claims: ClaimPlaces) -> HeldBack:
    """Return what these questions ask for.

    Each asks for the stances that it wants, for the words that it has marked and, where answers are scored,
    for the words that prove its answer. A cell is asked for with any of the words that it rests on or
    repeats; one that is silent, with a question about that silence whose evidence the others' cells bear.
    """
    places: dict[tuple[str, Which], list[Range]] = {}
    cells: dict[CellId, Question] = {}
    anchors: set[tuple[str, WordsAnchor]] = set()
    quotes: dict[str, set[str]] = {}
    for question in questions:
        for cell in KINDS[question.kind].stances(question):
            cells.setdefault(cell, question)
        touched: set[CellId] = set()
        for key in _asked_for(question):
            if key.original is not None:
                anchors.add((key.source, key.original))
            if key.quote.strip():
                quotes.setdefault(key.source, set()).add(as_run(key.quote))
            for shown in claims.texts.get(key.source, ()):
                where = place(key, shown)
                if where is not None:
                    places.setdefault((key.source, shown.which), []).append(where)
            touched |= claims.resting_on(key)
        for cell in (*touched, *_silences(question, touched, claims)):
            cells.setdefault(cell, question)
    return HeldBack(places, cells, frozenset(anchors), quotes, claims.texts)


def _asked_for(question: Question) -> Iterator[PassageKey]:
    kind = KINDS[question.kind]
    yield from (key for _at, key in kind.quoted(question))
    if kind.scored:
        yield from question.evidence


def _silences(question: Question, touched: Collection[CellId], claims: ClaimPlaces) -> Iterator[CellId]:
    """Yield the silent cells that a question is about, unless it says by itself which stances it asks for."""
    kind = KINDS[question.kind]
    for source in () if kind.stances(question) else kind.silent(question):
        for claim in dict.fromkeys(claim for claim, _source in touched):
            if claims.is_silent(claim, source):
                yield claim, source


class Holding:
    """What is held back now, worked out once for each set of open questions."""

    def __init__(self, pack: Pack, claims: ClaimPlaces, has_original: HasOriginal) -> None:
        self._pack, self._claims, self._has_original = pack, claims, has_original
        self._known: tuple[str, Mapping[str, StageState]] | None = None
        self._open: frozenset[str] | None = None
        self._held = HeldBack()

    def of(self, state: InquiryState) -> HeldBack:
        """Return what may not be told to a learner now: the same object as long as that stays the same."""
        known = self._known
        if known is not None and known[0] == state.stage and known[1] is state.stages:
            return self._held
        self._known = (state.stage, state.stages)
        questions = open_questions(state, self._pack, self._has_original)
        ids = frozenset(question.id for question in questions)
        if ids != self._open:
            self._open, self._held = ids, held_back(questions, self._claims)
        return self._held
