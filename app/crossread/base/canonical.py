"""Canonical JSON and digests: one spelling for one value, so that equal things have equal names."""

import json
import os


def canonical_json(value: object) -> str:
    """Spell a JSON value in one way only: keys sorted, no spaces, no NaN, UTF-8 as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(content: str | bytes) -> str:
    """Return the SHA-256 of content in 64 hex digits; text is taken as UTF-8."""
    import hashlib  # only here: the first window needs no digest

    data = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()


def new_id() -> str:
    """Return a random id of 128 bits in 32 hex digits."""
    return os.urandom(16).hex()
