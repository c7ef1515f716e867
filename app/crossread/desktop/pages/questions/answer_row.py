"""The row below an answer: "I don't know", and what another try would cost."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.inquiry.behaviours import Behaviour
from crossread.inquiry.view import QuestionView


class AnswerRow(QWidget):
    """What is done with an answer besides giving it; to have it checked is offered at the foot of the column.

    `dont_know_chosen` gives whether "I don't know" is the answer.
    """

    dont_know_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = _("I don’t know")
        self.dont_know = Segmented((("dont-know", words),), self, look="rings", name=words, clearable=True)
        self.dont_know.setToolTip(_("An answer too, without points (0)"))
        self.dont_know.chosen.connect(self._chosen)
        self.tries = labels.quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.dont_know, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.tries)

    def toggle_dont_know(self) -> None:
        """Say "I don't know", or take it back."""
        if self.dont_know.isVisible() and self.dont_know.isEnabled():
            self.dont_know.pick("dont-know").click()

    def set_dont_know(self, said: bool) -> None:
        """Show whether "I don't know" is the answer; no signal."""
        self.dont_know.set_value("dont-know" if said else "")

    def say(self, sentence: str) -> None:
        """Say something on the line below; the next view takes it away."""
        self.tries.setText(sentence)
        self.tries.setVisible(bool(sentence))
        self.setVisible(bool(sentence) or not self.dont_know.isHidden())

    def show_view(self, view: QuestionView, behaviour: Behaviour, *, scored: bool) -> None:
        """Show what can be done now; what is not `scored` is answered or left, not known or unknown."""
        check, dont_know = view.checks and view.may_change, view.may_change and scored
        made = view.answered.tries if view.answered else 0
        left = view.tries_left if check else None
        tries = tries_words(left, made, behaviour.penalty) if left else ""
        self.dont_know.setVisible(dont_know)
        self.dont_know.setEnabled(dont_know)
        self.say(tries)

    def _chosen(self, chosen: str) -> None:
        self.dont_know_chosen.emit(bool(chosen))


def tries_words(left: int, made: int, penalty: Fraction) -> str:
    """Say how many tries are left after those `made`, and what a further one costs; "" for a single try."""
    if left + made < 2 or left == 0:
        return ""
    told = ngettext("{count} try left", "{count} tries left", left) if made else _("{count} tries")
    told = told.format(count=left)
    if not penalty:
        return told + "."
    share = share_words(penalty)
    if not made:
        costs = _("{tries}; each after the first takes {share} off.")
    else:
        costs = ngettext("{tries}; it takes {share} off.", "{tries}; each takes {share} off.", left)
    return costs.format(tries=told, share=share)


def share_words(share: Fraction) -> str:
    """Put a share of the points in words: "a third", else in percent."""
    named = {
        Fraction(1, 2): _("half of the points"),
        Fraction(1, 3): _("a third of the points"),
        Fraction(1, 4): _("a quarter of the points"),
        Fraction(1, 5): _("a fifth of the points"),
        Fraction(1, 10): _("a tenth of the points"),
        Fraction(1): _("all points"),
    }
    return named.get(share) or _("{percent} % of the points").format(percent=f"{float(share) * 100:g}")
