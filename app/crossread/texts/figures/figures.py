"""Finding figures: the numbers and dates of a text, of what, how surely they are meant, who gives them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.texts.figures.counted import NOTHING, Counted, counted_before, counted_behind, label_before
from crossread.texts.figures.figure import DATED, Figure
from crossread.texts.figures.figure_draft import BEHIND_ARTICLES, STARTS, Draft, draft_at
from crossread.texts.figures.figure_lists import LANGUAGE, figure_lists, stem_of
from crossread.texts.figures.figure_parts import part_of
from crossread.texts.figures.happenings import (
    LIVE,
    group_of,
    happening,
    happening_of_date,
    lived,
    verb_behind,
)
from crossread.texts.figures.hedges import bounds_of_date
from crossread.texts.figures.sayers import leads_on, named_behind, sayer
from crossread.texts.figures.tokens import Tokens, tokens_of
from crossread.texts.text import Block, Range, Text
from crossread.texts.written.calendar_words import PartDate

_AROUND = 10  # tokens on either side that tell what a figure is about
_SHORTEST_TELLING = 4  # letters
_FEW = 8  # figures before one that may belong to it
_BETWEEN = 5  # tokens between two numbers that count the same thing
_WROTE = 3  # tokens from a year to the verb of saying that it belongs to
_SHORT_LINE = 12  # tokens: a row of a table
_LABEL_LINE = 6  # tokens: a shorter line may go on with the label of the line before
_IN_DIGITS = frozenset(("number", "ordinal", "decade", "iso", "numeric", "clock"))


def reads_words_of(language: str) -> bool:
    """Tell whether figures in words, hedges and what is counted are found in a language (ISO 639-1).

    Of other languages only digits and dates are found: of dates those in digits, and those with the names of
    months of some twenty languages.
    """
    return language.split("-", maxsplit=1)[0].lower() == LANGUAGE


def find_figures(text: Text) -> tuple[Figure, ...]:
    """Return the figures of a text in the order of its words; worked out once for each text.

    No two overlap. The words of notes are left out: they say where something stands, not what is so. So
    are numbers that count nothing: of chapters and pages, streets, regiments, telephones, marks of notes.
    """
    known: tuple[Figure, ...] | None = text.known.get("figures")
    if known is None:
        known = text.known["figures"] = tuple(_found(text))
    return known


def _found(text: Text) -> Iterator[Figure]:
    label, lead = NOTHING, ""
    for number, (block, start) in enumerate(zip(text.blocks, text.starts, strict=True)):
        if block.note or block.kind == "picture":
            continue
        tokens = tokens_of(block.text)
        drafts = list(_drafts(tokens, block))
        if drafts:
            figures, label = _described(tokens, drafts, label)
            for figure in figures:
                shifted = replace(
                    figure, where=_shifted(figure.where, start), block=number, whom=figure.whom or lead
                )
                yield replace(shifted, part_of=_shifted(figure.part_of, start)) if figure.part_of else shifted
        else:
            label = NOTHING
        lead = leads_on(tokens)


def _shifted(where: Range, by: int) -> Range:
    return Range(where.start + by, where.end + by)


def _drafts(tokens: Tokens, block: Block) -> Iterator[Draft]:
    marks = [(span.start, span.end) for span in block.spans if span.style == "note"]
    past = 0
    for place, (word, sort) in enumerate(zip(tokens.low, tokens.sort, strict=True)):
        if place < past or not (word in STARTS or sort in _IN_DIGITS):
            continue
        if word in ("a", "an") and tokens.at(place + 1) not in BEHIND_ARTICLES:
            continue
        if any(start <= tokens.start[place] < end for start, end in marks):
            continue
        draft = draft_at(tokens, place)
        if draft:
            yield draft
            past = draft.past


def _described(tokens: Tokens, drafts: Sequence[Draft], label: Counted) -> tuple[list[Figure], Counted]:
    """Find what the figures of a block count or date; `label` is that of the line before, and passed on."""
    figures: list[Figure] = []
    last_past, numbers = 0, figure_lists().words["numbers"]
    for number, draft in enumerate(drafts):
        bounds = (
            last_past,
            drafts[number + 1].begins if number + 1 < len(drafts) else len(tokens),
        )
        if tokens.at(draft.past) not in numbers:  # what "two figures" counts is said before them
            last_past = draft.past
        if draft.kind in DATED:
            figures.append(_dated(tokens, draft, drafts[max(0, number - _FEW) : number]))
            continue
        figure, own_label = _counting(
            tokens, draft, bounds, figures[-_FEW:], label, drafts[number + 1 : number + 2]
        )
        if draft.counted.begins >= draft.behind and tokens.at(draft.past) not in numbers:
            last_past = max(last_past, draft.counted.past)  # the noun of one figure is not that of the next
        label = own_label if own_label.is_found else label if len(tokens) <= _LABEL_LINE else NOTHING
        figures.append(_told_apart(tokens, draft, drafts[max(0, number - 1) : number], figures, figure))
    for number, figure in enumerate(figures):
        if figure.kind not in DATED:
            figures[number] = replace(figure, dated=_date_near(tokens, drafts, figures, number))
    return figures, label


def _base(tokens: Tokens, draft: Draft) -> Figure:
    where = Range(tokens.start[draft.place], tokens.end[draft.past - 1])
    return Figure(
        where=where,
        block=0,
        words=tokens.text[where.start : where.end],
        kind=draft.kind,
        low=draft.low,
        high=draft.high,
        when=draft.when,
        unit=draft.unit,
        hedge=draft.hedge,
        whom=sayer(tokens, draft.place),
        found_by=draft.found_by,
        around=_around(tokens, draft),
    )


def _around(tokens: Tokens, draft: Draft) -> tuple[str, ...]:
    stops = figure_lists().words["stops"]
    first = max(tokens.first[draft.place], draft.place - _AROUND)
    past = min(tokens.past[draft.place], draft.past + _AROUND)
    words = [*range(first, draft.place), *range(draft.past, past)]
    telling = (
        stem_of(tokens.low[at])
        for at in words
        if tokens.sort[at] == "word"
        and len(tokens.low[at]) >= _SHORTEST_TELLING
        and tokens.low[at] not in stops
    )
    return tuple(dict.fromkeys(telling))


def _dated(tokens: Tokens, draft: Draft, before: Sequence[Draft]) -> Figure:
    figure = _base(tokens, draft)
    low, high = bounds_of_date(figure.low, figure.high, figure.hedge)
    figure = replace(figure, low=low, high=high)
    if draft.found_by == "day-alone" and draft.dated:
        figure = _with_month(tokens, figure, draft, before)
    event, word = happening_of_date(tokens, draft.place, draft.past)
    noun = counted_behind(tokens, draft.past, one=True) if draft.found_by == "year-alone" else NOTHING
    word = noun.words.split(" ")[-1] if noun.is_found else word
    paper = _paper_of(tokens, draft, word)
    return replace(figure, event="" if paper else event, of_what=paper or word)


def _paper_of(tokens: Tokens, draft: Draft, noun: str) -> str:
    """Return the paper that a date is the date of: a 1993 report, its report of 1993, "in 1994 it wrote"."""
    papers, saying = figure_lists().papers, figure_lists().saying
    if noun.lower() in papers:
        return noun.lower()
    if tokens.at(draft.place - 1) in ("of", "from", "in", ",") and tokens.at(draft.place - 2) in papers:
        return tokens.low[draft.place - 2]
    said = draft.found_by == "year-alone" and any(
        word in saying for word in tokens.low[draft.past : draft.past + _WROTE]
    )
    return "report" if said else ""


def _with_month(tokens: Tokens, figure: Figure, draft: Draft, before: Sequence[Draft]) -> Figure:
    """Give "the 26th" the month, and perhaps the year, that was named before it in the same sentence."""
    same = [
        one.dated.last or one.dated.first
        for one in before
        if one.dated and one.place >= tokens.first[draft.place]
    ]
    months = [date for date in same if date.month and date.month <= 12]
    if not months or not draft.dated:
        return figure
    date = PartDate(months[-1].year, months[-1].month, draft.dated.first.day)
    low, high = (date.bounds() if date.is_real else None) or (None, None)
    return replace(figure, when=date.edtf, low=low, high=high)


def _counting(
    tokens: Tokens,
    draft: Draft,
    bounds: tuple[int, int],
    before: Sequence[Figure],
    label: Counted,
    following: Sequence[Draft],
) -> tuple[Figure, Counted]:
    """Describe a number: what it counts, what befell it, and of what it is a part."""
    figure = _base(tokens, draft)
    counted, own_label = draft.counted, NOTHING
    points_back = False
    one, money = draft.low == draft.high == 1, draft.kind == "money"
    if not counted.is_found and draft.kind != "time":
        counted = counted_behind(tokens, draft.behind, one=one or money, money=money)
        if not counted.is_found and tokens.at(draft.behind) == "of":
            counted = _shared_noun(tokens, draft, following)
    if not counted.is_found:
        own_label = label_before(tokens, draft.begins)
        counted = own_label
    if not counted.is_found:
        counted, points_back = counted_before(
            tokens, draft.begins, bounds[0], measured_only=draft.kind != "count"
        )
    draft.counted = counted
    past = counted.past if counted.past > draft.past else draft.behind
    in_sentence = (
        max(bounds[0], tokens.first[draft.place]),
        min(max(bounds[1], past), tokens.past[draft.place]),
    )
    event = (
        happening_of_label(counted)
        or happening(tokens, (draft.begins, draft.place, draft.behind, past), in_sentence)
        or verb_behind(tokens, past, in_sentence[1])
        or lived(tokens, draft.begins, draft.behind, in_sentence)
    )
    weak = figure_lists().weak_events.get(counted.words.rpartition(" ")[2], "")
    event = weak if weak and event not in ("rescued", "aboard") else event  # it cost six lives
    found_by = "label" if own_label.is_found else figure.found_by
    whom = figure.whom or (named_behind(tokens, draft.behind) if len(tokens) <= _SHORT_LINE else "")
    figure = replace(figure, of_what=counted.words, event=event, found_by=found_by, whom=whom)
    if counted.is_found:
        return part_of(tokens, draft.place, draft.behind, figure, before), own_label
    if label.is_found and len(tokens) <= _LABEL_LINE:
        return replace(
            figure, of_what=label.words, event=event or happening_of_label(label), found_by="label"
        ), NOTHING
    return part_of(
        tokens, draft.place, draft.behind, _carried(tokens, draft, figure, before, back=points_back), before
    ), own_label


def happening_of_label(counted: Counted) -> str:
    """Return what befell those whom a noun names by itself: deaths, captives, captive civilians."""
    groups = (group_of(word.lower()) for word in counted.words.split())
    return next((group for group in groups if group and group != LIVE), "")


def _told_apart(
    tokens: Tokens, draft: Draft, before: Sequence[Draft], figures: list[Figure], figure: Figure
) -> Figure:
    """Give what befell them to the first number of "4,500 of our 7,150 workers were hurt" alone."""
    first = before[-1] if before else None
    shared = first and first.kind == draft.kind == "count" and tokens.at(first.behind) == "of"
    if not first or not shared or draft.place - first.behind > _BETWEEN or not figure.event:
        return figure
    if figures[-1].of_what != figure.of_what or tokens.at(first.behind + 1) in ("them", "whom", "which"):
        return figure  # 106 of them women and 63 children
    figures[-1] = replace(figures[-1], event=figures[-1].event or figure.event)
    return replace(figure, event="")


def _shared_noun(tokens: Tokens, draft: Draft, following: Sequence[Draft]) -> Counted:
    """Find the noun of "6,000 of the yard's 7,200 workers", which stands behind the second number."""
    near = following and following[0].kind == "count" and following[0].place - draft.behind <= _BETWEEN
    return counted_behind(tokens, following[0].behind, one=False) if near else NOTHING


def _carried(tokens: Tokens, draft: Draft, figure: Figure, before: Sequence[Figure], *, back: bool) -> Figure:
    """Let a number without a noun count what the one before in the sentence (`back`: in the block) does."""
    numbers = figure_lists().words["numbers"]
    same = [one for one in before if one.kind == figure.kind and one.of_what and one.of_what not in numbers]
    if not same:
        return figure
    near = same[-1].where.start >= tokens.start[tokens.first[draft.place]]
    if not near and not back:
        return figure
    said = group_of(same[-1].of_what.rpartition(" ")[2])
    if figure.event and said not in ("", figure.event):
        return figure  # 49 dead and 112 hurt: the hurt are not the dead
    keeps = near or same[-1].event == LIVE  # "this number had grown": it is still that of the people there
    return replace(figure, of_what=same[-1].of_what, event=figure.event or (same[-1].event if keeps else ""))


def _date_near(tokens: Tokens, drafts: Sequence[Draft], figures: Sequence[Figure], number: int) -> str:
    """Return the date of the same sentence that stands nearest to a figure; "" where none does."""
    draft, papers = drafts[number], figure_lists().papers
    best, nearest = "", len(tokens)
    for other, figure in zip(
        drafts[max(0, number - 6) : number + 7], figures[max(0, number - 6) : number + 7], strict=True
    ):
        same = tokens.first[other.place] == tokens.first[draft.place]
        distance = abs(other.place - draft.place)
        if same and figure.kind in DATED and distance < nearest and figure.of_what not in papers:
            best, nearest = figure.when, distance
    return best
