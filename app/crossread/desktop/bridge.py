"""The way back to the main thread: jobs from anywhere, run one after the other where the window lives."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

Job = Callable[[], None]


class Bridge(QObject):
    """Runs jobs on the thread it was made on.

    The signal belongs to the bridge itself, and its receiver too, so a job that arrives while the
    window goes down meets a living object or nothing.
    """

    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def deliver(self, job: Job) -> None:
        """Run `job` on the bridge's thread, soon; may be called from any thread."""
        self._came.emit(job)

    @Slot(object)
    def _run(self, job: Job) -> None:
        job()
