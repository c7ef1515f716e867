"""Packs looked into in the background, for what their letters, passages and questions are by now."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from crossread.base.errors import Expected
from crossread.desktop.pages.page import Surroundings

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


class LookedInto:
    """Opens packs when they are asked for; `known` is called with the id of one that is here, or gone."""

    def __init__(self, around: Surroundings, known: Callable[[str], None]) -> None:
        self._around, self._known = around, known
        self._packs: dict[str, OpenPack | None] = {}
        self._asked: set[str] = set()

    def get(self, pack: str) -> "OpenPack | None":
        """Return a pack that is here; None where it is not, or not yet, and then it is asked for."""
        if pack not in self._asked:
            self._asked.add(pack)
            self._around.session.open_pack(pack, partial(self._take, pack))
        return self._packs.get(pack)

    def is_known(self, pack: str) -> bool:
        """Tell whether it is known what a pack is, or that it is gone."""
        return pack in self._packs

    def forget(self) -> None:
        """Let go of all."""
        self._packs.clear()
        self._asked.clear()

    def _take(self, pack: str, result: "OpenPack | Expected") -> None:
        if pack in self._asked:
            self._packs[pack] = None if isinstance(result, Expected) else result
            self._known(pack)
