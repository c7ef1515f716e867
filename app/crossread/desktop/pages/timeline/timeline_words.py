"""What the timeline says, in words: the same for the eye, for a screen reader and in the table."""

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.packs.pack import Pack, TimelineEntry
from crossread.packs.sources.chronology import Row
from crossread.packs.sources.source import Source


def who_says(pack: Pack, entry: TimelineEntry) -> tuple[Source, ...]:
    """Return the sources that say so, in the pack's order: those named, and those with a passage on it."""
    named = {*entry.said_by, *(passage.source for passage in entry.passages)}
    return tuple(source for source in pack.sources if source.id in named)


def how_far_apart(years: int, *, roughly: bool) -> str:
    """Say how long after the row before."""
    if roughly:
        return ngettext("about {count} year later", "about {count} years later", years).format(count=years)
    return ngettext("{count} year later", "{count} years later", years).format(count=years)


def what_in_words(row: Row) -> str:
    """Say what happened, or which text was written."""
    if row.entry is not None:
        return row.entry.what
    if row.source is None:
        return ""
    title = row.source.card.title
    if row.version is not None:
        return _("“{title}” is written, {version}").format(title=title, version=row.version.label)
    return _("“{title}” is written").format(title=title)


def sayers_in_words(pack: Pack, row: Row) -> str:
    """Say which sources say so; "" where a text was written."""
    if row.entry is None:
        return f"{row.source.letter}, {row.source.card.short}" if row.source else ""
    saying = who_says(pack, row.entry)
    return "; ".join(f"{source.letter}, {source.card.short}" for source in saying) or _("none of the sources")


def moment_in_words(pack: Pack, row: Row) -> str:
    """Say a whole row in one sentence or two."""
    what = what_in_words(row)
    told = _("{date}: {what}").format(date=date_in_words(row.written), what=what)
    if row.entry is None:
        return told
    stop = "" if what.endswith((".", "!", "?", "”")) else "."
    return _("{told}{stop} Says so: {sources}.").format(
        told=told, stop=stop, sources=sayers_in_words(pack, row)
    )
