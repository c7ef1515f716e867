"""Aligning: which figures of several texts speak of the same thing, and which only look as if they did."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.texts.figures.aligning import align
from crossread.texts.figures.figure import Quantity
from crossread.texts.figures.figure_reasons import why_quantity
from crossread.texts.figures.figures import find_figures
from crossread.texts.text import Block, Text
from tests.texts.figures.test_figures import writing as anything

SHIPS = {
    "post": (
        "The ferry Alba sank on 4 May 1911 with 212 people on board. Some 90 people were drowned, including "
        "12 children. The ferry had cost 40,000 crowns. In the storm of 1887 six people had died."
    ),
    "times": (
        "On 4 May 1911 the ferry went down. At least 94 passengers died, 14 of them children. "
        "It had cost £3,000."
    ),
    "owners": (
        "The company regrets the death of 88 persons on the night of 3 to 4 May 1911. In 1887 six lives "
        "were lost."
    ),
}


def quantities(texts: Mapping[str, str]) -> tuple[Quantity, ...]:
    """Align the figures of texts of one paragraph each."""
    return align(
        {source: find_figures(Text((Block("paragraph", words),))) for source, words in texts.items()}
    )


def together(texts: Mapping[str, str]) -> set[frozenset[tuple[str, str]]]:
    """Align, and give what is put together as sources and words."""
    return {frozenset((one.source, one.figure.words) for one in found.given) for found in quantities(texts)}


def test_the_dead_the_children_among_them_and_the_day_are_put_together() -> None:
    found = together(SHIPS)
    assert frozenset({("post", "90"), ("times", "94"), ("owners", "88")}) in found
    assert frozenset({("post", "12"), ("times", "14")}) in found
    assert (
        frozenset({("post", "4 May 1911"), ("times", "4 May 1911"), ("owners", "3 to 4 May 1911")}) in found
    )


LONGER = {
    "keeper": (
        "On 3 May 1911 the bridge at Norton fell into the Wend while the market crowd was crossing it. The "
        "northern span gave way after noon. According to the toll keeper, 12 people were on the bridge when "
        "it broke, and the water carried two carts as far as the weir. He had warned the council of the "
        "timber. Boats from the mill picked up the survivors, and the road stayed closed for a week."
    ),
    "paper": (
        "The Norton bridge collapsed on 4 May 1911, a market day. Some 20 people were on the bridge at the "
        "time, most of them farmers on the way home. Mill hands rowed out and pulled them from the Wend. "
        "Nobody had been told that the timber was bad, said the council. Three carts and a horse were lost, "
        "and traffic went by the ferry until the middle of the month."
    ),
}


@pytest.mark.parametrize(
    "texts",
    [
        LONGER,
        {
            "keeper": "On 3 May 1911 the bridge at Norton fell. 12 people were on the bridge.",
            "paper": "On 4 May 1911 the Norton bridge fell. Some 20 people were on the bridge.",
        },
        {
            "keeper": "On 3 May 1911 the bridge at Norton fell while 12 people were on it.",
            "paper": "The bridge at Norton gave way on 4 May 1911. Some 20 people stood on the bridge.",
        },
    ],
)
def test_the_only_day_and_the_only_people_that_two_short_texts_tell_of_are_put_together(
    texts: Mapping[str, str],
) -> None:
    found = together(texts)
    assert frozenset({("keeper", "3 May 1911"), ("paper", "4 May 1911")}) in found
    assert frozenset({("keeper", "12"), ("paper", "20")}) in found
    day = next(one for one in quantities(texts) if one.kind == "date")
    assert day.parts
    assert "close to each other" in why_quantity(day)


def test_who_takes_a_toll_tells_of_no_dead() -> None:
    (people,) = (one for one in find_figures(Text((Block("paragraph", LONGER["keeper"]),))) if one.low == 12)
    assert people.event != "killed"


def test_the_dead_of_another_year_stand_by_themselves() -> None:
    assert frozenset({("post", "six"), ("owners", "six")}) in together(SHIPS)


def test_money_of_two_countries_is_not_compared() -> None:
    assert not any(
        {"40,000 crowns", "£3,000"} <= {words for _source, words in found} for found in together(SHIPS)
    )


def test_a_quantity_tells_its_name_its_sources_and_whether_its_figures_part() -> None:
    dead = next(found for found in quantities(SHIPS) if "90" in {one.figure.words for one in found.given})
    assert dead.name == "people killed"
    assert dead.sources == ("owners", "post", "times")
    assert dead.parts
    assert dead.aligned_by == "same-event"
    assert "people" in why_quantity(dead)
    children = next(found for found in quantities(SHIPS) if "12" in {one.figure.words for one in found.given})
    assert children.aligned_by == "same-whole"


def test_figures_that_agree_do_not_part() -> None:
    (found,) = quantities({"a": "There 40 people were killed.", "b": "They say that 40 people died."})
    assert not found.parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There 40 people were killed.", "There 40 people were hurt."),
        ("On 3 May 1911 a bridge fell.", "On 4 May 1911 they held a fair."),
        ("On 3 May 1911 the bridge fell.", "On 24 May 1911 the bridge was open."),
        ("Some 12 people were on the bridge.", "At the fair 20 people sang."),
        (
            "Some 12 people were on the bridge. Under the bridge there were 7 people.",
            "Near the bridge 20 people had gone home.",
        ),
        ("There 40 people were killed or injured.", "There 40 people were killed."),
        ("In 1954 40 people were killed there.", "In 1987 45 people were killed there."),
        ("There 40 people were killed.", "In that war 30,000 people were killed."),
        ("There 40 women were killed.", "There 45 children were killed."),
        ("It is the 28th anniversary.", "It is the 32nd anniversary."),
        ("They had two reasons.", "They had three reasons."),
        ("It happened in 1992.", "It happened in 1992."),
        ("On 4 May 1911 it began.", "On 4 May 1987 it began."),
        ("It cost 40 crowns.", "It lasted 40 years."),
    ],
)
def test_what_only_looks_the_same_is_not_put_together(one: str, other: str) -> None:
    assert together({"a": one, "b": other}) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The town has 8,200 inhabitants.", "It is home to about 9,000 people."),
        ("The toll stands at 49.", "Fifty-two people have died."),
        ("Of the crew 30 were taken prisoner.", "They hold 35 captives."),
        ("Nineteen US states recognise it.", "By now 21 U.S. states recognise it."),
        ("The damage is put at 85 million crowns.", "They estimate the damage at 104 million crowns."),
        ("Turnout was 71 percent.", "The turnout was 69.8 %."),
    ],
)
def test_one_thing_is_told_in_several_words(one: str, other: str) -> None:
    assert len(together({"a": one, "b": other})) == 1


def test_figures_of_one_source_alone_make_no_quantity() -> None:
    assert quantities({"a": "There 40 people were killed. Later 45 people were killed."}) == ()
    assert align({}) == ()
    assert align({"a": (), "b": ()}) == ()


# fmt: off
_sentences = st.sampled_from([
    "Some 90 people were drowned on 4 May 1911.", "At least 94 passengers died.",
    "In 1887 six people had died.", "The damage is put at 85 million crowns.",
    "Of the crew 30 were taken prisoner.", "In May 1911 it began.",
    "It began on the 4th, in the 20th century, in the winter of 1911–12, and on 30 May.",
    "The town has 8,200 inhabitants.",
    "Hundreds of people were killed, including 12 women.", "The turnout was 69.8 %.",
    "Twelve states signed it.", "It burned for three days in the 1890s.",
])
# fmt: on
_texts = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.lists(_sentences, min_size=1, max_size=8).map(" ".join),
    min_size=2,
    max_size=8,
)


@settings(deadline=None)  # the first example reads the lists
@given(_texts, st.permutations("abcdefgh"))
def test_the_order_of_the_sources_changes_nothing(texts: dict[str, str], names: list[str]) -> None:
    assert quantities({name: texts[name] for name in names if name in texts}) == quantities(texts)


@settings(deadline=None)
@given(_texts)
def test_every_quantity_has_two_sources_and_each_figure_stands_in_one_at_most(texts: dict[str, str]) -> None:
    seen = set()
    for found in quantities(texts):
        assert len(found.sources) > 1
        assert found.name
        assert why_quantity(found)
        for one in found.given:
            place = (one.source, one.figure.where)
            assert place not in seen
            seen.add(place)


@settings(deadline=None)
@given(st.lists(anything, min_size=2, max_size=4))
def test_whatever_is_written_can_be_aligned(words: list[str]) -> None:
    texts = {f"s{number}": f"{one} X." for number, one in enumerate(words)}
    assert quantities(texts) == quantities(dict(reversed(texts.items())))


def test_a_day_of_no_month_is_compared_with_nothing() -> None:
    assert together({"a": "They came on the 14th.", "b": "On 14 May 1911 they came."}) == set()
