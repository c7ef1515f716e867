"""The steps that jumps within the desk leave behind, for going back to where one read."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QObject, Signal

from crossread.desktop.place import Place

Step = Callable[[], AbstractContextManager[None]]


class Steps(QObject):
    """Compares where one is before and after a jump; `jumped` gives both, once for jumps within a jump."""

    jumped = Signal(object, object)

    def __init__(self, here: Callable[[], Place], parent: QObject) -> None:
        super().__init__(parent)
        self._here = here
        self._inside = False

    @contextmanager
    def step(self) -> Iterator[None]:
        """Take what is done inside for one jump."""
        if self._inside:
            yield
            return
        before = self._here()
        self._inside = True
        try:
            yield
        finally:
            self._inside = False
        after = self._here()
        if after != before:
            self.jumped.emit(before, after)
