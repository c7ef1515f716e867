"""A banner on what was removed, with a button that brings it back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.telling.banner import Banner, BannerLook


class RemovedBanner(Banner):
    """Says what was removed for as long as "undo" would bring back just that.

    `turns` counts all that was done to the notes; the page calls `see_again` whenever the state changes. It
    serves for other messages as well.
    """

    def __init__(self, turns: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._turns = turns
        self._turn: int | None = None  # the count when something was removed, while that is being said

    def show_removed(self, sentence: str) -> None:
        """Say what was removed, just after it was."""
        self.show_message(sentence, [("undo", _("Undo")), ("close", _("Close"))])
        self._turn = self._turns()

    def show_message(
        self, message: str, actions: Sequence[tuple[str, str]] = (), look: BannerLook = "news"
    ) -> None:
        """Show any other sentence with actions."""
        self._turn = None
        super().show_message(message, actions, look)

    def see_again(self) -> None:
        """Go away where something was done or taken back since: the button would bring back another thing."""
        if self._turn is not None and self._turn != self._turns():
            self._turn = None
            self.clear()
