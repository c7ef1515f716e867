"""What the questions ask the texts for: passages to show, and how a passage reads in the text in view."""

from collections.abc import Callable
from dataclasses import dataclass

from crossread.questions.passages import PassageKey, Selection


@dataclass(frozen=True, slots=True)
class ToShow:
    """Passages to be marked in the panes; with `at` only that one is gone to, and its source brought up."""

    passages: tuple[PassageKey, ...] = ()
    at: PassageKey | Selection | None = None


@dataclass(frozen=True, slots=True)
class PassageSeen:
    """A passage as it can be told now.

    `note` says where its words stand if not in the text in view, `in_view` whether its source is in a pane.
    """

    quote: str
    note: str = ""
    in_view: bool = True


See = Callable[[PassageKey], PassageSeen]


def as_written(passage: PassageKey) -> PassageSeen:
    """Tell a passage as its pack quotes it, where there are no panes to ask."""
    return PassageSeen(passage.quote or "…")
