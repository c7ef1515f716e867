"""Evidence: passages marked in the very text shown."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.questions.evidence import Evidence, EvidenceResponse, faults, mark, quoted, words
from crossread.questions.evidence_passages import EvidencePassage, OriginalPassage
from crossread.questions.mark import Mark
from crossread.questions.passages import Selection, ShownText, Texts
from crossread.texts.passages.anchors import WordsAnchor
from crossread.texts.text import Range
from tests.questions.making import (
    ALREADY_GONE,
    EVIDENCE,
    GAZETTE,
    GAZETTE_ORIGINAL,
    PILOT,
    ROPE_STORE,
    SHARED,
    TEXTS,
    select,
    select_range,
    text_of,
)

# The first example loads what later ones find loaded, so time is no sign of trouble here.
unhurried = settings(deadline=None)
CORE = select("gazette", GAZETTE, ROPE_STORE.core)
WHOLE_SENTENCE = select("gazette", GAZETTE, "The watchman saw smoke over the rope store at nine")
TOO_SHORT = select("gazette", GAZETTE, "rope store at nine")
ONE_SENTENCE = "The watchman saw smoke over the rope store at nine, and the tar sheds caught soon after."
TOO_LONG = select("gazette", GAZETTE, f"{ONE_SENTENCE} By midnight forty boats")
OTHER_CORE = select("pilot", PILOT, ALREADY_GONE.core)
WRONG = select("gazette", GAZETTE, "Nobody in the town remembers a louder night.")
WRONG_TOO = select("pilot", PILOT, "I counted twenty-six at dawn")


def marked(*selections: Selection, question: Evidence = EVIDENCE, texts: Texts = TEXTS) -> Mark:
    return mark(question, EvidenceResponse(selections), texts)


def one_of(*passages: EvidencePassage, choose: tuple[int, int] = (1, 1)) -> Evidence:
    return replace(EVIDENCE, passages=passages or EVIDENCE.passages, choose=choose)


def test_one_of_two_passages_earns_half() -> None:
    mark = marked(CORE)
    assert mark.score == 0.5
    found, missed = mark.parts
    assert (found.score, found.selection, found.feedback) == (1, CORE, ROPE_STORE.feedback)
    assert (missed.score, missed.passage, missed.key) == (0, ALREADY_GONE.core_key, ALREADY_GONE.core)
    assert missed.feedback == "You did not mark this passage."


def test_more_than_the_core_is_fine_as_long_as_it_is_acceptable() -> None:
    assert marked(WHOLE_SENTENCE, OTHER_CORE).score == 1


def test_a_selection_that_stops_short_earns_part_and_is_told_so() -> None:
    part = marked(TOO_SHORT).parts[0]
    assert part.score == pytest.approx(8 / 11)  # 4 of 7 words of the core and nothing else
    assert (part.verdict, part.key) == ("partly", ROPE_STORE.core)
    assert "stops before" in part.feedback


def test_a_selection_that_runs_over_earns_part_and_is_told_so() -> None:
    part = marked(TOO_LONG).parts[0]
    assert part.verdict == "partly"
    assert "more around it" in part.feedback


def test_a_hand_that_slips_by_a_word_or_two_loses_nothing() -> None:
    slipped = select("gazette", GAZETTE, f"{ONE_SENTENCE} By midnight")
    assert marked(slipped).parts[0].verdict == "right"


def test_the_whole_text_earns_nothing_and_is_told_why() -> None:
    everything = select_range("gazette", GAZETTE, Range(0, len(GAZETTE.shown)))
    mark = marked(everything, question=one_of(replace(ROPE_STORE, acceptable="")))
    assert mark.score == 0
    assert mark.parts[0].feedback.startswith("Too much is marked")


def test_a_wrong_selection_that_only_leaves_a_place_empty_costs_nothing() -> None:
    assert marked(CORE, WRONG).score == marked(CORE).score == 0.5
    assert marked(CORE, WRONG).parts[1].feedback == "This passage does not show it."


def test_a_wrong_selection_on_top_takes_one_share_away() -> None:
    assert marked(CORE, OTHER_CORE, WRONG).score == 0.5
    assert marked(CORE, OTHER_CORE, WRONG, WRONG_TOO).score == 0
    assert marked(CORE, WRONG, question=one_of()).score == 0
    assert marked(WRONG, WRONG_TOO, WRONG).score == 0


def test_a_passage_pays_once_and_saying_it_again_is_not_wrong() -> None:
    mark = marked(CORE, WHOLE_SENTENCE)
    assert mark.score == 0.5
    assert mark.parts[1].score is None
    assert mark.parts[1].feedback == "This passage is already counted; it counts once."
    assert marked(TOO_SHORT, CORE, OTHER_CORE).score == 1  # the better of the two is paid


def test_passages_beyond_those_asked_for_are_no_loss() -> None:
    mark = marked(OTHER_CORE, question=one_of())
    assert mark.score == 1
    assert mark.parts[1].score is None
    assert mark.parts[1].passage == ROPE_STORE.core_key
    assert marked(CORE, OTHER_CORE, question=one_of(choose=(1, 2))).score == 1


def test_the_key_is_looked_for_in_the_text_the_selection_was_made_in() -> None:
    quote = "Our correspondent writes that the great rope store by the western mole took fire"
    in_original = select("gazette", GAZETTE_ORIGINAL, quote)
    assert in_original.which == "original"
    assert marked(in_original, OTHER_CORE).score == 1
    mark = marked(select("gazette", GAZETTE_ORIGINAL, "Two score of fishing craft"), question=one_of())
    assert mark.parts[0].feedback == "This passage does not show it."


def test_a_text_that_the_key_has_no_anchor_for_is_told_of() -> None:
    digest_only, original_only = replace(ROPE_STORE, original=None), replace(ROPE_STORE, core="")
    in_original = select("gazette", GAZETTE_ORIGINAL, "Two score of fishing craft")
    part = marked(in_original, question=one_of(digest_only)).parts[0]
    assert part.score == 0
    assert part.feedback.startswith("This question is about the digest")
    part = marked(CORE, question=one_of(replace(original_only, acceptable=""))).parts[0]
    assert part.score == 0
    assert part.feedback.startswith("This question is about the author's own text")


def test_the_words_of_a_key_in_an_original_are_shown_where_the_original_is_there() -> None:
    question = one_of(replace(ROPE_STORE, core="", acceptable=""))
    assert marked(question=question).parts[0].key.startswith("the great rope store")
    assert marked(question=question, texts={}).parts[0].key == ""


def test_a_text_that_was_edited_elsewhere_costs_nothing() -> None:
    before = replace(CORE, text_digest="older", start=CORE.start + 3, end=CORE.end + 3)
    assert marked(before, OTHER_CORE).score == 1
    assert marked(replace(WRONG, text_digest="older"), OTHER_CORE).score == 0.5


def test_a_text_that_is_gone_or_says_it_in_other_words_is_told_of_and_scored_neither_way() -> None:
    gone = replace(CORE, which="original", text_digest="gone")
    reworded = replace(CORE, text_digest="older", quote="smoke above the rope store")
    ambiguous = replace(CORE, text_digest="older", quote="the")
    for selection in (gone, reworded, ambiguous):
        mark = marked(selection, OTHER_CORE)
        assert mark.score is None
        assert mark.parts[0].score is None
        assert "no longer here" in mark.parts[0].feedback
        assert mark.parts[1].score == 1


def test_a_selection_without_words_is_told_of() -> None:
    part = marked(replace(CORE, start=5, end=5)).parts[0]
    assert part.feedback == "No words are marked here."


def test_the_acceptable_passage_is_the_one_around_the_core() -> None:
    text = text_of("The bell rang. It was loud.", "Later the bell rang twice. It was loud.")
    passage = EvidencePassage(source="pilot", core="twice", acceptable="the bell rang twice. It was loud.")
    texts = {"pilot": {text.digest: ShownText("digest", text)}}
    start = text.shown.index("Later") + len("Later ")
    inside = select_range("pilot", text, Range(start, len(text.shown)))
    assert marked(inside, question=one_of(passage), texts=texts).score == 1
    first = select_range("pilot", text, Range(0, 14))
    assert marked(first, question=one_of(passage), texts=texts).score == 0


def test_overlapping_passages_are_shared_out_so_that_they_pay_most() -> None:
    wide = EvidencePassage(source="gazette", core="the rope store", acceptable=ROPE_STORE.acceptable)
    question = one_of(wide, replace(ROPE_STORE, original=None), choose=(2, 2))
    small = select("gazette", GAZETTE, "the rope store")
    for order in ((small, CORE), (CORE, small)):
        assert marked(*order, question=question).score == 1


GOOD = [CORE, WHOLE_SENTENCE, OTHER_CORE, select("pilot", PILOT, ALREADY_GONE.acceptable)]
ANY = [*GOOD, TOO_SHORT, TOO_LONG, WRONG, WRONG_TOO]
selections = st.lists(st.sampled_from(ANY), max_size=5)


@given(selections, st.sampled_from(GOOD), st.sampled_from([(1, 1), (1, 2), (2, 2)]))
@unhurried
def test_one_right_passage_more_never_earns_less(
    given_before: list[Selection], right: Selection, choose: tuple[int, int]
) -> None:
    question = one_of(choose=choose)
    before, after = marked(*given_before, question=question), marked(*given_before, right, question=question)
    assert before.score is not None
    assert after.score is not None
    assert after.score >= before.score


@given(selections)
@unhurried
def test_the_order_of_marking_does_not_matter(chosen: list[Selection]) -> None:
    assert marked(*chosen).score == marked(*reversed(chosen)).score


@given(selections)
@unhurried
def test_each_selection_has_a_part_and_each_passage_not_found_has_one(chosen: list[Selection]) -> None:
    parts = marked(*chosen).parts
    assert [part.selection for part in parts[: len(chosen)]] == chosen
    paid = sum(1 for part in parts[: len(chosen)] if part.score)
    assert len(parts) - len(chosen) == len(EVIDENCE.passages) - paid


def test_the_places_of_a_passage_in_the_digest_and_in_the_original_are_kept_apart() -> None:
    digest_only = replace(ROPE_STORE, original=None)
    texts = {"gazette": {"one": ShownText("digest", GAZETTE), "two": ShownText("original", GAZETTE)}}
    found = marked(replace(CORE, text_digest="one"), question=one_of(digest_only), texts=texts)
    not_there = marked(replace(CORE, text_digest="two"), question=one_of(digest_only), texts=texts)
    assert (found.score, not_there.score) == (1, 0)


def test_what_was_marked_is_quoted_for_looking_back() -> None:
    assert words(EVIDENCE, EvidenceResponse((CORE, OTHER_CORE))) == f"“{CORE.quote}” / “{OTHER_CORE.quote}”"


def test_cores_and_acceptable_passages_are_to_be_found_in_the_digests() -> None:
    found = quoted(EVIDENCE)
    assert [at for at, _ in found][:2] == [("passages", 0, "core"), ("passages", 0, "acceptable")]
    assert [key.quote for _, key in found][2] == ALREADY_GONE.core
    assert quoted(one_of(replace(ROPE_STORE, core="", acceptable=""))) == []


ANCHOR = WordsAnchor(6, "a" * 12)
ANYWHERE = EvidencePassage(source="gazette", core="smoke")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (Evidence(id="e", **SHARED, passages=()), "no-passage"),
        (one_of(ANYWHERE, choose=(0, 1)), "choose-out-of-range"),
        (one_of(ANYWHERE, choose=(2, 2)), "choose-out-of-range"),
        (one_of(ANYWHERE, ALREADY_GONE, choose=(2, 1)), "choose-out-of-range"),
        (one_of(replace(ANYWHERE, source="nobody")), "source-not-named"),
        (one_of(replace(ANYWHERE, core=" ")), "empty-passage"),
        (one_of(replace(ANYWHERE, acceptable="fire and water")), "core-outside"),
        (one_of(replace(ANYWHERE, acceptable="smoked fish")), "core-outside"),
        (one_of(replace(ANYWHERE, occurrence=0)), "occurrence-out-of-range"),
        (one_of(ANYWHERE, ANYWHERE), "passage-twice"),
        (replace(one_of(ANYWHERE), needs="original"), "no-original-anchor"),
        (
            one_of(replace(ANYWHERE, original=OriginalPassage(core=replace(ANCHOR, words=3)))),
            "anchor-too-short",
        ),
        (
            one_of(
                replace(ANYWHERE, original=OriginalPassage(core=ANCHOR, acceptable=replace(ANCHOR, words=5)))
            ),
            "core-outside",
        ),
    ],
)
def test_faults_of_passages(question: Evidence, code: str) -> None:
    assert [fault.code for fault in faults(question)] == [code]


def test_an_acceptable_passage_may_spell_the_core_with_other_quotes_and_spaces() -> None:
    passage = EvidencePassage(
        source="pilot", core="the “rope store”", acceptable='By ten the  "rope store" fell'
    )
    assert faults(one_of(passage)) == []
