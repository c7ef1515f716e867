"""Entries as they are handed on: all of them, without what may not be told yet."""

from collections.abc import Mapping
from typing import Any

from crossread.base.entries import Entry
from crossread.progress.answer_standing import Standings
from crossread.progress.answers_in_order import ANSWERS

# What a mark tells. It is left out while its result is held back.
_OF_A_MARK = frozenset({"raw", "score", "parts", "settled"})
# What is told of a question whose key is not told yet: what whoever answers it saw, and none of its key.
_OF_AN_OPEN_QUESTION = (
    "id",
    "kind",
    "stage",
    "skill",
    "points",
    "required",
    "sources",
    "prompt",
    "statement",
    "claim",
)
HELD_BACK: Mapping[str, Any] = {"held_back": True}


class ToldEntries:
    """Says of each entry what may be handed on, and after all of them what of that which was seen.

    Results of an exam stay held back until they are released; the key of a question until it was told with
    the feedback on an answer to it.
    """

    def __init__(self, standings: Standings) -> None:
        self._standings = standings
        self._digests: dict[str, bool] = {}  # whether what was seen may be told, in the order of first use

    def entry(self, entry: Entry) -> dict[str, Any]:
        """Return an entry as JSON, an answer in a stage with whether it counts; times are in UTC."""
        self._meet(entry)
        told = {
            "seq": entry.seq,
            "id": entry.id,
            "session": entry.session,
            "at": entry.at.isoformat(timespec="microseconds"),
            "monotonic": entry.monotonic,
            "kind": entry.kind,
            "pack": entry.pack,
            "pack_version": entry.pack_version,
            "question": entry.question,
            "attempt": entry.attempt,
            "seen_digest": entry.seen_digest,
            "key_digest": entry.key_digest,
            "payload": self._payload(entry),
        }
        if entry.kind == "answered" and entry.id in self._standings:
            told["in_force"] = self._standings.of(entry.id).in_force
        return told

    def seen(self) -> Mapping[str, bool]:
        """Return the digests of what was seen, and whether all of it may be told."""
        return self._digests

    def _meet(self, entry: Entry) -> None:
        is_told = True
        if entry.kind in ANSWERS and entry.id in self._standings:
            standing = self._standings.of(entry.id)
            is_told = standing.closed and not standing.held_back
        elif entry.kind in ("marked", "remarked"):
            is_told = not self._is_held_back(entry)
        for digest in filter(None, (entry.seen_digest, entry.key_digest)):
            self._digests[digest] = self._digests.get(digest, False) or is_told

    def _payload(self, entry: Entry) -> Mapping[str, Any]:
        if not self._is_held_back(entry):
            return entry.payload
        return {**{key: value for key, value in entry.payload.items() if key not in _OF_A_MARK}, **HELD_BACK}

    def _is_held_back(self, entry: Entry) -> bool:
        answer = str(entry.payload.get("answer", ""))
        if entry.kind not in ("marked", "remarked") or answer not in self._standings:
            return False
        return self._standings.of(answer).held_back


def told_question(seen: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what may be told of what was seen while its key is held back."""
    question = seen.get("question")
    if not isinstance(question, Mapping):
        return HELD_BACK
    return {
        "question": {key: question[key] for key in _OF_AN_OPEN_QUESTION if key in question},
        **HELD_BACK,
    }
