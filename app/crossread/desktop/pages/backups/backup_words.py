"""What the page says of a backup: when it was made, how it differs from now, what restoring it would do."""

from datetime import datetime

from crossread.base.dates import date_in_words
from crossread.base.record_difference import Counted, Difference
from crossread.base.translation import _, ngettext
from crossread.operations.backups.backup_words import size_words, why_words
from crossread.operations.backups.backups import BackupSeen


def moment_words(at: datetime) -> str:
    """Say when, in the learner's own time, with the month in words."""
    local = at.astimezone()
    day = date_in_words(f"{local:%Y-%m-%d}")
    return _("{day}, {time}").format(day=day, time=f"{local:%H:%M}")


def about_words(one: BackupSeen, now: datetime) -> str:
    """Say what a backup holds, how large it is, why it was made, and that it was verified."""
    if one.answers is None:
        return " · ".join((_("✗ damaged"), size_words(one.size), why_words(one.why)))
    parts = [answers_words(one.answers), size_words(one.size), why_words(one.why), _("✓ verified")]
    if one.made > now:
        parts.append(_("made while the clock was ahead"))
    return " · ".join(parts)


def answers_words(count: int) -> str:
    """Say how many answers."""
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def difference_words(difference: Difference) -> str:
    """Say how a backup differs from what is there now."""
    if difference.same:
        return _("The same as now.")
    said = []
    if difference.gone:
        said.append(_("Not in it: {what}.").format(what=counted_words(difference.gone)))
    if difference.back:
        said.append(_("In it and not there now: {what}.").format(what=counted_words(difference.back)))
    return "\n".join(said) or _("No answer and no note differs from now.")


def counted_words(counted: Counted) -> str:
    """Say how many answers, notes and other things."""
    parts = []
    if counted.answers:
        parts.append(answers_words(counted.answers))
    if counted.notes:
        told = ngettext("{count} note or highlight", "{count} notes or highlights", counted.notes)
        parts.append(told.format(count=counted.notes))
    if counted.others:
        told = ngettext("{count} other step", "{count} other steps", counted.others)
        parts.append(told.format(count=counted.others))
    return ", ".join(parts)


def asking_words(one: BackupSeen, difference: Difference | None) -> list[str]:
    """Say what restoring a backup would do, a sentence each; None: it is not known how it differs."""
    said = [_("You then have what you had on {moment}.").format(moment=moment_words(one.made))]
    if difference is None:
        said.append(_("It is not known yet how it differs from now."))
    elif not difference.gone and not difference.back:
        said.append(_("No answer and no note differs from now."))
    else:
        if difference.gone:
            said.append(_("Given up: {what}.").format(what=counted_words(difference.gone)))
        if difference.back:
            said.append(_("There again: {what}.").format(what=counted_words(difference.back)))
    said.append(_("What is there now is backed up first: restore that backup to come back to it."))
    return said
