"""What is said of claims and their cells in words: relations, and whether a silent source could know."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.inquiry.comparison import Could
from crossread.questions.claims import Relation
from crossread.questions.passages import PassageKey, Selection

RELATION_WORDS: Mapping[Relation, str] = {
    "agree": N_("agree"),
    "differ": N_("differ"),
    "contradict": N_("contradict"),
    "only-one": N_("only one"),
    "shared-origin": N_("shared origin"),
}
COULD_WORDS: Mapping[Could, str] = {
    "yes": N_("could have known"),
    "no": N_("could not have known"),
    "not yet written": N_("that was not written yet"),
}

# Returns words that a learner marked as they may be told now.
Tell = Callable[[Selection, str], str]
# Returns the words of a passage as they may be told now; "" where nobody here has them.
Words = Callable[[Selection | PassageKey], str]
# Returns what an author writes about passages as it may be told now.
Told = Callable[[str, Iterable[PassageKey]], str]


def as_written(words: str, _passages: Iterable[PassageKey]) -> str:
    """Return what an author writes as it is: nothing is covered."""
    return words


def relation_words(relation: str) -> str:
    """Name a relation; "" for none."""
    return next((_(words) for key, words in RELATION_WORDS.items() if key == relation), "")


def could_words(could: str) -> str:
    """Say whether a silent source could have known; "" where that is not said."""
    return next((_(words) for key, words in COULD_WORDS.items() if key == could), "")


def changed_words(*, is_empty: bool) -> str:
    """Say of a cell that it was set, or emptied, after it was checked."""
    return _("emptied since checked") if is_empty else _("changed since checked")


def and_(names: Sequence[str]) -> str:
    """Join names as one says them: "B, C and E"."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])
