"""Checks of what a claim names elsewhere in the pack: sources, a line of the floor, a date, references."""

from crossread.packs.checks.references import check_date, check_refs
from crossread.packs.checks.row_checks import RowChecks
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.questions.claims import Claim


def check_claims(draft: Draft, problems: Problems) -> None:
    """Note claims that name what there is not, and silences to be explained without a line of the floor."""
    checks = RowChecks(draft, problems)
    for written in draft.claims:
        claim = written.value
        for source in claim.cells:
            checks.ids.check_source(written.file, written.at_key("cells", source), source)
        if claim.floor or explains_silence(written):
            checks.floor(written, claim.floor)
        if claim.overtaken is not None:
            check_date(written, ("overtaken", "when"), claim.overtaken.when, problems)
        check_refs(written, claim.refs, checks.ids, problems)


def explains_silence(written: Written[Claim]) -> bool:
    """Tell whether a claim says why a source is silent."""
    cells = written.value.cells.values()
    return any(statement.because for statements in cells for statement in statements)
