"""States kept pack by pack: what is put down now of some, and was before of others, is all there is."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.progress.by_pack import PackStates
from crossread.progress.way import WAY, PackWay, WayState, ways
from tests.inquiry.test_older_records import old
from tests.progress.random_records import entries_at_random

States = PackStates[WayState, PackWay]


def put_down(state: States, last: int, before: Mapping[str, tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """Put down what changed, beside what was put down before, and return what the list of packs tells of."""
    rows = {**before, **{pack: (last, text) for pack, text in state.changed().items()}}
    found = {pack: rows[pack] for pack in state.counted(last)}
    assert {pack: seq for pack, (seq, _text) in found.items()} == state.counted(last)
    return found


@given(entries=entries_at_random(), cuts=st.sets(st.integers(0, 60), max_size=4), rests=st.booleans())
def test_put_down_now_and_then_and_taken_up_again_it_comes_to_the_same(
    entries: list[Entry], cuts: set[int], *, rests: bool
) -> None:
    whole: States = WAY.empty()
    state: States = WAY.empty()
    rows: dict[str, tuple[int, str]] = {}
    for number, entry in enumerate(entries):
        WAY.add(whole, entry)
        WAY.add(state, entry)
        if number in cuts:
            rows = put_down(state, entry.seq, rows)
            if rests:
                state.rest(entry.seq)
                assert not state.changed()
            else:
                state = WAY.taken_up(rows)
    assert ways(state) == ways(whole)
    assert WAY.to_json(state) == WAY.to_json(whole)
    assert state.letters_with(state.changed()) == whole.letters_with(whole.changed())


@given(entries=entries_at_random())
def test_of_packs_that_no_entry_came_of_nothing_is_put_down_again(entries: list[Entry]) -> None:
    state: States = WAY.empty()
    for entry in entries:
        WAY.add(state, entry)
    last = len(entries)
    again = WAY.taken_up(put_down(state, last, {}))
    assert not again.changed()
    new = replace(_practised(1), seq=last + 1, id="new", pack="another pack")
    WAY.add(again, new)
    assert set(again.changed()) == {"another pack"}
    assert again.counted(last + 1) == {**state.counted(last), "another pack": last + 1}


def test_what_is_told_follows_each_entry() -> None:
    state: States = WAY.empty()
    entry = _practised(1)
    for number in (1, 2, 3):
        WAY.add(state, replace(entry, seq=number))
        assert [one.practised for one in ways(state)] == [number]


@pytest.mark.parametrize("text", ["", "[]", "[{}]", "[{}, {}, {}]", '[{"pack": 3}, {}]', "null"])
def test_what_was_never_put_down_so_is_refused_where_it_is_taken_up(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        WAY.taken_up({"alder-bay": (1, text)})


def test_packs_keep_their_order() -> None:
    state: States = WAY.empty()
    for number, pack in enumerate(("b", "a", "c"), 1):
        WAY.add(state, replace(_practised(number), pack=pack))
    rows = put_down(state, 3, {})
    assert [one.pack for one in ways(WAY.taken_up(rows))] == ["b", "a", "c"]


def _practised(seq: int) -> Entry:
    return old(seq, "practised", "first")
