"""The part of a session that knows the packs: the library, opening one, and the authors' own texts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING

from crossread.base.errors import Expected
from crossread.base.folders import content_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from crossread.base.folders import DataFolders
    from crossread.operations.opening.attaching import Attached
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.remembering.memory import Memory
    from crossread.operations.sessions.background import Background
    from crossread.operations.sessions.changed import What
    from crossread.packs.library.library import Library, ShelfPack
    from crossread.packs.library.library_search import LibraryFindings
    from crossread.packs.library.originals import AttachedOriginal
    from crossread.packs.pack import Pack


class SessionPacks(ABC):
    """What a session does for packs as they lie in the library, and for one that is opened."""

    _background: Background
    _folders: DataFolders
    _memory: Memory
    _library: Library | None = None
    _shelf: tuple[ShelfPack, ...] | None = None

    @abstractmethod
    def _tell_of(self, *what: What, pack: str = "") -> None:
        """Tell those who listen what changed."""

    @abstractmethod
    def _keep_how_far(self, opened: OpenPack) -> None:
        """Keep how far the learner is in a pack, for the library."""

    def shelf(self) -> tuple[ShelfPack, ...]:
        """Return what the library's index knows, without opening any pack."""
        if self._shelf is None:
            self._shelf = self._open_library().shelf()
        return self._shelf

    def _open_library(self) -> Library:
        if self._library is None:
            from crossread.packs.library.library import Library

            self._library = Library(self._folders, content_folder())
        return self._library

    def refresh_library(self) -> None:
        """Look for packs that came, changed or went; tells "library" if there were any."""
        self._background.run(self._open_library().refresh, self._refreshed)

    def _refreshed(self, changed: bool | Expected) -> None:
        self._shelf = None
        if changed is not False:
            self._tell_of("library")

    def search_library(self, typed: str, done: Callable[[LibraryFindings | Expected], None]) -> None:
        """Find what was typed in all packs on the shelf; `done` gets what was found, soon."""
        self._background.run(partial(self._open_library().search, typed), done)

    def how_far(self, pack_id: str) -> tuple[int, int]:
        """Return how many required questions are answered, of how many, without opening the pack."""
        required = next((one.questions for one in self.shelf() if one.id == pack_id), 0)
        known = self._memory.draft(f"far/{pack_id}")
        return (min(int(known["answered"]), required), required) if known else (0, required)

    def open_pack(self, pack_id: str, done: Callable[[OpenPack | Expected], None]) -> None:
        """Open a pack with its originals; `done` gets it, or what is in the way, once the record is open."""
        library, folders = self._open_library(), self._folders

        def open_it() -> OpenPack:
            from crossread.operations.opening.opening import open_shelved

            return open_shelved(library, folders, pack_id, self._keep_compiled)

        self._background.run(open_it, partial(self._pack_opened, done))

    def _keep_compiled(self, copy: Path, pack: Pack) -> None:
        """Have the compiled copy of a pack made behind its opening, which waits for nothing on the disk."""
        from crossread.packs.compiled import keep_compiled

        self._background.run_behind(partial(keep_compiled, copy, pack), _kept)

    def _pack_opened(self, done: Callable[[OpenPack | Expected], None], result: OpenPack | Expected) -> None:
        if isinstance(result, Expected):
            self._memory.when_open(partial(done, result))
        else:
            self._memory.when_known(result.pack.id, partial(self._known, done, result))

    def _known(
        self, done: Callable[[OpenPack | Expected], None], opened: OpenPack, error: Expected | None
    ) -> None:
        if error is None:
            self._keep_how_far(opened)  # a repair can have brought back answers that it does not know
        done(opened if error is None else error)

    # The authors' own texts

    def attach(
        self,
        opened: OpenPack,
        files: Sequence[Path],
        source: str | None,
        done: Callable[[OpenPack, list[Attached]], None],
    ) -> None:
        """Add files as originals, to `source` or to whichever they are recognised as.

        `done` gets the pack as it is then and what became of each file.
        """
        from crossread.operations.opening.attaching import attach_to, not_attached

        def attached(result: tuple[OpenPack, list[Attached]] | Expected) -> None:
            if isinstance(result, Expected):
                done(opened, not_attached(files, result))
                return
            done(*result)
            self._tell_of("originals", pack=opened.pack.id)

        self._background.run(partial(attach_to, opened, self._folders, files, source), attached)

    def detach(self, opened: OpenPack, source: str) -> OpenPack:
        """Put an original away again; what was answered on it stays. Returns the pack as it is then."""
        from crossread.operations.opening.attaching import detach_from

        detached = detach_from(opened, self._folders, source)
        self._tell_of("originals", pack=opened.pack.id)
        return detached

    def put_original_back(self, opened: OpenPack, source: str) -> OpenPack:
        """Keep an original again that was put away before. Returns the pack as it is then."""
        from crossread.operations.opening.attaching import put_back_to

        attached = put_back_to(opened, self._folders, source)
        self._tell_of("originals", pack=opened.pack.id)
        return attached

    def attach_again(self, opened: OpenPack, source: str, original: AttachedOriginal) -> OpenPack:
        """Keep an original again that was put away. Returns the pack as it is then."""
        from crossread.operations.opening.attaching import attach_again

        attached = attach_again(opened, self._folders, source, original)
        self._tell_of("originals", pack=opened.pack.id)
        return attached


def _kept(_done: object) -> None:
    """Pass over whether the copy was made: without it the next opening takes longer, nothing else."""
