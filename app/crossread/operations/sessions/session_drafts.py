"""The part of a session that keeps what is in work: answers and words not given yet, and where one was."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossread.inquiry.state import InquiryState
    from crossread.operations.remembering.memory import Memory

# What a draft was begun over where nobody can know yet what answer is in force: an entry that never was.
_UNKNOWN = "unknown"
# Keys of what no learner gave: where one was, how far that is, how many questions wait.
_FOUND_AGAIN = ("place/", "far/", "kept/review")


class SessionDrafts(ABC):
    """What a session can say of drafts: each is kept as it is made, and given up once it is remembered."""

    _memory: Memory

    @abstractmethod
    def state(self, pack_id: str) -> InquiryState:
        """Return where the learner is in a pack."""

    def all_drafts(self) -> Mapping[str, Any]:
        """Return all that is not given yet, and where one was, by its key."""
        return {key: self._memory.draft(key) for key in self._memory.draft_keys("")}

    def draft(self, pack_id: str, question_id: str) -> Mapping[str, Any] | None:
        """Return what is in an answer that is not given yet; None where there is none.

        A draft that a later answer has overtaken counts as none: a crash can leave it behind.
        """
        kept = self._memory.draft(f"answer/{pack_id}/{question_id}")
        if not kept or self._overtaken(str(kept.get("over", "")), pack_id, question_id):
            return None
        draft: Mapping[str, Any] | None = kept.get("given")
        return draft

    def set_draft(self, pack_id: str, question_id: str, value: Mapping[str, Any] | None) -> None:
        """Keep what is in an answer that is not given yet; None when it is given."""
        kept = None
        if value is not None:
            newest = self.state(pack_id).newest_answer(question_id)
            over = newest.entry if newest else ""
            self._memory.know(over)
            kept = {"given": dict(value), "over": over if self._memory.known else _UNKNOWN}
        self._memory.set_draft(f"answer/{pack_id}/{question_id}", kept)

    def _overtaken(self, over: str, pack_id: str, question_id: str) -> bool:
        """Tell whether the answer that a draft was begun over (an entry, or "") is in force no longer.

        An answer that never reached the disk has overtaken nothing: the draft begun over it is newer.
        """
        newest = self.state(pack_id).newest_answer(question_id)
        if over == (newest.entry if newest else ""):
            return False
        return not over or self._memory.has(over)

    def typed(self, pack_id: str, field: str, kept: str) -> str:
        """Return what was typed into a field since `kept`, what is remembered of it; that, where nothing was.

        What a crash left behind of before `kept` counts as nothing.
        """
        draft = self._memory.draft(f"typed/{pack_id}/{field}")
        if not draft or draft.get("over") not in (kept, None):
            return kept
        return str(draft.get("text", kept))

    def set_typed(self, pack_id: str, field: str, text: str, kept: str) -> None:
        """Keep what is typed into a field until it is remembered, when it is the same as `kept`."""
        over = kept if self._memory.known else None
        value = {"text": text, "over": over} if text != kept else None
        self._memory.set_draft(f"typed/{pack_id}/{field}", value)

    def typed_fields(self, pack_id: str, begin: str) -> tuple[str, ...]:
        """Return the fields of a pack whose names begin so and in which something typed is kept."""
        all_typed = f"typed/{pack_id}/"
        keys = self._memory.draft_keys(all_typed + begin)
        return tuple(key.removeprefix(all_typed) for key in keys)

    def keeps_here_only(self) -> bool:
        """Tell whether something that was typed is in this window only, as the record could not be opened."""
        return any(not key.startswith(_FOUND_AGAIN) for key in self._memory.held)

    def has_own(self) -> bool:
        """Tell whether anything was given or typed here: what is gone with the folder of a guest."""
        drafts = self._memory.draft_keys("")
        return self._memory.has_own or any(not key.startswith(_FOUND_AGAIN) for key in drafts)

    @property
    def held(self) -> Mapping[str, Mapping[str, Any]]:
        """What was typed and is here only, for `hold` of a session on another folder."""
        return self._memory.held

    def hold(self, held: Mapping[str, Mapping[str, Any]]) -> None:
        """Take over what another session held, before this one is started."""
        self._memory.hold(held)

    def place(self, pack_id: str) -> Mapping[str, Any]:
        """Return where the desk was when this pack was last left; empty the first time."""
        return self._memory.draft(f"place/{pack_id}") or {}

    def set_place(self, pack_id: str, value: Mapping[str, Any]) -> None:
        """Remember where the desk is."""
        self._memory.set_draft(f"place/{pack_id}", value)
