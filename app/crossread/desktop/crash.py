"""When a bug is met: keep a report, say so in plain words, and go on if the learner wants to."""

import sys
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt

from crossread.base.clock import Clock
from crossread.base.errors import Expected
from crossread.base.files import write_atomically
from crossread.base.folders import DataFolders
from crossread.desktop.bridge import Bridge
from crossread.desktop.crash_report import TIME_LINE, crash_report, report_name

if TYPE_CHECKING:
    from crossread.desktop.pages.crash import CrashPage

MOST_REPORTS = 20


class CrashWatch(QObject):
    """Catches what nothing else caught, on any thread, and shows the crash page on the main one."""

    def __init__(
        self, folders: DataFolders, clock: Clock, bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._clock = clock
        self._bridge = bridge
        self._over = False
        self._last: list[str] = []
        self._last_kept = False
        self.page: CrashPage | None = None

    def install(self) -> None:
        """Take over what Python does with errors that nobody caught."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_elsewhere

    def uninstall(self) -> None:
        """Give Python's own way back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def tell(self, error: Exception) -> None:
        """Show the page of an error and wait until it is closed: there is no window to go on with."""
        self._over = True
        self._caught(type(error), error, error.__traceback__)
        QCoreApplication.processEvents()
        if self.page is not None:
            loop = QEventLoop(self)
            self.page.closed.connect(loop.quit)
            loop.exec()

    def _caught_elsewhere(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._caught(told.exc_type, told.exc_value, told.exc_traceback)

    def _caught(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        hidden = {"DATA": self._folders.root, "HOME": Path.home()}
        report = crash_report(error, trace, self._clock.now(), hidden)
        with suppress(OSError, ValueError):  # the terminal may be gone
            if sys.__stderr__ is not None:  # a windowed program on Windows has none
                sys.__stderr__.write(report + "\n")
                sys.__stderr__.flush()
        kept = self._keep(report)
        sentence = error.message if isinstance(error, Expected) else ""
        self._bridge.deliver(partial(self._show, report, kept, sentence))

    def _keep(self, report: str) -> bool:
        """Write the report down; False where the disk refuses.

        A mistake that comes again and again, such as one in painting, is written down once, and of many
        reports the newest are kept.
        """
        lines = report.splitlines()[TIME_LINE + 1 :]
        if lines == self._last:
            return self._last_kept
        self._last = lines
        try:
            now = self._clock.now()
            write_atomically(self._folders.crashes / report_name(now), report.encode(errors="replace"))
            for old in sorted(self._folders.crashes.glob("crash-*.txt"))[:-MOST_REPORTS]:
                old.unlink(missing_ok=True)
        except OSError:
            self._last_kept = False
        else:
            self._last_kept = True
        return self._last_kept

    def _show(self, report: str, kept: bool, sentence: str) -> None:
        if self.page is not None:
            return  # one page is enough; the further reports are in the folder
        from crossread.desktop.pages.crash import CrashPage

        self.page = CrashPage(report, kept=kept, sentence=sentence, over=self._over)
        # A report left open does not keep the process, and with it the record, alive.
        self.page.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.page.closed.connect(self._closed)
        self.page.show()
        self.page.raise_()

    def _closed(self) -> None:
        self.page = None
