"""Check cards whose numbers go on from those of other options above them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crossread.desktop.answers.options.option_card import CheckCard, Stacked
from crossread.desktop.widgets.picking.checks import Checks


class TickOptions(Stacked[CheckCard], Checks):
    """Cards of which any number is picked, the first of them with the number `first`."""

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str, parent: QWidget, *, first: int = 1
    ) -> None:
        super().__init__(name, parent)

        def card(key: str, number: int, text: str, parent: QWidget) -> CheckCard:
            return CheckCard(key, number + first - 1, text, parent)

        for one in self._stack(card, options):
            self.take(one)

    def set_warning(self, key: str, warning: str) -> None:
        """Say below an option what to look at again; "" says nothing."""
        note = self._notes[key]
        note.set_look("caution")
        note.setText(warning)
        note.setVisible(bool(warning))
        self.card(key).setAccessibleDescription(warning)
