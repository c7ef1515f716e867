"""Which words are marked in a text: the learner's own for the question in view, and the evidence shown."""

from collections.abc import Sequence

from crossread.desktop.widgets.layers.marks import MarkRole, ReadingMark
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Selection, ShownText
from crossread.questions.placing import place
from crossread.questions.registry import KINDS
from crossread.texts.text import Range

# A passage that earned something is neither right nor wrong: it is shown as the learner's own.
_ROLES: dict[str, MarkRole] = {"right": "right", "partly": "own", "wrong": "wrong", "unscored": "evidence"}


def own_marks(
    source: str, shown: ShownText, selections: Sequence[Selection], mark: Mark | None
) -> list[ReadingMark]:
    """Mark what the learner selected in this very text, by what it earned once that is known."""
    marks = []
    for selection in selections:
        if selection.source == source and selection.text_digest == shown.text.digest:
            role = _role(selection, mark) if mark else "evidence"
            marks.append(ReadingMark(Range(selection.start, selection.end), role))
    return marks


def _role(selection: Selection, mark: Mark) -> MarkRole:
    for part in mark.parts:
        if part.selection == selection:
            return _ROLES[part.verdict]
    return "evidence"


def placed(source: str, shown: ShownText, passages: Sequence[PassageKey]) -> tuple[list[Range], int]:
    """Place a source's passages in a text: where they stand, and how many have no place in it."""
    ours = [passage for passage in passages if passage.source == source]
    found = [where for passage in ours if (where := place(passage, shown)) is not None]
    return found, len(ours) - len(found)


def keys_of(question: Question) -> list[PassageKey]:
    """List the passages that a question asks for or shows; those it asks for by quote come first."""
    return [*(key for _at, key in KINDS[question.kind].quoted(question)), *question.evidence]


def has_anchor(source: str, shown: ShownText, passages: Sequence[PassageKey]) -> bool:
    """Tell whether any of a source's passages is anchored in this kind of text at all."""
    ours = [passage for passage in passages if passage.source == source]
    if shown.which == "original":
        return any(passage.original is not None for passage in ours)
    return any(passage.quote for passage in ours)
