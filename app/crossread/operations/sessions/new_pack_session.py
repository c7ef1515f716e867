"""What a session does for packs that the user makes: read files, make a pack, rename it, remove it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from pathlib import Path

    from crossread.base.folders import DataFolders
    from crossread.operations.opening.new_pack_reading import ReadArticle
    from crossread.operations.opening.removed_packs import RemovedPack
    from crossread.operations.sessions.background import Background
    from crossread.packs.library.library import Library
    from crossread.packs.making.from_articles import OwnArticle
    from crossread.texts.text import Text


class SessionNewPacks:
    """The part of a session that makes and keeps packs of the user's own articles."""

    _folders: DataFolders
    _background: Background
    _removed: tuple[RemovedPack, ...] = ()

    def _open_library(self) -> Library:
        raise NotImplementedError

    def _refreshed(self, changed: bool | Expected) -> None:
        raise NotImplementedError

    def read_article(
        self, file: Path, encoding: str | None, done: Callable[[ReadArticle | Expected], None]
    ) -> None:
        """Read a file for a new pack; `done` gets what was read, or why it cannot be.

        `encoding` is what it is to be read as, None for whatever it shows.
        """

        def read() -> ReadArticle:
            from crossread.operations.opening.new_pack_reading import read_for_pack

            return read_for_pack(file, encoding)

        self._background.run(read, done)

    def propose_title(self, texts: Mapping[str, Text], done: Callable[[str | Expected], None]) -> None:
        """Propose a title for a pack from the names that its texts share."""

        def propose() -> str:
            from crossread.operations.opening.new_pack_reading import proposed_title

            return proposed_title(texts)

        self._background.run(propose, done)

    def make_pack(
        self, title: str, articles: Sequence[OwnArticle], done: Callable[[str | Expected], None]
    ) -> None:
        """Make a pack of articles and keep it with the library; `done` gets its id, or what is in the way."""
        library, packs = self._open_library(), self._folders.packs

        def make() -> str:
            from crossread.operations.opening.new_pack_keeping import keep_new

            return keep_new(title, articles, library, packs)

        self._background.run(make, partial(self._pack_kept, done))

    def rename_pack(self, pack_id: str, title: str, done: Callable[[Expected | None], None]) -> None:
        """Give a pack of the user's own another title; what was done in it stays."""
        library, packs = self._open_library(), self._folders.packs

        def rename() -> None:
            from crossread.operations.opening.new_pack_keeping import rename_kept

            rename_kept(pack_id, title, library, packs)

        self._background.run(rename, partial(self._pack_changed, done))

    def remove_pack(self, pack_id: str, done: Callable[[Expected | None], None]) -> None:
        """Take a pack of the user's own out of the library; it lies aside for some days."""
        library = self._open_library()

        def remove() -> None:
            from crossread.operations.opening.removed_packs import remove_kept

            remove_kept(pack_id, library, time.time())

        self._background.run(remove, partial(self._pack_changed, done))

    @property
    def removed_packs(self) -> tuple[RemovedPack, ...]:
        """The packs that lie aside, what was removed last first, as far as was looked for them."""
        return self._removed

    def look_for_removed(self) -> None:
        """Look for packs that lie aside, and let go of those and of originals whose days are over.

        Tells "library" if any lie.
        """
        packs, originals = self._folders.packs, self._folders.originals

        def look() -> tuple[RemovedPack, ...]:
            from crossread.operations.opening.removed_packs import removed_and_due
            from crossread.packs.library.originals import Originals

            Originals(originals).let_go(time.time())
            return removed_and_due(packs, time.time())

        self._background.run(look, self._take_removed)

    def put_pack_back(self, removed: RemovedPack, done: Callable[[Expected | None], None]) -> None:
        """Put a pack that lies aside back into the library."""
        library = self._open_library()

        def restore() -> None:
            from crossread.operations.opening.removed_packs import restore_removed

            restore_removed(removed, library)

        self._background.run(restore, partial(self._pack_changed, done))

    def delete_removed(self, removed: RemovedPack, done: Callable[[Expected | None], None]) -> None:
        """Delete a pack that lies aside for good."""

        def delete() -> None:
            from crossread.operations.opening.removed_packs import delete_removed

            delete_removed(removed)

        self._background.run(delete, partial(self._pack_changed, done))

    def _take_removed(self, found: tuple[RemovedPack, ...] | Expected) -> None:
        if not isinstance(found, Expected) and found != self._removed:
            self._removed = found
            self._refreshed(True)

    def _pack_kept(self, done: Callable[[str | Expected], None], result: str | Expected) -> None:
        if not isinstance(result, Expected):
            self._refreshed(True)
        done(result)

    def _pack_changed(self, done: Callable[[Expected | None], None], result: Expected | None) -> None:
        if result is None:
            self._refreshed(True)
        self.look_for_removed()
        done(result)
