"""Beside a stage that is open the comparison answers none of its questions, and it still has much to say."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from crossread.base.folders import content_folder
from crossread.inquiry.comparison import Judgement, matrix_given, row_shown
from crossread.inquiry.held_back import HeldBack
from crossread.inquiry.open_questions import open_questions
from crossread.inquiry.state import InquiryState, StageState
from crossread.operations.opening.opened import OpenPack
from crossread.packs.check import check_pack
from crossread.packs.pack import Stage
from crossread.progress.claim_matrix import ClaimMatrix
from crossread.progress.figures_covered import seen
from crossread.progress.figures_shown import authors_quantities
from crossread.progress.origins_told import WHOLE, OriginsTold
from crossread.progress.silences import silences_of
from crossread.progress.words_compared import words_of
from crossread.questions.passages import PassageKey, ShownText
from crossread.questions.placing import place
from crossread.questions.registry import KINDS
from crossread.texts.text import Range
from crossread.texts.words.normal import normal_words

PACKS = ("khojaly-1992", "every-kind", "corridor")


@cache
def opened(name: str) -> OpenPack:
    pack = check_pack(content_folder() / name).pack
    assert pack is not None
    return OpenPack(pack)


STAGES = [(name, stage.id) for name in PACKS for stage in opened(name).pack.stages]


def entered(name: str, stage: str) -> tuple[InquiryState, HeldBack]:
    """Enter a stage as the first, and choose 'Filled in' and every row shown: all that can be told is."""
    pack = opened(name).pack
    said = [Judgement(about=matrix_given(), chosen=("all",))]
    said += [Judgement(about=row_shown(claim.id), chosen=("shown",)) for claim in pack.claims]
    state = InquiryState(
        pack=pack.id,
        learner="ada",
        stage=stage,
        stages={stage: StageState()},
        judgements={one.about: one for one in said},
    )
    return state, opened(name).held(state)


class Asked:
    """What the open questions of a stage want to hear: told apart from the rule that is tested here."""

    def __init__(self, name: str, state: InquiryState) -> None:
        pack = opened(name).pack
        questions = open_questions(state, pack, opened(name).has_original)
        self.cells = {cell for one in questions for cell in KINDS[one.kind].stances(one)}
        self.keys: list[PassageKey] = []
        for one in questions:
            self.keys += [key for _at, key in KINDS[one.kind].quoted(one)]
            self.keys += one.evidence if KINDS[one.kind].scored else ()
        self._places: dict[str, list[Range]] = {}
        for key in self.keys:
            self._places.setdefault(key.source, []).extend(_in_digest(name, key))

    def shares(self, name: str, key: PassageKey) -> bool:
        same = any(key.original and key.original == one.original for one in self.keys)
        return same or any(
            where.start < other.end and other.start < where.end
            for where in _in_digest(name, key)
            for other in self._places.get(key.source, ())
        )

    def repeats(self, source: str, said: str) -> bool:
        # Words that stand at several places of a text, as a country's name does, tell none of them.
        words = f" {_plain(said)} "
        return any(
            f" {_plain(key.quote)} " in words
            for key in self.keys
            if key.source == source and key.quote.strip() and key.occurrence == 1
        )


def _in_digest(name: str, key: PassageKey) -> list[Range]:
    where = place(key, ShownText("digest", opened(name).pack.source(key.source).digest))
    return [where] if where is not None else []


def _plain(words: str) -> str:
    return " ".join(word.text for word in normal_words(words))


def matrix_of(name: str, stage: Stage | None, state: InquiryState, held: HeldBack) -> ClaimMatrix:
    pack = opened(name).pack
    matrix = ClaimMatrix(pack, opened(name).texts, stage, more=[claim.id for claim in pack.claims])
    matrix.set_state(state, held)
    return matrix


def matrices(name: str, stage: str) -> Iterator[tuple[ClaimMatrix, Asked]]:
    """Make the matrix as the stage has it, and as one has it who looks at all claims."""
    state, held = entered(name, stage)
    asked = Asked(name, state)
    for one in {None, stage}:
        yield matrix_of(name, opened(name).pack.stage(one) if one else None, state, held), asked


@pytest.mark.parametrize(("name", "stage"), STAGES)
def test_no_cell_that_is_told_answers_an_open_question(name: str, stage: str) -> None:
    for matrix, asked in matrices(name, stage):
        for claim in opened(name).pack.claims:
            for cell in matrix.cells(claim):
                told = [passage.of(cell.source) for one in cell.key for passage in one.passages]
                assert not any(asked.shares(name, key) for key in told), cell.place
                said = [words for one in cell.key for words in (one.says, one.whom, one.explanation)]
                assert not any(asked.repeats(cell.source, words) for words in said), cell.place
                assert not (cell.key and cell.place in asked.cells), cell.place
                assert cell.asked or cell.key or not claim.cells, cell.place


@pytest.mark.parametrize(("name", "stage"), STAGES)
def test_no_reason_for_a_row_repeats_what_an_open_question_asks(name: str, stage: str) -> None:
    for matrix, asked in matrices(name, stage):
        for claim in filter(matrix.is_told, opened(name).pack.claims):
            for source in claim.cells:
                assert not asked.repeats(source, f"{claim.why} | {claim.note}"), (claim.id, source)


@pytest.mark.parametrize(("name", "stage"), STAGES)
def test_no_silence_comes_from_a_cell_that_is_asked_for(name: str, stage: str) -> None:
    for matrix, asked in matrices(name, stage):
        for source in matrix.sources:
            for one in silences_of(source.id, matrix, opened(name).pack.claims).known:
                assert (one.claim.id, source.id) not in asked.cells
                assert not {(one.claim.id, other) for other in one.speaking} & asked.cells


@pytest.mark.parametrize(("name", "stage"), STAGES)
def test_no_figure_and_no_word_that_is_seen_answers_an_open_question(name: str, stage: str) -> None:
    state, held = entered(name, stage)
    asked, pack = Asked(name, state), opened(name).pack
    for quantity in authors_quantities(pack, None, opened(name).shown_now):
        for value in seen(held, quantity):
            assert quantity.figure is not None
            assert (quantity.figure.claim, value.source) not in asked.cells, quantity.id
            same = [one for one in quantity.figure.figures if one.source == value.source]
            same = [one for one in same if one.bounds == value.bounds]
            assert not any(asked.shares(name, one.passage) for one in same), quantity.id
    for source in pack.sources:
        for kind in ("loaded", "hedging"):
            for word in words_of(pack, source.id, kind, opened(name).shown_now[source.id], held):
                for passage in word.use.passages if word.use else ():
                    assert not asked.shares(name, passage.of(source.id)), word.word


@pytest.mark.parametrize(("name", "stage"), STAGES)
def test_no_line_of_who_rests_on_whom_answers_an_open_question(name: str, stage: str) -> None:
    state, held = entered(name, stage)
    asked, pack = Asked(name, state), opened(name).pack
    counted = {f"claim/{claim.id}/witnesses": Judgement(about="", count=1) for claim in pack.claims}
    state = replace(state, judgements={**state.judgements, **counted})
    told = OriginsTold(pack, {})
    told.set_state(matrix_of(name, None, state, held), held)
    for key in (WHOLE, *(claim.id for claim in pack.claims)):
        shown = told.shown(key, None, (), lambda _what: "")
        nodes = shown.graph.nodes if shown.graph else ()
        assert not {(key, node.name) for node in nodes if node.kind == "source"} & asked.cells, key
        for link in shown.graph.links if shown.graph else ():
            assert not any(asked.shares(name, one) for one in link.passages), (key, link.id)
            said = " | ".join((link.edge.why, *link.edge.changed)) if link.edge else ""
            assert not asked.repeats(link.from_.name, said), (key, link.id)


@pytest.mark.parametrize(("name", "stage"), STAGES)
def test_most_of_the_matrix_is_told_beside_any_stage(name: str, stage: str) -> None:
    state, held = entered(name, stage)
    matrix = matrix_of(name, None, state, held)
    cells = [cell for claim in matrix.claims for cell in matrix.cells(claim)]
    least = 0.8 if name == "khojaly-1992" else 0.3  # a small pack asks about nearly all that it has
    assert sum(bool(cell.key) for cell in cells) >= least * len(cells)


@pytest.mark.parametrize("name", PACKS)
def test_what_is_asked_comes_up_once_the_stage_is_handed_in(name: str) -> None:
    for stage in opened(name).pack.stages:
        state, _held = entered(name, stage.id)
        attempt = replace(StageState().latest, handed_in=True)
        done = replace(state, stages={stage.id: StageState(attempts=(attempt,))})
        assert not opened(name).held(done).cells, stage.id
