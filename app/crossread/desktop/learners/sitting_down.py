"""What a window has more where there are several learners: who reads, and the way back where nobody does."""

from PySide6.QtCore import QObject

from crossread.base.declared import UNUSED_MINUTES
from crossread.base.translation import _
from crossread.desktop.learners.learner_button import LearnerButton
from crossread.desktop.learners.unused import Unused
from crossread.desktop.place import Place
from crossread.desktop.seat import Seat, Seats
from crossread.desktop.window import MainWindow


class SittingDown(QObject):
    """Shows who sits here, and lets the window go back to the start page once nobody uses it."""

    def __init__(self, window: MainWindow, seats: Seats, minutes: int) -> None:
        super().__init__(window)
        self._window, self._seats = window, seats
        self.button = LearnerButton(seats.taken.learner, window.bar)
        self.button.clicked.connect(self._to_learners)
        window.bar.take_learner(self.button)
        self.unused: Unused | None = None
        if seats.mode == "classroom" and minutes:
            self.unused = Unused(minutes * 60, window, self)
            self.unused.soon.connect(self._say_so)
            self.unused.over.connect(self._leave)
            self.unused.renewed.connect(window.banners.pass_on)

    def _to_learners(self) -> None:
        self._window.go(Place("learners"))

    def _say_so(self) -> None:
        self._window.banners.say_in_passing(
            _(
                "Nobody has used this window for a while: it saves, and goes back to the start page in a "
                "moment."
            )
        )

    def _leave(self) -> None:
        # Of a guest nothing is asked: there is nobody who could answer.
        self._seats.ask(Seat("start-page", lets_go=self._seats.taken.is_guest))


def sit_down(window: MainWindow, seats: Seats) -> SittingDown:
    """Show in a window who sits there."""
    return SittingDown(window, seats, window.settings[UNUSED_MINUTES])
