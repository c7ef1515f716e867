"""What open questions hold back: words, cells and edges that would answer them, and nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.commands import EnterStage
from crossread.inquiry.held_back import HeldBack, Holding
from crossread.inquiry.state import StageState
from crossread.packs.sources.compare_parts import Edge
from crossread.questions.passages import DIGEST, PassageKey
from crossread.questions.placing import place
from crossread.texts.passages.anchors import WordsAnchor
from tests.inquiry.comparing_samples import COMPARED, comparer
from tests.progress.matrices import SHOWN, held_by
from tests.questions.making import EVIDENCE, VERDICT
from tests.questions.open_samples import ESSAY, MATRIX

FORTY_BOATS = PassageKey(source="gazette", quote="forty boats")
DAWN = PassageKey(source="pilot", quote="I counted twenty-six at dawn")


def test_nothing_is_held_back_where_nothing_is_asked() -> None:
    held = held_by([])
    assert held == HeldBack(texts=SHOWN)
    assert not held.holds_passage(FORTY_BOATS)


def test_the_evidence_of_a_scored_question_holds_its_words_and_the_cells_that_rest_on_them() -> None:
    held = held_by([replace(VERDICT, evidence=(FORTY_BOATS,))])
    assert set(held.cells) == {("forty", "gazette")}
    assert held.of_claim("forty") == ("gazette",)
    (shown,) = SHOWN["gazette"]
    where = place(FORTY_BOATS, shown)
    assert where is not None
    assert held.holds("gazette", DIGEST, where)
    assert not held.holds_passage(DAWN)


def test_of_a_question_that_nobody_marks_the_evidence_is_free() -> None:
    assert not held_by([replace(ESSAY, evidence=(FORTY_BOATS,))]).cells


def test_a_stance_that_is_asked_for_is_held_though_it_rests_on_no_words() -> None:
    assert set(held_by([MATRIX]).cells) >= {("at-nine", "pilot"), ("forty", "gazette")}


def test_words_to_be_marked_are_held_like_evidence() -> None:
    assert held_by([EVIDENCE]).places


def test_a_passage_of_a_text_that_is_not_here_is_known_by_its_anchor() -> None:
    anchor = WordsAnchor(7, "0123456789ab")
    there = PassageKey(source="pilot", original=anchor)
    held = held_by([replace(VERDICT, evidence=(there,))])
    assert held.holds_passage(PassageKey(source="pilot", quote="I counted", original=anchor))
    assert not held.holds_passage(PassageKey(source="gazette", original=anchor))


def test_an_authors_words_that_repeat_those_asked_for_hold_their_cell_too() -> None:
    (asked,) = (PassageKey(source="gazette", quote="the watchman"),)
    held = held_by([replace(VERDICT, evidence=(asked,))])
    assert ("at-nine", "gazette") in held.cells  # on his word, says the author
    assert held.holds_words("gazette", "So says The Watchman himself.")
    assert not held.holds_words("gazette", "So say watchmen.")
    assert not held.holds_words("pilot", "The watchman")


def test_an_edge_is_held_with_what_it_shows_or_says() -> None:
    edge = Edge(id="e", from_="pilot", to="gazette", how="credited", passages=(DAWN,))
    held = held_by([replace(VERDICT, evidence=(FORTY_BOATS,))])
    assert not held.holds_edge(edge)
    assert held.holds_edge(replace(edge, passages=(FORTY_BOATS,)))
    assert held.holds_edge(replace(edge, changed=("forty boats became some",)))


def test_a_silence_is_held_where_the_question_is_about_it() -> None:
    nine = PassageKey(source="gazette", quote="saw smoke over the rope store at nine")
    asks = replace(VERDICT, of="pilot", answer="does-not-say", evidence=(nine,))
    assert set(held_by([asks]).cells) == {("at-nine", "gazette"), ("at-nine", "pilot")}


def test_it_is_worked_out_once_as_long_as_the_same_questions_are_open() -> None:
    learner = comparer()
    learner.do(EnterStage(stage="read"))
    holding = Holding(COMPARED, ClaimPlaces(COMPARED, SHOWN), lambda _source: False)
    held = holding.of(learner.state)
    assert held.places
    again = replace(learner.state, stages=dict(learner.state.stages))
    assert holding.of(again) is held
    handed_in = replace(StageState().latest, handed_in=True)
    closed = replace(learner.state, stages={"read": StageState(attempts=(handed_in,))})
    assert not holding.of(closed).places


ASKED = [*COMPARED.questions, MATRIX, replace(VERDICT, id="more", evidence=(FORTY_BOATS, DAWN))]


@given(st.sets(st.sampled_from(range(len(ASKED)))), st.sets(st.sampled_from(range(len(ASKED)))))
def test_what_several_questions_hold_back_is_what_each_of_them_does(some: set[int], others: set[int]) -> None:
    one, other, both = (
        held_by([ASKED[number] for number in sorted(numbers)]) for numbers in (some, others, some | others)
    )
    assert both.cells.keys() == one.cells.keys() | other.cells.keys()
    for key in (FORTY_BOATS, DAWN):
        assert both.holds_passage(key) == (one.holds_passage(key) or other.holds_passage(key))
