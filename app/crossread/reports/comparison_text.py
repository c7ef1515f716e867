"""A comparison as lines of text, for reading in a terminal or a mail."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from crossread.base.translation import _, ngettext
from crossread.reports.citation import place_in_words, quotation
from crossread.reports.figure_values import value_in_words
from crossread.texts.comparison import Comparison
from crossread.texts.figures.figure import DATED, Figure, Quantity
from crossread.texts.figures.figure_reasons import why_quantity
from crossread.texts.names.name import Name
from crossread.texts.names.name_reasons import kind_label, why_form
from crossread.texts.text import Range, Text
from crossread.texts.wording.differences import Piece
from crossread.texts.wording.shared_reasons import change_label, who_is_named, why_shared
from crossread.texts.wording.shared_run import RunPlace, SharedRun
from crossread.texts.wording.telling_reasons import word_kind_label
from crossread.texts.wording.telling_word import TellingWord, WordKind
from crossread.texts.words.normal import text_words

_WIDTH = 100
_INDENT = "    "
_KINDS: Sequence[WordKind] = ("loaded", "hedging", "doubting", "endorsing", "saying")
_MOST_NAMES = 40


def comparison_text(comparison: Comparison, texts: Mapping[str, Text], files: Mapping[str, str]) -> str:
    """Return a comparison as text; `texts` and the names of their `files` are by the ids of the sources."""
    return "\n".join(_Report(comparison, texts, files).lines()).rstrip() + "\n"


class _Report:
    """A comparison while it is written out."""

    def __init__(self, comparison: Comparison, texts: Mapping[str, Text], files: Mapping[str, str]) -> None:
        self.told = comparison
        self.texts = texts
        self.files = files

    def lines(self) -> Iterator[str]:
        """Yield the lines."""
        for source in self.told.sources:
            count = len(text_words(self.texts[source]))
            words = ngettext("{count} word", "{count} words", count).format(count=f"{count:,}")
            yield _("{source}  {file} ({words})").format(source=source, file=self.files[source], words=words)
        parting = [quantity for quantity in self.told.quantities if quantity.parts]
        agreeing = [quantity for quantity in self.told.quantities if not quantity.parts]
        yield from self._part(_("Where the figures part"), map(self._quantity, parting))
        yield from self._part(_("Where the figures agree"), map(self._quantity, agreeing))
        yield from self._part(_("Words that are shared"), map(self._run, self.told.shared))
        yield from self._part(_("Dates, text by text"), map(self._dates, self.told.sources))
        yield from self._part(_("Figures, text by text"), map(self._figures, self.told.sources))
        named = [name for name in self.told.names if len(name.sources) > 1 or len(name.forms) > 1]
        yield from self._part(
            _("Names that several texts give, or in several forms"), map(self._name, named[:_MOST_NAMES])
        )
        yield from self._part(_("Words that tell how a text speaks"), map(self._words, self.told.sources))

    def _part(self, title: str, items: Iterator[Iterator[str]]) -> Iterator[str]:
        lines = [line for item in items for line in item]
        yield ""
        yield title
        yield "-" * len(title)
        yield from lines or [_("None was found.")]

    def _at(self, source: str, where: Range) -> str:
        place = place_in_words(self.texts[source], where)
        return _("{source}, {place}").format(source=source, place=place) if place else source

    def _quantity(self, quantity: Quantity) -> Iterator[str]:
        yield quantity.name
        for given in quantity.given:
            yield from self._figure(given.source, given.figure)
        yield from _wrapped(why_quantity(quantity), 2)

    def _figure(self, source: str, figure: Figure) -> Iterator[str]:
        words = self.texts[source].words(figure.where)
        value = value_in_words(figure)
        told = [
            quotation(words)
            if _says(words, value)
            else _("{words} = {value}").format(words=quotation(words), value=value)
        ]
        told += [_of_what(figure)]
        told += [_("hedged: {hedge}").format(hedge=figure.hedge)] if figure.hedge else []
        told += [_("by: {whom}").format(whom=figure.whom)] if figure.whom else []
        line = _("{place}: {told}").format(
            place=self._at(source, figure.where), told="; ".join(part for part in told if part)
        )
        yield from _wrapped(line, 1)

    def _figures(self, source: str) -> Iterator[str]:
        for figure in self.told.figures[source]:
            if figure.kind not in DATED:
                yield from self._figure(source, figure)

    def _dates(self, source: str) -> Iterator[str]:
        for figure in self.told.dates[source]:
            yield from self._figure(source, figure)

    def _run(self, run: SharedRun) -> Iterator[str]:
        yield from _wrapped(quotation(self.texts[run.one].words(run.in_one[0].where)), 0)
        for source, places in ((run.one, run.in_one), (run.other, run.in_other)):
            for place in places:
                yield from _wrapped(self._run_place(source, place), 1)
        if run.also_in:
            yield from _wrapped(_("also in: {sources}").format(sources=", ".join(run.also_in)), 1)
        yield from _wrapped(who_is_named(run), 1)
        for piece in run.changed:
            if piece.change != "same":
                yield from _wrapped(self._piece(run, piece), 1)
        yield from _wrapped(why_shared(run), 2)

    def _run_place(self, source: str, place: RunPlace) -> str:
        marked = _("in quotation marks") if place.quoted else _("without quotation marks")
        return _("{place}: {marked}").format(place=self._at(source, place.where), marked=marked)

    def _piece(self, run: SharedRun, piece: Piece) -> str:
        one = quotation(self.texts[run.one].words(piece.one)) if piece.one else ""
        other = quotation(self.texts[run.other].words(piece.other)) if piece.other else ""
        words = _("{one} → {other}").format(one=one, other=other) if one and other else one or other
        return _("{change}: {words}").format(change=change_label(piece.change), words=words)

    def _name(self, name: Name) -> Iterator[str]:
        counts = Counter(place.source for form in name.forms for place in form.places)
        told = ", ".join(f"{source} {counts[source]}" for source in self.told.sources if counts[source])
        yield from _wrapped(
            _("{name} ({kind}): {told}").format(name=name.words, kind=kind_label(name.kind), told=told), 0
        )
        for form in name.forms[1:]:
            sources = ", ".join(dict.fromkeys(place.source for place in form.places))
            line = _("{form} ({sources}). {why}").format(form=form.words, sources=sources, why=why_form(form))
            yield from _wrapped(line, 1)

    def _words(self, source: str) -> Iterator[str]:
        yield _("{source}  {file}").format(source=source, file=self.files[source])
        for kind in _KINDS:
            found = [word for word in self.told.words[source] if word.kind == kind]
            if found:
                line = _("{kind} ({count}): {words}").format(
                    kind=word_kind_label(kind), count=len(found), words=_counted(found)
                )
                yield from _wrapped(line, 1)


def _says(words: str, value: str) -> bool:
    """Tell whether a figure's words say its value in just this way."""
    return value in words if " " in value else value in words.split()


def _of_what(figure: Figure) -> str:
    if not figure.event or figure.event == figure.of_what:
        return figure.of_what
    if not figure.of_what:
        return figure.event
    return _("{what} ({event})").format(what=figure.of_what, event=figure.event)


def _counted(words: Sequence[TellingWord]) -> str:
    counts = Counter(word.words.casefold() for word in words)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{words} {count}" if count > 1 else words for words, count in ordered)


def _wrapped(words: str, depth: int) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=_INDENT * depth,
        subsequent_indent=_INDENT * depth + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
