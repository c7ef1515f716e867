"""What a matrix tells of its cells: their faces in the grid, and what was given, asked for and earned."""

from collections.abc import Mapping

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.answers.matrix.filling import statements_in
from crossread.desktop.answers.matrix.signs import stances_words
from crossread.desktop.answers.passages.passage_list import ListedPassage
from crossread.inquiry.comparison import CellId
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Mark, Part, Verdict
from crossread.questions.matrix import Matrix, MatrixResponse, given_cells
from crossread.questions.matrix_marking import key_statements, statement_words


def faces(
    question: Matrix,
    response: MatrixResponse,
    mark: Mark | None,
    letters: Letters,
    *,
    count: tuple[int, int],
    nothing_given: bool,
) -> Mapping[CellId, CellFace]:
    """Return what each cell of a matrix shows; `count` is how many are filled of those asked.

    With `nothing_given` the cells asked show what was asked for, as far as the mark tells it.
    """
    given = frozenset(given_cells(question))
    parts = _parts(mark)
    found = {}
    for claim in question.rows:
        for source in question.sources:
            part = parts.get(_of(claim.id, source))
            is_given = (claim.id, source) in given
            told_now = is_given or (nothing_given and part is not None and bool(part.key))
            key = key_statements(claim, source) if told_now else ()
            own = statements_in(response, claim.id, source)
            stances = tuple(one.stance for one in (key or own))
            verdict: Verdict = part.verdict if part and not nothing_given else "unscored"
            letter = letters.get(source, (source[:1].upper(), 0))[0]
            said = (
                stances_words(stances) or _("empty"),
                _("given") if is_given else "",
                verdict_words(verdict),
                "" if mark else _("{done} of {all} filled").format(done=count[0], all=count[1]),
            )
            name = _("{claim}, source {letter}: {said}").format(
                claim=claim.claim, letter=letter, said="; ".join(filter(None, said))
            )
            says = "; ".join(one.says for one in key if one.says)
            found[claim.id, source] = CellFace(
                name=name, stances=stances, says=says, given=told_now, verdict=verdict
            )
    return found


def told(
    question: Matrix, claim_id: str, source: str, mark: Mark | None, letter: str, *, nothing_given: bool
) -> tuple[Verdict, tuple[str, ...], tuple[ListedPassage, ...]]:
    """Return the verdict on a cell, the lines to read about it, and the passages that show them.

    `letter` is the source's. A given cell is told with its passages; one that was asked only as far as
    its part names what was asked for.
    """
    claim = next(one for one in question.rows if one.id == claim_id)
    if (claim_id, source) in given_cells(question):
        key = key_statements(claim, source)
        line = _("Given: {words}").format(words="; ".join(statement_words(one) for one in key))
        passages = tuple(
            ListedPassage(passage.of(source), passage.quote)
            for one in key
            for passage in one.passages
            if passage.quote
        )
        return "unscored", (line,), passages
    part = _parts(mark).get(_of(claim_id, source))
    if mark is None or part is None:
        return "unscored", (), ()
    wanted = part.key and part.key != part.given
    asked_for = _("{letter}: {words}").format(letter=letter, words=part.key) if wanted else ""
    lines = tuple(filter(None, (asked_for, part.feedback)))
    shown = tuple(
        ListedPassage(one.passage, one.passage.quote, note=_("This shows it."))
        for one in mark.parts
        if one.key and one.passage and one.passage.quote and _is_about(one, claim_id, source)
    )
    return ("unscored" if nothing_given else part.verdict), lines, shown


def _of(claim: str, source: str) -> str:
    return f"{claim}/{source}"


def _is_about(part: Part, claim: str, source: str) -> bool:
    """Tell whether a part is about a cell: its own, or one for a further passage there."""
    return part.of == _of(claim, source) or part.of.startswith(f"{_of(claim, source)}/")


def _parts(mark: Mark | None) -> Mapping[str, Part]:
    return {part.of: part for part in mark.parts} if mark else {}
