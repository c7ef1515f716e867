"""Where a learner is in a pack, as JSON: what is put down so that a start need not fold every entry."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import msgspec

from crossread.inquiry.comparison import Cell, CellCheck
from crossread.inquiry.state import InquiryState

# To be raised with every change of what `fold` makes of an entry, and of what is stored here: what was put
# down under another version is not taken up, and the entries are folded anew.
VERSION = 1

# Their names are pairs, which JSON has no keys for.
_BY_PAIR = ("cells", "cell_checks")


def state_json(state: InquiryState) -> str:
    """Spell a state as JSON; all of it, in the order it is in."""
    plain = {one.name: getattr(state, one.name) for one in fields(state) if one.name not in _BY_PAIR}
    by_pair = {name: [[*place, one] for place, one in getattr(state, name).items()] for name in _BY_PAIR}
    return msgspec.json.encode(plain | by_pair).decode()


def state_from_json(text: str) -> InquiryState:
    """Read a state; raises ValueError for what `state_json` cannot have made."""
    stored = msgspec.json.decode(text)
    if not isinstance(stored, Mapping) or stored.keys() != _types().keys():
        raise ValueError("no state of a pack")
    found = {name: msgspec.convert(stored[name], kind) for name, kind in _types().items()}
    for name in _BY_PAIR:
        found[name] = {(claim, source): one for claim, source, one in found[name]}
    return InquiryState(**found)


@cache
def _types() -> Mapping[str, Any]:
    """Return what stands under each name."""
    hints = get_type_hints(InquiryState)
    plain = {one.name: hints[one.name] for one in fields(InquiryState)}
    return plain | {"cells": list[tuple[str, str, Cell]], "cell_checks": list[tuple[str, str, CellCheck]]}
