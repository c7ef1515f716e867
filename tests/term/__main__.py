"""Plays the whole term, holds all sums against each other on days 1, 7 and 60, and prints a table.

python -m tests.term [LEARNERS [DAYS]]
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.term.calendar import LOOKED_AT, morning
from tests.term.checking import Stood, assert_all_is_well, stands
from tests.term.playing import Player
from tests.term.term import Term, new_term

LEARNERS, DAYS = 30, 60

_HEADS = ("who", "learners", "answers", "points", "certain", "Brier", "reviews", "most a day", "minutes")


def main() -> int:
    """Play, check, print; 0 where all is well (an AssertionError says what is not)."""
    given = [int(one) for one in sys.argv[1:]]
    count, days = [*given, *(LEARNERS, DAYS)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        term = new_term(Path(folder), count)
        for day in term.play(days):
            if day in LOOKED_AT or day == days:
                print(f"\nDay {day}, {morning(day):%A %d %B %Y}")
                _look(term)
        print(f"\n{count} learners, {days} days: played and checked in {time.monotonic() - began:.0f} s")
    return 0


def _look(term: Term) -> None:
    rows: dict[str, list[tuple[Player, Stood]]] = {}
    for player in term.players:
        stood = stands(term, player)
        assert_all_is_well(player, stood)
        rows.setdefault(player.character.name, []).append((player, stood))
    _print_row(_HEADS)
    for name, found in rows.items():
        _print_row(_row(name, found))


def _row(name: str, found: Sequence[tuple[Player, Stood]]) -> list[str]:
    progress = [stood.progress for _player, stood in found]
    earned = sum(pack.earned for one in progress for pack in one.packs)
    of = sum(pack.of for one in progress for pack in one.packs)
    certain = [one.certainty.steps[-1] for one in progress]
    items = sum(step.items for step in certain)
    right = sum((step.share or 0.0) * step.items for step in certain)
    briers = [one.certainty.brier for one in progress if one.certainty.brier is not None]
    return [
        name,
        str(len(found)),
        str(sum(one.given for one in progress)),
        f"{earned:.0f} of {of:.0f}" if of else "–",
        f"{right / items:.0%} of {items}" if items else "–",
        f"{sum(briers) / len(briers):.2f}" if briers else "–",
        str(sum(stood.of_kind("reviewed") for _player, stood in found)),
        str(max((load for player, _stood in found for _day, load in player.loads), default=0)),
        f"{sum(day.minutes for one in progress for day in one.days):.0f}",
    ]


def _print_row(cells: Sequence[str]) -> None:
    print(f"{cells[0]:15}" + "".join(f"{cell:>14}" for cell in cells[1:]))


if __name__ == "__main__":
    raise SystemExit(main())
