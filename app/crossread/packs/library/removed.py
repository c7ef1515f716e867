"""Packs taken out of the library: they lie aside for some days, and can be put back until then."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crossread.base.files import sync_folder
from crossread.packs.making.from_articles_folder import drop_folder

KEPT_DAYS = 14
DAY_S = 24 * 3_600
_PREFIX = ".removed-"  # a folder whose name begins with a dot is no pack of the library


@dataclass(frozen=True, slots=True)
class Aside:
    """A pack that lies aside: its folder, the digest that it was kept by, and when it was removed.

    Times are in seconds since 1970.
    """

    folder: Path
    digest: str
    at: int

    @property
    def goes_at(self) -> int:
        """When it goes for good, at the next start after that."""
        return self.at + KEPT_DAYS * DAY_S


def put_aside(folder: Path, now: float) -> Path:
    """Take a pack that was kept out of the library, and return where it lies now.

    One rename: a crash leaves it in the library or aside. What lay aside of the same pack goes. Raises
    OSError where the disk refuses; all is then as it was.
    """
    before = [one for one in lying_aside(folder.parent) if one.digest == folder.name]
    at = max([int(now), *(one.at + 1 for one in before)])
    aside = folder.with_name(f"{_PREFIX}{at}-{folder.name}")
    folder.rename(aside)
    sync_folder(folder.parent)
    for one in before:
        with suppress(OSError):
            drop_folder(one.folder)
    return aside


def put_back(aside: Aside) -> Path:
    """Put a pack back into the library and return its folder; where it was made again, that one stays.

    Raises FileNotFoundError where it went in the meantime, OSError where the disk refuses.
    """
    folder = aside.folder.with_name(aside.digest)
    if folder.is_dir():
        drop_folder(aside.folder)
    else:
        aside.folder.rename(folder)
        sync_folder(folder.parent)
    return folder


def lying_aside(packs: Path) -> list[Aside]:
    """List what lies aside below `packs`, what was removed last first; nothing where nothing can be read."""
    found: list[Aside] = []
    with suppress(OSError):
        found.extend(_known(packs))
    return sorted(found, key=lambda one: (-one.at, one.digest))


def let_go(packs: Path, now: float) -> None:
    """Let go for good of what has lain aside long enough; what the disk keeps is tried again next time."""
    for one in lying_aside(packs):
        if one.goes_at <= now:
            with suppress(OSError):
                drop_folder(one.folder)


def _known(packs: Path) -> Iterator[Aside]:
    for folder in packs.glob(f"{_PREFIX}*"):
        at, _dash, digest = folder.name.removeprefix(_PREFIX).partition("-")
        if at.isascii() and at.isdigit() and digest and folder.is_dir():
            yield Aside(folder, digest, int(at))
