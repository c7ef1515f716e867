"""A verdict in a sign and a word, so that it never rests on colour alone."""

from crossread.base.translation import _
from crossread.desktop.widgets.labels import Look
from crossread.questions.mark import Whole


def verdict_words(verdict: Whole) -> str:
    """Return the sign and the word for a verdict; "" for what is not scored."""
    return {
        "right": _("✓ Right"),
        "later": _("✓ Right at a later try"),
        "partly": _("◐ Partly right"),
        "wrong": _("✗ Not right"),
        "unscored": "",
    }[verdict]


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
