"""What the library does with packs of one's own, as their cards ask for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from crossread.desktop.pages.library.own_pack import OwnPack

if TYPE_CHECKING:
    from crossread.base.errors import Expected
    from crossread.desktop.pages.library.pack_card import PackCard
    from crossread.desktop.seat import Seats
    from crossread.operations.session import Session


class OwnPacks(QObject):
    """Renames and removes packs. `changed` gives the id of one that was, once the library shows it."""

    changed = Signal(str)

    def __init__(self, session: Session, area: QScrollArea, seats: Seats) -> None:
        super().__init__(area)
        self._session, self._area, self._seats = session, area, seats

    def take(self, card: PackCard) -> None:
        """Do from now on what a card asks for."""
        if card.own is not None:
            card.own.remove.setVisible(self._seats.may_remove)
            card.own.renamed.connect(self._rename)
            card.own.removed.connect(self._remove)
            card.own.unfolded.connect(self._show_asked, Qt.ConnectionType.QueuedConnection)

    def _rename(self, title: str) -> None:
        own = self.sender()
        if isinstance(own, OwnPack):
            self._session.rename_pack(own.pack_id, title, partial(self._done, own.pack_id))

    def _remove(self) -> None:
        own = self.sender()
        if isinstance(own, OwnPack):
            self._session.remove_pack(own.pack_id, partial(self._done, own.pack_id))

    def _show_asked(self) -> None:
        """Bring into view what a pack asks, once it has its room."""
        own = self.sender()
        if isinstance(own, QWidget):
            self._area.ensureWidgetVisible(own)

    def _done(self, pack_id: str, error: Expected | None) -> None:
        """Go on, or say on the card what was in the way."""
        if error is None:
            self.changed.emit(pack_id)
            return
        for own in self._area.findChildren(OwnPack):
            if own.pack_id == pack_id:
                own.say(error.message)
