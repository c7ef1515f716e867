"""Banners on the record: what was restored, what is not saved, what cannot be opened, and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.seat import Seat, Seats
from crossread.desktop.widgets.telling.banner import Banner

if TYPE_CHECKING:
    from crossread.operations.sessions.session import Session


# What the disk refuses in one folder it may allow in another.
_REFUSED = ("record-unreadable", "disk-full")


def folder_for_data(chosen: Path) -> Path:
    """Return the data folder in a folder that was chosen: itself, if it is one already or is empty."""
    try:
        held = {entry.name for entry in chosen.iterdir()}
    except OSError:
        return chosen
    return chosen if not held or "learners" in held else chosen / "Crossread"


class RecordBanners(QWidget):
    """One banner for trouble, one for `news` that can be put away, which the window puts below its page.

    `leaving` asks a guest before what they did is gone. `close_asked`: the window is to close all the same,
    `stay_asked`: it is not to close.
    """

    close_asked = Signal()
    stay_asked = Signal()
    folder_chosen = Signal(object)  # a Path

    def __init__(self, session: "Session", parent: QWidget | None = None, seats: Seats | None = None) -> None:
        super().__init__(parent)
        self._session, self._seats = session, seats or Seats()
        self._seen = ""
        self._in_passing = False  # whether the news were said in passing
        self._said = ""  # what was said last, by others than the record
        self._offered: list[tuple[str, str]] = []
        self._place: Banner | None = None
        self._place_known: Callable[[], object] = bool
        self.trouble, self.news, self.leaving = Banner(self), Banner(self), Banner(self)
        self.leaving.acted.connect(self._answer)
        self.trouble.acted.connect(self._act)
        self.news.acted.connect(self._put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.trouble)
        column.addWidget(self.leaving)

    def show_status(self) -> None:
        """Show how the record is doing, where that needs saying."""
        status = self._session.status
        if status.kind == "not-saved":
            told = _("{why} Your answers are kept in this window; do not close it.").format(
                why=status.message or _("Not saved.")
            )
            self._show(told, [("retry", _("Try again"))])
        elif status.kind == "failed":
            told = _("{why} Until then you can read; what you write stays in this window only.").format(
                why=status.message
            )
            actions = [("retry", _("Try again"))]
            if status.code == "record-beyond-repair":
                actions.append(("fresh", _("Begin a new record")))
            elif status.code in _REFUSED:
                actions.append(("folder", _("Use another folder…")))
            elif status.code == "record-locked":
                actions.append(("guest", _("Read as a guest")))
                if self._seats.switches:
                    actions.append(("learners", _("Choose another learner…")))
            self._show(told, actions)
        else:
            self.trouble.clear()
        report = self._session.report
        if report and report != self._seen:
            # What was said before the record told of its start stays: both are news.
            said = self._said if self._said and self._said in self.news.message() else ""
            told = f"{said} {report}" if said and said != report else report
            self.news.show_message(told, [("close", _("Close"))], "caution")
            self._in_passing = False

    def say_where(self, sentence: str, done: Callable[[], object]) -> None:
        """Say something of the place where all is kept, above the page; `done` is told once it is known."""
        place = self._place = Banner(self)
        self._place_known = done
        place.acted.connect(self._put_place_away)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(place)
        place.show_message(sentence, [("known", _("Understood"))], "caution")

    def _put_place_away(self, _action: str) -> None:
        if self._place is not None:
            self._place.clear()
            self._place_known()

    def ask_to_close(self) -> None:
        """Say that answers would be lost, and offer to try once more or to close all the same."""
        status = self._session.status
        told = _(
            "Some of what you did is not saved yet, and closing now would lose it. Make room on the "
            "disk, or see that it is connected, then try again."
        )
        if status.kind == "not-saved":
            self._session.retry()
        elif status.kind == "failed":
            why = _("What you wrote is in this window only, and closing now would lose it. {why}")
            told = why.format(why=status.message)
        ways = [("retry", _("Try again")), ("close", _("Close all the same"))]
        self._offered = ways
        self.trouble.show_message(told, ways, "wrong")

    def ask_guest(self) -> None:
        """Say that nothing of a guest is kept, with staying in hand."""
        self.leaving.show_message(
            _("You read as a guest. Nothing you did here is kept: once you leave it is gone."),
            [("stay", _("Stay")), ("close", _("Leave all the same"))],
            "caution",
        )
        self.leaving.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, action: str) -> None:
        self.leaving.clear()
        (self.close_asked if action == "close" else self.stay_asked).emit()

    def say(self, sentence: str) -> None:
        """Say something that was not done, until it is put away; not again what a banner says already."""
        if sentence in self.trouble.message():
            return
        self.news.show_message(sentence, [("close", _("Close"))], "caution")
        self._in_passing, self._said = False, sentence

    def say_in_passing(self, sentence: str) -> None:
        """Say why something was not done just now: until it is put away, or one goes elsewhere."""
        self.say(sentence)
        self._in_passing = self.news.message() == sentence

    def pass_on(self) -> bool:
        """Put away what was only said in passing; False where there was nothing."""
        was_said, self._in_passing = self._in_passing, False
        if was_said:
            self.news.clear()
        return was_said

    def _show(self, message: str, actions: list[tuple[str, str]]) -> None:
        if (message, actions) != (self.trouble.message(), self._offered):
            self._offered = actions
            self.trouble.show_message(message, actions, "wrong")

    def _act(self, action: str) -> None:
        if action == "retry":
            self._session.retry()
        elif action == "close":
            self.close_asked.emit()
        elif action == "folder":
            self._ask_for_folder()
        elif action == "guest":
            self._seats.ask(Seat("guest"))
        elif action == "learners":
            self._seats.ask(Seat("start-page"))
        else:
            self._session.start_fresh()

    def _ask_for_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("A folder to keep your work in"), str(Path.home()))
        if chosen:
            self.folder_chosen.emit(folder_for_data(Path(chosen)))

    def _put_away(self, _action: str) -> None:
        self._seen = self._session.report
        self.news.clear()
