"""A check of what may come back another day: nothing that a pack veils."""

from crossread.base.translation import _
from crossread.packs.in_texts.consent import veiled_in
from crossread.packs.problems import Problems
from crossread.packs.reading.draft import Draft
from crossread.questions.passages import DIGEST, ShownText
from crossread.questions.registry import KINDS


def advise_on_review(draft: Draft, problems: Problems) -> None:
    """Note questions that show a veiled passage and do not say `review: no`."""
    if draft.head is None:
        return
    graphic = draft.head.value.graphic
    digests = {row.value.id: (ShownText(DIGEST, digest),) for row, digest in draft.sources}
    for written in draft.questions:
        question = written.value
        if not question.review or not KINDS[question.kind].scored:
            continue
        if veiled_in(question, graphic, digests) is not None:
            message = _(
                "This question shows a graphic passage, so it never comes back in review. Write “review: no” "
                "here, so that readers of the file see that too."
            )
            problems.warning(written.file, written.at("review"), "veiled-in-review", message)
