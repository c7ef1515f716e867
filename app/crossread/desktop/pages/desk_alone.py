"""One pane alone on the desk, and back to all of them, with every text at the very line where it was."""

from PySide6.QtCore import QObject, QTimer

from crossread.base.translation import _
from crossread.desktop.pages.desk_layout import DeskLayout
from crossread.desktop.pages.desk_panes import DeskPanes
from crossread.desktop.pages.pane import Pane
from crossread.desktop.widgets.announce import announce

SETTLED_MS = 60  # after which a text stands in its new width


class DeskAlone(QObject):
    """Lets the pane in hand fill the desk.

    A text in another width begins with another word, so the place is kept from before, for as long as
    nobody scrolls while the pane is alone.
    """

    def __init__(self, panes: DeskPanes, layout: DeskLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._layout = panes, layout
        self._pane: Pane | None = None
        self._key = ""
        self._before = (0, 0)  # the place and the scroll value among the others
        self._since: int | None = None  # the scroll value alone; None until the text has settled
        self._returning: tuple[Pane, int, int] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_back)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._settle)

    @property
    def on(self) -> bool:
        """Whether a pane is alone."""
        return self._layout.alone

    def turn(self) -> None:
        """Let the pane in hand stand alone, or have all panes again."""
        self.set_on(not self.on)
        self._panes.focus(self._panes.focused)
        announce(self._panes.in_hand, _("This pane alone") if self.on else _("All panes"))

    def set_on(self, on: bool) -> None:
        """Let the pane in hand stand alone, or not."""
        if on == self.on:
            return
        if on:
            self._keep(self._panes.in_hand)
        self._panes.alone = on
        self._layout.raise_pane(self._panes.focused)
        self._layout.set_alone(on)
        if on:
            self._settled.start()
        else:
            self._give_back()

    def _keep(self, pane: Pane) -> None:
        bar = pane.view.verticalScrollBar()
        self._pane, self._key, self._since = pane, pane.key, None
        self._before = (pane.view.place(), bar.value())

    def _settle(self) -> None:
        if self._pane is not None:
            self._since = self._pane.view.verticalScrollBar().value()

    def _give_back(self) -> None:
        pane, self._pane = self._pane, None
        is_settling = self._settled.isActive()
        self._settled.stop()
        self._returning = None
        if pane is None or pane.key != self._key:
            return
        bar = pane.view.verticalScrollBar()
        if is_settling or self._since is None or bar.value() == self._since:
            self._returning = (pane, *self._before)
            self._later.start(0)

    def _go_back(self) -> None:
        """Go to the line where the text was, and again once all that stands above it has its height."""
        if self._returning is None:
            return
        pane, place, value = self._returning
        pane.view.go_to(place)
        pane.view.verticalScrollBar().setValue(value)
        if self._later.interval() == 0:
            self._later.start(SETTLED_MS)
        else:
            self._returning = None
