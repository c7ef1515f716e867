"""What has to hold of each learner on any day of the term."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.base.declared import REVIEW_MOST
from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.base.settings import Settings
from crossread.operations.remembering.reading import SeenLookup
from crossread.operations.sessions.sitting import Sitting, sitting
from crossread.progress.progress_of import PROJECTIONS, Progress
from crossread.questions.registry import KINDS
from crossread.reports.data_sheet_entries import ENTRIES
from tests.reports.agreeing import assert_all_agree
from tests.reports.test_data_sheet import written
from tests.term.playing import Player
from tests.term.term import Term

# Kinds that the player counts each of.
COUNTED = (
    "stage-entered",
    "answered",
    "withdrawn",
    "handed-in",
    "released",
    "practised",
    "reviewed",
    "review-rated",
    "review-undone",
    "note-set",
    "highlight-set",
)


@dataclass(frozen=True)
class Stood:
    """How a learner stands at the end of a day: all entries, and the numbers of the page of progress."""

    entries: tuple[Entry, ...]
    progress: Progress

    def of_kind(self, kind: str) -> int:
        return sum(entry.kind == kind for entry in self.entries)


def stands(term: Term, player: Player) -> Stood:
    """Open a learner's pages once more, and read what they show and all that is kept."""
    with sitting(term.folders, Settings(term.folders.settings), term.clock, player.id) as sat:
        entries = all_entries(sat)
        for projection in PROJECTIONS:
            sat.session.projected(projection)
        sat.wait_for(lambda: sat.session.counting is None)
        return Stood(entries, sat.session.progress())


def all_entries(sat: Sitting) -> tuple[Entry, ...]:
    """Read all entries of the learner of a sitting."""
    got: list[tuple[Entry, ...] | Expected] = []
    sat.session.read_entries(_as_tuple, got.append)
    return sat.result(got)


def _as_tuple(entries: Iterable[Entry], _seen: SeenLookup) -> tuple[Entry, ...]:
    return tuple(entries)


def assert_all_is_well(player: Player, stood: Stood) -> None:
    """Fail where something is lost or invented, sums differ, or more came back than a day bears."""
    assert [entry.seq for entry in stood.entries] == list(range(1, len(stood.entries) + 1))
    for kind in COUNTED:
        assert stood.of_kind(kind) == player.did[kind], (player.name, kind)
    assert_all_agree(stood.entries, stood.progress, {})
    kinds = {entry.id: entry.payload["kind"] for entry in stood.entries if entry.kind == "answered"}
    for entry in stood.entries:
        if entry.kind == "marked" and KINDS[kinds[entry.payload["answer"]]].scored:
            assert entry.payload["raw"] is not None, (player.name, entry.question, "no window can answer so")
    for kind, fields in written(stood.entries).items():
        assert fields <= set(ENTRIES[kind].fields), (kind, fields - set(ENTRIES[kind].fields))
    assert all(load <= REVIEW_MOST.default for _day, load in player.loads), player.loads
