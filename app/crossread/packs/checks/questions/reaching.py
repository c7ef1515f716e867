"""Warns of keys that no response can reach: what nobody can get right teaches nobody."""

from bisect import bisect_left
from typing import Any

from crossread.base.translation import _
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.yaml_tree import ListNode, MapNode, Node
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import ShownText, Texts
from crossread.questions.registry import KINDS

# Parts of marks; beyond that many no more questions are tried, as it would take too long (some seconds).
_MOST_PARTS = 30_000


def check_reach(draft: Draft, problems: Problems) -> None:
    """Note each question on the digests that its own kind cannot answer so that it earns all there is.

    Questions that wait for originals, are about a source that could not be read, or have an error are
    passed over, and those of which it is told already that they ask nothing.
    """
    digests = {row.value.id: {digest.digest: ShownText("digest", digest)} for row, digest in draft.sources}
    told = _Told(draft, problems)
    parts = 0
    for written in draft.questions:
        question = written.value
        if question.needs or not KINDS[question.kind].scored or told.of(written):
            continue
        if any(source not in digests for source in question.sources):
            continue
        mark = _best_mark(question, digests)
        if mark is None or mark.score != 1:
            message = _(
                "No answer to this question earns all its points on the digests. Try to answer it yourself, "
                "and mend its key."
            )
            problems.warning(written.file, written.at(), "key-unreachable", message)
        parts += len(mark.parts) if mark else 1
        if parts > _MOST_PARTS:
            return


def _best_mark(question: Question, digests: Texts) -> Mark | None:
    """Mark the response that the kind gives for solved; None where it gives none."""
    kind = KINDS[question.kind]
    texts = {source: digests[source] for source in question.sources}
    response = kind.solve(question, texts)
    return None if response is None else kind.mark(question, response, texts)


class _Told:
    """What is known to be wrong already: in a question, or in a claim that it is about."""

    def __init__(self, draft: Draft, problems: Problems) -> None:
        self._lines: dict[str, list[int]] = {}
        for problem in problems.in_order():
            if problem.severity == "error" or problem.code == "nothing-asked":
                self._lines.setdefault(problem.file, []).append(problem.line)
        self._sound_claims = {claim.value.id for claim in draft.claims if not self._within(claim)}

    def of(self, written: Written[Question]) -> bool:
        """Tell whether a question need not be looked at."""
        claims = (claim for _at, claim in KINDS[written.value.kind].claims(written.value))
        return self._within(written) or not self._sound_claims.issuperset(claims)

    def _within(self, written: Written[Any]) -> bool:
        lines = self._lines.get(written.file)
        if not lines:
            return False
        at = bisect_left(lines, written.node.line)  # problems come in the order of their lines
        return at < len(lines) and lines[at] <= _last_line(written.node)


def _last_line(node: Node) -> int:
    """Return the line on which the last value of a tree begins."""
    last, stack = node.line, [node]
    while stack:
        here = stack.pop()
        last = max(last, here.line)
        if isinstance(here, ListNode):
            stack += here.items
        elif isinstance(here, MapNode):
            stack += here.values.values()
    return last
