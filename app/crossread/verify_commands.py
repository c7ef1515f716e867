"""What `crossread verify` says of one learner: the record, its second log and its backups, line by line."""

import sys
from typing import TYPE_CHECKING

from crossread.base.translation import _, ngettext

if TYPE_CHECKING:
    from crossread.operations.backups.verifying import Verified
    from crossread.operations.learners.learners import Learner


def answers_words(count: int) -> str:
    """Say how many answers there are."""
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def _entries(count: int) -> str:
    return ngettext("{count} entry", "{count} entries", count).format(count=count)


def verify(learner: "Learner") -> int:
    """Verify all that is kept of a learner and tell it; return 0, or 1 where something is wrong."""
    from crossread.operations.backups.verifying import verify_learner

    verified = verify_learner(learner.folder)
    if not verified.record.there:
        print(_("Nothing is kept of this learner yet."))
        return 0
    if verified.is_open:
        print(_("Open in another window: read as it was at this moment."))
    for line in _told(verified):
        print(line)
    if not verified.is_well:
        print(
            _(
                "Open Crossread: it repairs the record from its second log and its backups, and says what "
                "it did."
            ),
            file=sys.stderr,
        )
    return 0 if verified.is_well else 1


def _told(verified: "Verified") -> list[str]:
    record, logs = verified.record, verified.logs
    if record.damage:
        lines = [_("Record: damaged ({where}).").format(where=record.damage)]
    else:
        whole = _("Record: {entries}, {answers}; each fits its checksum.")
        lines = [whole.format(entries=_entries(record.entries), answers=answers_words(record.answers))]
    lines.append(_("Second log: {entries}.").format(entries=_entries(logs.lines)))
    if logs.damaged:
        told = ngettext("  {count} line cannot be used.", "  {count} lines cannot be used.", logs.damaged)
        lines.append(told.format(count=logs.damaged))
    if logs.missing:
        told = ngettext(
            "  {count} entry of it is missing from the record.",
            "  {count} entries of it are missing from the record.",
            logs.missing,
        )
        lines.append(told.format(count=logs.missing))
    count = len(verified.backups)
    lines.append(ngettext("Backups: {count}.", "Backups: {count}.", count).format(count=count))
    for backup in verified.backups:
        if backup.damage:
            lines.append(_("  {name}: damaged ({where}).").format(name=backup.name, where=backup.damage))
        else:
            whole = _("  {name}: {entries}, {answers}; whole.")
            lines.append(
                whole.format(
                    name=backup.name, entries=_entries(backup.entries), answers=answers_words(backup.answers)
                )
            )
    return lines
