"""Finding figures: what is one, what it counts, how surely it is meant, who gives it; and what is none."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.texts.figures.figure import DATED
from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.figure_reasons import why_figure
from crossread.texts.figures.figures import find_figures
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Block, Span, Text
from tests.texts.figured import figures_in, only, text_of, told

# fmt: off
pieces = st.sampled_from([
    "At least", "about", "613", "1,275", "two thirds of", "dozens of", "people", "civilians were killed",
    ",", ".", "including", "106 women", "on 25–26 February 1992", "in 1992", "the 366th regiment",
    "$230,000", "8:30 pm", "said", "Ada Lind", "“", "”", "(", ")", "[12]", "٦١٣", "\u00a0", "\u200b",
    "500-1,000", "the 26th", "per cent", "one of them", "9/11", "½", "¼", "-", "a", "an hour", "😀",
])
# fmt: on
# Digits with every mark that may part them, and the words that figures are found by, in any order.
digits = st.text(st.sampled_from("0123456789.,' \u00a0’/-–:%$€½¼+()°−٠٫٬st thmk"), min_size=1, max_size=14)
list_words = st.sampled_from(
    sorted({word for phrase in (*figure_lists().units, *figure_lists().hedges_behind) for word in phrase})
)
writing = st.lists(st.one_of(pieces, digits, list_words, st.text(max_size=6)), min_size=1, max_size=20).map(
    " ".join
)


@settings(deadline=None)  # the first example reads the lists
@given(st.lists(writing.filter(str.strip), min_size=1, max_size=4))
def test_every_place_points_at_the_words_and_none_overlap(blocks: list[str]) -> None:
    text = text_of(*blocks)
    past = 0
    for figure in find_figures(text):
        assert text.words(figure.where) == figure.words
        assert figure.words.strip() == figure.words != ""
        assert figure.where.start >= past
        past = figure.where.end
        start = text.starts[figure.block]
        assert start <= figure.where.start < past <= start + len(text.blocks[figure.block].text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert bool(figure.when) == (figure.kind in DATED)
        assert why_figure(figure)


@settings(deadline=None)
@given(st.integers(2, 10**7), st.sampled_from(["people", "houses", "votes", "goats"]))
def test_a_number_before_a_noun_counts_it(value: int, noun: str) -> None:
    figure = only(f"They counted {value:,} {noun} there.")
    assert told(figure, "kind", "low", "high", "of_what") == ("count", value, value, noun)


@pytest.mark.parametrize(
    ("words", "hedge", "low", "high"),
    [
        ("at least 161 people", "at least", 161, None),
        ("more than 600 people", "more than", 600, None),
        ("no fewer than 40 people", "no fewer than", 40, None),
        ("161+ people", "+", 161, None),
        ("40 or more people", "or more", 40, None),
        ("up to 90 people", "up to", None, 90),
        ("fewer than 90 people", "fewer than", None, 90),
        ("as many as 500-1,000 people", "as many as", 500, 1000),
        ("about 160 or so people", "about or so", 160, 160),
        ("some 6,000 people", "some", 6000, 6000),
        ("nearly 700 people", "nearly", 700, 700),
        ("an estimated 350 people", "an estimated", 350, 350),
        ("a few dozen people", "few dozen", 24, None),
        ("hundreds of people", "hundreds", 200, None),
        ("about 40 people", "about", 40, 40),
    ],
)
def test_hedges_are_kept_in_words_and_in_bounds(
    words: str, hedge: str, low: int | None, high: int | None
) -> None:
    figure = only(f"In the end {words} came.")
    assert (figure.hedge, figure.low, figure.high) == (hedge, low, high)
    assert figure.of_what == "people"


@pytest.mark.parametrize(
    ("words", "kind", "low", "unit"),
    [
        ("It cost $230,000 then.", "money", 230_000, "USD"),
        ("It cost 85 million crowns then.", "money", 85_000_000, "crown"),
        ("It was 12.5 per cent of the town.", "percent", Fraction(25, 2), "%"),
        ("It was 12.5% of the town.", "percent", Fraction(25, 2), "%"),
        ("It was one fifth of the town.", "share", Fraction(1, 5), ""),
        ("It rose by three metres then.", "measure", 3, "m"),
        ("It took six years of fighting.", "duration", 6, "year"),
        ("It took three decades in all.", "duration", 30, "year"),
        ("It took more than an hour there.", "duration", 1, "hour"),
        ("The girl, aged 14, was saved.", "age", 14, "year"),
        ("A 14-year-old girl was saved.", "age", 14, "year"),
        ("They mourn the 28th anniversary now.", "ordinal", 28, ""),
        ("They came at 8:30 pm there.", "time", 1230, ""),
    ],
)
def test_units_tell_the_kind_of_a_figure(words: str, kind: str, low: int | Fraction, unit: str) -> None:
    figure = only(words)
    assert (figure.kind, figure.low, figure.unit) == (kind, low, unit)


@pytest.mark.parametrize(
    "words",
    [
        "The 366th regiment came.",
        "The 366th Russian Motor Rifle Regiment came.",
        "The 21 Engineer Battalion came.",
        "One of them came back.",
        "No one came, and one day she went.",
        "She is the one who came.",
        "See chapter 12 and page 212, no. 5, Section 12.",
        "Read pages 11 to 13 there.",
        "Route 9 is closed, flight 370 has landed.",
        "Call 0555 201 3344 or +99 20 771 0093 or 555-123-4567.",
        "The towers fell on 9/11, and they work 24/7.",
        "They flew a Boeing 737 with T-72 and C118.",
        "He lives at 12 Church Row and 4 Quay Street.",
        "Many people were killed.[12] They fled.[note 3]",
        "They were killed.12 They fled.”13",
        "Version 1.2.0 of it is at https://example.org/2012/05/14 now.",
        "Write to press2012@example.org at once.",
        "The first president spoke a second time in the third world.",
        "A few came; several went; many stayed.",
    ],
)
def test_numbers_that_count_nothing_are_left_out(words: str) -> None:
    assert figures_in(words) == ()


def test_parts_belong_to_their_whole_and_share_what_befell_it() -> None:
    whole, women, children = figures_in(
        "They say 413 villagers were killed, including 96 women and 73 children."
    )
    assert [figure.event for figure in (whole, women, children)] == ["killed"] * 3
    assert (whole.part_of, women.part_of, children.part_of) == (None, whole.where, whole.where)
    assert [figure.of_what for figure in (women, children)] == ["women", "children"]


@pytest.mark.parametrize(
    "words",
    [
        "In all 413 villagers were killed, 96 of them women.",
        "In all 413 villagers were killed. Among them are 96 women.",
        "In all 413 villagers were killed, with 96 women among them.",
    ],
)
def test_parts_are_told_in_several_ways(words: str) -> None:
    whole, part = figures_in(words)
    assert part.part_of == whole.where
    assert part.of_what == "women"


def test_a_figure_that_begins_a_sentence_is_no_part_of_the_one_before_it() -> None:
    _houses, nine, five = figures_in(
        "Thirty-one houses were flooded; in nine of them the water rose high. Five people were injured."
    )
    assert nine.event == "flood"
    assert (five.part_of, five.event) == (None, "injured")


def test_a_level_is_not_taken_for_what_was_levelled() -> None:
    assert only("The water level rose by 2.1 metres.").event == ""
    assert only("The quake levelled 40 houses.").event == "destroyed"


def test_a_part_is_never_larger_than_its_whole() -> None:
    _five, many = figures_in("Five houses burned, including 200 sheds.")
    assert many.part_of is None


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("According to Relief Without Borders, 161 people died.", "Relief Without Borders"),
        ("Some 161 people died, according to the ministry.", "ministry"),
        ("Norland says 413 civilians were killed.", "Norland"),
        ("The county puts the damage at 85 million crowns.", "county"),
        ("Mayor Edith Larrow said that 40 houses were lost.", "Mayor Edith Larrow"),
        ("Forty houses were lost, officials said.", "officials"),
        ("The toll provided by the town's authorities is 49 people.", "town's authorities"),
        ("Anna Berg wrote: “The dead lay there. I saw 31 bodies.”", "Anna Berg"),
        ("The reported deaths of 600 people shocked all.", ""),
        ("Nineteen US states recognise it.", ""),
        ("Forty houses were lost.", ""),
    ],
)
def test_who_is_said_to_say_so(words: str, whom: str) -> None:
    assert figures_in(words)[0].whom == whom


@pytest.mark.parametrize(
    ("words", "of_what", "event"),
    [
        ("The death toll stands at 49.", "death toll", "killed"),
        ("A report put the number of deaths at 161.", "deaths", "killed"),
        ("The town has 8,200 inhabitants.", "inhabitants", "live"),
        ("They took 1,275 residents hostage.", "residents", "captive"),
        ("They were 160 lightly armed men.", "armed men", ""),
        ("There nine metro stations were closed.", "metro stations", "closed"),
        ("Fire killed or maimed 300 civilians.", "civilians", "injured or killed"),
    ],
)
def test_what_is_counted_and_what_befell_it(words: str, of_what: str, event: str) -> None:
    figure = figures_in(words)[0]
    assert (figure.of_what, figure.event) == (of_what, event)


def test_a_row_of_a_table_has_its_label_and_its_name_in_brackets() -> None:
    first, second = figures_in("Deaths 140+ (Relief Office)[1]", "212 (Norland)")
    assert told(first, "of_what", "whom", "low", "high") == ("deaths", "Relief Office", 140, None)
    assert (second.of_what, second.whom, second.event) == ("deaths", "Norland", "killed")


def test_a_number_without_a_noun_counts_what_was_counted_before() -> None:
    first, second = figures_in("In 1988 it had 2,135 inhabitants, and this number had grown to 6,000.")[1:]
    assert (first.of_what, second.of_what) == ("inhabitants", "inhabitants")


@pytest.mark.parametrize(
    ("words", "told_of"),
    [
        ("The toll, 49 dead and 112 hurt, is not final.", [(49, "dead", "killed"), (112, "", "injured")]),
        ("It killed 5 and wounded 17.", [(5, "", "killed"), (17, "wounded", "injured")]),
        ("The battle cost 4,000 lives.", [(4000, "lives", "killed")]),
        ("They saved 30 lives there.", [(30, "lives", "rescued")]),
        ("On 6 May 40,000 marched.", [(40_000, "", "attended")]),
        ("About 1 in 5 children is hungry.", [(Fraction(1, 5), "children", "")]),
        ("A cold of −12 degrees was measured.", [(-12, "", "measured")]),
        ("12.000 Menschen starben.", [(12_000, "", "")]),
    ],
)
def test_figures_side_by_side_keep_their_own_words(words: str, told_of: list[object]) -> None:
    counts = [figure for figure in figures_in(words) if figure.kind != "date"]
    assert [told(figure, "low", "of_what", "event") for figure in counts] == told_of


def test_notes_marks_and_lists_are_passed_over() -> None:
    mark = Block("paragraph", "They fled (12) with 40 carts.", spans=(Span(11, 13, "note", "12"),))
    note = Block("paragraph", "12. The report of 1993, p. 20, counts 50 carts.", note="12")
    assert [figure.words for figure in find_figures(Text((mark, note)))] == ["40"]
    assert figures_in("1. What is a pack?", "2) And a source? (3) Or (4) nothing?") == ()


def test_spaces_that_do_not_break_part_thousands_and_words() -> None:
    text = "They counted 12\u00a0500 people,\u00a0of whom 1\u2009200 were\u202fchildren."
    assert [figure.low for figure in figures_in(text)] == [12_500, 1200]


def test_a_point_parts_thousands_before_what_can_only_be_counted_whole() -> None:
    assert only("Dort lebten 1.275 persons im Ort.").low == 1275
    assert only("It fell by 1.275 metres.").low == Fraction(1275, 1000)
    assert only("It was 1,234.000 in all.").low == 1234


def test_figures_are_worked_out_once_for_a_text() -> None:
    text = text_of("They counted 40 carts.")
    assert find_figures(text) is find_figures(text)


def test_a_text_without_figures_has_none() -> None:
    assert find_figures(read_plain(b"Nothing is counted here.\n").text) == ()
