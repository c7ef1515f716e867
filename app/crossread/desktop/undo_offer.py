"""What was just done, said below the page, with the way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.telling.banner import Banner

Undo = Callable[[], None]


class UndoOffer(Banner):
    """Says one thing that was done until it is taken back, put away, or one goes elsewhere.

    `turned`: it stands now, or stands no longer.
    """

    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._undo: Undo | None = None
        self.acted.connect(self._pressed)

    @property
    def stands(self) -> bool:
        """Whether there is something that can be taken back."""
        return self._undo is not None

    def is_of(self, undo: Undo) -> bool:
        """Tell whether what stands is taken back by this deed."""
        return self._undo == undo

    def offer(self, sentence: str, undo: Undo) -> None:
        """Say what was done, in place of what stood there; `undo` takes it back, once."""
        self._undo = undo
        self.show_message(sentence, [("undo", _("Undo")), ("close", _("Close"))])
        self.turned.emit()

    def take_back(self) -> bool:
        """Take back what stands; False where nothing does."""
        undo = self._undo
        self.pass_on()
        if undo is not None:
            undo()
        return undo is not None

    def pass_on(self) -> bool:
        """Let what was done stand and say no more of it; False where nothing stood."""
        stood, self._undo = self.stands, None
        if stood:
            self.clear()
            self.turned.emit()
        return stood

    def _pressed(self, action: str) -> None:
        if action == "undo":
            self.take_back()
        else:
            self.pass_on()
