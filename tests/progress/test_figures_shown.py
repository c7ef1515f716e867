"""Figures that are compared: the authors' first, then the program's, nothing twice, nothing dropped."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.held_back import HeldBack, held_back
from crossread.packs.pack import Pack, Stage
from crossread.packs.sources.compare_parts import AuthorsQuantity, Dropped, FigureValue
from crossread.packs.sources.source import Card, Source
from crossread.progress.figures_covered import as_told, seen
from crossread.progress.figures_shown import (
    QuantityShown,
    authors_quantities,
    found_quantities,
)
from crossread.progress.figures_time import in_time
from crossread.questions.numerical import Numerical
from crossread.questions.passages import DIGEST, PassageKey, ShownText
from crossread.texts.figures.aligning import align
from crossread.texts.figures.figures import find_figures
from crossread.texts.readers.plain_reader import read_plain

WORDS = {
    "log": "He counts 14 musicians who were left on the quay that day.",
    "paper": "Some 24 musicians were left on the quay. The ferry had carried 31 musicians the year before.",
    "diary": "There were 15 musicians left on the quay, she writes.",
}
TEXTS = {source: read_plain(words.encode()).text for source, words in WORDS.items()}
SHOWN = {source: (ShownText(DIGEST, text),) for source, text in TEXTS.items()}
WHICH = dict.fromkeys(TEXTS, DIGEST)
FOUND = align({source: find_figures(text) for source, text in TEXTS.items()})


def value(source: str, value: float, quote: str, when: str = "") -> FigureValue:
    return FigureValue(source=source, value=value, quote=quote, when=when)


LEFT = AuthorsQuantity(
    id="left",
    what="how many were left",
    unit="people",
    figures=(value("log", 14, "14 musicians"), value("paper", 24, "Some 24 musicians were left")),
)


def pack(*figures: AuthorsQuantity) -> Pack:
    sources = [
        Source(id=name, letter=letter, card=Card(title=name, short=name, published=date), digest=TEXTS[name])
        for name, letter, date in (("log", "A", "1957"), ("paper", "B", "1958"), ("diary", "C", "1950"))
    ]
    return Pack(
        id="ferry",
        version="1.0.0",
        title="The ferry",
        language="en",
        digest="0" * 64,
        central_question="Who was there?",
        stages=(Stage(id="compare", kind="compare", title="Compare"),),
        sources=tuple(sources),
        questions=(),
        figures=figures,
    )


def dated(**words: str) -> QuantityShown:
    texts = {source: read_plain(text.encode()).text for source, text in words.items()}
    shown = {source: (ShownText(DIGEST, text),) for source, text in texts.items()}
    found = align({source: find_figures(text) for source, text in texts.items()})
    quantities = found_quantities(found, dict.fromkeys(texts, DIGEST), pack(), shown)
    return next(one for one in quantities if one.measure == "day")


def test_dates_that_fit_together_may_agree() -> None:
    quantity = dated(
        log="The town was attacked in late February 1992.",
        paper="The town was attacked on 26 February 1992.",
        diary="The town was attacked on 26 February.",
    )
    assert quantity.parts
    assert quantity.fits
    assert [value.of_their_year for value in quantity.values].count(True) == 1
    assert all(value.on_axis for value in quantity.values)


def test_other_days_do_not_fit_together() -> None:
    quantity = dated(
        log="The town was attacked on 25 February 1992.", paper="The town was attacked on 26 February 1992."
    )
    assert quantity.parts
    assert not quantity.fits


def test_the_same_day_with_and_without_its_year_parts_nowhere() -> None:
    quantity = dated(
        log="The town was attacked on 26 February 1992.", paper="The town was attacked on 26 February."
    )
    assert not quantity.parts


def given_by(quantities: Sequence[QuantityShown]) -> list[list[tuple[str, float | None]]]:
    return [[(value.source, value.low) for value in one.values] for one in quantities]


def test_the_authors_quantities_have_their_values_in_order_with_their_places() -> None:
    (left,) = authors_quantities(pack(LEFT), None, SHOWN)
    assert [value.low for value in left.values] == [14, 24]
    assert left.parts
    which, where = left.values[1].places[0]
    assert which == DIGEST
    assert TEXTS["paper"].words(where) == "Some 24 musicians were left"


def test_a_stage_shows_the_figures_that_it_names_and_one_that_names_none_shows_all() -> None:
    other = replace(LEFT, id="other")
    stage = Stage(id="compare", kind="compare", title="Compare", figures=("other", "gone"))
    assert [one.id for one in authors_quantities(pack(LEFT, other), stage, SHOWN)] == ["other"]
    assert len(authors_quantities(pack(LEFT, other), replace(stage, figures=()), SHOWN)) == 2


def test_what_the_program_found_is_shown_where_no_author_said_anything() -> None:
    (left,) = found_quantities(FOUND, WHICH, pack(), SHOWN)
    assert [value.source for value in left.values][:2] == ["log", "diary"]
    assert left.quantity is not None
    assert left.id.startswith("found-")


def test_what_the_author_confirmed_is_not_shown_twice() -> None:
    assert found_quantities(FOUND, WHICH, pack(LEFT), SHOWN) == ()


DATED = {
    source: read_plain(words.encode()).text
    for source, words in (
        ("log", "The ferry sailed on 14 September 1957 at noon. Some 14 musicians had come."),
        ("paper", "The ferry sailed on 15 September 1957, with 24 musicians."),
        ("diary", "The ferry sailed on the night of 14 to 15 September 1957."),
    )
}


def dates_left(*figures: FigureValue) -> list[str]:
    """Return who still gives a date of the sailing that only the program has found."""
    confirmed = replace(LEFT, id="day", what="the day of the sailing", unit="September", figures=figures)
    texts = {source: (ShownText(DIGEST, text),) for source, text in DATED.items()}
    sources = [replace(one, digest=DATED[one.id]) for one in pack().sources]
    found = align({source: find_figures(text) for source, text in DATED.items()})
    shown = found_quantities(found, WHICH, replace(pack(confirmed), sources=tuple(sources)), texts)
    return [value.source for one in shown if one.measure == "day" for value in one.values]


def test_a_date_that_the_author_confirmed_is_not_shown_twice() -> None:
    assert sorted(dates_left()) == ["diary", "log", "paper"]
    log, paper = value("log", 14, "14 September 1957"), value("paper", 1957, "15 September 1957")
    night = FigureValue(source="diary", low=14, high=15, quote="14 to 15 September 1957")
    assert dates_left(log, paper, night) == []
    assert dates_left(log, paper) == []  # one source alone gives nothing to compare
    assert sorted(dates_left(log)) == ["diary", "paper"]


def test_a_number_beside_a_date_confirms_no_date() -> None:
    band = value("paper", 24, "15 September 1957, with 24 musicians")
    assert sorted(dates_left(band)) == ["diary", "log", "paper"]


def test_what_the_author_told_apart_is_left_out() -> None:
    drop = Dropped(
        one=PassageKey(source="log", quote="14 musicians"),
        other=PassageKey(source="diary", quote="15 musicians"),
    )
    nothing = replace(LEFT, figures=(), drop=(drop,))
    for quantity in found_quantities(FOUND, WHICH, pack(nothing), SHOWN):
        assert "diary" not in quantity.sources


def test_a_found_quantity_keeps_its_name_whatever_order_the_sources_come_in() -> None:
    names = set()
    for order in permutations(TEXTS):
        found = align({source: find_figures(TEXTS[source]) for source in order})
        names.add(tuple(one.id for one in found_quantities(found, WHICH, pack(), SHOWN)))
    assert len(names) == 1


NUMBERS = st.lists(
    st.tuples(st.sampled_from(sorted(WORDS)), st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=8
)


@given(NUMBERS, st.randoms())
def test_the_order_of_the_sources_changes_nothing(
    numbers: list[tuple[str, int, int]], random: Random
) -> None:
    values = [
        FigureValue(source=source, low=min(one, other), high=max(one, other))
        for source, one, other in numbers
    ]
    mixed = list(values)
    random.shuffle(mixed)
    first, second = (
        authors_quantities(pack(replace(LEFT, figures=tuple(order))), None, SHOWN)
        for order in (values, mixed)
    )
    assert first[0].values == second[0].values


def test_values_stand_in_the_order_of_their_own_dates_else_of_their_sources() -> None:
    figures = (value("log", 14, ""), value("paper", 24, "", when="1949"), value("diary", 15, ""))
    (left,) = authors_quantities(pack(replace(LEFT, figures=figures)), None, SHOWN)
    ordered = in_time(left, left.values, pack())
    assert [(one.source, one.when) for one in ordered] == [
        ("paper", "1949"),
        ("diary", "1950"),
        ("log", "1957"),
    ]


def test_one_date_alone_makes_no_order_in_time() -> None:
    (left,) = authors_quantities(pack(replace(LEFT, figures=LEFT.figures[:1])), None, SHOWN)
    assert in_time(left, left.values, pack()) == ()


def asks(quote: str) -> Numerical:
    return Numerical(
        id="how-many",
        kind="numerical",
        stage="compare",
        skill="close-reading",
        sources=("log",),
        prompt="How many?",
        answer="14",
        evidence=(PassageKey(source="log", quote=quote),),
    )


def held(quote: str) -> HeldBack:
    return held_back([asks(quote)], ClaimPlaces(pack(LEFT), SHOWN))


def test_an_open_question_keeps_what_it_asks_for_and_nothing_else() -> None:
    (left,) = authors_quantities(pack(LEFT), None, SHOWN)
    assert [one.source for one in seen(held("counts 14 musicians"), left)] == ["paper"]
    assert seen(held("that day"), left) == left.values
    assert seen(HeldBack(), left) == left.values


def test_an_authors_words_on_a_figure_are_told_as_they_may_be() -> None:
    cautious = replace(LEFT, explanation="One counted, one guessed.")
    (left,) = authors_quantities(pack(cautious), None, SHOWN)
    told = as_told(left, lambda words, passages: f"{words}|{len(list(passages))}" if words else "")
    assert told.figure is not None
    assert told.figure.explanation == "One counted, one guessed.|2"
    assert told.name == "how many were left|2"


def test_what_the_program_found_waits_for_the_question_too() -> None:
    (left,) = found_quantities(FOUND, WHICH, pack(), SHOWN)
    assert "log" not in [one.source for one in seen(held("counts 14 musicians"), left)]
