"""Short answers: compared in one spelling, the best-paid one counts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.questions.short_answer import ShortAnswer, ShortAnswerResponse, doubt, faults, mark
from crossread.questions.spelling import one_spelling
from crossread.questions.typed_answers import LONGEST_ANSWER, LONGEST_RESPONSE, AcceptedAnswer
from tests.questions.making import SHORT_ANSWER, TEXTS


def score(typed: str, *answers: AcceptedAnswer) -> float | None:
    question = replace(SHORT_ANSWER, answers=answers or SHORT_ANSWER.answers)
    return mark(question, ShortAnswerResponse(typed), TEXTS).score


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("the watchman", "  The \n WATCHMAN. "),
        ("Café de l’Étoile", "cafe de l'etoile"),
        ("cafe", "café"),
        ("cafe", "cafe\u0301"),
        ("“so-called”", '"so‑called"'),
        ("Straße", "STRASSE"),
        ("№ 5", "No 5"),
        ("İzmir", "izmir"),
        ("co\u00adoperate", "cooperate"),
        ("the watchman", "“The watchman.”"),
        ("the watchman", "'the watchman'"),
        ("the “incident”", "the incident"),
        ("the soldiers’ word", "the soldiers' word"),
        ("the watchman", "The watchman?"),
        ("the watchman", "the watchman ?!"),
        ("who goes there?", "Who goes there?"),
    ],
)
def test_spelling_makes_no_difference(answer: str, typed: str) -> None:
    assert score(typed, AcceptedAnswer(text=answer)) == 1


@pytest.mark.parametrize("typed", ["watchman", "the watch man", "the watchmen", ""])
def test_other_words_do_not_fit(typed: str) -> None:
    assert score(typed, AcceptedAnswer(text="the watchman")) == 0


def test_an_apostrophe_within_a_word_is_no_quotation_mark() -> None:
    assert score("were", AcceptedAnswer(text="we're")) == 0


def test_a_near_miss_with_a_question_mark_is_one_too() -> None:
    found = doubt(replace(SHORT_ANSWER, stems=""), ShortAnswerResponse("the wachtman?"))
    assert found is not None
    assert mark(SHORT_ANSWER, found.response, TEXTS).score == 1


def test_letters_that_only_look_like_accents_are_kept() -> None:
    assert score("कि", AcceptedAnswer(text="का")) == 0


def test_wildcards_take_any_words_and_any_letter() -> None:
    answer = AcceptedAnswer(text="*colo*r of sm?ke*")
    assert score("the colour of smoke at night", answer) == 1
    assert score("the colour of smooke", answer) == 0


def test_the_best_paid_of_the_answers_that_fit_counts_with_its_feedback() -> None:
    (part,) = mark(SHORT_ANSWER, ShortAnswerResponse("the watchman"), TEXTS).parts
    assert (part.score, part.feedback) == (1, "He stood on the mole.")
    (part,) = mark(SHORT_ANSWER, ShortAnswerResponse("the night watch"), TEXTS).parts
    assert (part.score, part.feedback, part.verdict) == (0.5, "Which one of the watch?", "partly")


def test_an_answer_that_earns_nothing_can_still_explain() -> None:
    (part,) = mark(SHORT_ANSWER, ShortAnswerResponse("The pilot"), TEXTS).parts
    assert (part.score, part.feedback) == (0, "He came ashore an hour later.")


def test_the_key_is_shown_without_wildcards_where_it_can_be() -> None:
    answers = (AcceptedAnswer(text="*watchman*"), AcceptedAnswer(text="the watchman"))
    question = replace(SHORT_ANSWER, answers=answers)
    assert mark(question, ShortAnswerResponse("x"), TEXTS).parts[0].key == "the watchman"


def test_a_star_alone_does_not_pay_for_nothing() -> None:
    assert score("  ", AcceptedAnswer(text="*")) == 0


def test_what_is_far_too_long_is_no_short_answer() -> None:
    assert score("a" * (LONGEST_RESPONSE + 1), AcceptedAnswer(text="a*")) == 0
    assert score("a" * LONGEST_RESPONSE, AcceptedAnswer(text="a*")) == 1


@given(st.text(max_size=30))
def test_one_spelling_of_one_spelling_is_itself(text: str) -> None:
    assert one_spelling(one_spelling(text)) == one_spelling(text)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=4), st.floats(0, 1))
def test_one_fitting_answer_more_never_earns_less(scores: list[float], more: float) -> None:
    answers = [AcceptedAnswer(text="a*" if place else "a", score=one) for place, one in enumerate(scores)]
    before, after = score("a", *answers), score("a", *answers, AcceptedAnswer(text="?", score=more))
    assert before is not None
    assert after is not None
    assert after >= before


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ((), "no-right-answer"),
        ((AcceptedAnswer(text="a", score=0.5),), "no-right-answer"),
        ((AcceptedAnswer(text="a"), AcceptedAnswer(text="b", score=1.5)), "score-out-of-range"),
        ((AcceptedAnswer(text="a"), AcceptedAnswer(text="b", score=float("nan"))), "score-out-of-range"),
        ((AcceptedAnswer(text="a"), AcceptedAnswer(text=" .")), "no-text"),
        ((AcceptedAnswer(text="a"), AcceptedAnswer(text="*?*")), "catches-all"),
        ((AcceptedAnswer(text="a"), AcceptedAnswer(text="É"), AcceptedAnswer(text="e")), "text-twice"),
        ((AcceptedAnswer(text="a"), AcceptedAnswer(text="b" * (LONGEST_ANSWER + 1))), "answer-too-long"),
    ],
)
def test_faults_of_answers(answers: tuple[AcceptedAnswer, ...], code: str) -> None:
    assert [fault.code for fault in faults(replace(SHORT_ANSWER, answers=answers))] == [code]


def test_a_catch_all_that_earns_nothing_is_allowed() -> None:
    answers = (AcceptedAnswer(text="a"), AcceptedAnswer(text="*", score=0, feedback="Read again."))
    assert faults(replace(SHORT_ANSWER, answers=answers)) == []


def with_answers(*answers: AcceptedAnswer, stems: str = "") -> ShortAnswer:
    return replace(SHORT_ANSWER, answers=answers, stems=stems)


def test_other_forms_of_a_word_fit_only_where_stems_are_asked_for() -> None:
    answer = AcceptedAnswer(text="burning boats")
    response = ShortAnswerResponse("Burned boat")
    assert mark(with_answers(answer), response, TEXTS).score == 0
    assert mark(with_answers(answer, stems="en"), response, TEXTS).score == 1
    pattern = with_answers(replace(answer, text="burning boats*"), stems="en")
    assert mark(pattern, ShortAnswerResponse("Burned boats*"), TEXTS).score == 0


def test_a_slip_is_asked_about_and_a_yes_is_the_answer() -> None:
    found = doubt(SHORT_ANSWER, ShortAnswerResponse("The wachtman"))
    assert found is not None
    assert found.meant == "The watchman"
    assert mark(SHORT_ANSWER, found.response, TEXTS).score == 1


def test_a_slip_handed_in_nevertheless_earns_nothing_and_is_told() -> None:
    (part,) = mark(SHORT_ANSWER, ShortAnswerResponse("The wachtman"), TEXTS).parts
    assert (part.score, part.key) == (0, "the watchman")
    assert part.feedback == "This is close to an answer, but spelled otherwise, so it does not count."


def test_nothing_is_asked_where_an_answer_fits_whatever_it_earns() -> None:
    answers = (AcceptedAnswer(text="boats"), AcceptedAnswer(text="boots", score=0, feedback="Not shoes."))
    assert doubt(with_answers(*answers), ShortAnswerResponse("boots")) is None
    assert doubt(SHORT_ANSWER, ShortAnswerResponse("The night watch")) is None


def test_nobody_is_led_to_a_wrong_answer_nor_away_from_one() -> None:
    wrong = AcceptedAnswer(text="booths", score=0)
    assert doubt(with_answers(AcceptedAnswer(text="harbour"), wrong), ShortAnswerResponse("booth")) is None
    # As near to the wrong answer as to the right one.
    right = AcceptedAnswer(text="boots")
    assert doubt(with_answers(right, wrong), ShortAnswerResponse("booth")) is None
    assert doubt(with_answers(right), ShortAnswerResponse("booth")) is not None


def test_slips_and_stems_go_together() -> None:
    found = doubt(
        with_answers(AcceptedAnswer(text="burning boats"), stems="en"), ShortAnswerResponse("burned baots")
    )
    assert found is not None
    assert found.meant == "burned boats"


def test_an_unknown_language_comes_with_those_that_are_known() -> None:
    (fault,) = faults(with_answers(AcceptedAnswer(text="a"), stems="eng"))
    assert (fault.severity, fault.code, fault.at) == ("error", "unknown-language", ("stems",))
    assert "en" in fault.known


def unreachable(*answers: AcceptedAnswer, stems: str = "") -> list[tuple[str, tuple[str | int, ...]]]:
    found = faults(with_answers(*answers, stems=stems))
    assert {(fault.severity, fault.code) for fault in found} <= {("warning", "answer-unreachable")}
    return [(fault.code, fault.at) for fault in found]


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [("*boat*", "the boats"), ("*boat*", "*boats"), ("b*t", "boat"), ("*a*", "*a?a*"), ("*at", "b?at")],
)
def test_an_answer_that_another_always_beats_is_warned_of(wide: str, narrow: str) -> None:
    broad = AcceptedAnswer(text=wide)
    assert unreachable(broad, AcceptedAnswer(text=narrow, feedback="Never seen."))
    assert unreachable(AcceptedAnswer(text=narrow, score=0.5), broad)
    assert not unreachable(AcceptedAnswer(text=narrow, feedback="Seen."), broad)
    assert not unreachable(AcceptedAnswer(text=narrow), replace(broad, score=0.5))


@pytest.mark.parametrize(
    ("one", "other"), [("*boats*", "*boat"), ("a?*b", "a*b"), ("b?t", "b*t"), ("boat", "*boat*")]
)
def test_an_answer_with_room_beside_the_other_is_not(one: str, other: str) -> None:
    assert not unreachable(AcceptedAnswer(text=one), AcceptedAnswer(text=other, feedback="Seen."))


def test_a_plain_spelling_beside_a_pattern_that_earns_the_same_is_for_showing() -> None:
    assert not unreachable(AcceptedAnswer(text="*watchman*"), AcceptedAnswer(text="the watchman"))


def test_words_that_share_their_stem_with_an_answer_can_be_written_down_as_another() -> None:
    answers = (
        AcceptedAnswer(text="the import"),
        AcceptedAnswer(text="the important", score=0, feedback="Not that."),
        AcceptedAnswer(text="*portant*", score=0.25),
    )
    question = with_answers(*answers, stems="en")

    def told(typed: str) -> tuple[float | None, str]:
        (part,) = mark(question, ShortAnswerResponse(typed), TEXTS).parts
        return part.score, part.feedback

    assert told("the imports") == (1, "")
    assert told("The “important”?") == (0.25, "")  # patterns count as ever
    question = with_answers(*answers[:2], stems="en")
    assert told("The “important”?") == (0, "Not that.")
    assert not unreachable(*answers[:2], stems="en")


@given(st.text(alphabet="ab?*", max_size=6), st.text(alphabet="ab?*", max_size=6), st.text("ab", max_size=8))
@settings(max_examples=400)
def test_whoever_is_told_that_an_answer_is_unreachable_cannot_reach_it(
    wide: str, narrow: str, typed: str
) -> None:
    answers = (AcceptedAnswer(text=wide), AcceptedAnswer(text=narrow, feedback="Never seen."))
    question = with_answers(*answers)
    if "answer-unreachable" in {fault.code for fault in faults(question)}:
        (part,) = mark(question, ShortAnswerResponse(typed), TEXTS).parts
        assert part.feedback != "Never seen."
