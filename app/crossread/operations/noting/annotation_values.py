"""Values in a file of annotations, whoever made it: each read as what it should be, or as nothing."""

from collections.abc import Mapping
from typing import Any

from crossread.inquiry.typed_words import one_line, readable
from crossread.reports.notes_annotation import TERMS, term

LONGEST_NAME = 200  # characters of a title or an author; longer ones are cut


def ours(given: Mapping[str, Any], name: str) -> Any:
    """Return what is said in a term of our own, by its short or its whole name."""
    return given.get(term(name), given.get(TERMS + name))


def listed(given: object) -> list[Any]:
    """Return a list of what may be one thing, several, or none."""
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def words_of(given: object) -> list[str]:
    """Return the texts among what may be one thing, several, or none."""
    return [one for one in listed(given) if isinstance(one, str)]


def word(given: object) -> str:
    """Return an id or an address: no space, no signs that are not shown; "" for all that is none."""
    found = clean(given)
    return found if found.isprintable() and not any(map(str.isspace, found)) else ""


def name_of(given: object) -> str:
    """Return what something or someone is called, in one line; "" where that is not said."""
    if isinstance(given, list):
        given = next((one for one in given if name_of(one)), "")
    if isinstance(given, Mapping):
        given = given.get("name", given.get("@value", given.get("value")))
    return one_line(given)[:LONGEST_NAME].strip() if isinstance(given, str) else ""


def clean(given: object) -> str:
    """Return a text without control characters but tab and line feed; "" for what is no text."""
    return readable(given) if isinstance(given, str) else ""
