"""Opening a pack by its id: where it lies, what it says, which originals belong to it."""

from collections.abc import Callable
from pathlib import Path

from crossread.base.errors import N_, Expected
from crossread.base.folders import DataFolders, content_folder
from crossread.operations.opening.opened import OpenPack
from crossread.packs.compiled import keep_compiled, load_pack
from crossread.packs.library.library import Library
from crossread.packs.library.originals import Originals
from crossread.packs.pack import Pack


def shelved_library(folders: DataFolders) -> Library:
    """Return the library of the bundled packs and of those taken in."""
    return Library(folders, content_folder())


def open_shelved(
    library: Library,
    folders: DataFolders,
    pack_id: str,
    keep: Callable[[Path, Pack], None] = keep_compiled,
) -> OpenPack:
    """Open a pack with its originals; raises Expected where it is unknown, gone or broken.

    Takes milliseconds from the compiled copy, some tenths of a second the first time; `keep` is given what
    to make that copy of, and may do it later.
    """
    if all(shelved.id != pack_id for shelved in library.shelf()):
        library.refresh()
    shelf = library.shelf()
    if pack_id not in [shelved.id for shelved in shelf]:
        raise Expected(
            "pack-unknown",
            N_("There is no pack “{pack}” in the library. It holds: {known}."),
            pack=pack_id,
            known=", ".join(shelved.id for shelved in shelf if not shelved.broken) or "–",
        )
    folder = library.folder(pack_id)
    return OpenPack.of(load_pack(folder, folders.cache, keep), Originals(folders.originals), folder)
