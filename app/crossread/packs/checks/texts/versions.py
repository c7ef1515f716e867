"""Other editions of a source's text: files in `versions`, each called after its source and itself."""

from datetime import date

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.ids import Ids
from crossread.packs.checks.references import check_date
from crossread.packs.problems import Problems
from crossread.packs.reading.draft import Draft
from crossread.packs.sources.edtf import span
from crossread.packs.sources.source import Version


def check_versions(draft: Draft, problems: Problems) -> None:
    """Note editions of a source that there is none of, and files that are not called after what they hold."""
    ids = Ids(draft, problems)
    for written, _text in draft.versions:
        row = written.value
        ids.check_source(written.file, written.at("source"), row.source)
        check_date(written, "published", row.published, problems)
        if not row.label.strip():
            message = _("The key “{key}” has nothing after it.").format(key="label")
            problems.error(written.file, written.at("label"), "empty", message)
        right = f"{pack_files.VERSIONS}/{row.source}.{row.id}.md"
        known = pack_files.is_id(row.id) and ids.has(pack_files.SOURCES, row.source)
        if known and written.file != right:
            # Two of one id would be one file, so ids need no other check.
            message = _("This file is called after its source and its id. Rename it: {name}.")
            problems.error(written.file, (0, 0), "version-file", message.format(name=right))


def versions_of(source: str, draft: Draft) -> tuple[Version, ...]:
    """Return the editions of a source, the earliest first, then those without a date."""
    found = [row.value.version(text) for row, text in draft.versions if row.value.source == source]
    return tuple(sorted(found, key=_when))


def _when(version: Version) -> tuple[date, str]:
    days = span(version.published)
    return days[0] if days else date.max, version.id
