"""The learners of one data folder: a name or code each, a picture, and a pattern if wished; nothing else."""

import time
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crossread.base.canonical import new_id
from crossread.base.errors import N_, Expected, why_of
from crossread.base.files import make_folder, sync_folder, write_atomically
from crossread.base.folders import DataFolders
from crossread.base.own_settings import begin_own
from crossread.base.settings import FILE
from crossread.base.translation import _
from crossread.operations.learners.kept_word import KeptWord, kept_word
from crossread.operations.learners.learner_names import alike, in_order, settled

CARD = "learner.toml"
RECORD = "record.sqlite"
# What the disk says that lets no record be locked; it may let it be read all the same, as beside a window.
WITHOUT_LOCK = frozenset(("record-unreadable", "disk-full"))
MAKING, DELETING = ".making-", ".deleting-"
PICTURES = (
    *("sun", "boat", "leaf", "fish", "house", "moon", "kite", "hill", "star"),
    *("snail", "tree", "key"),
)  # each is painted by the window; the first nine make patterns
IN_PATTERN = 9
PATTERN = 3  # pictures, in order
_WAIT_S = 2.0  # for another program that is naming a learner at the same moment


@dataclass(frozen=True, slots=True)
class Learner:
    """Who reads here. `name` is "" where nobody gave one, or where the card in the folder is damaged.

    `shown` is what to call them. `partly_deleted`: the folder is one that could not be removed whole.
    """

    id: str
    folder: Path
    name: str = ""
    shown: str = ""
    picture: str = ""
    pattern: KeptWord | None = None
    partly_deleted: bool = False


def read_learner(folder: Path) -> Learner:
    """Read the card in a learner's folder; one that is damaged leaves the folder's id to call them by."""
    name, picture, pattern = "", "", None
    shown = _("Reader")
    try:
        card = tomllib.loads((folder / CARD).read_text("utf-8"))
        name, picture = _text(card, "name"), _text(card, "picture")
        pattern = kept_word(card.get("pattern"))
        shown = settled(name) if "name" in card else shown
    except FileNotFoundError:
        pass
    except (OSError, ValueError, RecursionError, Expected):
        name, shown = "", folder.name
    return Learner(folder.name, folder, name, shown, picture if picture in PICTURES else PICTURES[0], pattern)


def learners(folders: DataFolders) -> list[Learner]:
    """Return all learners, by name; those that are being deleted are not among them.

    Nobody where it cannot be known who they are: a page has to open all the same.
    """
    with suppress(Expected):
        return all_learners(folders)
    return []


def all_learners(folders: DataFolders) -> list[Learner]:
    """Return the same; raises Expected `learners-unreadable` rather than tell of nobody who may be there."""
    try:
        inside = sorted(folders.learners.iterdir())
        there = [one for one in inside if not one.name.startswith(".") and one.is_dir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Expected(
            "learners-unreadable",
            N_(
                "Who reads here cannot be told: the folder “{name}” in the data folder cannot be read "
                "({why}). Check that its disk is connected, and that you may open it."
            ),
            name=folders.learners.name,
            why=why_of(error),
        ) from error
    found = [read_learner(one) for one in there]
    nameless = [one for one in found if not one.name]
    if len(nameless) > 1:
        found = [
            one if one.name or one.shown == one.id else replace(one, shown=f"{one.shown} {one.id[:8]}")
            for one in found
        ]
    return sorted(found, key=lambda one: (in_order(one.shown), one.id))


def has_begun(learner: Learner) -> bool:
    """Tell whether a learner has ever read here: whether there is a record, or a trace of one.

    True as well where that cannot be looked at: whoever opens the record is then told why it cannot be.
    """
    from crossread.record.recovery import traces

    try:
        return (learner.folder / RECORD).exists() or traces(learner.folder)
    except FileNotFoundError:
        return False
    except OSError:
        return True


def find_learner(folders: DataFolders, asked: str) -> Learner:
    """Find a learner by name or by id.

    Raises Expected `no-such-learner`, `which-of-them` for several, and as `all_learners`.
    """
    there = all_learners(folders)
    wanted = alike(asked.strip())
    by_id = [one for one in there if one.id == asked]
    called = [one for one in there if wanted and alike(one.shown) == wanted]
    if not (by_id or called) and wanted == alike(_("Reader")):
        called = [one for one in there if not one.name]  # told apart by their ids where there are several
    found = by_id or called
    if len(found) == 1:
        return found[0]
    if found:
        raise Expected(
            "which-of-them",
            N_("{count} learners here are called “{name}”. Say which by the id: {ids}."),
            count=len(found),
            name=asked,
            ids=", ".join(one.id for one in found),
        )
    raise Expected(
        "no-such-learner",
        N_("No learner here is called “{name}”. `crossread learners` lists all there are."),
        name=asked,
    )


def add_learner(
    folders: DataFolders, typed: str, picture: str = "", pattern: KeptWord | None = None
) -> Learner:
    """Make a learner; raises Expected where the name cannot be taken, OSError where the disk refuses.

    The folder is there whole or not at all.
    """
    (made,) = _added(folders, [settled(typed)], picture, pattern)
    return made


def add_learners(folders: DataFolders, typed: Sequence[str]) -> list[Learner]:
    """Make a learner of each name, or none; raises as `add_learner` does."""
    return _added(folders, [settled(one) for one in typed])


def _added(
    folders: DataFolders, names: Sequence[str], picture: str = "", pattern: KeptWord | None = None
) -> list[Learner]:
    made: list[Path] = []
    with _naming(folders):
        there = learners(folders)
        try:
            for name in names:
                _raise_if_taken(name, there)
                id_ = new_id()
                making = folders.learners / f"{MAKING}{id_}"
                making.mkdir(mode=0o700)
                made.append(making)
                chosen = picture if picture in PICTURES else PICTURES[len(there) % len(PICTURES)]
                learner = Learner(id_, making, name, name, chosen, pattern)
                _write(making, learner)
                begin_own(making)
                there.append(learner)
            for number, making in enumerate(made):
                made[number] = making.replace(folders.learners / making.name.removeprefix(MAKING))
            sync_folder(folders.learners)
        except BaseException:
            for folder in made:
                _clear_made(folder)
            raise
    return [read_learner(folder) for folder in made]


def rename_learner(folders: DataFolders, learner: Learner, typed: str) -> Learner:
    """Give a learner another name; raises as `add_learner` does."""
    name = settled(typed)
    with _naming(folders):
        _raise_if_taken(name, [one for one in learners(folders) if one.id != learner.id])
        return _changed(learner, name=name, shown=name)


def set_picture(learner: Learner, picture: str) -> Learner:
    """Give a learner another picture, one of PICTURES; raises OSError."""
    if picture not in PICTURES:
        raise ValueError(picture)
    return _changed(learner, picture=picture)


def set_pattern(learner: Learner, pictures: tuple[str, ...] | None) -> Learner:
    """Have a learner's pages ask for pictures in order, or for nothing by None; raises OSError."""
    return _changed(learner, pattern=None if pictures is None else KeptWord.of(spelled(pictures)))


def spelled(pictures: tuple[str, ...]) -> str:
    """Spell a pattern; raises ValueError where it is none: PATTERN different ones of the first IN_PATTERN."""
    known = set(pictures) <= set(PICTURES[:IN_PATTERN])
    if not (known and len(pictures) == PATTERN == len(set(pictures))):
        raise ValueError(pictures)
    return "-".join(pictures)


def clear_half_made(folders: DataFolders) -> None:
    """Remove what a program that was ended while it added a learner has left; no record is in it."""
    if not any(folders.learners.glob(f"{MAKING}*")):
        return
    with _naming(folders):  # another program may be adding one just now
        for left in folders.learners.glob(f"{MAKING}*"):
            _clear_made(left)


def _clear_made(folder: Path) -> None:
    """Remove a folder that was just made for a learner, with nothing of theirs in it yet."""
    with suppress(OSError):
        for other in (folder / CARD, folder / FILE, *folder.glob(".*.tmp")):
            other.unlink(missing_ok=True)
        folder.rmdir()


def _changed(learner: Learner, **changes: Any) -> Learner:
    if not learner.folder.is_dir():  # else a card would make a learner anew
        raise Expected(
            "no-such-learner",
            N_("{name} is not here any more: all of it was deleted in the meantime."),
            name=learner.shown,
        )
    _write(learner.folder, replace(read_learner(learner.folder), **changes))
    return read_learner(learner.folder)


def _raise_if_taken(name: str, there: list[Learner]) -> None:
    for one in there:
        if alike(one.shown) == alike(name):
            raise Expected(
                "name-taken",
                N_("Somebody here is called “{name}” already. Add a letter or a number to tell you apart."),
                name=one.shown,
            )


def _write(folder: Path, learner: Learner) -> None:
    import tomli_w

    card: dict[str, Any] = {"picture": learner.picture}
    if learner.name:
        card["name"] = learner.name
    if learner.pattern is not None:
        card["pattern"] = learner.pattern.table()
    write_atomically(folder / CARD, tomli_w.dumps(card).encode())


def _text(card: dict[str, Any], key: str) -> str:
    value = card.get(key, "")
    return value if isinstance(value, str) else ""


@contextmanager
def _naming(folders: DataFolders) -> Iterator[None]:
    """Let one program at a time give names in this data folder, so that no two come out alike."""
    from crossread.record.lock import FolderLock

    make_folder(folders.learners)
    lock: FolderLock | None = None
    end = time.monotonic() + _WAIT_S
    while lock is None and time.monotonic() < end:
        try:
            lock = FolderLock(folders.learners)
        except Expected:
            time.sleep(0.02)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()
