"""What the library does with packs of one's own, as their cards ask for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.library.own_pack import OwnPack
from crossread.desktop.pages.words import nothing_to_undo
from crossread.desktop.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from crossread.base.errors import Expected
    from crossread.desktop.learners.asking_teacher import TeacherField
    from crossread.desktop.pages.library.pack_card import PackCard
    from crossread.desktop.pages.library.removed_row import RemovedRow
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.removed_packs import RemovedPack


class OwnPacks(QObject):
    """Renames and removes packs, and puts back what was removed.

    `changed` gives the id of a pack that was, once the library shows it. `done` gives a sentence on what was
    done, and the deed that takes it back; `said` one on what was put back, or on what could not be done.
    """

    changed = Signal(str)
    done = Signal(str, object)
    said = Signal(str)

    def __init__(self, around: Surroundings, area: QScrollArea) -> None:
        super().__init__(area)
        self._around, self._area = around, area
        self._session, self._seats = around.session, around.seats
        self._undoes: list[Callable[[], None]] = []  # the newest last

    def take(self, card: PackCard) -> None:
        """Do from now on what a card asks for."""
        if card.own is not None:
            if not self._seats.may_remove:
                card.own.guard(self._ask_word)
            card.own.renamed.connect(self._rename)
            card.own.removed.connect(self._remove)
            card.own.unfolded.connect(self._show_asked, Qt.ConnectionType.QueuedConnection)

    def _ask_word(self, parent: QWidget) -> TeacherField:
        """Make the field for the teacher word, which who reads alone never meets."""
        from crossread.base.folders import DataFolders
        from crossread.desktop.learners.asking_teacher import TeacherField
        from crossread.operations.learners.teacher_word import TeacherWord

        word = TeacherWord(DataFolders(self._session.data_folder), self._around.clock)
        return TeacherField(word, _always, parent)

    def removed_rows(self, parent: QWidget) -> list[RemovedRow]:
        """Make a row for each pack that lies aside."""
        removed = self._session.removed_packs
        if not removed:
            return []
        from crossread.desktop.pages.library.removed_row import RemovedRow

        rows = [RemovedRow(one, parent, may_delete=self._seats.may_remove) for one in removed]
        for row in rows:
            row.put_back.connect(self._put_back)
            row.deleted.connect(self._delete)
            row.unfolded.connect(self._show_asked, Qt.ConnectionType.QueuedConnection)
        return rows

    def undo(self) -> None:
        """Take back the last renaming or removal of this sitting."""
        if self._undoes:
            self._undoes.pop()()
        else:
            announce(self._area, nothing_to_undo())

    # What the cards ask for

    def _rename(self, title: str) -> None:
        own = self.sender()
        if isinstance(own, OwnPack):
            told = _("“{before}” is called “{title}” now.").format(before=own.title, title=title)
            back = _("“{title}” is called so again.").format(title=own.title)
            undo = partial(self._session.rename_pack, own.pack_id, own.title, self._undone(own.pack_id, back))
            self._session.rename_pack(own.pack_id, title, partial(self._done, own.pack_id, told, undo))

    def _remove(self) -> None:
        own = self.sender()
        if isinstance(own, OwnPack):
            told = _("“{pack}” is removed, and lies aside for two weeks.").format(pack=own.title)
            undo = partial(self._put_back_pack, own.pack_id)
            self._session.remove_pack(own.pack_id, partial(self._done, own.pack_id, told, undo))

    def _put_back_pack(self, pack_id: str) -> None:
        """Put back what was removed last of a pack."""
        found = next((one for one in self._session.removed_packs if one.id == pack_id), None)
        there = next((one for one in self._session.shelf() if one.id == pack_id), None)
        if there is not None and (found is None or there.digest == found.aside.digest):
            self.said.emit(_("This pack stands in the library already."))
        elif found is not None:
            self._put_back(found)
        else:
            self.said.emit(_("This pack has gone for good. Make it anew from the same files."))

    def _put_back(self, removed: RemovedPack) -> None:
        told = _("“{pack}” stands in the library again.").format(pack=title_of(removed))
        self._session.put_pack_back(removed, self._undone(removed.id, told))

    def _delete(self, removed: RemovedPack) -> None:
        told = _("“{pack}” is deleted for good.").format(pack=title_of(removed))
        self._session.delete_removed(removed, self._undone("", told))

    # What came of it

    def _done(self, pack_id: str, told: str, undo: Callable[[], None], error: Expected | None) -> None:
        """Go on and offer the way back, or say on the card what was in the way."""
        if error is None:
            self._undoes.append(undo)
            self.changed.emit(pack_id)
            self.done.emit(told, self.undo)
            return
        for own in self._area.findChildren(OwnPack):
            if own.pack_id == pack_id:
                own.say(error.message)

    def _undone(self, pack_id: str, told: str) -> Callable[[Expected | None], None]:
        return partial(self._take_undone, pack_id, told)

    def _take_undone(self, pack_id: str, told: str, error: Expected | None) -> None:
        if error is None:
            self.changed.emit(pack_id)
        self.said.emit(told if error is None else error.message)

    def _show_asked(self) -> None:
        """Bring into view what a pack asks, once it has its room."""
        own = self.sender()
        if isinstance(own, QWidget):
            self._area.ensureWidgetVisible(own)


def title_of(removed: RemovedPack) -> str:
    """Name a pack that lies aside."""
    return removed.title or _("A pack without a title")


def _always() -> bool:
    return True
