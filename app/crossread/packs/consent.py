"""Whether a question may come back another day: its pack agrees, and it shows nothing that is veiled."""

from collections.abc import Callable, Sequence

from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.passages import DIGEST, PassageKey, ShownText
from crossread.questions.placing import place
from crossread.questions.registry import KINDS
from crossread.texts.text import Text


def may_come_back(pack: Pack, question: Question) -> bool:
    """Tell whether a question may be asked outside its stage, in practice or in review."""
    if not question.review or not KINDS[question.kind].scored:
        return False
    digests = {source.id: source.digest for source in pack.sources}
    return veiled_in(question, pack.graphic, digests.get) is None


def may_be_reviewed(pack: Pack, question: Question) -> bool:
    """Tell whether a question may come back in review: of these, one that memory can answer."""
    return KINDS[question.kind].recalled and may_come_back(pack, question)


def veiled_in(
    question: Question, graphic: Sequence[PassageKey], digest: Callable[[str], Text | None]
) -> PassageKey | None:
    """Return the first passage of a question that shares words with a graphic one; None where none does."""
    if not graphic:
        return None
    for passage in (*(key for _at, key in KINDS[question.kind].quoted(question)), *question.evidence):
        if any(_share(passage, key, digest) for key in graphic if key.source == passage.source):
            return passage
    return None


def _share(passage: PassageKey, veiled: PassageKey, digest: Callable[[str], Text | None]) -> bool:
    if passage.original is not None and passage.original == veiled.original:
        return True
    text = digest(passage.source)
    if text is None:
        return False
    shown = ShownText(DIGEST, text)
    ours, theirs = place(passage, shown), place(veiled, shown)
    return bool(ours and theirs and ours.start < theirs.end and theirs.start < ours.end)
