"""Keeps up how many questions wait, for the first page: a moment after what comes back has changed."""

from PySide6.QtCore import QObject, QTimer

from crossread.desktop.pages.page import Surroundings
from crossread.operations.sessions.changed import Changed

LATER_MS = 700  # after the last change, so that nobody waits for it


class ReviewCount(QObject):
    """Listens to a session. Nothing is worked out before something was done in a pack."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._known = -1
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._keep_soon)
        around.session.listen(self._changed)

    def _changed(self, changed: Changed) -> None:
        if "library" in changed.what:
            self._known = -1  # other packs, other questions
        if "library" in changed.what or (changed.pack and "state" in changed.what):
            self._later.start()

    @property
    def is_waiting(self) -> bool:
        """Whether the count is to be kept in a moment."""
        return self._later.isActive()

    def _keep_soon(self) -> None:
        self.keep()

    def settle(self) -> None:
        """Keep what is still to be kept: the window closes."""
        if self._later.isActive():
            self._later.stop()
            self.keep(at_once=True)

    def keep(self, *, at_once: bool = False) -> None:
        """Keep the count, where what comes back is not as it was; before all is closed `at_once`."""
        if self._around.session.status.kind not in ("ready", "saving", "checking"):
            return  # there is no record to keep it in
        reviewing = self._around.reviewing
        if reviewing.counting() is not None:
            self._later.start()
            return
        changed = reviewing.state().changed
        if changed != self._known:
            self._known = changed
            reviewing.keep_count(at_once=at_once)
