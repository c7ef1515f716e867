"""Entries to look back on, made by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

from crossread.base.entries import Entry


def entry(seq: int, kind: str, question: str = "first", attempt: int = 1, /, **payload: object) -> Entry:
    return Entry(
        seq=seq,
        id=f"e{seq}",
        session="s",
        at=datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=seq),
        monotonic=float(seq),
        kind=kind,
        pack="alder-bay",
        pack_version="1.0.0",
        question=question,
        seen_digest="seen",
        key_digest="key",
        attempt=attempt,
        payload=payload,
    )


def first_try(seq: int, score: float | None, **changes: Any) -> Entry:
    payload: dict[str, Any] = {
        "answer": f"a{seq}",
        "score": score,
        "first_try": True,
        "points": 1,
        "skill": "close-reading",
        "behaviour": "deferred",
        **changes,
    }
    return entry(seq, "marked", **payload)
