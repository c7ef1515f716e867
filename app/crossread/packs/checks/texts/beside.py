"""Checks of what stands beside the texts: the timeline, and the passages that are veiled."""

from collections.abc import Sequence

from crossread.base.translation import _
from crossread.packs.checks.ids import Ids
from crossread.packs.checks.references import check_date, check_refs
from crossread.packs.pack import TimelineEntry
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.schema import Head
from crossread.questions.faults import passage_faults, repeated
from crossread.questions.passages import PassageKey


def check_beside(draft: Draft, problems: Problems) -> None:
    """Note entries of the timeline that do not hold up, and passages of sources that there are none of."""
    beside = _Beside(draft, problems)
    for term in draft.glossary:
        check_refs(term, term.value.refs, beside.ids, problems)
    for entry in draft.timeline:
        beside.entry(entry)
    if draft.head:
        beside.passages(draft.head, "graphic", draft.head.value.graphic)


class _Beside:
    def __init__(self, draft: Draft, problems: Problems) -> None:
        self.ids = Ids(draft, problems)
        self._problems = problems

    def entry(self, written: Written[TimelineEntry]) -> None:
        """Check one entry of the timeline."""
        entry = written.value
        if entry.date:
            check_date(written, "date", entry.date, self._problems)
        for key, given in (("date", entry.date), ("what", entry.what)):
            if not given.strip():
                message = _("The key “{key}” has nothing after it.").format(key=key)
                self._problems.error(written.file, written.at(key), "empty", message)
        self.passages(written, "passages", entry.passages)
        for number, source in enumerate(entry.said_by):
            if written.gives("said_by", number):  # the rest are quoted, and checked above
                self.ids.check_source(written.file, written.at("said_by", number), source)
        for number in repeated(entry.said_by):
            message = _("“{id}” is named twice. Leave one out.").format(id=entry.said_by[number][:64])
            self._problems.error(written.file, written.at("said_by", number), "named-twice", message)
        check_refs(written, entry.refs, self.ids, self._problems)
        if not entry.said_by and not entry.refs:
            message = _("Nobody is named who says so. Add “passages”, “said_by” or “refs”.")
            self._problems.warning(written.file, written.at("what"), "nobody-says", message)

    def passages(
        self, written: Written[TimelineEntry] | Written[Head], key: str, passages: Sequence[PassageKey]
    ) -> None:
        """Check passages as far as that goes without their texts."""
        for number, passage in enumerate(passages):
            self.ids.check_source(written.file, written.at(key, number, "source"), passage.source)
            for fault in passage_faults((key, number), passage):
                self._problems.error(written.file, written.at(*fault.at), fault.code, fault.message)
