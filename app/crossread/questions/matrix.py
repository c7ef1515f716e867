"""Matrix: how each source stands to each claim."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.questions.claims import Claim, Given, Stance, Statement
from crossread.questions.evidence_passages import select_place
from crossread.questions.faults import repeated
from crossread.questions.kind import Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.matrix_marking import CellMark, given_words, key_statements, mark_cell
from crossread.questions.passages import Selection, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixWritten(Question):
    """A matrix as its author writes it: ids of claims; its sources are the columns.

    `given` says which cells are filled in already: all of them, every other one, or none. With `prove`
    each statement but silence takes a passage that shows it.
    """

    kind: Literal["matrix"] = "matrix"
    claims: tuple[str, ...]
    given: Given = "none"
    prove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(MatrixWritten):
    """A matrix with its claims, which stand in claims.yaml."""

    rows: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementGiven:
    """One stance that the learner sees, and the passage that shows it."""

    stance: Stance
    selection: Selection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellGiven:
    """What the learner has put into one cell."""

    claim: str
    source: str
    statements: tuple[StatementGiven, ...]


@dataclass(frozen=True, slots=True)
class MatrixResponse:
    """The cells filled in by the learner, row by row; a cell without a statement is left out."""

    cells: tuple[CellGiven, ...] = ()


def complete(written: MatrixWritten, claims: Mapping[str, Claim]) -> Matrix:
    """Set the claims in as rows, in the order written; ids that no claim has are left out."""
    keys = {field.name: getattr(written, field.name) for field in fields(MatrixWritten)}
    return Matrix(**keys, rows=tuple(claims[one] for one in written.claims if one in claims))


def named_claims(question: MatrixWritten) -> Sequence[tuple[tuple[str | int, ...], str]]:
    """List the ids of the claims that it names, each with the way to it."""
    return [(("claims", number), one) for number, one in enumerate(question.claims)]


def asked_cells(question: Matrix) -> tuple[tuple[str, str], ...]:
    """Return the cells to fill in, row by row, each as the ids of its claim and its source."""
    return tuple((claim.id, source) for claim, source, given in _cells(question) if not given)


def given_cells(question: Matrix) -> tuple[tuple[str, str], ...]:
    """Return the cells that are filled in already, row by row, as `asked_cells` does."""
    return tuple((claim.id, source) for claim, source, given in _cells(question) if given)


def _cells(question: Matrix) -> Iterator[tuple[Claim, str, bool]]:
    """Go through the cells, row by row, and tell whether each is given: every other one where some are."""
    for row, claim in enumerate(question.rows):
        for column, source in enumerate(question.sources):
            every_other = question.given == "some" and (row + column) % 2 == 0
            yield claim, source, question.given == "all" or every_other


def faults(question: Matrix) -> list[Fault]:
    """Find what is wrong: no claim, one twice, nothing asked, no silence to see, nothing to prove by.

    What is wrong with a claim itself is for `claim_faults` to say.
    """
    found: list[Fault] = []
    if not question.claims:
        message = _("The matrix has no claims. Name some of claims.yaml: claims: [one, two].")
        found.append(Fault(("claims",), "error", "no-claim", message))
    for number in repeated(question.claims):
        message = _("The claim “{id}” is named twice. Leave one out.").format(id=question.claims[number])
        found.append(Fault(("claims", number), "error", "claim-twice", message))
    asked = [(claim, source) for claim, source, given in _cells(question) if not given]
    if question.claims and not asked:
        message = _("All cells are given, so nothing is asked and nothing scored. Leave some to fill in.")
        found.append(Fault(("given",), "warning", "nothing-asked", message))
    if asked and not any(_is_silent(claim, source) for claim, source in asked):
        message = _("No source asked about is silent on a claim. Add a claim that one of them leaves out.")
        found.append(Fault(("claims",), "warning", "no-silent-cell", message))
    if question.prove:
        for claim, source in asked:
            found.extend(_proof_faults(question, claim, source))
    return found


def _proof_faults(question: Matrix, claim: Claim, source: str) -> Iterator[Fault]:
    at = ("claims", question.claims.index(claim.id)) if claim.id in question.claims else ("claims",)
    for statement in key_statements(claim, source):
        if statement.stance == "silent":
            continue
        if not statement.passages:
            message = _("“{source}” speaks of “{claim}” in claims.yaml without a passage; “prove” takes one.")
            code = "no-passage"
        elif question.needs and not any(passage.original for passage in statement.passages):
            message = _("“{source}” has no passage on “{claim}” in the original, which the question needs.")
            code = "no-original-anchor"
        else:
            continue
        yield Fault(at, "error", code, message.format(source=source, claim=claim.id))


def _is_silent(claim: Claim, source: str) -> bool:
    return all(statement.stance == "silent" for statement in key_statements(claim, source))


def mark(question: Matrix, response: MatrixResponse, texts: Texts) -> Mark:
    """Give the mean of the cells asked, each marked by `mark_cell`; their parts come row by row.

    There is no score where no cell is asked, where none of those filled in is asked any more, or where
    the text of a passage that has to show something is gone.
    """
    given = _by_cell(response)
    if given and given.keys().isdisjoint(asked_cells(question)):
        gone = _("The cells that you filled in are no longer part of this question, so it is not scored.")
        return Mark(score=None, parts=(Part(score=None, feedback=gone),))
    marks = [
        mark_cell(claim, source, given.get((claim.id, source), ()), texts, prove=question.prove)
        for claim, source, is_given in _cells(question)
        if not is_given
    ]
    parts = tuple(part for cell in marks for part in cell.parts)
    return Mark(score=_mean(marks), parts=parts)


def _mean(marks: Sequence[CellMark]) -> float | None:
    scores = [cell.score for cell in marks if cell.score is not None]
    if not scores or len(scores) < len(marks):
        return None
    return float(sum(scores, Fraction(0)) / len(scores))


def _by_cell(response: MatrixResponse) -> dict[tuple[str, str], list[tuple[Stance, Selection | None]]]:
    found: dict[tuple[str, str], list[tuple[Stance, Selection | None]]] = {}
    for cell in response.cells:
        for statement in cell.statements:
            found.setdefault((cell.claim, cell.source), []).append((statement.stance, statement.selection))
    return found


def empty(response: MatrixResponse) -> bool:
    """Tell whether no cell says anything yet."""
    return not any(cell.statements for cell in response.cells)


def words(question: Matrix, response: MatrixResponse) -> str:
    """Say claim by claim what the learner saw in each source."""
    claims = {claim.id: claim.claim for claim in question.rows}
    said: dict[str, list[str]] = {}
    for (claim, source), given in _by_cell(response).items():
        said.setdefault(claims.get(claim, claim), []).append(f"{source}: {given_words(given)}")
    return "\n".join(f"{claim} – {', '.join(cells)}" for claim, cells in said.items())


def solve(question: Matrix, texts: Texts) -> MatrixResponse | None:
    """Fill in every cell asked as the claims have it, with the first passage that has a place.

    None where nothing is asked, and where a passage that is to be marked has no place in the texts.
    """
    cells = []
    for claim, source, is_given in _cells(question):
        if is_given:
            continue
        statements = []
        for statement in key_statements(claim, source):
            proves = question.prove and statement.stance != "silent" and statement.passages
            selection = _first_place(statement, source, texts) if proves else None
            if proves and selection is None:
                return None
            statements.append(StatementGiven(stance=statement.stance, selection=selection))
        cells.append(CellGiven(claim=claim.id, source=source, statements=tuple(statements)))
    return MatrixResponse(tuple(cells)) if cells else None


def _first_place(statement: Statement, source: str, texts: Texts) -> Selection | None:
    for passage in statement.passages:
        found = select_place(passage.of(source), texts)
        if found is not None:
            return found
    return None


def lacks(question: Matrix, response: MatrixResponse) -> str:
    """Say how many cells are still empty, and how many stances still want their passage."""
    if empty(response):
        return ""
    given = _by_cell(response)
    asked = asked_cells(question)
    wanted = []
    left = sum(cell not in given for cell in asked)
    if left:
        wanted.append(
            ngettext("{count} cell is still empty.", "{count} cells are still empty.", left).format(
                count=left
            )
        )
    unproved = sum(
        stance != "silent" and selection is None
        for cell in asked
        for stance, selection in given.get(cell, ())
    )
    if question.prove and unproved:
        wanted.append(
            ngettext(
                "{count} stance still takes a passage.", "{count} stances still take a passage.", unproved
            ).format(count=unproved)
        )
    return " ".join(wanted)


def silent(question: Matrix) -> Collection[str]:
    """Name the sources that say nothing on any of the claims."""
    return [
        source
        for source in question.sources
        if question.rows and all(_is_silent(claim, source) for claim in question.rows)
    ]


def offered(question: Matrix) -> Sequence[str]:
    """Return the claims."""
    return tuple(row.claim for row in question.rows)


KIND = Kind(
    name="matrix",
    label=N_("claim by claim"),
    question=Matrix,
    response=MatrixResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    lacks=lacks,
    silent=silent,
    written=MatrixWritten,
    complete=complete,
    claims=named_claims,
    stances=asked_cells,
    offered=offered,
    recalled=False,
)
