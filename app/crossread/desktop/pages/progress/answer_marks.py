"""How an answer stands, in words and in a colour that says the same."""

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.progress.answer_outcome import Outcome, outcome
from crossread.progress.history import AnswerGiven

_LOOKS: dict[Outcome, labels.Look] = {
    "right": "right", "right-later": "right", "partly-right": "caution", "not-right": "wrong",
}  # fmt: skip


def mark_look(answer: AnswerGiven) -> labels.Look:
    """Return the look of what is said of an answer."""
    return _LOOKS.get(outcome(answer), "quiet")


def certainty_words(answer: AnswerGiven) -> str:
    """Say how sure one said to be; "" where nothing was said."""
    return {"guess": _("a guess"), "fairly sure": _("fairly sure"), "certain": _("certain")}.get(
        answer.certainty, ""
    )
