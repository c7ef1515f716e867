"""What comes back from other threads, run one by one on the thread of a test."""

import queue
from collections.abc import Callable

from tests.patience import LONGEST_S


class Delivered:
    """Stands for the main thread: `deliver` takes jobs from anywhere."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.deliver = self._jobs.put

    def run_next(self, seconds: float = LONGEST_S) -> None:
        """Run the next job that comes; queue.Empty where none comes in time."""
        self._jobs.get(timeout=seconds)()

    def is_empty(self) -> bool:
        """Tell whether nothing has come."""
        return self._jobs.empty()
