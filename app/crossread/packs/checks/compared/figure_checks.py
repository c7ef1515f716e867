"""Checks of figures.yaml: each figure with a value or bounds, of a source that speaks, shown by a passage."""

from collections.abc import Sequence

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.compared.edge_checks import says_something
from crossread.packs.checks.references import check_date
from crossread.packs.checks.row_checks import RowChecks
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.sources.compare_parts import AuthorsQuantity, Dropped, FigureValue

Step = str | int


def check_figures(draft: Draft, problems: Problems) -> None:
    """Note quantities without figures, figures that say nothing, and reasons that are missing."""
    if draft.figures:
        _Figures(draft, problems).check()


class _Figures(RowChecks):
    def __init__(self, draft: Draft, problems: Problems) -> None:
        super().__init__(draft, problems)
        self._all_problems = problems
        self._claims = {written.value.id: written.value for written in draft.claims}

    def check(self) -> None:
        for written in self.draft.figures:
            self._quantity(written)

    def _quantity(self, written: Written[AuthorsQuantity]) -> None:
        figure = written.value
        self.filled(written, ("what",), figure.what)
        self.filled(written, ("unit",), figure.unit)
        if figure.claim:
            self.ids.check(written.file, written.at("claim"), figure.claim, pack_files.CLAIMS)
        if not figure.figures:
            message = _("No figure stands here. Write what each source gives.")
            self.error(written, ("figures",), "no-figure", message)
        before: set[tuple[object, ...]] = set()
        for number, value in enumerate(figure.figures):
            self._value(written, number, value)
            said = (value.source, value.bounds, value.whom, value.counted, value.when)
            if said in before:
                message = _("The source gives this figure twice. Leave one out, or say how they differ.")
                self.error(written, ("figures", number), "figure-twice", message)
            before.add(said)
        self._reasons(written)
        for number, pair in enumerate(figure.drop):
            self._pair(written, number, pair)
        self.floor(written, figure.floor)

    def _value(self, written: Written[AuthorsQuantity], number: int, value: FigureValue) -> None:
        at = ("figures", number)
        self.source(written, (*at, "source"), value.source)
        self.passage(written, at, value.passage)
        self._bounds(written, at, value)
        check_date(written, (*at, "when"), value.when, self._all_problems)
        claim = self._claims.get(written.value.claim)
        known = self.ids.has(pack_files.SOURCES, value.source)
        if claim is not None and known and not says_something(claim, value.source):
            message = _("“{source}” says nothing on “{claim}” in claims.yaml. Mend one of the two.")
            message = message.format(source=value.source, claim=claim.id)
            self.error(written, (*at, "source"), "source-silent", message)

    def _bounds(self, written: Written[AuthorsQuantity], at: Sequence[Step], value: FigureValue) -> None:
        bounded = value.low is not None or value.high is not None
        if value.value is None and not bounded:
            message = _("This figure has no number. Write “value”, or “low” and “high” or one of them.")
            self.error(written, at, "no-value", message)
        elif value.value is not None and bounded:
            message = _("A figure has a “value” or bounds, not both. Where it is sure, write “value” alone.")
            self.error(written, (*at, "value"), "value-and-bounds", message)
        elif value.low is not None and value.high is not None and value.low >= value.high:
            message = _("“low” has to be less than “high”.")
            self.error(written, (*at, "low"), "range-upside-down", message)

    def _reasons(self, written: Written[AuthorsQuantity]) -> None:
        figure = written.value
        self.once(written, ("why",), figure.why)
        if len({value.bounds for value in figure.figures}) < 2:
            return
        if not figure.why:
            message = _("These figures part, and no reason is given. Name one or more in “why”.")
            self.warning(written, ("why",), "no-why", message)
        if not figure.explanation.strip():
            message = _("Without an explanation the feedback teaches nothing. Add the key “explanation”.")
            self.warning(written, ("explanation",), "no-explanation", message)

    def _pair(self, written: Written[AuthorsQuantity], number: int, pair: Dropped) -> None:
        for key, passage in (("one", pair.one), ("other", pair.other)):
            path = ("drop", number, key)
            self.source(written, (*path, "source"), passage.source)
            self.passage(written, path, passage)
        if pair.one == pair.other:
            message = _("These two are the same passage. Name the two that do not belong together.")
            self.error(written, ("drop", number, "other"), "same-passage", message)
