"""Keeping a new pack with the library, and giving it another title."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from crossread.base.errors import N_, Expected, why_of
from crossread.operations.opening.new_pack import PackInMaking
from crossread.operations.opening.new_pack_reading import proposed_title, read_for_pack
from crossread.packs.checker import check_files
from crossread.packs.library.library import Library
from crossread.packs.making.from_articles import OwnArticle, files_of, renamed
from crossread.packs.making.from_articles_folder import drop_folder, keep_pack, write_pack
from crossread.packs.pack_files import content_digest, read_files
from crossread.packs.problems import Problems


def keep_new(title: str, articles: Sequence[OwnArticle], library: Library, packs: Path) -> str:
    """Make a pack of articles, keep it with the library and return its id.

    The same pack once more is not kept twice. Raises Expected as `files_of` and the check of a pack do, and
    "pack-not-kept" where the disk refuses.
    """
    files = files_of(title, articles)
    if not (packs / content_digest(files)).is_dir():
        files = files_of(title, articles, [one.id for one in library.shelf()])
    pack_id = _sound_id(files)
    try:
        keep_pack(files, packs)
    except OSError as error:
        raise _not_kept(error) from error
    library.refresh()
    return pack_id


def rename_kept(pack_id: str, title: str, library: Library, packs: Path) -> None:
    """Give a pack that was taken in another title; what a learner did in it stays.

    Raises Expected "pack-not-own" for one that came with the program, else as `renamed` and `keep_new` do.
    """
    folder = own_folder(pack_id, library)
    files = renamed(read_files(folder, Problems()), title)
    try:
        kept = keep_pack(files, packs)
        if kept != folder:
            drop_folder(folder)
    except OSError as error:
        raise _not_kept(error) from error
    library.refresh()


def write_new(
    files: Sequence[Path], title: str, folder: Path | None, encoding: str | None
) -> tuple[Path, str]:
    """Make a pack of files as a folder and return that with the pack's id; "" as title has one proposed.

    Without a folder it is made here, by the name of the pack's id. Raises Expected for the first file that
    cannot be taken, "folder-taken" where something is in the folder, "pack-not-kept" where the disk refuses.
    """
    making = PackInMaking()
    told = making.add(files)
    if told:
        raise Expected("new-pack-files", N_("{why}"), why=told[0])
    for row in making.rows:
        making.put(row, read_for_pack(row.path, encoding))
        if row.problem:
            raise Expected("new-pack-files", N_("{why}"), why=row.problem)
    making.title = title.strip() or proposed_title(making.texts())
    made = making.files()
    pack_id = _sound_id(made)
    where = Path(pack_id) if folder is None else folder
    try:
        write_pack(made, where)
    except FileExistsError as error:
        raise Expected(
            "folder-taken",
            N_("There is something in “{name}” already. Name a folder that is not there yet."),
            name=where.name,
        ) from error
    except OSError as error:
        raise _not_kept(error) from error
    return where, pack_id


def _sound_id(files: Mapping[str, bytes]) -> str:
    """Check the files as those of any pack are, and return the pack's id."""
    result = check_files(files, Problems())
    if result.pack is None:
        first = next(problem for problem in result.problems if problem.severity == "error")
        raise Expected(
            first.code, N_("{file}, line {line}: {why}"), file=first.file, line=first.line, why=first.message
        )
    return result.pack.id


def own_folder(pack_id: str, library: Library) -> Path:
    """Return where a pack lies that was taken in; raises Expected "pack-not-own" for any other."""
    shelved = next((one for one in library.shelf() if one.id == pack_id), None)
    if shelved is None or not shelved.taken_in:
        raise Expected("pack-not-own", N_("Only packs that you made or added can be changed here."))
    return library.folder(pack_id)


def _not_kept(error: OSError) -> Expected:
    return Expected(
        "pack-not-kept",
        N_("The pack could not be kept ({why}). Check that the disk has room and that you may write there."),
        why=why_of(error),
    )
