"""Whether a file is still the one that was opened: another program may have replaced it, or removed it.

What is written to a file without a name is durable and lost all the same: a folder that a cloud brings up to
date, a backup put back by hand and a cleaning program do this to files that are open.
"""

from pathlib import Path

Identity = tuple[int, int]


class InPlace:
    """Remembers which file stands under a name now."""

    def __init__(self, path: Path) -> None:
        """Look at it; raises OSError where it cannot be looked at."""
        self._path = path
        self._was = _identity(path)

    @property
    def holds(self) -> bool:
        """Whether the same file still stands there; raises OSError as a lost disk does.

        On a drive that numbers a file anew at each look nothing can be told by that, and it counts as there.
        """
        try:
            now = _identity(self._path)
            return now == self._was or now != _identity(self._path)
        except FileNotFoundError:
            return False


def _identity(path: Path) -> Identity:
    found = path.stat()
    return found.st_dev, found.st_ino
