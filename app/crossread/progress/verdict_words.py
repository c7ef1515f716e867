"""A verdict in a sign and a word, so that it never rests on colour alone."""

from crossread.base.translation import _
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
