"""What a session does for packs that the user makes: read files, make a pack, rename it, take it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from pathlib import Path

    from crossread.base.folders import DataFolders
    from crossread.operations.background import Background
    from crossread.operations.new_pack_reading import ReadArticle
    from crossread.packs.from_articles import OwnArticle
    from crossread.packs.library import Library
    from crossread.texts.text import Text


class SessionNewPacks:
    """The part of a session that makes and keeps packs of the user's own articles."""

    _folders: DataFolders
    _background: Background

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
            from crossread.operations.new_pack_reading import read_for_pack

            return read_for_pack(file, encoding)

        self._background.run(read, done)

    def propose_title(self, texts: Mapping[str, Text], done: Callable[[str | Expected], None]) -> None:
        """Propose a title for a pack from the names that its texts share."""

        def propose() -> str:
            from crossread.operations.new_pack_reading import proposed_title

            return proposed_title(texts)

        self._background.run(propose, done)

    def make_pack(
        self, title: str, articles: Sequence[OwnArticle], done: Callable[[str | Expected], None]
    ) -> None:
        """Make a pack of articles and keep it with the library; `done` gets its id, or what is in the way."""
        library, packs = self._open_library(), self._folders.packs

        def make() -> str:
            from crossread.operations.new_pack_keeping import keep_new

            return keep_new(title, articles, library, packs)

        self._background.run(make, partial(self._pack_kept, done))

    def rename_pack(self, pack_id: str, title: str, done: Callable[[Expected | None], None]) -> None:
        """Give a pack of the user's own another title; what was done in it stays."""
        library, packs = self._open_library(), self._folders.packs

        def rename() -> None:
            from crossread.operations.new_pack_keeping import rename_kept

            rename_kept(pack_id, title, library, packs)

        self._background.run(rename, partial(self._pack_changed, done))

    def remove_pack(self, pack_id: str, done: Callable[[Expected | None], None]) -> None:
        """Take a pack of the user's own out of the library; what was done in it stays in the record."""
        library = self._open_library()

        def remove() -> None:
            from crossread.operations.new_pack_keeping import remove_kept

            remove_kept(pack_id, library)

        self._background.run(remove, partial(self._pack_changed, done))

    def _pack_kept(self, done: Callable[[str | Expected], None], result: str | Expected) -> None:
        if not isinstance(result, Expected):
            self._refreshed(True)
        done(result)

    def _pack_changed(self, done: Callable[[Expected | None], None], result: Expected | None) -> None:
        if result is None:
            self._refreshed(True)
        done(result)
