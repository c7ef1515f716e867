"""Normal words: what is the same, and where it is shown."""

import unicodedata
from collections.abc import Callable
from functools import partial

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossread.texts.text import Block, Text
from crossread.texts.words.normal import normal_words, normalise, text_words
from tests.growing import growth


def words(shown: str) -> list[str]:
    return [word.text for word in normal_words(shown)]


def shown_as(shown: str) -> list[str]:
    return [shown[word.start : word.end] for word in normal_words(shown)]


def test_case_and_punctuation_make_no_difference() -> None:
    assert words("The ferry, they SAID, left at 4.30!") == [
        "the",
        "ferry",
        "they",
        "said",
        "left",
        "at",
        "4",
        "30",
    ]


def test_an_apostrophe_stays_inside_a_word_only() -> None:
    assert words("The millers' boat wasn't Tam's 'own'") == [
        "the",
        "millers",
        "boat",
        "wasn't",
        "tam's",
        "own",
    ]


def test_three_kinds_of_apostrophe_are_one() -> None:
    assert words("wasn’t") == words("wasn‘t") == words("wasnʼt") == ["wasn't"]


def test_a_ligature_is_shown_by_the_one_code_point_it_is() -> None:
    assert words("the ﬁrst ﬂood") == ["the", "first", "flood"]
    assert shown_as("the ﬁrst ﬂood") == ["the", "ﬁrst", "ﬂood"]


def test_words_within_one_expanded_character_are_all_shown_by_it() -> None:
    assert words("½ way") == ["1", "2", "way"]
    assert shown_as("½ way") == ["½", "½", "way"]


def test_a_letter_with_a_combining_mark_is_the_same_as_the_composed_one() -> None:
    assert words("cafe\u0301") == words("caf\u00e9") == ["caf\u00e9"]
    assert shown_as("a cafe\u0301!") == ["a", "cafe\u0301"]


def test_marks_that_do_not_compose_stay_with_their_word() -> None:
    assert shown_as("हिन्दी में") == ["हिन्दी", "में"]


def test_hangul_letters_join_into_syllables() -> None:
    assert words("\u1112\u1161\u11ab") == ["\ud55c"]


def test_halfwidth_voicing_marks_join_their_letter() -> None:
    assert words("\uff76\uff9e") == ["\u30ac"]


def test_a_soft_hyphen_inside_a_word_is_not_there() -> None:
    assert words("har\u00adbour") == ["harbour"]
    assert shown_as("the har\u00adbour\u00ad.") == ["the", "har\u00adbour"]


def test_zero_width_characters_and_a_byte_order_mark_are_not_there() -> None:
    assert words("\ufeffthe lo\u200bwer\u2060 r\u200doad") == ["the", "lower", "road"]
    assert normal_words("\ufeffthe")[0].start == 1


def test_an_unseen_character_does_not_keep_a_mark_from_its_letter() -> None:
    assert words("e\u00ad\u0301t") == ["\u00e9t"]


def test_no_break_and_thin_spaces_part_words() -> None:
    assert words("40\u00a0sheep\u2009were\u202flost") == ["40", "sheep", "were", "lost"]


def test_note_marks_are_left_out_and_a_word_closes_over_one() -> None:
    assert words("the clerk[12] said[note 3] so[nb 4]") == ["the", "clerk", "said", "so"]
    assert words("the council[5]’s log") == ["the", "council's", "log"]
    assert shown_as("the council[5]’s log") == ["the", "council[5]’s", "log"]


def test_other_things_in_brackets_are_words() -> None:
    assert words("[sic] [1992] [Note 3]") == ["sic", "1992", "note", "3"]


def test_a_dotted_capital_i_keeps_its_dot() -> None:
    assert words("İzmir") == ["i\u0307zmir"]
    assert shown_as("in İzmir now") == ["in", "İzmir", "now"]


def test_sharp_s_is_two_letters() -> None:
    assert words("Straße STRASSE") == ["strasse", "strasse"]


def test_emoji_and_lone_marks_are_no_words() -> None:
    assert words("boats 🚣‍♀️ ❤️ don\u00b4t \u0301") == ["boats", "don", "t"]


def test_unpaired_surrogates_are_in_no_word() -> None:
    assert words("a\ud800b") == ["a", "b"]


def test_underscores_part_words() -> None:
    assert words("_the_ mill_council") == ["the", "mill", "council"]


def test_words_of_a_text_run_over_its_blocks() -> None:
    text = Text((Block("heading", "The flood"), Block("paragraph", "It came.")))
    assert [text.shown[word.start : word.end] for word in text_words(text)] == ["The", "flood", "It", "came"]
    assert text_words(text) is text_words(text)


def test_a_long_text_is_work_as_its_length_and_not_as_its_square() -> None:
    def job(times: int) -> Callable[[], object]:
        return partial(
            normal_words, "The ferrymen’s log — as the clerk said — was “lost” where[12]. " * times
        )

    assert growth(job, 100) < 2.1


# Letters, marks, spaces, ligatures, jamo and unseen characters, often side by side.
tricky = st.text(
    st.one_of(
        st.sampled_from(
            "aAzZ '’ʼ[]12 note\n\u00ad\u200b\u0301\u0345ﬁﬃ½İßſ\u1112\u1161\u11ab\uff76\uff9e…\u00a0́\u093f"
        ),
        st.characters(),
    ),
    max_size=60,
)


@settings(deadline=None)
@given(tricky)
@example("\u0301\u0301a")
@example("\U00016d63\U00016d67")
def test_normalising_by_pieces_is_normalising_the_whole(shown: str) -> None:
    unseen = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
    whole = unicodedata.normalize("NFKC", shown.translate(unseen))
    normal = normalise(shown)
    assert normal.text == whole.translate(str.maketrans("’‘ʼ", "'''"))
    assert len(normal.text) == len(normal.starts) == len(normal.ends)


@settings(deadline=None)
@given(tricky)
def test_every_word_maps_to_code_points_that_are_that_word(shown: str) -> None:
    before = 0
    for word in normal_words(shown):
        assert 0 <= word.start < word.end <= len(shown)
        assert before <= word.start  # words do not go back
        before = word.start
        assert word.text in [inner.text for inner in normal_words(shown[word.start : word.end])]


@settings(deadline=None)
@given(tricky, tricky)
def test_words_of_two_lines_are_the_words_of_each(one: str, other: str) -> None:
    # A space after the line feed keeps a mark at the start of the second from joining it.
    assert words(one + "\n \n" + other) == words(one) + words(other)
