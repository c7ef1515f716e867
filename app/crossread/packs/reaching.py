"""Warns of keys that no response can reach: what nobody can get right teaches nobody."""

from crossread.base.translation import _
from crossread.packs.conversion import Written
from crossread.packs.draft import Draft
from crossread.packs.problems import Problems
from crossread.packs.yaml_tree import ListNode, MapNode, Node
from crossread.questions.kind import Question
from crossread.questions.passages import ShownText, Texts
from crossread.questions.registry import KINDS


def check_reach(draft: Draft, problems: Problems) -> None:
    """Note each question on the digests that its own kind cannot answer so that it earns all there is.

    Questions that wait for originals, are about a source that could not be read, or have an error are
    passed over, and those of which it is told already that they ask nothing.
    """
    digests: dict[str, dict[str, ShownText]] = {
        row.value.id: {digest.digest: ShownText("digest", digest)} for row, digest in draft.sources
    }
    unreached = [
        written
        for written in draft.questions
        if not written.value.needs
        and all(source in digests for source in written.value.sources)
        and not _earns_all(written.value, digests)
    ]
    if not unreached:
        return
    lines: dict[str, list[int]] = {}
    for problem in problems.in_order():
        if problem.severity == "error" or problem.code == "nothing-asked":
            lines.setdefault(problem.file, []).append(problem.line)
    for written in unreached:
        if not _is_told_of(written, lines.get(written.file, [])):
            message = _(
                "No answer to this question earns all its points on the digests. Try to answer it yourself, "
                "and mend its key."
            )
            problems.warning(written.file, written.at(), "key-unreachable", message)


def _earns_all(question: Question, digests: Texts) -> bool:
    kind = KINDS[question.kind]
    if not kind.scored:
        return True
    texts = {source: digests[source] for source in question.sources}
    response = kind.solve(question, texts)
    return response is not None and kind.mark(question, response, texts).score == 1


def _is_told_of(written: Written[Question], lines: list[int]) -> bool:
    first, last = written.node.line, _last_line(written.node)
    return any(first <= line <= last for line in lines)


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
