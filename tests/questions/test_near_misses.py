"""Near misses: a slip of the hand is recognised; another word, and another number, is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.questions.near_misses import MOST_WORDS, NearMiss, near_miss
from crossread.questions.spelling import one_spelling


def meant(typed: str, wanted: str) -> str:
    found = near_miss(typed, wanted, lambda mended: one_spelling(mended) == one_spelling(wanted))
    return found.meant if found else ""


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("wachman", "watchman"),  # a letter too few
        ("watcchman", "watchman"),  # too many
        ("watchmen", "watchman"),  # another
        ("wathcman", "watchman"),  # two that changed places
        ("wathcmen", "watchman"),  # two slips in a word of eight letters
        ("smoek", "smoke"),
        ("baots", "boats"),
        ("Tomas Reid", "Tomas Reed"),
        ("the wachtman", "the watchman"),
        ("ropestore", "rope store"),
        ("rope-store", "rope store"),
        ("water shed", "watershed"),
        ("seventen boats", "seventeen boats"),
        ("hojaly", "Khojaly"),  # one slip may be at the first letter
        ("unconfrimed", "unconfirmed"),
    ],
)
def test_a_slip_is_recognised_and_mended(typed: str, wanted: str) -> None:
    assert meant(typed, wanted) == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("smeok", "smoke boats"),
        ("boost", "boats"),  # two slips in a short word
        ("tra", "tar"),  # words under four letters
        ("boa", "boat"),
        ("teh watchman", "the watchman"),
        ("wachmem", "watchmens"),
        ("1991", "1992"),
        ("485 dead", "486 dead"),
        ("four1", "four"),
        ("sixty", "sixth"),
        ("sixty boats", "sixth boats"),
        ("million", "billion"),
        ("xiii", "viii"),
        ("4 850", "4850"),
        ("nine ty", "ninety1"),
        ("", "boats"),
        ("boats", "boats"),
        ("burning boats lost", "burning boats"),
        ("southern", "northern"),  # the contrary is another word, and no slip
        ("external", "internal"),
        ("increase", "decrease"),
        ("emigrants", "immigrants"),
        ("possible", "impossible"),
        ("unconfirmed", "confirmed"),
        ("was confirmed", "was unconfirmed"),
        ("moral", "amoral"),
        ("typical", "atypical"),
    ],
)
def test_what_is_no_slip_is_not_mended(typed: str, wanted: str) -> None:
    assert meant(typed, wanted) == ""


def test_slips_are_counted() -> None:
    assert near_miss("wathcmen", "watchman", lambda mended: mended == "watchman") == NearMiss("watchman", 2)
    twice = near_miss("baots brunt", "boats burnt", lambda mended: mended == "boats burnt")
    assert twice == NearMiss("boats burnt", 2)


def test_whole_words_of_a_pattern_mend_and_the_learner_s_other_words_stay() -> None:
    found = near_miss("It was the wachman, there", "*watchman*", lambda mended: "watchman" in mended)
    assert found == NearMiss("It was the watchman, there", 1)
    assert near_miss("wachtman", "watch?an", bool) is None


def test_the_author_s_spelling_of_a_word_is_taken_over() -> None:
    assert meant("karcic", "Karčić") == ""  # accents make no difference, so this is no slip
    assert meant("karcci", "Karčić") == "Karčić"


def test_very_long_texts_are_not_searched_for_slips() -> None:
    words = ["baots", *["word"] * MOST_WORDS]
    assert near_miss(" ".join(words), "*boats*", bool) is None


@given(st.text(max_size=30), st.text(max_size=30))
@settings(deadline=None)
def test_nothing_is_mended_that_does_not_fit_then(typed: str, wanted: str) -> None:
    def fits(mended: str) -> bool:
        return one_spelling(mended) == one_spelling(wanted)

    found = near_miss(typed, wanted, fits)
    if found is not None:
        assert found.slips > 0
        assert fits(found.meant)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_number_is_never_mended_into_another(typed: int, wanted: int) -> None:
    assert meant(f"{typed} boats", f"{wanted} boats") == ""
