"""What all comes to, as it is put down in the record: in one piece, or only the packs that have changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from crossread.base.collecting import without_collecting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crossread.progress.by_pack import ByPack
    from crossread.progress.projection import Projection
    from crossread.record.record import Record
    from crossread.record.snapshots import Snapshot

S = TypeVar("S")

LONG = 250_000  # letters of JSON from which on a state is read ahead, off the main thread

# Before the name of a projection, in the name that its state is put down under: all of it, or the list of
# what there is of each pack. Each of those is put down by itself, under the pack's id as well.
PROJECTIONS = "projection/"
BY_PACK = "by-pack/"
PARTS = "part/"


@dataclass(frozen=True, slots=True)
class PutDown:
    """What was put down of a projection, or its list with the `parts` by pack; None where they are unread."""

    whole: Snapshot
    parts: Mapping[str, Snapshot] | None

    @property
    def is_long(self) -> bool:
        """Whether it takes long to read."""
        return self.parts is None or len(self.whole.value) > LONG


@dataclass(frozen=True, slots=True)
class Listed:
    """The packs of a projection by their ids, up to which entry each is counted, and how long all are."""

    packs: dict[str, int]
    letters: int

    @property
    def is_long(self) -> bool:
        """Whether it takes long to read them."""
        return self.letters > LONG


def as_by_pack(projection: Projection[Any]) -> ByPack[Any, Any] | None:
    """Return a projection whose packs are put down each by itself; None for any other."""
    from crossread.progress.by_pack import ByPack

    return projection if isinstance(projection, ByPack) else None


def name_of(projection: Projection[Any]) -> str:
    """Return the name that a state of a projection is put down under."""
    return (PROJECTIONS if as_by_pack(projection) is None else BY_PACK) + projection.name


def snapshots_of(projection: Projection[S], state: S, last: int, checksum: bytes) -> tuple[Snapshot, ...]:
    """Put a state down that counts the entries up to `last`, whose checksum is given; to be kept together.

    Of packs only those that have changed since the state was taken up: what is kept of others stays.
    """
    import msgspec

    from crossread.progress.by_pack import PackStates
    from crossread.record.rows import NO_ROW
    from crossread.record.snapshots import Snapshot

    if not isinstance(state, PackStates):
        value = msgspec.json.encode(projection.to_json(state)).decode()
        return (Snapshot(name_of(projection), projection.version, last, checksum or NO_ROW, value),)
    changed = state.changed()
    found = {f"{PARTS}{projection.name}/{pack}": text for pack, text in changed.items()}
    listed = Listed(dict(state.counted(last)), state.letters_with(changed))
    found[name_of(projection)] = msgspec.json.encode(listed).decode()
    return tuple(
        Snapshot(name, projection.version, last, checksum or NO_ROW, value) for name, value in found.items()
    )


def state_put_down(projection: Projection[S], put_down: PutDown) -> S | None:
    """Take up a state that was put down; None where it is of another version, or cannot be read."""
    if put_down.whole.version == projection.version:
        # To look for garbage among the thousands of things of a long one takes longer than all else.
        with without_collecting(), suppress(ValueError, KeyError, TypeError):
            if (by_pack := as_by_pack(projection)) is not None:
                state: S | None = _packs_put_down(by_pack, put_down)
                return state
            return projection.from_json(_decoded(put_down.whole.value))
    return None


def _decoded(text: str) -> Any:
    """Read JSON, and of what is long one thing after another: while one is read no other thread can work."""
    import msgspec  # with the first state only: some are as long as a book

    decode = msgspec.json.decode
    if len(text) <= LONG:
        return decode(text)
    whole: dict[str, msgspec.Raw] = decode(text, type=dict[str, msgspec.Raw])
    return {
        name: [decode(one) for one in decode(raw, type=list[msgspec.Raw])]
        if bytes(raw).startswith(b"[")
        else decode(raw)
        for name, raw in whole.items()
    }


def _packs_put_down(projection: ByPack[Any, Any], put_down: PutDown) -> Any:
    """Take up the packs, where of each just that is there which the list tells of."""
    parts, wanted = put_down.parts or {}, listed(put_down.whole).packs
    down = {
        pack: (part.seq, part.value)
        for pack, seq in wanted.items()
        if (part := parts.get(pack)) is not None and (part.version, part.seq) == (projection.version, seq)
    }
    return projection.taken_up(down) if len(down) == len(wanted) else None


def listed(whole: Snapshot) -> Listed:
    """Read the list of what there is of each pack; raises ValueError where it is none."""
    import msgspec

    return msgspec.json.decode(whole.value, type=Listed)


def parts_of(record: Record, whole: Snapshot, packs: Iterable[str]) -> dict[str, Snapshot]:
    """Read what was put down of some packs, as far as it is there. Raises Expected."""
    begin = f"{PARTS}{whole.name.removeprefix(BY_PACK)}/"
    found = ((pack, record.snapshot(begin + pack)) for pack in packs)
    return {pack: one for pack, one in found if one is not None}
