"""An essay: weighed by its writer, with a question back where nothing in the text matches."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.essay import (
    KIND,
    Essay,
    EssayRating,
    EssayResponse,
    Idea,
    Level,
    count_words,
    found_ideas,
    unmatched,
)
from crossread.questions.essay_ideas import LONGEST_SEARCHED, is_found, searched
from crossread.questions.mark import Mark
from tests.growing import growth
from tests.questions.open_samples import ESSAY, OPEN_RESPONSES, SAYS_FEWER, SAYS_FORTY
from tests.questions.texts_told import TEXTS


def found(pattern: str, text: str) -> bool:
    return is_found(pattern, searched(text))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("believe*", "He only believes it."),
        ("believe*", "I BELIEVE"),
        ("nobody saw", "Of all of them, nobody  saw, it seems, anything."),
        ("twenty-six", "He counted twenty six boats"),
        ("twenty six", "(twenty–six)"),
        ("café", "At the cafe, early."),
        ("the pilot's", "The pilot’s count."),
        ("colo?r*", "It was colourless: color"),
        ("not * known", "It is not at all yet known."),
        ("not * known", "not known"),
        ("* open *", "open"),
        ("*26", "they were 26 or 126"),
        ("a b a c", "a b a b a c"),
        ("a* * z", "x ab m n z"),
        ("слышал*", "Он слышал это"),
        ("हिंदी", "वह हिंदी है"),
    ],
)
def test_words_are_found_whole_and_at_any_place(pattern: str, text: str) -> None:
    assert found(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("open", "It was opened, and then reopen it"),
        ("nobody saw", "nobody ever saw"),
        ("nobody saw", "saw nobody"),
        ("nobody saw", "Of this nobody\nsaw anything"),  # from one line to the next is another thought
        ("believe?", "believe"),
        ("not * known", "known, but not here"),
        ("a b", "ab"),
        ("*", "anything"),
        ("", "anything"),
        ("* *", "anything"),
        ("!?", "what!"),
        ("word", ""),
    ],
)
def test_words_are_not_found_in_others(pattern: str, text: str) -> None:
    assert not found(pattern, text)


words_of_few_letters = st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=5)


@given(words_of_few_letters, words_of_few_letters, words_of_few_letters)
def test_what_a_text_holds_is_found_in_it_with_stars_or_without(
    before: list[str], wanted: list[str], after: list[str]
) -> None:
    text = " ".join([*before, *wanted, *after])
    assert found(" ".join(wanted), text)
    assert found(" ".join(f"{word[0]}*" for word in wanted), text)
    assert found(f"{wanted[0]} * {after[-1]}", text)
    assert not found("c", text)


@given(words_of_few_letters, words_of_few_letters)
def test_words_without_stars_are_found_as_a_search_for_them_finds_them(
    wanted: list[str], text: list[str]
) -> None:
    runs = [text[start : start + len(wanted)] for start in range(len(text))]
    assert found(" ".join(wanted), " ".join(text)) == (wanted in runs)
    assert found(" ".join(f"{word}*" for word in wanted), " ".join(text)) == any(
        len(run) == len(wanted) and all(one.startswith(word) for one, word in zip(run, wanted, strict=True))
        for run in runs
    )


def test_ideas_are_found_by_any_of_their_words() -> None:
    response = EssayResponse("The pilot, with his own eyes, saw fewer. The others were told.")
    assert found_ideas(ESSAY, response) == ("counted",)
    assert found_ideas(ESSAY, EssayResponse("One was told. One reports, one counted.")) == ("counted", "told")
    assert found_ideas(ESSAY, EssayResponse()) == ()


def test_what_is_ticked_and_not_there_is_asked_back() -> None:
    response = EssayResponse("The pilot counted.")
    rating = EssayRating("weighs", ("counted", "told", "open", "gone"))
    assert unmatched(ESSAY, response, rating) == ("told",)  # “open” has no words to look for
    assert unmatched(ESSAY, response, EssayRating("weighs", ("counted",))) == ()
    assert unmatched(ESSAY, response, EssayRating()) == ()


@given(OPEN_RESPONSES["essay"], st.lists(st.sampled_from(["counted", "told", "open"])))
def test_only_what_was_ticked_is_asked_back(response: EssayResponse, ticked: list[str]) -> None:
    asked = unmatched(ESSAY, response, EssayRating("", tuple(ticked)))
    assert set(asked) == (set(ticked) - {"open"}) - set(found_ideas(ESSAY, response))


def test_a_long_text_is_work_as_its_length_and_not_as_its_square() -> None:
    patterns = ("nobody saw", "report*", "not * known", "*tell*", "was ?old", "wor*d4 word*")
    ideas = tuple(Idea(id=f"i{number}", text=f"Idea {number}", words=patterns[:5]) for number in range(10))
    question = replace(ESSAY, ideas=ideas)

    def job(lines: int) -> Callable[[], object]:
        words = (" ".join(f"word{number * line % 977}" for number in range(50)) for line in range(lines))
        return partial(found_ideas, question, EssayResponse("\n".join(words)))

    assert growth(job, 10) < 2.3


@pytest.mark.parametrize(("pattern", "again"), [("*a*a*a*a*a*a*b", "a"), ("a* * a* * a* * b", "a ")])
def test_stars_without_end_on_words_without_end_are_no_more_work(pattern: str, again: str) -> None:
    assert not found(pattern, again * (LONGEST_SEARCHED // len(again)))
    assert growth(lambda length: partial(found, pattern, again * length), 1_000) < 2.3


def test_what_stands_beyond_all_reason_is_kept_and_not_searched() -> None:
    assert found("here", "x " * (LONGEST_SEARCHED // 2 - 2) + "here")
    assert not found("here", "x " * (LONGEST_SEARCHED // 2) + "here")


def test_an_essay_has_no_mark_which_is_not_a_mark_of_nothing() -> None:
    for response in (EssayResponse(), EssayResponse("The pilot counted.", (SAYS_FEWER,))):
        assert KIND.mark(ESSAY, response, TEXTS) == Mark(score=None)
    assert KIND.solve(ESSAY, TEXTS) is None
    assert KIND.rating is EssayRating
    assert not KIND.scored


def test_words_and_citations_still_asked_for_are_counted() -> None:
    asked = replace(ESSAY, length=(4, 9), cite=2)
    assert KIND.lacks(asked, EssayResponse()) == ""
    assert KIND.lacks(asked, EssayResponse("Two words")) == (
        "2 words more are asked for. 2 more passages to cite."
    )
    assert KIND.lacks(asked, EssayResponse("Now three words", (SAYS_FEWER,))) == (
        "1 word more is asked for. 1 more passage to cite."
    )
    assert KIND.lacks(asked, EssayResponse("Now these are four", (SAYS_FEWER, SAYS_FORTY))) == ""
    assert KIND.lacks(replace(ESSAY, length=None, cite=0), EssayResponse("a")) == ""
    assert count_words("“Twenty-six”, he said… [2]\n— no more.") == 6


def test_an_essay_is_put_in_words_with_what_it_cites() -> None:
    assert KIND.empty(EssayResponse(" \n"))
    assert not KIND.empty(EssayResponse("", (SAYS_FEWER,)))
    assert KIND.words(ESSAY, EssayResponse(" One.\n\nTwo. ", (SAYS_FEWER,))) == (
        "One.\n\nTwo.\n“I counted twenty-six at dawn”"
    )


def test_a_rating_is_put_in_words() -> None:
    assert KIND.rating_words(ESSAY, EssayRating("weighs", ("told", "gone"))) == "Weighs · 1 of 3 ideas"


LEVEL = Level(id="third", name="Third", descriptor="More.", sample="So.")


def with_level(**changes: str) -> Essay:
    return replace(ESSAY, rubric=(*ESSAY.rubric, replace(LEVEL, **changes)))


def with_idea(*words: str, id_: str = "more", text: str = "More") -> Essay:
    return replace(ESSAY, ideas=(*ESSAY.ideas, Idea(id=id_, text=text, words=words)))


@pytest.mark.parametrize(
    ("question", "at", "code"),
    [
        (replace(ESSAY, rubric=ESSAY.rubric[:1]), ("rubric",), "too-few-levels"),
        (with_level(id=" "), ("rubric", 2, "id"), "no-id"),
        (with_level(id="tells"), ("rubric", 2, "id"), "id-twice"),
        (with_level(name=""), ("rubric", 2, "name"), "no-name"),
        (with_level(name="Weighs"), ("rubric", 2, "name"), "text-twice"),
        (with_level(descriptor=" "), ("rubric", 2, "descriptor"), "no-descriptor"),
        (with_idea("more", id_=""), ("ideas", 3, "id"), "no-id"),
        (with_idea("more", id_="told"), ("ideas", 3, "id"), "id-twice"),
        (with_idea("more", text=""), ("ideas", 3, "text"), "no-text"),
        (with_idea("more", text="The pilot  counted"), ("ideas", 3, "text"), "text-twice"),
        (with_idea("more", " "), ("ideas", 3, "words", 1), "no-text"),
        (with_idea("* ?*"), ("ideas", 3, "words", 0), "catches-all"),
        (with_idea("—"), ("ideas", 3, "words", 0), "catches-all"),
        (with_idea("a" * 501), ("ideas", 3, "words", 0), "pattern-too-long"),
        (with_idea("more", "More."), ("ideas", 3, "words", 1), "text-twice"),
        (replace(ESSAY, length=(9, 4)), ("length",), "length-out-of-range"),
        (replace(ESSAY, length=(0, 0)), ("length",), "length-out-of-range"),
        (replace(ESSAY, length=(-1, 9)), ("length",), "length-out-of-range"),
        (replace(ESSAY, cite=-1), ("cite",), "cite-out-of-range"),
    ],
)
def test_faults_of_an_essay(question: Essay, at: tuple[str | int, ...], code: str) -> None:
    (fault,) = KIND.faults(question)
    assert (fault.at, fault.severity, fault.code) == (at, "error", code)


@pytest.mark.parametrize(
    ("question", "at", "code"),
    [
        (with_level(sample=""), ("rubric", 2), "no-sample"),
        (replace(ESSAY, ideas=(Idea(id="open", text="It stays open"),)), ("ideas",), "no-words"),
    ],
)
def test_what_makes_an_essay_poorer_is_a_warning(
    question: Essay, at: tuple[str | int, ...], code: str
) -> None:
    (fault,) = KIND.faults(question)
    assert (fault.at, fault.severity, fault.code) == (at, "warning", code)


def test_an_essay_without_ideas_is_sound() -> None:
    assert KIND.faults(replace(ESSAY, ideas=())) == []
