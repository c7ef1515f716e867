"""Tries that are slowed down: the first few are free, then each waits longer than the one before."""

from dataclasses import dataclass

FREE = 3
FIRST_S, LONGEST_S = 5.0, 300.0


@dataclass(slots=True)
class Slowed:
    """How many tries went wrong in a row, and when the last one did, in seconds of some clock."""

    wrong: int = 0
    last: float = 0.0

    def wait(self, now: float) -> float:
        """Return for how many seconds no further try is taken; a clock that was set back waits no longer."""
        if self.wrong < FREE:
            return 0.0
        pause: float = min(LONGEST_S, FIRST_S * 2.0 ** min(self.wrong - FREE, 16))
        return max(0.0, min(pause, self.last + pause - now))

    def took(self, now: float, *, right: bool) -> None:
        """Count a try."""
        self.wrong = 0 if right else self.wrong + 1
        self.last = now
