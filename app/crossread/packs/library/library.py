"""The library: which packs there are, those that come with the program and those taken in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.base.canonical import canonical_json
from crossread.base.errors import N_, Expected
from crossread.base.folders import DataFolders
from crossread.packs.library.library_index import BUNDLED, Index, Row, ShelfPack, rank
from crossread.packs.library.library_passages import NO_WORDS, PackWords

if TYPE_CHECKING:
    from crossread.packs.library.library_search import LibraryFindings
    from crossread.packs.pack import Pack

__all__ = ["Library", "ShelfPack"]

_TAKEN_IN = "taken-in"
_AT_ONCE = 50  # rows written together: what is found is kept, even where the first look is cut short


class Library:
    """All packs, by an index that is read in milliseconds.

    Any thread may call any method.
    """

    def __init__(self, folders: DataFolders, bundled: Path) -> None:
        self._index = Index(folders.library)
        self._cache = folders.cache
        self._places = {BUNDLED: bundled, _TAKEN_IN: folders.packs}

    def shelf(self) -> tuple[ShelfPack, ...]:
        """Return all packs by title, from the index alone; empty until the first `refresh`.

        Of several copies with one id a sound one counts before a broken one, then the newest version.
        """
        by_id = {row.shelf.id: row.shelf for row in sorted(self._index.rows(), key=rank)}
        return tuple(sorted(by_id.values(), key=lambda pack: (pack.title.casefold(), pack.id)))

    def folder(self, pack_id: str) -> Path:
        """Return where a pack is; raises Expected("pack-gone") where the index has none of this id."""
        rows = self._index.rows(pack_id)
        if not rows:
            raise Expected(
                "pack-gone", N_("This pack is no longer where it was. Add it to the library again.")
            )
        best = max(rows, key=rank)
        return self._places[best.place] / best.folder

    def refresh(self) -> bool:
        """Look through the folders and bring the index up to date; return whether the shelf changed.

        Slow the first time, as each pack is checked: call it off the main thread. Files that have the
        size and the time of change that they had are not read again.
        """
        known = {(row.place, row.folder): row for row in self._index.rows()}
        found: set[tuple[str, str]] = set()
        looked: list[Row] = []
        changed = False
        for place, folder in self._folders():
            found.add((place, folder.name))
            before = known.get((place, folder.name))
            signature = _signature(folder)
            if before and before.signature == signature:
                continue
            shelved, words = self._look(folder)
            shelved = replace(shelved, taken_in=place == _TAKEN_IN)
            row = Row(place, folder.name, signature, shelved, words)
            changed = changed or before is None or before.shelf != row.shelf
            looked.append(row)
            if len(looked) == _AT_ONCE:
                self._index.change(put=looked)
                looked = []
        gone = set(known) - found
        if looked or gone:
            self._index.change(put=looked, drop=gone)
        return changed or bool(gone)

    def _folders(self) -> Iterator[tuple[str, Path]]:
        from crossread.packs.pack_files import HEAD  # only here, as below: listing needs none of it

        for place, top in self._places.items():
            try:
                folders = sorted(path for path in top.iterdir() if not path.name.startswith("."))
            except OSError:
                continue
            for folder in folders:
                # What comes with the program lies among other things; what was taken in is all packs.
                if folder.is_dir() and (place == _TAKEN_IN or (folder / HEAD).exists()):
                    yield place, folder

    def _look(self, folder: Path) -> tuple[ShelfPack, PackWords]:
        # Only here: the window lists packs long before it opens or looks for any.
        from crossread.packs.compiled import load_pack
        from crossread.packs.library.library_words import words_of

        try:
            pack = load_pack(folder, self._cache)
        except Expected as error:
            pack_id, title = named_in(folder)
            broken = ShelfPack(id=pack_id or folder.name, title=title or folder.name, broken=error.message)
            return broken, NO_WORDS
        return _on_shelf(pack), words_of(pack)

    def search(self, typed: str) -> "LibraryFindings":
        """Find what was typed in all packs on the shelf, by the index alone.

        Takes milliseconds; what has not been looked at since it changed is found as it was.
        """
        from crossread.packs.library.library_search import search

        return self._index.read(lambda index: search(index, typed))


def _on_shelf(pack: "Pack") -> ShelfPack:
    return ShelfPack(
        id=pack.id,
        title=pack.title,
        central_question=pack.central_question,
        version=pack.version,
        language=pack.language,
        letters=tuple((source.letter, source.card.short) for source in pack.sources),
        questions=pack.required,
        minutes=sum(stage.minutes for stage in pack.stages),
        ages=pack.ages,
        begin_here=pack.begin_here,
        digest=pack.digest,
    )


def _signature(folder: Path) -> str:
    """Say in one text what the files look like from outside, and which shape they were compiled to."""
    from crossread.packs import pack_files
    from crossread.packs.compiled import SHAPE

    try:
        return canonical_json([SHAPE, pack_files.signature(folder)])
    except OSError:
        return ""


def named_in(folder: Path) -> tuple[str, str]:
    """Return the id and title of a pack that is not checked, as far as its pack.yaml can be read; else ""."""
    from crossread.packs import pack_files
    from crossread.packs.problems import Problems
    from crossread.packs.reading.yaml_tree import MapNode, Scalar, load_yaml

    ignored = Problems()
    data = pack_files.read_files(folder, ignored).get(pack_files.HEAD, b"")
    text = pack_files.read_source(pack_files.HEAD, data, ignored)
    node = load_yaml(text, pack_files.HEAD, ignored) if text else None
    values = node.values if isinstance(node, MapNode) else {}
    found = [values.get("id"), values.get("title")]
    pack_id, title = (value.text.strip()[:200] if isinstance(value, Scalar) else "" for value in found)
    return pack_id if pack_files.is_id(pack_id) else "", title
