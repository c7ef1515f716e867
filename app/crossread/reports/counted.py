"""What has to be counted before the first line of a file about one learner can be written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from crossread.base.entries import Entry
from crossread.progress.answer_standing import Standings
from crossread.progress.answers_in_order import ANSWERS
from crossread.progress.progress_of import Progress, progress_of_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How all answers stand, what it comes to, how many entries there are of each kind, and from when.

    `answered` are the times of the first and the last answer, None where there is none.
    """

    standings: Standings
    progress: Progress
    kinds: Counter[str]
    first: datetime | None
    last: datetime | None
    answered: tuple[datetime, datetime] | None
    last_seq: int

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return sum(self.kinds.values())


def counted(entries: Iterable[Entry], zone: tzinfo | None = None) -> Counted:
    """Count all entries of a learner, oldest first, in one go; days are those of `zone`."""
    standings, kinds = Standings(), Counter[str]()
    times: list[datetime] = []
    given: list[datetime] = []
    last_seq = 0

    def met() -> Iterator[Entry]:
        nonlocal last_seq
        for entry in entries:
            standings.add(entry)
            kinds[entry.kind] += 1
            _keep_ends(times, entry.at)
            if entry.kind in ANSWERS:
                _keep_ends(given, entry.at)
            last_seq = entry.seq
            yield entry

    progress = progress_of_entries(met(), zone)
    return Counted(
        standings=standings,
        progress=progress,
        kinds=kinds,
        first=times[0] if times else None,
        last=times[-1] if times else None,
        answered=(given[0], given[-1]) if given else None,
        last_seq=last_seq,
    )


def _keep_ends(times: list[datetime], at: datetime) -> None:
    """Keep the first and the last."""
    if len(times) == 2:
        times[1] = at
    else:
        times.append(at)
