"""Whether a question may come back another day: its pack agrees, and it shows nothing that is veiled."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.passages import DIGEST, PassageKey, ShownText
from crossread.questions.placing import place
from crossread.questions.registry import KINDS

# The texts that can be shown, by source: its digest and, where they are at hand, editions and the original.
ShownTexts = Mapping[str, Iterable[ShownText]]


def may_come_back(pack: Pack, question: Question, shown: ShownTexts | None = None) -> bool:
    """Tell whether a question may be asked outside its stage, in practice or in review.

    Without `shown` only the digests tell what is veiled.
    """
    if not question.review or not KINDS[question.kind].scored:
        return False
    texts = {source.id: (ShownText(DIGEST, source.digest),) for source in pack.sources}
    return veiled_in(question, pack.graphic, shown if shown is not None else texts) is None


def may_be_reviewed(pack: Pack, question: Question, shown: ShownTexts | None = None) -> bool:
    """Tell whether a question may come back in review: of these, one that memory can answer."""
    return KINDS[question.kind].recalled and may_come_back(pack, question, shown)


def veiled_in(question: Question, graphic: Sequence[PassageKey], shown: ShownTexts) -> PassageKey | None:
    """Return the first passage of a question that shares words with a graphic one; None where none does."""
    if not graphic:
        return None
    for passage in (*(key for _at, key in KINDS[question.kind].quoted(question)), *question.evidence):
        if any(_share(passage, key, shown) for key in graphic if key.source == passage.source):
            return passage
    return None


def _share(passage: PassageKey, veiled: PassageKey, shown: ShownTexts) -> bool:
    if passage.original is not None and passage.original == veiled.original:
        return True
    for text in shown.get(passage.source, ()):
        ours, theirs = place(passage, text), place(veiled, text)
        if ours and theirs and ours.start < theirs.end and theirs.start < ours.end:
            return True
    return False
