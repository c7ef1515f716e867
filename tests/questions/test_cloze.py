"""Cloze: each gap is marked by its own kind of key, and the text is checked against its gaps."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.choice import Option
from crossread.questions.cloze import (
    Cloze,
    ClozeResponse,
    Gap,
    doubt,
    empty,
    faults,
    lacks,
    mark,
    solve,
    words,
)
from crossread.questions.cloze_text import gap_names, pieces
from crossread.questions.item import Item
from crossread.questions.mark import Mark
from crossread.questions.typed_answers import AcceptedAnswer
from tests.questions.closed_samples import CLOZE, CLOZE_FILLED
from tests.questions.texts_told import TEXTS


def filled(gaps: Mapping[str, str], question: Cloze = CLOZE) -> Mark:
    return mark(question, ClozeResponse(gaps), TEXTS)


def with_gap(name: str, gap: Gap, **changes: Any) -> Cloze:
    return replace(CLOZE, gaps={**CLOZE.gaps, name: gap}, **changes)


def found_in(question: Cloze) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(fault.code, fault.at) for fault in faults(question)]


def test_each_of_four_gaps_earns_a_quarter() -> None:
    assert filled(CLOZE_FILLED).score == 1
    assert filled({"who": "the watchman"}).score == 1 / 4
    assert filled({"who": "the pilot", "what": "smoke", "where": "store", "when": "sheds"}).score == 2 / 4


def test_a_typed_gap_is_marked_like_a_short_answer_with_part_of_its_worth_too() -> None:
    answers = (AcceptedAnswer(text="the watchman"), AcceptedAnswer(text="*man", score=0.5, feedback="Which?"))
    gap = Gap(answers=answers, feedback="On the mole.")
    found = filled({"who": "A MAN"}, with_gap("who", gap))
    assert found.score == 1 / 8
    part = found.parts[0]
    assert (part.of, part.given, part.key, part.feedback) == ("who", "A MAN", "the watchman", "Which?")


def test_stems_hold_for_typed_gaps() -> None:
    gap = Gap(answers=(AcceptedAnswer(text="burning boats"),))
    assert filled({"who": "Burned boat"}, with_gap("who", gap, stems="en")).score == 1 / 4
    assert filled({"who": "Burned boat"}, with_gap("who", gap)).score == 0


def test_parts_come_in_the_order_of_the_text_and_speak_of_what_was_picked() -> None:
    found = filled({"when": "sheds", "where": "store", "what": "flames", "who": "the watchman"})
    assert [part.of for part in found.parts] == ["who", "what", "where", "when"]
    _who, what, where, when = found.parts
    assert (what.given, what.key, what.feedback) == ("flames", "smoke", "Those came later.")
    assert (where.given, where.key, where.feedback) == ("rope store", "rope store", "")
    assert (when.given, when.key) == ("tar sheds", "nine")
    assert when.feedback == "They caught soon after. An hour before the pilot."


def test_a_word_of_the_bank_may_go_into_several_gaps_and_is_right_in_its_own() -> None:
    assert filled({"where": "nine", "when": "nine"}).score == 1 / 4


def test_what_is_gone_from_a_list_or_the_bank_is_not_counted() -> None:
    found = filled({**CLOZE_FILLED, "what": "ash", "where": "quay"})
    assert found.score == 1
    assert [part.verdict for part in found.parts] == ["right", "unscored", "unscored", "right"]
    assert filled({"what": "ash"}).score is None
    assert filled({"lost": "ash"}).score is None
    assert filled({"lost": "ash", "who": "the watchman"}).score == 1 / 4


def test_a_gap_that_is_not_in_the_text_is_not_asked() -> None:
    question = with_gap("more", Gap(word="nine"))
    assert filled(CLOZE_FILLED, question).score == 1
    assert solve(question, TEXTS) == ClozeResponse({**CLOZE_FILLED, "who": "the watchman"})


def test_blanks_fill_nothing() -> None:
    assert empty(ClozeResponse({"who": "  ", "what": ""}))
    assert filled({"who": " "}).score == 0


def test_gaps_still_empty_are_counted_once_one_is_filled() -> None:
    assert lacks(CLOZE, ClozeResponse({"who": " "})) == ""
    assert lacks(CLOZE, ClozeResponse({"who": "a", "what": "smoke"})) == "2 gaps are still empty."
    assert lacks(CLOZE, ClozeResponse({**CLOZE_FILLED, "what": ""})) == "1 gap is still empty."


def test_a_near_miss_is_asked_about_gap_by_gap_and_the_rest_stays_as_it_is() -> None:
    question = with_gap("what", Gap(answers=(AcceptedAnswer(text="dense smoke"),)))
    typed = {"who": "the wachtman", "what": "dence smoke", "where": "sheds"}
    found = doubt(question, ClozeResponse(typed))
    assert found is not None
    assert found.meant == "the watchman … dense smoke"
    assert found.response.gaps == {"who": "the watchman", "what": "dense smoke", "where": "sheds"}
    assert mark(question, ClozeResponse(typed), TEXTS).score == 0
    close = mark(question, ClozeResponse(typed), TEXTS).parts[0]
    assert close.feedback.startswith("This is close to an answer")
    assert close.feedback.endswith("The gazette names him.")


def test_nothing_is_asked_about_picked_gaps() -> None:
    assert doubt(CLOZE, ClozeResponse({"what": "smokes", "where": "storr"})) is None


def test_a_response_is_told_within_its_text() -> None:
    response = ClozeResponse({"who": "the  pilot ", "what": "flames", "where": "quay"})
    assert words(CLOZE, response) == "[the pilot] saw [flames] over the [quay] at […]."


@given(st.lists(st.text(alphabet="ab c.{}", max_size=6), min_size=1, max_size=5))
def test_a_text_is_parted_into_words_and_gaps_and_nothing_is_lost(words_between: list[str]) -> None:
    between = [part.replace("{", "").replace("}", "") for part in words_between]
    names = [f"gap {number}" for number in range(len(between) - 1)]
    text = between[0] + "".join(
        f"{{{{ {name} }}}}{part}" for name, part in zip(names, between[1:], strict=True)
    )
    assert (
        list(pieces(text))
        == [piece for pair in zip(between, [*names, ""], strict=True) for piece in pair][:-1]
    )
    assert list(gap_names(text)) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The watchman saw smoke.", ["no-gap"]),
        ("{{who}} {{what}} {{where}} {{when}} {{whom}}", ["unknown-gap"]),
        ("{{who}} {{what}} {{where}} {{when}} {{who}}", ["gap-twice"]),
        ("{{who}} {{what}} {{where}} {{when}} {{whom}", ["gap-not-closed"]),
        ("{{who}} {{what}} {{where}} {{when}} whom}}", ["gap-not-closed"]),
        ("{{who}} {{what}} {{where}} {{when}} {some} braces", []),
        ("{{who}} {{what}} {{where}}", ["gap-not-in-text"]),
    ],
)
def test_the_text_and_its_gaps_agree(text: str, found: list[str]) -> None:
    codes = [code for code, _at in found_in(replace(CLOZE, text=text))]
    assert [code for code in codes if code != "gap-not-in-text" or code in found] == found


def test_gaps_misspelt_on_one_side_come_with_the_names_of_the_other() -> None:
    wrong, left = faults(replace(CLOZE, text="{{whoo}} {{what}} {{where}} {{when}}"))
    assert (wrong.code, wrong.at, wrong.known) == ("unknown-gap", ("text",), ("who",))
    assert (left.code, left.at, left.known) == ("gap-not-in-text", ("gaps", "who"), ("whoo",))


def test_a_gap_whose_name_was_left_out_says_so() -> None:
    nameless, _left = faults(replace(CLOZE, text="{{}} {{what}} {{where}} {{when}}"))
    assert (nameless.code, nameless.at) == ("unknown-gap", ("text",))
    assert "no name" in nameless.message


@pytest.mark.parametrize("name", ["Who", "wer\u200b", "\u0430", "größe", "two words"])
def test_the_name_of_a_gap_has_only_the_signs_of_an_id(name: str) -> None:
    gaps = {name if one == "who" else one: gap for one, gap in CLOZE.gaps.items()}
    text = f"{{{{{name}}}}} {{{{what}}}} {{{{where}}}} {{{{when}}}}"
    assert found_in(replace(CLOZE, text=text, gaps=gaps)) == [("id", ("gaps", name))]


def test_a_gap_has_one_key() -> None:
    assert found_in(with_gap("who", Gap(feedback="."))) == [("gap-without-key", ("gaps", "who"))]
    both = Gap(answers=(AcceptedAnswer(text="a"),), word="nine")
    assert found_in(with_gap("who", both)) == [("gap-with-several-keys", ("gaps", "who"))]


def test_what_is_wrong_with_answers_and_options_is_told_within_the_gap() -> None:
    partly = Gap(answers=(AcceptedAnswer(text="a", score=0.5),))
    assert found_in(with_gap("who", partly)) == [("no-right-answer", ("gaps", "who", "answers"))]
    single = Gap(options=(Option(id="a", text="a", correct=True, feedback="."),))
    assert found_in(with_gap("who", single)) == [("too-few-options", ("gaps", "who", "options"))]


def test_options_need_no_feedback_where_the_gap_has_some() -> None:
    options = (Option(id="a", text="a", correct=True), Option(id="b", text="b"))
    assert [code for code, _at in found_in(with_gap("who", Gap(options=options)))] == ["no-feedback"] * 2
    assert found_in(with_gap("who", Gap(options=options, feedback="So it stands there."))) == []


def test_words_stand_in_the_bank() -> None:
    question = with_gap("where", Gap(word="stor"))
    (fault,) = faults(question)
    assert (fault.code, fault.at) == ("unknown-id", ("gaps", "where", "word"))
    assert fault.known == ("store", "nine", "sheds")
    assert solve(question, TEXTS) is None


def test_a_bank_has_several_words_of_their_own_and_a_gap_that_takes_them() -> None:
    store, nine, _sheds = CLOZE.bank
    assert found_in(with_gap("when", Gap(word="store"), bank=(store,))) == [("too-few-words", ("bank",))]
    twice = (*CLOZE.bank, Item(id="nine", text="ten"))
    assert found_in(replace(CLOZE, bank=twice)) == [("id-twice", ("bank", 3, "id"))]
    typed = Gap(answers=(AcceptedAnswer(text="a"),))
    unused = replace(CLOZE, text="{{a}} {{b}}", gaps={"a": typed, "b": typed}, bank=(store, nine))
    (fault,) = faults(unused)
    assert (fault.severity, fault.code, fault.at) == ("warning", "bank-unused", ("bank",))


def test_an_unknown_language_of_stems_is_an_error() -> None:
    (fault,) = faults(replace(CLOZE, stems="english"))
    assert (fault.code, fault.at) == ("unknown-language", ("stems",))
