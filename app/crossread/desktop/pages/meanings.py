"""The meanings of highlights in the window: how each is marked, called and reached by a key."""

from collections.abc import Mapping

from crossread.base.translation import _
from crossread.desktop.widgets.reading_marks import MarkRole
from crossread.inquiry.notes import MEANINGS, Meaning

# How each meaning is marked in a text; its name, pattern and colour always come together.
ROLES: Mapping[Meaning, MarkRole] = {
    "evidence": "hl-evidence",
    "question": "hl-question",
    "doubt": "hl-doubt",
    "loaded": "hl-loaded",
}

# The key of each meaning, as it is shown; bound by the actions "highlight-…" of the desk.
KEYS: Mapping[Meaning, str] = {meaning: f"Alt+{number}" for number, meaning in enumerate(MEANINGS, 1)}


def meaning_name(meaning: Meaning) -> str:
    """Return what a meaning is called."""
    return _(MEANINGS[meaning])
