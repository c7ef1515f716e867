"""When a question comes back, and two ways to say that it was known better or worse than it seemed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout

LEAST, MOST = 1, 4  # of what a rating may be


def days_words(days: int) -> str:
    """Say in how many days something comes: "tomorrow", "in 3 days", "in about 2 months"."""
    if days <= 1:
        return _("tomorrow")
    if days < 60:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    months = round(days / 30)
    return ngettext("in about {count} month", "in about {count} months", months).format(count=months)


class RatingRow(CardFrame):
    """Stands below the feedback; `moved` wants it better (1) or worse (-1)."""

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, padding=10, radius=8)
        self._told = labels.strong("", self)
        self._told.setWordWrap(False)
        self.better = link_button(_("I knew it better than that"), self)
        self.worse = link_button(_("I knew it less well"), self)
        set_key_tip(self.better, _("Comes back later"), "known-better")
        set_key_tip(self.worse, _("Comes back sooner"), "known-worse")
        self.better.clicked.connect(self._better)
        self.worse.clicked.connect(self._worse)
        row = QWidget(self)
        flow = FlowLayout(row, across=16, down=4)
        flow.addWidget(self._told)
        flow.addWidget(self.better)
        flow.addWidget(self.worse)
        self.body.addWidget(row)

    def tell(self, due: date, today: date, rating: int, *, aloud: bool = False) -> None:
        """Say when it comes back, after a word of the learner also that it was taken: the day may stay.

        What can be said no more of it stands back.
        """
        words = _("Noted. Comes back {when}.") if aloud else _("Comes back {when}.")
        self._told.setText(words.format(when=days_words((due - today).days)))
        held = next((one for one in (self.better, self.worse) if one.hasFocus()), None)
        self.better.setEnabled(rating < MOST)
        self.worse.setEnabled(rating > LEAST)
        if held is not None and not held.isEnabled():
            (self.worse if held is self.better else self.better).setFocus(Qt.FocusReason.OtherFocusReason)
        if aloud:
            announce(self, self._told.text())

    def stay(self, due: date, today: date, by: int) -> None:
        """Say that a word of the learner changes nothing: it can come back no later, or no sooner."""
        words = (
            _("Comes back {when}: later is not possible.")
            if by > 0
            else _("Comes back {when}: sooner is not possible.")
        )
        self._told.setText(words.format(when=days_words((due - today).days)))
        announce(self, self._told.text())

    def told(self) -> str:
        """Return what is said of the day."""
        return self._told.text()

    def _better(self) -> None:
        self.moved.emit(1)

    def _worse(self) -> None:
        self.moved.emit(-1)
