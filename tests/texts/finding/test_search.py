"""Finding words in a text: what makes no difference, where hits stand, and other spellings of a name."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossread.texts.finding.search import NO_VARIANTS, Variants, find, find_all, read_query
from crossread.texts.finding.search_folding import fold, fold_words
from crossread.texts.text import Block, Range, Text
from tests.growing import steps

TOWNS = Variants([["Khojaly", "Khojali", "Xocalı"], ["Stepanakert", "Khankendi"]])

# Signs that fold in every way there is: letters, accents on and off, spaces, quotes, emoji, right to left.
SIGNS = "abeskhjßſﬁŒİıéàüÅ …½ \t\n\u00a0\u2009\u00ad\u200b\u200d\u0301\u0323\ufe0f“”\"'’´¨—-–.,"
SIGNS += "👩🚀שָׁלוםأحمدـكАйёが각ि"
writing = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"])), max_size=40)
blocks = st.lists(writing.filter(bool), min_size=1, max_size=4)


def text_of(*words: str) -> Text:
    return Text(tuple(Block("paragraph", one) for one in words))


def shown(text: Text, typed: str, variants: Variants = NO_VARIANTS) -> list[str]:
    return [text.words(where) for where in find_all(text, typed, variants)]


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("The NIGHT of the flood", "night"),
        ("the café was shut", "cafe"),
        ("the cafe was shut", "café"),
        ("cafe\u0301", "café"),
        ("ten\u00a0thousand", "ten thousand"),
        ("ten \u2009 thousand", "ten thousand"),
        ("ten\nthousand", "ten thousand"),
        ("co\u00adopera\u200bte", "cooperate"),
        ("she said “go” twice", 'said "go" twice'),
        ("don’t", "don't"),
        ("1991–1994", "1991-1994"),
        ("die Straße", "STRASSE"),
        ("ﬁnd the ﬂour", "find the flour"),
        ("Xocalı", "xocali"),
        ("İstanbul", "istanbul"),
        ("Ağdam", "agdam"),
        ("שָׁלוֹם", "שלום"),
        ("كِتَاب", "كتاب"),
        ("أحمد", "احمد"),
        ("wait…", "wait..."),
        ("Łódź", "lodz"),
    ],
)  # fmt: skip
def test_case_accents_spaces_quotes_and_dashes_make_no_difference(words: str, typed: str) -> None:
    assert len(find_all(text_of(f"… {words} …"), typed)) == 1


def test_each_place_is_exact_beside_marks_emoji_and_expansions() -> None:
    text = text_of("👩‍🚀 cafe\u0301 Straße", "second cafe")
    assert shown(text, "cafe") == ["cafe\u0301", "cafe"]
    assert find_all(text, "cafe")[0] == Range(4, 9)
    assert shown(text, "strasse") == ["Straße"]
    assert shown(text, "👩") == ["👩"]


def test_a_sign_that_stands_for_two_is_found_once_and_whole() -> None:
    text = text_of("Maß")
    assert shown(text, "s") == ["ß"]
    assert shown(text, "mas") == ["Maß"]


def test_words_are_found_while_they_are_typed() -> None:
    text = text_of("The shooting began at night; they were shot at.")
    assert shown(text, "sho") == ["sho", "sho"]
    assert shown(text, "  shoot") == ["shoot"]


def test_a_space_after_the_words_or_quotation_marks_around_them_ask_for_whole_words() -> None:
    text = text_of("An art, a part, articles; art.")
    assert len(find_all(text, "art")) == 4
    assert len(find_all(text, "art ")) == 2
    assert len(find_all(text, "“art”")) == 2
    assert len(find_all(text, "“art")) == 3  # not closed yet: words that begin so


def test_nothing_is_found_across_blocks() -> None:
    assert shown(text_of("the end", "of days"), "end of") == []
    assert shown(text_of("the end\nof days"), "end of") == ["end\nof"]


@pytest.mark.parametrize("typed", ["", "  ", "\u00ad", " \u200b ", "\u0301"])
def test_nothing_to_search_for_is_no_query(typed: str) -> None:
    assert read_query(typed) is None
    assert find_all(text_of("Words “and” more words"), typed) == []


def test_quotation_marks_alone_are_found_as_such() -> None:
    assert shown(text_of("Words “and” more"), '"') == ["“", "”"]


def test_a_name_is_found_in_its_other_spellings_and_says_so() -> None:
    text = text_of("Khojali lies near Xocalı, that is Khojaly.")
    query = read_query("khojaly", TOWNS)
    assert query is not None
    found = find(text, query)
    assert [text.words(where) for where in found] == ["Khojali", "Xocalı", "Khojaly"]
    assert [query.spellings[found.spelling(n)].form for n in range(3)] == ["Khojali", "Xocalı", ""]


def test_a_name_within_a_phrase_is_found_in_its_other_spellings() -> None:
    text = text_of("They fled from Khankendi.", "They fled from Stepanakert.")
    assert len(find_all(text, "fled from stepanakert", TOWNS)) == 2


def test_other_spellings_are_whole_words_and_need_the_whole_name() -> None:
    bodies = Variants([["UN", "United Nations"]])
    assert shown(text_of("under the UN"), "united nations", bodies) == ["UN"]
    assert shown(text_of("under the UN"), "united", bodies) == []


def test_names_with_many_forms_do_not_multiply_without_end() -> None:
    many = [[f"name{group}form{form}" for form in range(50)] for group in range(3)]
    query = read_query(" ".join(group[0] for group in many), Variants(many))
    assert query is not None
    assert len(query.spellings) <= 24


def test_a_query_is_read_without_folding_all_spellings_of_a_pack_for_each_letter() -> None:
    def reading(groups: int) -> Callable[[], object]:
        many = Variants([f"name{group}", f"alias{group}"] for group in range(groups))
        many.prepare()
        return partial(read_query, "of name7 and", many)

    reading(8)()  # what is worked out only once
    assert steps(reading(500)) - steps(reading(250)) < 250 * 60


def test_going_on_from_a_place_finds_the_next_one_or_the_first() -> None:
    text = text_of("one two one two one")
    query = read_query("one")
    assert query is not None
    found = find(text, query)
    assert [found.after(position) for position in (0, 1, 8, 9, 17, 30)] == [0, 1, 1, 2, 0, 0]


@given(writing)
@example("a \u0301 b")
@example(" \u00ad \u200b x")
@example("´ ¨ ￣")
def test_folding_twice_is_folding_once(words: str) -> None:
    once = fold_words(words)
    assert fold_words(once) == once


@given(writing)
def test_what_is_composed_and_what_is_not_fold_alike(words: str) -> None:
    assert fold_words(unicodedata.normalize("NFD", words)) == fold_words(unicodedata.normalize("NFC", words))


@given(writing)
def test_every_folded_character_leads_back_to_what_folds_to_it(words: str) -> None:
    within = fold(words)
    past = 0
    for at, character in enumerate(within.text):
        where = within.shown(at, at + 1)
        assert 0 <= where.start < where.end <= len(words)
        assert where.start >= past or within.shown(at - 1, at) == where
        past = max(past, where.end)
        inside = fold_words(words[where.start : where.end])
        assert character in inside
    assert within.is_even == all(
        within.shown(at, at + 1) != within.shown(at + 1, at + 2) for at in range(len(within.text) - 1)
    )


@given(blocks, st.data())
def test_every_hit_shows_what_was_typed_within_one_block_in_order(
    words: list[str], data: st.DataObject
) -> None:
    text = text_of(*words)
    block = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(block)))
    typed = block[start : start + data.draw(st.integers(1, 6))]
    query = read_query(typed)
    if query is None:
        return
    past = 0
    for where in find(text, query):
        assert past <= where.start < where.end
        past = where.end
        inside = bisect_right(text.starts, where.start)
        assert inside == bisect_right(text.starts, where.end - 1)
        assert (
            query.words in fold(text.words(where)).text.strip() or fold(text.words(where)).text in query.words
        )
    if not (query.whole or query.begins) and typed.strip() == typed and fold_words(typed) == query.words:
        alone = find_all(text_of(typed), typed)
        assert len(alone) == 1


@given(blocks, st.sampled_from(["khojaly", "Khojali", "stepanakert ", "is Khankendi"]))
def test_every_hit_shows_what_was_typed_or_one_of_its_spellings(words: list[str], typed: str) -> None:
    text = text_of(*words, "went from Khojaly to Xocalı", "and from Stepanakert, that is Khankendi")
    query = read_query(typed, TOWNS)
    assert query is not None
    found = find(text, query)
    assert len(found) >= 1
    for number, where in enumerate(found):
        assert fold_words(text.words(where)) == query.spellings[found.spelling(number)].words
