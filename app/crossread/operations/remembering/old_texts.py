"""Texts of a pack as they were when something was noted in them: the record keeps each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.texts.text import Block, Text

if TYPE_CHECKING:
    from crossread.operations.remembering.memory import Memory


class RememberedTexts:
    """The texts of one pack that the record keeps, by digest."""

    def __init__(self, memory: Memory, pack_id: str) -> None:
        self._memory = memory
        self._pack = pack_id
        self._made: dict[str, Text | None] = {}

    def get(self, digest: str) -> Text | None:
        """Return a text; None where the record has none of this digest, or cannot tell yet."""
        if digest not in self._made:
            shown = self._shown(digest)
            if shown is None:
                return None
            text = Text(tuple(Block("paragraph", line) for line in shown.split("\n")))
            self._made[digest] = text if text.digest == digest else None
        return self._made[digest]

    def is_awaited(self, digest: str) -> bool:
        """Tell whether the record has a text and has not told it yet."""
        name = self._memory.state(self._pack).kept_texts.get(digest, "")
        return bool(name) and not self._memory.on_screen.is_told(name)

    def _shown(self, digest: str) -> str | None:
        seen = self._memory.seen(self._memory.state(self._pack).kept_texts.get(digest, ""))
        texts = seen.get("texts") if seen else None
        shown = texts.get(digest) if isinstance(texts, dict) else None
        return shown if isinstance(shown, str) else None
