"""The meanings of highlights in the window: how each is marked, called and reached by a key."""

from collections.abc import Mapping

from crossread.base.translation import _
from crossread.desktop.key_tips import first_key
from crossread.desktop.widgets.layers.marks import MarkRole
from crossread.inquiry.notes import MEANINGS, Meaning

# How each meaning is marked in a text; its name, pattern and colour always come together.
ROLES: Mapping[Meaning, MarkRole] = {
    "evidence": "hl-evidence",
    "question": "hl-question",
    "doubt": "hl-doubt",
    "loaded": "hl-loaded",
}


def meaning_key(meaning: Meaning) -> str:
    """Return the key that highlights with a meaning, as it is now; "" for none."""
    return first_key(f"highlight-{meaning}")


def meaning_name(meaning: Meaning) -> str:
    """Return what a meaning is called."""
    return _(MEANINGS[meaning])
