"""One pane alone on the desk, and back to all of them, with every text at the very line where it was."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer

from crossread.base.translation import _
from crossread.desktop.pages.desk.desk_layout import DeskLayout
from crossread.desktop.pages.desk.desk_panes import DeskPanes
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.widgets.announce import announce

SETTLED_MS = 60  # without another width or height, after which a text stands as it will
RETURNED_MS = 400


@dataclass(slots=True)
class Stand:
    """Where a pane stood before one was alone: its text, the first code point in view, the scroll value."""

    pane: Pane
    key: str
    place: int
    value: int

    def come_back(self) -> None:
        """Go there again, where the pane still shows that text."""
        if self.pane.key == self.key:
            self.pane.view.go_to(self.place)
            self.pane.view.verticalScrollBar().setValue(self.value)


class DeskAlone(QObject):
    """Lets the pane in hand fill the desk.

    A text in another width begins with another word, so the places are kept from before, that of the pane
    alone for as long as nobody scrolls in it.
    """

    def __init__(self, panes: DeskPanes, layout: DeskLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._layout = panes, layout
        panes.kept_place = self.kept_place
        self._stands: list[Stand] = []  # that of the pane alone first
        self._since: int | None = None  # its scroll value alone; None until the text has settled
        self._scrolled = False
        self._settled, self._returned, self._again = QTimer(self), QTimer(self), QTimer(self)
        for timer, after in ((self._settled, SETTLED_MS), (self._returned, RETURNED_MS), (self._again, 0)):
            timer.setSingleShot(True)
            timer.setInterval(after)
        self._settled.timeout.connect(self._settle)
        self._returned.timeout.connect(self.let_go)
        self._again.timeout.connect(self._come_back)

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
            self._keep()
        elif self._scrolled or self._has_scrolled():
            self._forget_first()
        self._panes.alone = on
        self._layout.raise_pane(self._panes.focused)
        self._layout.set_alone(on)
        if on:
            self._settled.start()
        else:
            self._settled.stop()
            self._again.start()
            self._returned.start()

    def kept_place(self, pane: Pane) -> int | None:
        """Return the place of a pane among the others while it is alone and nobody has scrolled in it."""
        if not self.on or not self._stands or self._scrolled or self._has_scrolled():
            return None
        first = self._stands[0]
        return first.place if first.pane is pane and first.key == pane.key else None

    def _keep(self) -> None:
        self.let_go()
        self._panes.note_positions()
        in_hand = self._panes.in_hand
        for pane in (in_hand, *(one for one in self._panes.panes if one is not in_hand)):
            place, value = pane.view.place(), pane.view.verticalScrollBar().value()
            self._stands.append(Stand(pane, pane.key, place, value))
            pane.view.viewport().installEventFilter(self)
        self._since, self._scrolled = None, False

    def _has_scrolled(self) -> bool:
        if not self._stands or self._since is None:
            return False
        return self._stands[0].pane.view.verticalScrollBar().value() != self._since

    def _settle(self) -> None:
        if self._stands and self.on:
            self._since = self._stands[0].pane.view.verticalScrollBar().value()

    def _come_back(self) -> None:
        """Go to the lines where the texts were; what stands above them may take its height a little later."""
        if not self.on:
            for stand in self._stands:
                stand.come_back()

    def _forget_first(self) -> None:
        if self._stands:
            self._stands.pop(0).pane.view.viewport().removeEventFilter(self)

    def let_go(self) -> None:
        """Keep no places any longer: the texts were taken elsewhere."""
        self._again.stop()
        self._returned.stop()
        while self._stands:
            self._forget_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a text has another width or height: it stands elsewhere afterwards, unscrolled."""
        if event.type() == QEvent.Type.Resize and self._stands:
            if not self.on:
                self._again.start()
            elif watched is self._stands[0].pane.view.viewport():
                self._scrolled = self._scrolled or self._has_scrolled()
                self._since = None
                self._settled.start()
        return super().eventFilter(watched, event)
