"""A file on its way: how far it has come, the way to stop it, and whose record could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crossread.base.errors import N_, Expected
from crossread.base.translation import _, ngettext

if TYPE_CHECKING:
    from crossread.base.entries import Entry

_NAMED = 12  # learners whose record was read as ever, but for a window beside
_AT_ONCE = 500  # entries between two looks whether to go on


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A learner whose record could not be read, by the name to call them by, and why."""

    name: str
    why: Expected


@dataclass(slots=True)
class Running:
    """A file on its way. For any thread; what became of each learner is whole once it is written.

    `entries` were read by now. The records of `open_elsewhere` were read while another window had them open,
    each as it was at one moment. `not_remembered` is who the file is about, where their record could not
    take up that it is there. `is_empty` tells of a table that it has no row.
    """

    entries: int = 0
    stopped: bool = False
    open_elsewhere: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    not_remembered: LeftOut | None = None
    is_empty: bool = False

    def stop(self) -> None:
        """Let it stop soon; nothing is written then."""
        self.stopped = True

    def look(self, _done: int = 0, _of: int = 0) -> None:
        """Raise Expected("stopped") where it is to stop."""
        if self.stopped:
            raise Expected("stopped", N_("Stopped. Nothing was written."))

    def watched(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Count entries as they pass, and stop between two of them. Raises Expected("stopped")."""
        for number, entry in enumerate(entries, 1):
            if number % _AT_ONCE == 0:
                self.entries += _AT_ONCE
                self.look()
            yield entry

    def told(self) -> list[str]:
        """Say what is not as one would expect, such as who is left out; empty where all is."""
        said = []
        if self.is_empty:
            said.append(_("There is no row in it: nothing has been answered yet."))
        if self.open_elsewhere:
            told = _("Open in another window, and read as it was just now: {names}.")
            said.append(told.format(names=_named(self.open_elsewhere)))
        by_reason: dict[str, list[str]] = {}
        for one in self.left_out:
            by_reason.setdefault(one.why.message, []).append(one.name)
        said += [
            _("Left out: {name}. {why}").format(name=", ".join(names), why=why)
            for why, names in by_reason.items()
        ]
        if self.not_remembered is not None:
            said.append(_not_remembered(self.not_remembered))
        return said


def _not_remembered(whose: LeftOut) -> str:
    """Say what follows for a file that is written all the same: nothing is to be tried again."""
    told = {
        "record-locked": N_(
            "The file is written. Its place could not be noted, as the record of {name} is open in another "
            "window: when {name} is deleted, this file will stay where it is."
        ),
        "place-no-text": N_(
            "The file is written. Its place could not be noted, as its name, or that of its folder, is no "
            "text: when {name} is deleted, this file will stay where it is."
        ),
    }.get(
        whose.why.code,
        N_(
            "The file is written. Its place could not be noted in the record of {name}: when {name} is "
            "deleted, this file will stay where it is."
        ),
    )
    return _(told).format(name=whose.name)


def _named(names: list[str]) -> str:
    """List names, as many as can be read at a glance."""
    named = ", ".join(names[:_NAMED])
    if left := max(0, len(names) - _NAMED):
        more = ngettext("{names} and {count} more", "{names} and {count} more", left)
        named = more.format(names=named, count=left)
    return named
