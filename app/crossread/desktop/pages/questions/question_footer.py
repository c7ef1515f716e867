"""The foot of the question column: back, a quiet word, Check and the way on; a low drawer's closes it too."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary, rename
from crossread.desktop.widgets.tips import set_tip

Showing = Literal["question", "hand-in", "summary", "nothing"]


class QuestionFooter(QWidget):
    """Buttons whose words follow what is in view, always in sight however long the question above them is.

    `back` and `onward` tell which was pressed. `check_asked`: the answer in view is to be marked at once.
    `closing_asked` wants the drawer closed that these questions are in, where they are.
    """

    back_asked = Signal()
    check_asked = Signal()
    onward = Signal()
    closing_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back, self.note, self.next = plain(_("‹ Back")), labels.quiet(""), primary(_("Next ›"))
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.check = plain(_("Check"))
        self.check.hide()
        self.check.clicked.connect(self.check_asked)
        self.close_drawer = plain(_("Close ▾"))
        self.close_drawer.setAccessibleName(_("Close the questions"))
        set_key_tip(self.close_drawer, _("Open or close the questions"), "drawer")
        self.close_drawer.clicked.connect(self.closing_asked)
        self.close_drawer.hide()
        self._onward = self.next.text()
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.onward)
        self._above = QHBoxLayout()  # for Check, where all do not fit side by side
        self._above.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addWidget(self.back)
        self._row.addWidget(self.note, 1)
        self._row.addStretch(0)
        self._row.addWidget(self.close_drawer)
        self._row.addStretch(0)
        self._row.addWidget(self.check)
        self._row.addWidget(self.next)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(8)
        self._rows.addLayout(self._above)
        self._rows.addLayout(self._row)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """Take less room above and below, or the usual one."""
        self._rows.setContentsMargins(20, 4 if low else 10, 20, 6 if low else 14)

    def offer_closing(self, offered: bool) -> None:
        """Offer to close the drawer here, in place of the quiet word: a low one has no room for both."""
        self.close_drawer.setVisible(offered)
        self.note.setVisible(not offered)
        self._row.setStretch(2, 1 if offered else 0)
        self._row.setStretch(4, 1 if offered else 0)
        self._fit()

    def offer_check(self, offered: bool) -> None:
        """Offer to have the answer in view marked; where that goes, the focus goes to the way on."""
        if offered == (not self.check.isHidden()):
            return
        if self.check.hasFocus() and not self.next.isHidden():
            self.next.setFocus(Qt.FocusReason.TabFocusReason)
        self.check.setVisible(offered)
        self._fit()

    def show_question(self, *, first: bool, last: bool, handed_in: bool, later: bool) -> None:
        """Offer the ways from a question; `later` says that feedback comes at the end of the stage."""
        rename(self.back, _("‹ Back"))
        self.back.setToolTip("")
        self.back.setEnabled(not first)
        onward = _("Summary") if handed_in else _("Hand in")
        self._say_next(onward if last else _("Next ›"))
        self.note.setText(_("feedback at the end") if later else "")
        self.back.show()
        self.next.show()

    def show_end(self, next_title: str, *, may_try_again: bool) -> None:
        """Offer the ways from a stage that is handed in, or that asks nothing."""
        rename(self.back, _("Try again"))
        self.back.setToolTip(_("Answer the stage anew; what you handed in is kept"))
        self.back.setEnabled(True)
        self.back.setVisible(may_try_again)
        self._say_next(next_title)
        self.next.show()
        self.note.setText("")

    def _say_next(self, words: str) -> None:
        """Say what comes next, in short where the whole of it does not fit."""
        self._onward = words
        rename(self.next, words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what comes next in more or fewer words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the title of a stage to the tip where there is no room for it on the button."""
        rename(self.next, self._onward)
        others = (self.back, self.close_drawer, self.next)
        above = not self.check.isHidden() and not self._fit_beside(*others, self.check)
        self._put_check(above=above)
        fits = self._fit_beside(*others) if above else self._fit_beside(*others, self.check)
        set_tip(self.next, "" if fits else self._onward)
        if not fits:
            self.next.setText(_("Next stage ›"))

    def _fit_beside(self, *buttons: QPushButton) -> bool:
        """Tell whether those of the buttons that are shown have room side by side."""
        around = self._rows.contentsMargins()
        widths = [one.sizeHint().width() for one in buttons if not one.isHidden()]
        needed = sum(widths) + self._row.spacing() * (len(widths) + 1)  # and beside the quiet word
        return needed <= self.width() - around.left() - around.right()

    def _put_check(self, *, above: bool) -> None:
        """Put Check above the other buttons, or between them."""
        if above != (self._above.indexOf(self.check) >= 0):
            before = self._row if above else self._above
            before.removeWidget(self.check)
            if above:
                self._above.addWidget(self.check)
            else:
                self._row.insertWidget(self._row.indexOf(self.next), self.check)

    def show_sheet(self) -> None:
        """Offer nothing: the sheet in view has its own ways on."""
        self.back.hide()
        self.next.hide()
        self.note.setText("")
