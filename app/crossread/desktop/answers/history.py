"""Undo within one answer: what it was before, and what it was after."""

from typing import Generic, TypeVar

R = TypeVar("R")


class History(Generic[R]):
    """The responses that an answer went through, the one in force among them."""

    def __init__(self, first: R) -> None:
        self._past: list[R] = [first]
        self._future: list[R] = []

    @property
    def now(self) -> R:
        """The response in force."""
        return self._past[-1]

    def become(self, response: R) -> bool:
        """Go on to another response; False where it is the same. What was undone is forgotten."""
        if response == self.now:
            return False
        self._past.append(response)
        self._future.clear()
        return True

    def amend(self, response: R) -> bool:
        """Put another response in the place of the one in force, as one more letter of the same word does.

        Undo passes over the one replaced. False where it is the same.
        """
        if response == self.now:
            return False
        self._past[-1] = response
        self._future.clear()
        return True

    def start_over(self, response: R) -> None:
        """Begin anew with a response from elsewhere, with nothing to undo."""
        self._past, self._future = [response], []

    def undo(self) -> bool:
        """Go one response back; False where there is none."""
        if len(self._past) < 2:
            return False
        self._future.append(self._past.pop())
        return True

    def redo(self) -> bool:
        """Go one response forward again; False where there is none."""
        if not self._future:
            return False
        self._past.append(self._future.pop())
        return True
