"""A file that was handed on, known again by what is in it: with a learner goes only what they wrote."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in 64 hex digits; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):  # no path at all, in a record from elsewhere
        return ""


def place_of(noted: Mapping[str, Any]) -> str:
    """Return where a file was written, by what an entry notes of it; "" where another one lies there now.

    Another learner's, or anything else, may have been written to the same place later. What was noted before
    digests were is known by its place alone.
    """
    to, digest = noted.get("to"), noted.get("digest")
    if not isinstance(to, str) or not to:
        return ""
    if not isinstance(digest, str) or not digest:
        return to
    return to if digest_of(Path(to)) in ("", digest) else ""
