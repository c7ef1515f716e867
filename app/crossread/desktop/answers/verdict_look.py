"""The look of a label that says a verdict."""

from crossread.desktop.widgets.labels import Look
from crossread.questions.mark import Whole


def verdict_look(verdict: Whole) -> Look:
    """Return the look of a label that says a verdict."""
    looks: dict[Whole, Look] = {
        "right": "right",
        "later": "right",
        "partly": "caution",
        "wrong": "wrong",
        "unscored": "muted",
    }
    return looks[verdict]
