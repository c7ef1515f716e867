"""What is told of the dates of writing, in words."""

from collections.abc import Sequence

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.packs.sources.source import Source
from crossread.progress.when_written import ClaimThen, Moment, SourceThen


def moment_words(moment: Moment) -> str:
    """Say on which day who wrote: "September 1987: D is written"."""
    letters = [row.source.letter for row in moment.rows if row.source and row.version is None]
    editions = [
        _("a later edition of {letter}").format(letter=row.source.letter)
        for row in moment.rows
        if row.source and row.version is not None
    ]
    who = ", ".join([*letters, *editions])
    count = len(moment.rows)
    told = ngettext("{date}: {who} is written", "{date}: {who} are written", count)
    date = date_in_words(moment.written)
    return told.format(date=date[:1].upper() + date[1:], who=who)


def sum_words(sources: Sequence[SourceThen], claims: Sequence[ClaimThen], undated: int) -> str:
    """Say how many sources there are by a day, and how many claims were overtaken.

    `undated` counts those that have no date, and are not among these.
    """
    there, count = sum(one.row is not None for one in sources), len(sources) + undated
    told = ngettext("{there} of {count} source is written.", "{there} of {count} sources are written.", count)
    if undated:
        told = ngettext(
            "{there} of {count} sources is known to be written; without a date: {undated}.",
            "{there} of {count} sources are known to be written; without a date: {undated}.",
            there,
        )
    told = told.format(there=there, count=count, undated=undated)
    over = sum(one.overtaken for one in claims)
    if not claims:
        return told
    more = ngettext(
        "{count} claim is overtaken by then.", "{count} claims are overtaken by then.", over
    ).format(count=over)
    return f"{told} {more}"


def written_words(then: SourceThen) -> str:
    """Say when a source was written, and in which edition it stands by then; or that it is not there yet."""
    if then.row is None:
        return _("not yet written")
    written = _("written {date}").format(date=date_in_words(then.row.written))
    return f"{written}, {then.row.version.label}" if then.row.version else written


def could_know(then: SourceThen) -> str:
    """Say how much of what the pack dates had happened when a source was written."""
    if then.row is None:
        return ""
    knew, count = len(then.knew), len(then.knew) + len(then.later)
    told = []
    if count:
        told.append(
            ngettext(
                "Could know of {knew} of {count} dated event.",
                "Could know of {knew} of {count} dated events.",
                count,
            ).format(knew=knew, count=count)
        )
    if then.before:
        letters = ", ".join(one.letter for one in then.before)
        told.append(_("Could have read {letters}.").format(letters=letters))
    elif then.dated and then.unknown:
        told.append(_("Of the others that have a date none has an earlier one."))
    elif then.dated:
        told.append(_("None of the others has an earlier date."))
    if then.unknown:
        letters = ", ".join(one.letter for one in then.unknown)
        told.append(
            ngettext(
                "Whether it could have read {letters} is not known: it has no date.",
                "Whether it could have read {letters} is not known: they have no date.",
                len(then.unknown),
            ).format(letters=letters)
        )
    return " ".join(told)


def later_lines(then: SourceThen) -> list[str]:
    """List what happened only after a source was written."""
    return [
        _("{date}: {what}").format(date=date_in_words(entry.date), what=entry.what) for entry in then.later
    ]


def overtaken_words(then: ClaimThen) -> str:
    """Say since when a claim is overtaken."""
    if then.claim.overtaken is None or not then.overtaken:
        return _("Not overtaken by then.")
    return _("Overtaken: {date}").format(date=date_in_words(then.claim.overtaken.when))


def by_what(then: ClaimThen, *, kept_back: bool) -> str:
    """Say what overtook a claim; "" where nothing has by then."""
    if then.claim.overtaken is None or not then.overtaken:
        return ""
    if kept_back:
        return _("By what is kept back until a question is answered that asks about it.")
    return then.claim.overtaken.by


def earlier_words(then: ClaimThen) -> str:
    """Say which sources could not know what overtook a claim."""
    if not then.earlier:
        return ""
    letters = ", ".join(one.letter for one in then.earlier)
    told = ngettext(
        "Written before that, so it could not know: {letters}.",
        "Written before that, so they could not know: {letters}.",
        len(then.earlier),
    )
    return told.format(letters=letters)


def undated_words(sources: Sequence[Source]) -> str:
    """Say of which sources nobody knows when they were written."""
    if not sources:
        return ""
    letters = ", ".join(source.letter for source in sources)
    return _("When it was written is not known: {letters}.").format(letters=letters)
