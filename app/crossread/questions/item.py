"""Things to put in order, to pair, to sort or to pick, and what can be wrong with a list of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from crossread.base.translation import _
from crossread.questions.faults import repeated
from crossread.questions.kind import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing with an id that never changes; `feedback` is what to say once it is marked."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    id: str
    text: str
    feedback: str = ""


class Named(Protocol):
    """Anything that has an id and a text: an item, an option, a step."""

    @property
    def id(self) -> str:
        """The id, which never changes."""

    @property
    def text(self) -> str:
        """The words shown."""


def item_faults(at: tuple[str | int, ...], items: Sequence[Named]) -> list[Fault]:
    """Find ids and texts that are missing or stand there twice; `at` is the way to the list."""
    found: list[Fault] = []
    for place, item in enumerate(items):
        if not item.id.strip():
            message = _("There is no id here. Give one; it is never shown and never changes.")
            found.append(Fault((*at, place, "id"), "error", "no-id", message))
        if not item.text.strip():
            message = _("There is no text here. Write what the learner is to read.")
            found.append(Fault((*at, place, "text"), "error", "no-text", message))
    for place in repeated([item.id for item in items]):
        message = _("The id “{id}” is used twice. Give each its own.").format(id=items[place].id)
        found.append(Fault((*at, place, "id"), "error", "id-twice", message))
    message = _("Two in this list say the same. Change one, or leave it out.")
    texts = [" ".join(item.text.split()).casefold() for item in items]
    found.extend(Fault((*at, place, "text"), "error", "text-twice", message) for place in repeated(texts))
    return found


def gone_part_feedback() -> str:
    """Say of a part of a response that what it was about has left the question."""
    return _("This is no longer part of the question, so it is not scored.")
