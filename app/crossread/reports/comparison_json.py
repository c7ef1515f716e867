"""A comparison as JSON, for other programs: docs/compare-format.md says what each key means."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from crossread.reports.figure_values import bound_as_json
from crossread.texts.comparison import Comparison
from crossread.texts.figures.figure import Figure
from crossread.texts.figures.figure_reasons import why_figure, why_quantity
from crossread.texts.names.name import Name
from crossread.texts.names.name_reasons import why_form, why_name
from crossread.texts.passages.paragraphs import note_in, numbers_in
from crossread.texts.text import Range, Text
from crossread.texts.wording.shared_reasons import who_is_named, why_shared
from crossread.texts.wording.shared_run import RunPlace, SharedRun
from crossread.texts.wording.telling_reasons import why_telling
from crossread.texts.wording.telling_word import TellingWord
from crossread.texts.words.normal import text_words

FORMAT = 1

_Values = dict[str, Any]


def comparison_json(comparison: Comparison, texts: Mapping[str, Text], files: Mapping[str, str]) -> str:
    """Return a comparison as JSON; `texts` and the names of their `files` are by the ids of the sources."""
    values = _Report(comparison, texts, files).values()
    return json.dumps(values, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


class _Report:
    """A comparison while it is written out."""

    def __init__(self, comparison: Comparison, texts: Mapping[str, Text], files: Mapping[str, str]) -> None:
        self.comparison = comparison
        self.texts = texts
        self.files = files
        self.numbers: dict[tuple[str, Range], int] = {}

    def values(self) -> _Values:
        """Return all of it."""
        told = self.comparison
        figures = [self._figure(source, figure) for source in told.sources for figure in told.figures[source]]
        return {
            "crossread-compare": FORMAT,
            "sources": [self._source(source) for source in told.sources],
            "figures": figures,
            "quantities": [
                {
                    "name": quantity.name,
                    "kind": quantity.kind,
                    "differs": quantity.parts,
                    "figures": [self.numbers[given.source, given.figure.where] for given in quantity.given],
                    "aligned_by": quantity.aligned_by,
                    "why": why_quantity(quantity),
                }
                for quantity in told.quantities
            ],
            "shared": [self._run(run) for run in told.shared],
            "names": [self._name(name) for name in told.names],
            "words": [self._word(source, word) for source in told.sources for word in told.words[source]],
        }

    def _source(self, source: str) -> _Values:
        text = self.texts[source]
        return {
            "id": source,
            "file": self.files[source],
            "words": len(text_words(text)),
            "sha256": text.digest,
        }

    def _place(self, source: str, where: Range) -> _Values:
        text = self.texts[source]
        return {
            "source": source,
            "start": where.start,
            "end": where.end,
            "paragraphs": list(numbers_in(text, where)),
            "note": note_in(text, where) or None,
            "words": text.words(where),
        }

    def _figure(self, source: str, figure: Figure) -> _Values:
        number = self.numbers[source, figure.where] = len(self.numbers)
        low, high = bound_as_json(figure, figure.low), bound_as_json(figure, figure.high)
        return {
            "number": number,
            "kind": figure.kind,
            "value": low if figure.low == figure.high else None,
            "low": low,
            "high": high,
            "when": figure.when or None,
            "unit": figure.unit or None,
            "of_what": figure.of_what or None,
            "event": figure.event or None,
            "hedge": figure.hedge or None,
            "attributed_to": figure.whom or None,
            "place": self._place(source, figure.where),
            "part_of": self._place(source, figure.part_of) if figure.part_of else None,
            "found_by": figure.found_by,
            "why": why_figure(figure),
        }

    def _run(self, run: SharedRun) -> _Values:
        return {
            "words": run.words,
            "places": [
                *(self._run_place(run.one, place) for place in run.in_one),
                *(self._run_place(run.other, place) for place in run.in_other),
            ],
            "also_in": list(run.also_in),
            "credited": run.credited,
            "credits": who_is_named(run, self.files),
            "changed": self._pieces(run),
            "why": why_shared(run),
        }

    def _run_place(self, source: str, place: RunPlace) -> _Values:
        return {
            **self._place(source, place.where),
            "quoted": place.quoted,
            "credits": [
                {
                    "name": credit.name,
                    "source": credit.source or None,
                    "place": self._place(source, credit.where),
                }
                for credit in place.credits
            ],
            "sentences": self._place(source, place.surroundings),
        }

    def _pieces(self, run: SharedRun) -> Sequence[_Values]:
        return [
            {"change": piece.change, "one": _words(self.texts[run.one], piece.one)}
            | {"other": _words(self.texts[run.other], piece.other)}
            for piece in run.changed
        ]

    def _name(self, name: Name) -> _Values:
        return {
            "name": name.words,
            "kind": name.kind,
            "sources": list(name.sources),
            "forms": [
                {
                    "words": form.words,
                    "places": [self._place(place.source, place.where) for place in form.places],
                    "like": form.like or None,
                    "joined_by": form.joined_by or None,
                    "why": why_form(form) or None,
                }
                for form in name.forms
            ],
            "found_by": name.found_by,
            "why": why_name(name),
        }

    def _word(self, source: str, word: TellingWord) -> _Values:
        return {
            "words": word.words,
            "kind": word.kind,
            "group": word.group,
            "entry": word.entry,
            "quoted": word.quoted,
            "place": self._place(source, word.where),
            "why": why_telling(word),
        }


def _words(text: Text, where: Range | None) -> str | None:
    return text.words(where) if where else None
