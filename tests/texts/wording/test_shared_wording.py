from collections.abc import Callable, Mapping, Sequence

import pytest

from crossread.texts.text import Block, Text
from crossread.texts.wording.shared_run import SharedRun
from crossread.texts.wording.shared_wording import LEAST, shared_runs
from tests.growing import growth

SHARED = "the bells of the lower mill rang twice before the water came"


def _texts(**told: str) -> dict[str, Text]:
    return {source: Text((Block("paragraph", words),)) for source, words in told.items()}


def _one(called: Mapping[str, Sequence[str]] | None = None, **told: str) -> SharedRun:
    found = shared_runs(_texts(**told), called=called)
    assert len(found) == 1
    return found[0]


def test_a_run_is_as_long_as_it_can_be_and_says_where_it_stands() -> None:
    texts = _texts(
        a=f"Orla heard that {SHARED}, or so she said.", b=f"It is known: {SHARED.title()}! Then came Tam."
    )
    (run,) = shared_runs(texts)
    assert (run.words, run.one, run.other) == (12, "a", "b")
    assert texts["a"].words(run.in_one[0].where) == SHARED
    assert texts["b"].words(run.in_other[0].where) == SHARED.title()


def test_six_words_are_no_run_and_seven_are() -> None:
    assert (
        shared_runs(_texts(a="the bells of the lower mill sang", b="the bells of the lower mill rang")) == ()
    )
    assert _one(a="the bells of the lower mill rang", b="the bells of the lower mill rang").words == LEAST


def test_what_was_changed_around_it_is_told_sentence_against_sentence() -> None:
    texts = _texts(
        a=f"It was night. Many say that {SHARED}. It was cold.",
        b=f"Some say that {SHARED}. Nobody slept.",
    )
    (run,) = shared_runs(texts)
    told = [
        (
            piece.change,
            piece.one and texts["a"].words(piece.one),
            piece.other and texts["b"].words(piece.other),
        )
        for piece in run.changed
    ]
    assert told == [("changed", "Many", "Some"), ("same", f"say that {SHARED}", f"say that {SHARED}")]


def test_whether_it_stands_in_quotation_marks_is_told_for_each_place() -> None:
    run = _one(a=f"She wrote: “{SHARED}.”", b=f"In those days {SHARED}.")
    assert [place.quoted for place in (*run.in_one, *run.in_other)] == [True, False]


def test_a_run_in_several_places_stands_once() -> None:
    run = _one(a=f"So {SHARED}. Again {SHARED}.", b=f"Then {SHARED}.")
    assert len(run.in_one) == 2
    assert len(run.in_other) == 1


def test_what_a_text_repeats_within_itself_is_no_run() -> None:
    assert (
        shared_runs(_texts(a=f"{SHARED}. {SHARED}.", b="Nothing of this kind was ever told by anyone else."))
        == ()
    )


def test_a_third_text_that_has_all_of_it_is_named() -> None:
    texts = _texts(
        a=f"So {SHARED}.", b=f"Then {SHARED}.", c=f"Now {SHARED} again.", d="bells of the lower mill"
    )
    found = shared_runs(texts)
    assert [(run.one, run.other, run.also_in) for run in found] == [
        ("a", "b", ("c",)),
        ("a", "c", ("b",)),
        ("b", "c", ("a",)),
    ]


@pytest.mark.parametrize(
    ("one", "other", "credited"),
    [
        (
            f"Clerk Orla Venn wrote that {SHARED}.",
            f"As Orla Venn told the county, {SHARED}.",
            "both-name-third",
        ),
        (f"Clerk Orla Venn wrote that {SHARED}.", f"In winter {SHARED}.", "one-names-third"),
        (f"In winter {SHARED}.", f"Clerk Orla Venn wrote that {SHARED}.", "other-names-third"),
        (f"Clerk Orla Venn wrote that {SHARED}.", f"Mr Tam Brask wrote that {SHARED}.", "name-different"),
        (f"In winter {SHARED}.", f"Long ago {SHARED}.", "neither"),
        (f"The Harbour Gazette reported that {SHARED}.", f"In winter {SHARED}.", "one-names-other"),
        (f"In winter {SHARED}.", f"The Morning Post reported that {SHARED}.", "other-names-one"),
    ],
)
def test_who_is_credited(one: str, other: str, credited: str) -> None:
    called = {"a": ["Ann Lorne", "The Morning Post"], "b": ["The Harbour Gazette of Arden"]}
    assert _one(called, a=one, b=other).credited == credited


def test_a_place_that_a_title_names_is_no_credit() -> None:
    called = {"a": ["Sunderwick under water"]}
    told = f"It was said in the hills of Sunderwick itself, and by many at that, how {SHARED}."
    assert _one(called, a=f"In winter {SHARED}.", b=told).credited == "neither"


def test_a_quotation_is_credited_in_the_sentence_before_where_its_own_names_no_one() -> None:
    run = _one(a=f"The reeve Orla Venn spoke of it. “{SHARED.capitalize()}.”", b=f"In winter {SHARED}.")
    assert [credit.name for credit in run.in_one[0].credits] == ["Orla Venn"]


def test_runs_are_the_same_whenever_they_are_looked_for() -> None:
    told = {"a": f"So {SHARED}. Orla said.", "b": f"Then {SHARED}.", "c": f"Tam: “{SHARED}.”"}
    assert shared_runs(_texts(**told)) == shared_runs(_texts(**told))


def test_work_grows_no_faster_than_the_texts() -> None:
    def job(size: int) -> Callable[[], object]:
        told = " ".join(
            f"The {word} of mill {number} rang." for number in range(size) for word in ("bell", "gate")
        )
        texts = {
            "a": Text(tuple(Block("paragraph", part) for part in told.split(". "))),
            "b": Text(tuple(Block("paragraph", f"So {part}") for part in told.split(". "))),
        }
        return lambda: shared_runs(texts)

    growth(job, 20)  # what is read only once is read now
    assert growth(job, 40) < 2.4
