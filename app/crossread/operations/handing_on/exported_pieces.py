"""What a file that is handed on consists of, piece by piece, whatever the length of the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, Literal

from crossread.base.errors import N_, Expected
from crossread.reports.everything_html import AS_IT_IS, Telling

if TYPE_CHECKING:
    from crossread.base.entries import Entry
    from crossread.progress.history import Seen
    from crossread.reports.answers_csv import WhoReads
    from crossread.reports.counted import Counted
    from crossread.reports.spreadsheet import Cell

What = Literal["answers", "learners", "everything", "report", "data-sheet"]
Form = Literal["csv", "json", "html", "md"]

# What can be handed on, and its forms, the usual one first.
FORMS: Mapping[What, tuple[Form, ...]] = {
    "answers": ("csv", "json"),
    "learners": ("csv", "json"),
    "everything": ("json", "html"),
    "report": ("html",),
    "data-sheet": ("md",),
}
# Of these a file is about one learner alone.
OF_ONE: frozenset[What] = frozenset({"everything", "report"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of one learner. `entries` gives all of them anew, oldest first, each time it is called."""

    who: WhoReads
    entries: Callable[[], Iterable[Entry]]
    seen: Seen
    drafts: Callable[[], Mapping[str, Any]] = dict


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for: what, in which form, and of which pack alone ("": of all)."""

    what: What
    form: Form
    pack: str = ""

    def __post_init__(self) -> None:
        if self.form not in FORMS[self.what]:
            raise Expected(
                "no-such-form",
                N_("“{what}” cannot be written as {form}. It can be: {forms}."),
                what=self.what,
                form=self.form,
                forms=", ".join(FORMS[self.what]),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a file needs besides: the packs' titles by id, now, a language, a time zone, what is covered."""

    made: datetime
    titles: Mapping[str, str] = field(default_factory=dict)
    stages: Mapping[tuple[str, str], str] = field(default_factory=dict)  # titles, by pack and stage
    schema: Mapping[str, Sequence[str]] = field(default_factory=dict)
    language: str = "en"
    zone: tzinfo | None = None
    telling: Telling = AS_IT_IS


def pieces(order: Order, kept: Iterable[Kept], around: Around) -> Iterator[str]:
    """Give a file piece by piece; of what is of one learner alone, the first of `kept` counts.

    Raises Expected `pack-unknown` where a file is to be on a pack that is neither in the library nor in what
    is kept.
    """
    match order.what:
        case "answers":
            from crossread.reports.answers_csv import COLUMNS

            return _table(order.form, tuple(COLUMNS), _answers(order, kept, around))
        case "learners":
            from crossread.reports.learners_csv import columns

            return _table(order.form, tuple(columns()), _learners(order, kept, around))
        case "data-sheet":
            from crossread.reports.data_sheet import data_sheet

            return iter((data_sheet(around.schema),))
        case "everything":
            return _of_one(_everything, order, kept, around)
        case "report":
            return _of_one(_report, order, kept, around)


def _of_one(
    write: Callable[[Order, Kept, Around], Iterator[str]], order: Order, kept: Iterable[Kept], around: Around
) -> Iterator[str]:
    """Write of the first learner alone, whose record stays open until the last piece is written."""
    for one in kept:
        yield from write(order, one, around)
        return


def _table(form: Form, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    if form == "json":
        from crossread.reports.rows_json import rows_json

        return rows_json(columns, rows)
    from itertools import chain

    from crossread.reports.spreadsheet import csv_lines

    return csv_lines(chain([columns], rows))


def _answers(order: Order, kept: Iterable[Kept], around: Around) -> Iterator[Sequence[Cell]]:
    from crossread.progress.answers_in_order import answers_in_order, standings_of
    from crossread.reports.answers_csv import answer_rows

    is_met = False
    for one in kept:
        standings = standings_of(of_pack(one.entries(), order.pack))
        is_met = is_met or len(standings) > 0
        given = answers_in_order(of_pack(one.entries(), order.pack), standings, one.seen)
        told = ((where, around.telling.covered(answer)) for where, answer in given)
        yield from answer_rows(one.who, told, around.titles, around.zone)
    _raise_if_unknown(order, around, is_met=is_met)


def _learners(order: Order, kept: Iterable[Kept], around: Around) -> Iterator[Sequence[Cell]]:
    from crossread.reports.learners_csv import learner_rows

    return learner_rows(((one.who, _counted(order, one, around)) for one in kept), around.zone)


def _everything(order: Order, kept: Kept, around: Around) -> Iterator[str]:
    count = _counted(order, kept, around)
    _raise_if_unknown(order, around, is_met=count.entries > 0)
    entries = up_to(of_pack(kept.entries(), order.pack), count.last_seq)
    if order.form == "html":
        from crossread.reports.everything_html import everything_html

        return everything_html(
            kept.who,
            around.made,
            entries,
            count,
            kept.seen,
            titles=around.titles,
            language=around.language,
            telling=around.telling,
            zone=around.zone,
        )
    from crossread.reports.everything_json import everything_json

    return everything_json(kept.who, around.made, kept.drafts(), entries, count.standings, kept.seen)


def _report(order: Order, kept: Kept, around: Around) -> Iterator[str]:
    from crossread.reports.report_html import report_html

    count = _counted(order, kept, around)
    _raise_if_unknown(order, around, is_met=count.entries > 0)
    return report_html(
        kept.who,
        around.made,
        up_to(of_pack(kept.entries(), order.pack), count.last_seq),
        count,
        kept.seen,
        pack=order.pack,
        titles=around.titles,
        stages=around.stages,
        language=around.language,
        telling=around.telling,
        zone=around.zone,
    )


def _counted(order: Order, kept: Kept, around: Around) -> Counted:
    from crossread.reports.counted import counted

    return counted(of_pack(kept.entries(), order.pack), around.zone)


def _raise_if_unknown(order: Order, around: Around, *, is_met: bool) -> None:
    """Raise Expected where nobody can know the pack that was asked for: an empty file would hide that."""
    if order.pack and order.pack not in around.titles and not is_met:
        raise Expected(
            "pack-unknown",
            N_(
                "There is no pack “{pack}” in the library, and nothing is kept of one. The library holds: "
                "{known}."
            ),
            pack=order.pack,
            known=", ".join(around.titles) or "–",
        )


def of_pack(entries: Iterable[Entry], pack: str) -> Iterable[Entry]:
    """Leave out the entries of other packs; with "" none is left out."""
    return (entry for entry in entries if entry.pack == pack) if pack else entries


def up_to(entries: Iterable[Entry], last_seq: int) -> Iterator[Entry]:
    """Stop behind an entry: what comes later was not counted."""
    for entry in entries:
        if entry.seq > last_seq:
            return
        yield entry
