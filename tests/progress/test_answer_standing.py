"""How answers stand is kept for as long as it is asked for, and no longer."""

import gc
import weakref

from crossread.progress.answer_standing import Standings
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
