"""Mappings of a state while many entries are folded: changed in place, so that none copies all before."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from crossread.inquiry.state import InquiryState

K = TypeVar("K")
T = TypeVar("T")


class _Growing(dict[K, T]):
    """A mapping that only the fold at work has hold of."""


def with_item(things: Mapping[K, T], name: K, thing: T) -> Mapping[K, T]:
    """Return a mapping with one thing more, or another one under a name: the same one while it grows."""
    if isinstance(things, _Growing):
        things[name] = thing
        return things
    return {**things, name: thing}


def without(things: Mapping[K, T], name: K) -> Mapping[K, T]:
    """Return a mapping without what stands under a name: the same one while it grows."""
    if isinstance(things, _Growing):
        things.pop(name, None)
        return things
    return {known: thing for known, thing in things.items() if known != name}


def growing(state: InquiryState) -> InquiryState:
    """Return a state like this one, whose mappings may be changed in place: for one fold alone."""
    mappings: dict[str, Any] = {name: _Growing(getattr(state, name)) for name in _mappings(state)}
    return replace(state, **mappings)


def grown(state: InquiryState) -> InquiryState:
    """Return the same state for everyone: nothing of it changes any more."""
    mappings: dict[str, Any] = {name: dict(getattr(state, name)) for name in _mappings(state)}
    return replace(state, **mappings)


def _mappings(state: InquiryState) -> list[str]:
    return [one.name for one in fields(state) if isinstance(getattr(state, one.name), Mapping)]
