"""A file that was handed on, noted for who deletes themselves, and known again by what is in it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in 64 hex digits; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):  # no path at all, in a record from elsewhere
        return ""


def exported(form: str, path: Path) -> NewEntry:
    """Return the entry that a file was handed on; `form` is what and how, such as "report.html".

    Raises Expected `place-no-text` for a place that cannot be written down: where it leads would be another.
    """
    to = str(path.absolute())
    try:
        to.encode()
    except UnicodeEncodeError as error:
        raise Expected("place-no-text", N_("Its name, or that of its folder, is no text.")) from error
    return NewEntry(kind="exported", payload={"form": form, "to": to, "digest": digest_of(path)})


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
