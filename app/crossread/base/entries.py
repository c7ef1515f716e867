"""The shape of an entry: one thing that happened to a learner, appended to the record, never changed.

The shape stands here because both the record, which keeps entries, and the rooms that decide on and
fold them need it; neither of those imports the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from crossread.base.canonical import new_id

# Every kind of entry with the newest version of its payload. A payload carries its version under "v".
KINDS: Mapping[str, int] = {
    "session": 1,
    "stage-entered": 1,
    "answered": 1,
    "withdrawn": 1,
    "handed-in": 1,
    "marked": 1,
    "remarked": 1,
    "card-opened": 1,
    "expectation": 1,
    "note-set": 2,
    "note-removed": 1,
    "highlight-set": 1,
    "highlight-removed": 1,
    "layer-added": 1,
    "layer-switched": 1,
    "layer-removed": 1,
    "cell-set": 1,
    "cells-checked": 1,
    "judgement-set": 1,
    "conclusion-set": 1,
    "rated": 1,
    "released": 1,
    "flagged": 1,
    "reviewed": 1,
    "review-rated": 1,
    "review-undone": 1,
    "practised": 1,
    "source-read": 1,
    "time-spent": 1,
    "exported": 1,
}

# Those that people call answers: wherever answers are counted, it is these, without what was taken back.
ANSWERS = ("answered", "practised", "reviewed")
TAKEN_BACK = "review-undone"  # takes one review back, which is then no answer given; once at most


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What is to be remembered, before the record gives it a number and a time.

    The `id` is made here, so that writing an entry again after a failure cannot write it twice, and so
    that a hand-in can name the answers that are written with it. `payload` is a JSON object; the record
    adds its version. `seen` is what was on the screen (question, key and explanation as JSON), stored
    once by its digest; `key` likewise for the answer key.
    """

    kind: str
    pack: str = ""
    pack_version: str = ""
    question: str = ""
    attempt: int = 0
    payload: Mapping[str, Any] = field(default_factory=dict)
    seen: Mapping[str, Any] | None = None
    key: Mapping[str, Any] | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened, as the record holds it.

    `seq` counts from 1 without gaps and is the only order; `at` is the wall clock in UTC, for people;
    `monotonic` is in seconds and comparable within one `session` only. The digests name what was seen.
    """

    seq: int
    id: str
    session: str
    at: datetime
    monotonic: float
    kind: str
    pack: str
    pack_version: str
    question: str
    seen_digest: str
    key_digest: str
    attempt: int
    payload: Mapping[str, Any]
