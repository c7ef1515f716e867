"""How sure: the private choice that goes with an answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.picking.picks import Pick
from crossread.desktop.widgets.picking.segmented import Segmented


class CertaintyPicker(QWidget):
    """The question "How sure?" with guess, fairly sure and certain; a click or Delete takes it back.

    `chosen` gives "guess", "fairly sure", "certain" or "".
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, across=8, down=4)
        self._label = Label(_("How sure?"), "muted", self)
        self._label.setWordWrap(False)
        steps = (("guess", _("guess")), ("fairly sure", _("fairly sure")), ("certain", _("certain")))
        self._steps = Segmented(steps, self, look="rings", name=_("How sure?"), clearable=True, follows=True)
        self._steps.chosen.connect(self.chosen)
        row.addWidget(self._label)
        row.addWidget(self._steps)

    def picks(self) -> tuple[Pick, ...]:
        """Return the three that can be chosen, in order."""
        return self._steps.picks()

    def value(self) -> str:
        """Return the certainty chosen, or ""."""
        return self._steps.value()

    def set_value(self, certainty: str) -> None:
        """Show a certainty without a signal."""
        self._steps.set_value(certainty)

    def set_read_only(self, read_only: bool) -> None:
        """Show only what was chosen: the rest is no longer to be picked."""
        self._label.setText(_("How sure you were:") if read_only else _("How sure?"))
        for pick in self._steps.picks():
            pick.setEnabled(not read_only)
            pick.setVisible(not read_only or pick.isChecked())
        self.setVisible(not read_only or bool(self.value()))
