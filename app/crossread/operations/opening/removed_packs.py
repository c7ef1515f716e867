"""Taking a pack of one's own out of the library, putting it back, and deleting it for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from crossread.base.errors import N_, Expected, why_of
from crossread.operations.opening.new_pack_keeping import own_folder
from crossread.packs.library.library import named_in
from crossread.packs.library.removed import Aside, let_go, lying_aside, put_aside, put_back
from crossread.packs.making.from_articles_folder import drop_folder

if TYPE_CHECKING:
    from pathlib import Path

    from crossread.packs.library.library import Library


@dataclass(frozen=True, slots=True)
class RemovedPack:
    """A pack that lies aside: its id and title, and when it goes for good (UTC)."""

    aside: Aside
    id: str
    title: str

    @property
    def goes_at(self) -> datetime:
        """When it goes for good, at the next start after that."""
        return datetime.fromtimestamp(self.aside.goes_at, UTC)


def removed_packs(packs: Path) -> tuple[RemovedPack, ...]:
    """List the packs that lie aside, what was removed last first."""
    return tuple(RemovedPack(one, *named_in(one.folder)) for one in lying_aside(packs))


def removed_and_due(packs: Path, now: float) -> tuple[RemovedPack, ...]:
    """Let go for good of what has lain aside long enough (seconds since 1970), and list the rest."""
    let_go(packs, now)
    return removed_packs(packs)


def remove_kept(pack_id: str, library: Library, now: float) -> None:
    """Take a pack out of the library and lay it aside; what was done in it stays.

    Raises Expected "pack-not-own" for one that came with the program, "pack-not-removed" where the disk
    refuses.
    """
    folder = own_folder(pack_id, library)
    try:
        put_aside(folder, now)
    except OSError as error:
        raise _not_removed(error) from error
    library.refresh()


def restore_removed(removed: RemovedPack, library: Library) -> None:
    """Put a pack back into the library.

    Raises Expected "pack-made-again" where another of its id is there by now, "pack-gone-for-good" where it
    went in the meantime, "pack-not-put-back" where the disk refuses.
    """
    taken = next((one for one in library.shelf() if one.id == removed.id), None)
    if taken is not None and taken.digest != removed.aside.digest:
        raise Expected(
            "pack-made-again",
            N_("“{title}” is of the same articles and stands in the library now. Remove that one first."),
            title=taken.title,
        )
    try:
        put_back(removed.aside)
    except FileNotFoundError as error:
        raise Expected(
            "pack-gone-for-good",
            N_("This pack has gone for good in the meantime. Make it anew from the same files."),
        ) from error
    except OSError as error:
        raise Expected(
            "pack-not-put-back",
            N_("The pack could not be put back ({why}). It still lies aside: try again."),
            why=why_of(error),
        ) from error
    library.refresh()


def delete_removed(removed: RemovedPack) -> None:
    """Delete a pack that lies aside for good; raises Expected "pack-not-removed" where the disk refuses."""
    try:
        drop_folder(removed.aside.folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_removed(error) from error


def _not_removed(error: OSError) -> Expected:
    return Expected(
        "pack-not-removed",
        N_("The pack could not be removed ({why}). Check that you may write to the data folder."),
        why=why_of(error),
    )
