"""The window before the window, where a machine has several learners: it asks who is reading."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QVBoxLayout, QWidget

from crossread.base.errors import Expected, why_of
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.geometry import keep_geometry, restore_geometry
from crossread.desktop.learners.asking_pattern import PatternPage
from crossread.desktop.learners.choosing import ChoosingPage
from crossread.desktop.learners.joining import JoiningPage
from crossread.desktop.learners.start_page import StartPage
from crossread.desktop.widgets.frames.stack import Stack
from crossread.desktop.widgets.telling.banner import Banner
from crossread.operations.learners.learners import Learner, add_learner, learners, read_learner


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen at the start: a learner, or a guest."""

    who: Literal["learner", "guest"]
    learner: Learner | None = None


class StartWindow(QMainWindow):
    """Asks who reads; `chosen` is who, None once it was closed without an answer.

    `is_open` tells whether a learner's pages are open in another window, as a sentence, "" where not.
    """

    def __init__(
        self, folders: DataFolders, settings: Settings, is_open: Callable[[Learner], str], last: str = ""
    ) -> None:
        super().__init__()
        self._folders, self._settings, self._is_open, self._last = folders, settings, is_open, last
        self.chosen: Chosen | None = None
        self._held: Learner | None = None
        self.setWindowTitle("Crossread")
        self.setMinimumSize(420, 380)
        self.pages = Stack(self)
        self.banner = Banner(self)
        self.banner.acted.connect(self._act)
        self.choosing = ChoosingPage(self)
        self.joining = JoiningPage(self)
        self.pattern = PatternPage(self)
        for page in (self.choosing, self.joining, self.pattern):
            self.pages.addWidget(page)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self.choosing.chosen.connect(self._take)
        self.choosing.new_asked.connect(self._join)
        self.choosing.guest_asked.connect(self._take_guest)
        self.joining.given.connect(self._add)
        self.joining.left.connect(self._back)
        self.pattern.opened.connect(self._open)
        self.pattern.left.connect(self._back)
        quitting = QShortcut(QKeySequence("Ctrl+Q"), self)
        quitting.activated.connect(self.close)
        restore_geometry(self, settings)
        self.show_learners()

    def show_learners(self, told: str = "") -> None:
        """Show who there is; `told` is said above them."""
        self.choosing.show_learners(learners(self._folders), self._last)
        if told:
            self.banner.show_message(told, [("close", _("Close"))], "caution")

    def begin(self, first: Learner | None = None) -> None:
        """Begin with the list, or with the pattern of a learner who was chosen already."""
        if first is not None and first.pattern is not None:
            self._take(first)
        else:
            self._go(self.choosing)

    def _go(self, page: StartPage) -> None:
        self.pages.setCurrentWidget(page)
        page.enter()

    def _back(self) -> None:
        self.show_learners()
        self._go(self.choosing)

    def _join(self) -> None:
        self.joining.begin_anew(self.choosing.typed_name(), len(learners(self._folders)))
        self._go(self.joining)

    def _add(self, name: str, picture: str) -> None:
        try:
            learner = add_learner(self._folders, name, picture)
        except Expected as error:
            self.joining.say(error.message)
            return
        except OSError as error:
            why = why_of(error)
            self.joining.say(_("This name cannot be kept: {why}. Check the disk.").format(why=why))
            return
        self._open(learner)

    def _take(self, learner: object) -> None:
        if not isinstance(learner, Learner):
            return
        if learner.folder.is_dir():
            learner = read_learner(learner.folder)  # another window may have set a pattern by now
        if learner.pattern is not None:
            self.pattern.ask(learner)
            self._go(self.pattern)
        else:
            self._open(learner)

    def _open(self, learner: object) -> None:
        if not isinstance(learner, Learner):
            return
        if not learner.folder.is_dir():
            told = _("{name} is not here any more: all of it was deleted in the meantime.")
            self.show_learners(told.format(name=learner.shown))
            self._go(self.choosing)
            return
        if told := self._is_open(learner):
            self._held = learner
            self._back()
            offers = [("again", _("Try again")), ("guest", _("Read as a guest")), ("close", _("Close"))]
            self.banner.show_message(told, offers, "caution")
            self.banner.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.chosen = Chosen("learner", learner)
        self.close()

    def _take_guest(self) -> None:
        self.chosen = Chosen("guest")
        self.close()

    def _act(self, action: str) -> None:
        self.banner.clear()
        if action == "again" and self._held is not None:
            self._open(self._held)
        elif action == "guest":
            self._take_guest()
        else:
            self.choosing.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus by Enter as well; go back by Escape."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        elif event.key() == Qt.Key.Key_Escape and self.pages.currentWidget() is not self.choosing:
            self._back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stands: the next one stands there too."""
        keep_geometry(self, self._settings)
        super().closeEvent(event)
