"""What the bar tells: the pack and stage in view, whether a way leads back or forward, and the saving."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crossread.desktop.widgets.telling.status import SavedKind
from crossread.operations.sessions.changed import StatusKind

if TYPE_CHECKING:
    from crossread.desktop.top_bar import TopBar
    from crossread.desktop.window_pages import WindowPages
    from crossread.operations.sessions.session import Session

_SAVED: Mapping[StatusKind, SavedKind] = {
    "opening": "opening",
    "checking": "checking",
    "ready": "saved",
    "saving": "saving",
    "not-saved": "not-saved",
    "failed": "not-saved",
    "closed": "",
}


class BarTold(QObject):
    """Has the bar tell how things stand; each part of it is told by itself."""

    def __init__(self, session: Session, bar: TopBar, pages: WindowPages) -> None:
        super().__init__(bar)
        self._session, self._bar, self._pages = session, bar, pages

    def show_pack(self) -> None:
        """Tell the pack in view with its stages, or none."""
        if self._pages.pack_in_view() is None:
            self._bar.show_pack("", (), "")
        else:
            self.show_stages()

    def show_stages(self) -> None:
        """Tell how the stages of the pack in view stand; nothing where none is."""
        pages = self._pages.pack_in_view()
        if pages is not None:
            from crossread.desktop.pages.around.stages import stage_tabs

            pack = pages.opened.pack
            tabs = stage_tabs(pack, self._session.state(pack.id))
            self._bar.show_pack(pack.title, tabs, pages.stage.id if pages.stage else "")

    def show_way(self) -> None:
        """Tell whether a way leads back, and forward."""
        trail = self._pages.trail
        self._bar.show_way(back=trail.can_go_back, forward=trail.can_go_forward)

    def show_status(self) -> None:
        """Tell how it is going with the saving."""
        status = self._session.status
        share = status.done / status.total if status.total else 0.0
        self._bar.status.set_kind(_SAVED[status.kind], status.message, share)
