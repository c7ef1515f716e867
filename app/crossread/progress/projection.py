"""What entries come to, kept up entry by entry: a fold whose state can be put down and taken up again."""

from typing import Any, Protocol, TypeVar

from crossread.base.entries import Entry

S = TypeVar("S")


class Projection(Protocol[S]):
    """A fold over all entries of a learner, oldest first.

    `name` is its own among all projections. `version` is raised with every change of what `add` makes of an
    entry, or of the JSON: what was put down under another version is built anew.
    """

    @property
    def name(self) -> str:
        """Return the name that its state is kept under."""
        ...

    @property
    def version(self) -> int:
        """Return the version of the fold and of its JSON, from 1."""
        ...

    def empty(self) -> S:
        """Return the state before any entry."""
        ...

    def add(self, state: S, entry: Entry) -> None:
        """Let one more entry count, in place; cheap, as it is done at every answer."""
        ...

    def to_json(self, state: S) -> Any:
        """Put a state down as JSON, or as dataclasses that JSON can hold."""
        ...

    def from_json(self, value: Any) -> S:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        ...
