"""Checking a record: the same checks for the record itself, for its backups and for what is restored."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.record.database import Database
from crossread.record.errors import Damaged
from crossread.record.rows import NO_ROW, verify

Progress = Callable[[int, int], None]
Check = Generator[None, None, tuple[int, bytes]]

_BROKEN_OFF = 4  # times that the check of the structure is broken off for something else; then it is done
_SEEN = 200  # things that were seen, compared with their digests in one step


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check of a record found and did.

    `checked` entries were compared with their checksums, of `entries` in the record now. After damage
    (`damage` says where, in English, for the report page) `kept_as` names the damaged file, `backup_of`
    is when the backup was made that was restored (None: there was none), `replayed` entries came from
    the second log or from whole rows of the damaged file, `renumbered` of them got a new number,
    `missing` numbers have no entry any more, `answers` are in the record now. `damaged_lines` counts
    lines of second logs that could not be used, `drafts_lost` drafts that could not be read.
    """

    checked: int
    entries: int
    full: bool
    at: datetime
    damage: str = ""
    kept_as: str = ""
    backup_of: datetime | None = None
    replayed: int = 0
    renumbered: int = 0
    missing: int = 0
    damaged_lines: int = 0
    drafts_lost: int = 0
    answers: int = 0

    @property
    def repaired(self) -> bool:
        """Tell whether the record was damaged or missing and has been restored."""
        return bool(self.damage)

    def sentences(self) -> list[str]:
        """Return what the user should know, sentence by sentence; empty where all was well."""
        said = []
        if self.repaired:
            here = self.at.astimezone()
            told = _("On {day}, {time}, this learner’s record was found damaged.")
            said.append(told.format(day=date_in_words(f"{here:%Y-%m-%d}"), time=f"{here:%H:%M}"))
            restored = ngettext(
                "It was restored with {count} answer.", "It was restored with {count} answers.", self.answers
            ).format(count=self.answers)
            said.append(restored if self.entries else _("An empty one was begun in its place."))
        elif self.replayed:
            said.append(
                ngettext(
                    "{count} entry was missing from the record and was put back from its second copy.",
                    "{count} entries were missing from the record and were put back from their second copy.",
                    self.replayed,
                ).format(count=self.replayed)
            )
        if self.kept_as:
            said.append(_("The damaged file was kept as {name}.").format(name=self.kept_as))
        if self.missing:
            said.append(
                ngettext(
                    "{count} entry could not be restored.",
                    "{count} entries could not be restored.",
                    self.missing,
                ).format(count=self.missing)
            )
        if self.renumbered:
            said.append(
                ngettext(
                    "{count} entry got a new number.", "{count} entries got new numbers.", self.renumbered
                ).format(count=self.renumbered)
            )
        if self.drafts_lost:
            said.append(
                ngettext(
                    "{count} draft could not be read.", "{count} drafts could not be read.", self.drafts_lost
                ).format(count=self.drafts_lost)
            )
        return said


def check_all(
    database: Database, progress: Progress | None = None, wanted: Callable[[], bool] | None = None
) -> tuple[int, bytes]:
    """Check everything: structure, every entry, everything seen.

    Returns number and checksum of the last entry; raises Damaged. `progress` is called with the entries
    done and the entries there are; what it raises stops the check. `wanted` tells whether it is to be
    called soon: the one part that takes seconds in a long record is then broken off, and done again.
    """
    return _result(check_steps(database, progress, wanted))


def check_steps(
    database: Database, progress: Progress | None = None, wanted: Callable[[], bool] | None = None
) -> Check:
    """Do the same in steps, so that other work can be done in between."""
    total = database.last()[0]
    told = progress or _nobody
    for left in range(_BROKEN_OFF, -1, -1):
        if database.check_structure(wanted if left else None):
            break
        told(0, total)
    yield
    named = {""}
    last = yield from _row_steps(database, 0, NO_ROW, told, named)
    for number, (name, text) in enumerate(database.all_seen()):
        if text is None:
            raise Damaged("what was shown with an answer does not fit its digest")
        named.discard(name)
        if number % _SEEN == 0:
            told(total, total)
            yield
    if named - {"", *(database.note("seen-lost") or ())}:
        raise Damaged("what was shown with an answer is missing")
    if last[0] < int((database.note("state") or {}).get("seq", 0)):
        raise Damaged("the last entries are missing")  # the chain holds as well without its end
    return last


def check_rows(
    database: Database, after: int, before: bytes, progress: Progress | None = None
) -> tuple[int, bytes]:
    """Check the entries behind entry `after`, whose checksum is `before`; else as `check_all`."""
    return _result(_row_steps(database, after, before, progress or _nobody, set()))


def _row_steps(database: Database, after: int, before: bytes, told: Progress, named: set[str]) -> Check:
    """Check entries, and add to `named` what they say was seen with them."""
    total = database.last()[0]
    first = after
    told(0, total - first)
    for page in database.pages(after):
        after, before = verify(page, after, before)
        named.update(one.row.seen_digest for one in page)
        named.update(one.row.key_digest for one in page)
        told(after - first, total - first)
        yield
    return after, before


def _nobody(_done: int, _of: int) -> None:
    """Stand in for someone who is told how far it is."""


def _result(check: Check) -> tuple[int, bytes]:
    while True:
        try:
            next(check)
        except StopIteration as end:
            seq, checksum = end.value
            return seq, checksum
