"""What rows of several files are checked for alike: keys filled in, ids known, passages, the floor."""

from collections.abc import Sequence
from typing import Any

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.ids import Ids
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.questions.faults import passage_faults, repeated
from crossread.questions.passages import PassageKey

Step = str | int


class RowChecks:
    """Notes problems of rows, each at its place; `ids` are those of the whole pack."""

    def __init__(self, draft: Draft, problems: Problems) -> None:
        self.draft = draft
        self.ids = Ids(draft, problems)
        self._problems = problems
        self._has_floor = bool(draft.floor) or pack_files.FLOOR in draft.lost

    def error(self, written: Written[Any], path: Sequence[Step], code: str, message: str) -> None:
        """Note an error at what stands at `path`."""
        self._problems.error(written.file, written.at(*path), code, message)

    def warning(self, written: Written[Any], path: Sequence[Step], code: str, message: str) -> None:
        """Note a warning at what stands at `path`."""
        self._problems.warning(written.file, written.at(*path), code, message)

    def filled(self, written: Written[Any], path: Sequence[Step], given: str) -> None:
        """Note a key or an item with nothing in it."""
        if not given.strip():
            keys = [step for step in path if isinstance(step, str)]
            message = _("The key “{key}” has nothing after it.").format(key=keys[-1])
            self.error(written, path, "empty", message)

    def once(self, written: Written[Any], path: Sequence[Step], given: Sequence[str]) -> None:
        """Note what is named twice in one list."""
        for number in repeated(given):
            message = _("“{id}” is named twice. Leave one out.").format(id=given[number][:64])
            self.error(written, (*path, number), "named-twice", message)

    def known(self, written: Written[Any], path: Sequence[Step], given: Sequence[str], kind: str) -> None:
        """Note ids of a list that no file of a kind declares, and those named twice."""
        for number, one in enumerate(given):
            self.ids.check(written.file, written.at(*path, number), one, kind)
        self.once(written, path, given)

    def source(self, written: Written[Any], path: Sequence[Step], given: str) -> None:
        """Note a source that there is none of."""
        self.ids.check_source(written.file, written.at(*path), given)

    def passage(self, written: Written[Any], path: Sequence[Step], passage: PassageKey) -> None:
        """Note what is wrong with a passage, as far as that goes without its text."""
        for fault in passage_faults(tuple(path), passage):
            self.error(written, fault.at, fault.code, fault.message)

    def floor(self, written: Written[Any], line: str) -> None:
        """Note a line that the floor has not got, and that none is named where the pack has a floor."""
        if line:
            self.ids.check(written.file, written.at("floor"), line, pack_files.FLOOR)
        elif self._has_floor:
            self._problems.warning(written.file, written.at("floor"), "no-floor", no_floor())


def no_floor() -> str:
    """Say what a part without a line of the floor lacks."""
    return _(
        "No line of what stands firm goes with this. Name the one that readers should not lose from sight: "
        "floor: ID."
    )
