"""A share of the simulated term: each kind of learner over some days, and all that has to hold of each."""

from collections import defaultdict
from pathlib import Path

from crossread.base.declared import REVIEW_MOST
from crossread.reports.data_sheet_entries import ENTRIES
from tests.reports.test_data_sheet import BY_THE_PROGRAM, written
from tests.term.calendar import is_lesson, morning
from tests.term.characters import CHARACTERS
from tests.term.checking import assert_all_is_well, stands
from tests.term.term import Term, new_term

DAYS = 24  # as far as the results of tests are shown


def play(term: Term, days: int) -> Term:
    for _day in term.play(days):
        continue
    return term


def test_after_the_first_day_all_agrees(tmp_path: Path) -> None:
    term = play(new_term(tmp_path, len(CHARACTERS)), 1)
    for player in term.players:
        assert_all_is_well(player, stands(term, player))


def test_after_some_weeks_all_agrees_and_nothing_is_lost(tmp_path: Path) -> None:
    term = play(new_term(tmp_path, len(CHARACTERS)), DAYS)
    fields: dict[str, set[str]] = defaultdict(set)
    for player in term.players:
        stood = stands(term, player)
        assert_all_is_well(player, stood)
        for kind, found in written(stood.entries).items():
            fields[kind] |= found
    for kind in BY_THE_PROGRAM - {"remarked", "exported"}:
        assert fields[kind] == set(ENTRIES[kind].fields), kind
    steady = stands(term, term.players[0])
    assert steady.of_kind("released")
    assert steady.of_kind("practised")
    assert steady.of_kind("source-read")
    assert steady.progress.days


def test_the_same_seed_plays_the_same_term(tmp_path: Path) -> None:
    terms = [play(new_term(tmp_path / name, 1), 10) for name in ("one", "other")]
    first, second = (stands(term, term.players[0]) for term in terms)
    assert [entry.at for entry in first.entries] == [entry.at for entry in second.entries]
    assert terms[0].players[0].did == terms[1].players[0].did


def test_who_comes_back_after_a_pause_is_asked_no_more_than_a_day_bears(tmp_path: Path) -> None:
    term = play(new_term(tmp_path, 1, [CHARACTERS[-1]]), 48)
    back = [load for day, load in term.players[0].loads if day > 36]
    assert back
    assert max(back) <= REVIEW_MOST.default


def test_the_term_begins_with_a_lesson_on_a_monday() -> None:
    assert morning(1).weekday() == 0
    assert [day for day in range(1, 8) if is_lesson(day)] == [1, 3, 5]
