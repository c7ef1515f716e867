"""How answers stand is kept for as long as it is asked for, and no longer; and it goes bit by bit."""

import gc
import weakref

from crossread.progress.answer_standing import Standings
from crossread.progress.in_force import InForce
from tests.inquiry.test_older_records import ENTRIES


def test_once_nobody_asks_any_more_it_is_gone_without_looking_for_garbage() -> None:
    was_on = gc.isenabled()
    gc.disable()
    try:
        standings = Standings()
        for entry in ENTRIES:
            standings.add(entry)
        assert len(standings) > 0
        held = weakref.ref(standings)
        del standings
        assert held() is None
    finally:
        if was_on:
            gc.enable()


def test_it_is_emptied_before_it_goes_so_that_a_long_record_holds_nobody_up() -> None:
    standings, in_force = Standings(), InForce()
    for entry in ENTRIES:
        standings.add(entry)
        in_force.add(entry)
    answers, packs = standings._answers, in_force.packs
    assert answers
    assert packs
    del standings, in_force
    assert not answers
    assert not packs
