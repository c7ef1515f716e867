"""Rows of a list of what was found: heads of groups, hits with their words, how many there are more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.base.dates import date_in_words
from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.desktop.key_tips import first_key
from crossread.desktop.pages.panes.pane_words import text_label
from crossread.operations.opening.searching import Findings, Group, Hit
from crossread.packs.library.search_parts import PartKind
from crossread.packs.pack import Pack
from crossread.texts.text import Range

FoundRole = Literal["head", "hit", "more"]

# What a group of hits outside the sources is called.
PARTS: Mapping[PartKind, str] = {
    "pack": N_("The pack"),
    "context": N_("Context"),
    "floor": N_("What stands firm"),
    "glossary": N_("Words explained"),
    "name": N_("Names"),
    "timeline": N_("Timeline"),
    "question": N_("Questions"),
    "note": N_("Your notes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One line of the list.

    `words` are shown with `marks` in them, `label` small above them, `beside` at the far side of a head.
    A row of a source has its `letter` and its `index` among the sources (-1: none). `spoken` is what a
    screen reader hears, `leads_to` whatever the one who made the row knows its target by.
    """

    role: FoundRole
    words: str
    spoken: str
    marks: tuple[Range, ...] = ()
    label: str = ""
    beside: str = ""
    letter: str = ""
    index: int = -1
    covered: bool = False
    leads_to: object = None


@dataclass(frozen=True, slots=True)
class InGroup:
    """Where a row of a pack leads: its group, and the hit itself; None for those that are only counted."""

    group: Group
    hit: Hit | None


def covered_words() -> str:
    """Return what stands in the place of words that are covered, and how to come to see them."""
    key = first_key("veil")
    if not key:
        return _("In a covered passage. Enter goes there, where a click shows it.")
    return _("In a covered passage. Enter goes there, {key} shows it.").format(key=key)


def more_words(count: int) -> str:
    """Say how many hits are not told."""
    return ngettext("and {count} more", "and {count} more", count).format(count=count)


def rows_of(findings: Findings, pack: Pack) -> tuple[FoundRow, ...]:
    """Return what was found in a pack as rows, group by group."""
    return tuple(row for group in findings.groups for row in _rows_of_group(group, pack))


def _rows_of_group(group: Group, pack: Pack) -> Iterator[FoundRow]:
    name, letter, index = _name(group, pack)
    count = str(group.count)
    spoken = _("{name}: {count}").format(name=name, count=count)
    yield FoundRow(role="head", words=name, spoken=spoken, beside=count, letter=letter, index=index)
    for hit in group.hits:
        yield _hit_row(group, hit, f"{letter}. {name}" if letter else name)
    if group.more:
        more = more_words(group.more)
        yield FoundRow(role="more", words=more, spoken=f"{name}: {more}", leads_to=InGroup(group, None))


def _hit_row(group: Group, hit: Hit, name: str) -> FoundRow:
    words = covered_words() if hit.covered else hit.words
    beside = date_in_words(hit.item.label) if group.kind == "timeline" else hit.item.label
    label = " · ".join(part for part in (beside, form_words(hit.form)) if part)
    return FoundRow(
        role="hit",
        words=words,
        spoken=". ".join(part for part in (name, label, words) if part),
        marks=() if hit.covered else (hit.at,),
        label=label,
        covered=hit.covered,
        leads_to=InGroup(group, hit),
    )


def form_words(form: str) -> str:
    """Say which spelling something was found in, "" for what was typed."""
    return _("as “{form}”").format(form=form) if form else ""


def also_words(forms: Sequence[str]) -> str:
    """Say in which other spellings something was found; "" where in none."""
    return _("Also found as {forms}.").format(forms=", ".join(forms)) if forms else ""


def _name(group: Group, pack: Pack) -> tuple[str, str, int]:
    """Return what a group is called, and letter and index of its source."""
    if group.kind != "source":
        return _(PARTS[group.kind]), "", -1
    source = pack.source(group.source)
    name = _("{name}, {text}").format(name=source.card.short, text=text_label(source, group.which))
    return name, source.letter, pack.sources.index(source)
