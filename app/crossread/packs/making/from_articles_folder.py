"""Putting the files of a pack where they belong: all of them, or none."""

import os
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from crossread.base.canonical import new_id
from crossread.base.files import make_folder, sync_folder
from crossread.packs.pack_files import content_digest

_INCOMING = ".incoming-"
_LEFT_BEHIND_S = 24 * 3_600  # after so long nobody is writing there any more


def keep_pack(files: Mapping[str, bytes], packs: Path) -> Path:
    """Keep a pack below `packs` in a folder named by the digest of its content; return that folder.

    A crash leaves all of it or none. What is there already under that name is the same pack and stays.
    Raises OSError where the disk refuses.
    """
    make_folder(packs)
    _sweep(packs)
    folder = packs / content_digest(files)
    if not folder.is_dir():
        _write(files, packs, folder)
    return folder


def write_pack(files: Mapping[str, bytes], folder: Path) -> None:
    """Write a pack as a folder that is not there yet; FileExistsError where something is, OSError else."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(str(folder))
    make_folder(folder.parent)
    if folder.is_dir():
        folder.rmdir()
    _write(files, folder.parent, folder)


def drop_folder(folder: Path) -> None:
    """Delete a pack for good: it is gone from where it was at once, then its files go.

    Raises OSError where the disk refuses; the pack is then as it was.
    """
    aside = folder.with_name(f"{_INCOMING}{new_id()[:8]}")
    folder.rename(aside)
    sync_folder(folder.parent)
    shutil.rmtree(aside, ignore_errors=True)


def _write(files: Mapping[str, bytes], beside: Path, folder: Path) -> None:
    incoming = beside / f"{_INCOMING}{new_id()[:8]}"
    try:
        for name, content in files.items():
            path = incoming / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for inner in {path.parent for path in incoming.rglob("*")} | {incoming}:
            sync_folder(inner)
        incoming.rename(folder)
    except BaseException:
        shutil.rmtree(incoming, ignore_errors=True)
        raise
    sync_folder(beside)


def _sweep(packs: Path) -> None:
    """Take away what a crash left half-written long ago."""
    with suppress(OSError):
        for path in packs.glob(f"{_INCOMING}*"):
            if time.time() - path.stat().st_mtime > _LEFT_BEHIND_S:
                shutil.rmtree(path, ignore_errors=True)
