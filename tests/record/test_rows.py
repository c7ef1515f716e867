"""Rows: one spelling, and a checksum that no change gets past."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.canonical import canonical_json
from crossread.base.entries import KINDS, NewEntry
from crossread.record.errors import Damaged
from crossread.record.rows import (
    NO_ROW,
    Row,
    StoredRow,
    canonical_row,
    checksum,
    entry_of,
    prepare,
    storable_json,
    verify,
)
from tests.record.making import SetClock, answer

texts = st.text(st.characters(codec="utf-8"), max_size=30)
numbers = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
payloads = st.dictionaries(texts, values, max_size=5)
rows = st.builds(
    Row,
    seq=st.integers(1, 2**40),
    id=texts,
    session=texts,
    at=texts,
    monotonic=st.floats(allow_nan=False, allow_infinity=False),
    kind=texts,
    pack=texts,
    pack_version=texts,
    question=texts,
    seen_digest=texts,
    key_digest=texts,
    attempt=st.integers(0, 1000),
    payload=payloads.map(canonical_json),
)


def chained(*found: Row) -> list[StoredRow]:
    chain, before = [], NO_ROW
    for seq, row in enumerate(found, 1):
        numbered = row._replace(seq=seq)
        before = checksum(numbered, before)
        chain.append(StoredRow(numbered, before))
    return chain


@given(rows, rows)
def test_two_rows_are_spelt_alike_only_if_they_are_equal(one: Row, other: Row) -> None:
    assert (canonical_row(one) == canonical_row(other)) == (one == other)


@given(rows)
def test_a_row_is_spelt_as_a_canonical_json_array(row: Row) -> None:
    assert canonical_row(row) == canonical_json(list(row)).encode()


@given(rows, st.sampled_from(Row._fields), st.data())
def test_a_change_of_any_value_shows_in_the_checksum(row: Row, name: str, data: st.DataObject) -> None:
    changed = row._replace(**{name: getattr(data.draw(rows), name)})
    assert (checksum(changed, NO_ROW) == checksum(row, NO_ROW)) == (changed == row)


@given(st.lists(rows, min_size=1, max_size=6))
def test_a_chain_as_it_was_written_verifies(found: list[Row]) -> None:
    chain = chained(*found)
    assert verify(chain, 0, NO_ROW) == (len(found), chain[-1].checksum)


@given(st.lists(rows, min_size=3, max_size=6), st.data())
def test_a_row_left_out_or_put_elsewhere_is_found(found: list[Row], data: st.DataObject) -> None:
    chain = chained(*found)
    where = data.draw(st.integers(0, len(chain) - 2))
    with pytest.raises(Damaged):
        verify(chain[:where] + chain[where + 1 :], 0, NO_ROW)
    other = chained(*(row._replace(pack=row.pack + "x") for row in found))
    with pytest.raises(Damaged):
        verify([*chain[:where], other[where], *chain[where + 1 :]], 0, NO_ROW)


@given(payloads)
def test_an_entry_comes_back_as_it_was_given(payload: dict[str, Any]) -> None:
    new = NewEntry(kind="answered", payload=payload)
    entry = entry_of(prepare(new, "s", SetClock()).row)
    assert entry.payload == {**payload, "v": KINDS["answered"]}
    assert canonical_json(entry.payload) == canonical_json({**payload, "v": 1})


def test_what_was_seen_is_named_by_its_digest_once() -> None:
    prepared = prepare(answer(1), "s", SetClock())
    assert set(prepared.seen) == {prepared.row.seen_digest, prepared.row.key_digest}
    assert prepare(answer(4), "s", SetClock()).row.seen_digest == prepared.row.seen_digest


def test_an_unknown_kind_is_a_bug() -> None:
    with pytest.raises(ValueError, match="daydreamed"):
        prepare(NewEntry(kind="daydreamed"), "s", SetClock())


def test_a_payload_that_is_not_json_is_a_bug() -> None:
    with pytest.raises(ValueError, match="JSON"):
        prepare(NewEntry(kind="answered", payload={"score": float("nan")}), "s", SetClock())
    with pytest.raises(TypeError):
        prepare(NewEntry(kind="answered", payload={"response": {1, 2}}), "s", SetClock())


def test_half_an_emoji_does_not_cost_the_answer() -> None:
    assert storable_json({"text": "so \ud83d"}) == '{"text":"so \ufffd"}'
    assert storable_json("\ud83d\ude00") == '"\U0001f600"'


@given(st.text(st.characters(), max_size=20))
def test_any_text_can_be_stored_and_is_spelt_the_same_again(text: str) -> None:
    spelt = storable_json({text: text})
    assert storable_json(json.loads(spelt)) == spelt.encode().decode()
