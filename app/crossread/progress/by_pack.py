"""Projections whose packs stand each for itself: only those that changed are put down, and read anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from crossread.base.entries import Entry

S = TypeVar("S")
T = TypeVar("T")


class PackFold(Protocol[S, T]):
    """A fold over the entries of one pack, oldest first; `name`, `version` and `add` as of a `Projection`."""

    name: str
    version: int
    kinds: frozenset[str]  # of the entries that may change something
    told: type[T]  # what pages and files are told of a pack, as a dataclass that JSON can hold

    def empty(self) -> S:
        """Return the state before any entry."""
        ...

    def add(self, state: S, entry: Entry) -> None:
        """Let one more entry of its pack count, in place."""
        ...

    def tell(self, pack: str, state: S) -> T:
        """Return what a state comes to."""
        ...

    def to_json(self, state: S) -> Any:
        """Put a state down as JSON."""
        ...

    def from_json(self, value: Any) -> S:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        ...


class PackStates(Generic[S, T]):
    """The states of packs by their ids, in the order in which each had its first entry.

    A pack that was put down stays as it was put down, as JSON, until an entry of it comes: in a long record
    most packs are never gone to again.
    """

    def __init__(self, fold: PackFold[S, T], put_down: Mapping[str, tuple[int, str]] | None = None) -> None:
        """Take up what was put down of packs: up to which entry that counts, and JSON."""
        self._fold = fold
        self._down = {pack: text for pack, (_seq, text) in (put_down or {}).items()}
        self._counted = {pack: seq for pack, (seq, _text) in (put_down or {}).items()}
        self._states: dict[str, S] = {}  # of those that changed since
        self._told: dict[str, T] = {}

    def to_change(self, pack: str) -> S:
        """Return the state of a pack, which is about to be changed; raises ValueError where it is none."""
        if pack not in self._states:
            self._states[pack] = self._read(pack)
            self._counted.setdefault(pack, 0)
        self._told.pop(pack, None)
        return self._states[pack]

    def told(self) -> Iterator[T]:
        """Yield what each pack comes to; raises ValueError for what was never put down so."""
        for pack in self._counted:
            if pack not in self._told:
                self._told[pack] = self._tell(pack)
            yield self._told[pack]

    def all(self) -> Iterator[tuple[str, S]]:
        """Yield each pack with its state, not to be changed."""
        for pack in self._counted:
            yield pack, self._states[pack] if pack in self._states else self._read(pack)

    def changed(self) -> Mapping[str, str]:
        """Return as JSON the packs that have changed since they were put down."""
        return {
            pack: msgspec.json.encode([self._tell(pack), self._fold.to_json(state)]).decode()
            for pack, state in self._states.items()
        }

    def counted(self, last: int) -> Mapping[str, int]:
        """Return of each pack up to which entry it is put down, once those that changed are, up to `last`."""
        return {pack: last if pack in self._states else seq for pack, seq in self._counted.items()}

    def letters_with(self, changed: Mapping[str, str]) -> int:
        """Return how many letters all packs have as JSON, with those that changed."""
        return sum(len(text) for text in {**self._down, **changed}.values())

    def rest(self, last: int) -> None:
        """Take note that those that changed are put down, up to entry `last`, and hold only that of them."""
        changed, counted = self.changed(), self.counted(last)
        self._counted = dict(counted)
        self._down |= changed
        self._states.clear()

    def _read(self, pack: str) -> S:
        text = self._down.get(pack)
        if text is None:
            return self._fold.empty()
        _told, state = msgspec.json.decode(text, type=tuple[msgspec.Raw, Any])
        return self._fold.from_json(state)

    def _tell(self, pack: str) -> T:
        if pack in self._states:
            return self._fold.tell(pack, self._states[pack])
        told, _state = msgspec.json.decode(self._down[pack], type=tuple[msgspec.Raw, msgspec.Raw])
        return msgspec.json.decode(told, type=self._fold.told)


@dataclass(frozen=True, slots=True)
class _Down:
    packs: dict[str, Any]


class ByPack(Generic[S, T]):
    """The projection of a fold over the entries of each pack."""

    def __init__(self, fold: PackFold[S, T]) -> None:
        self._fold = fold
        self.name = fold.name
        self.version = fold.version

    def empty(self) -> PackStates[S, T]:
        """Return the state before any entry."""
        return PackStates(self._fold)

    def add(self, state: PackStates[S, T], entry: Entry) -> None:
        """Let one more entry count."""
        if entry.pack and entry.kind in self._fold.kinds:
            self._fold.add(state.to_change(entry.pack), entry)

    def to_json(self, state: PackStates[S, T]) -> Any:
        """Put a state down as JSON, all of it in one."""
        return {"packs": {pack: self._fold.to_json(one) for pack, one in state.all()}}

    def from_json(self, value: Any) -> PackStates[S, T]:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        down = {}
        for pack, one in msgspec.convert(value, _Down).packs.items():
            told = self._fold.tell(pack, self._fold.from_json(one))
            down[pack] = (0, msgspec.json.encode([told, one]).decode())
        return PackStates(self._fold, down)

    def taken_up(self, put_down: Mapping[str, tuple[int, str]]) -> PackStates[S, T]:
        """Take packs up by what was put down of each: up to which entry that counts, and JSON.

        Raises ValueError for what was never put down so.
        """
        states = PackStates(self._fold, put_down)
        for _told in states.told():
            pass  # read now, on whatever thread this is, and not where it is shown
        return states
