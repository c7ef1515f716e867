"""What the library says first: a greeting by the hour, and where one was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crossread.base.translation import _

if TYPE_CHECKING:
    from crossread.operations.sessions.session import Session
    from crossread.packs.library.library import ShelfPack


def greeting(hour: int) -> str:
    """Greet by the hour of the day, 0 to 23."""
    if 5 <= hour < 12:
        return _("Good morning.")
    return _("Good afternoon.") if 12 <= hour < 18 else _("Good evening.")


def where_one_was(packs: Sequence[ShelfPack], told: Mapping[str, Any], *, is_guest: bool = False) -> str:
    """Say where one was in the pack read last, by what was remembered of it; else what this is."""
    letters, number, of = told.get("letters"), told.get("number"), told.get("of")
    if isinstance(letters, list) and letters and number and of:
        return _("You were reading {letters}, question {number} of {of}.").format(
            letters=read_together([str(letter) for letter in letters]), number=number, of=of
        )
    if told.get("stage"):
        return _("You were at “{stage}”.").format(stage=told["stage"])
    if not packs:
        return _("Looking for packs…")
    if is_guest:
        return _("You read as a guest: nothing that you do is kept once you leave.")
    return _("Several accounts of one event, side by side. Everything you do stays on this machine.")


def why_unknown(session: Session) -> str:
    """Say why nothing can be told of what was done so far; "" where all of it is known.

    Who was never here has done nothing, which is known before the record is open.
    """
    kind = session.status.kind
    if kind == "failed":
        return _("Your record is not open, so nothing can be told of what you did.")
    if kind in ("opening", "checking") and not session.is_first:
        return _("Opening your record…")
    return ""


def read_together(letters: Sequence[str]) -> str:
    """Name the sources that stood in the panes."""
    if len(letters) < 3:
        return _(" beside ").join(letters)
    return _("{some} and {last}").format(some=", ".join(letters[:-1]), last=letters[-1])
