"""From the texts, and from the comparison, into the conclusion: passages go behind the reason in hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crossread.base.translation import _
from crossread.desktop.keys import BY_ID
from crossread.desktop.pages.conclude.conclusion_in_work import recover_conclusions
from crossread.desktop.pages.judgements_in_work import recover_judgements
from crossread.desktop.widgets.buttons import unmarked
from crossread.inquiry.notes import NotedPassage
from crossread.questions.passages import Selection
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.pages.conclude.conclude_companion import ConcludeCompanion
    from crossread.desktop.pages.desk.desk_frame import DeskFrame
    from crossread.desktop.pages.panes.pane import Pane

ACTION = "to-reason"
NAME = "conclude"  # of the companion


class DeskConcluding(QObject):
    """Joins one desk to the conclusion; `refused` gives a sentence on what was not allowed.

    While the conclusion stands beside the texts, what is marked in them goes to it; from elsewhere a key and
    the menu of a text bring it into view.
    """

    refused = Signal(str)

    def __init__(self, desk: "DeskFrame") -> None:
        super().__init__(desk)
        self._desk, self._panes = desk, desk.panes
        self._watched: list[Pane] = []
        self._panes.arranged.connect(self._watch)
        self._watch()
        recover_conclusions(desk.around.session, desk.panes.opened)
        recover_judgements(desk.around.session, desk.panes.opened)

    @property
    def in_view(self) -> bool:
        """Whether the conclusion stands beside the texts."""
        return self._desk.side.name == NAME

    def _watch(self) -> None:
        for pane in self._panes.panes:
            if pane not in self._watched:
                self._watched.append(pane)
                pane.view.menu_made.connect(self._add_to_menu)

    # What is sent

    def take(self, selection: Selection) -> bool:
        """Take what was marked in a text; False where the conclusion is not in view."""
        if not self.in_view:
            return False
        self._send(selection.source, selection.which, Range(selection.start, selection.end))
        return True

    def send(self) -> None:
        """Send what is compared where that is in view, else the words or the sentence of the pane in hand."""
        spot = self._desk.front.passage() if self._desk.front.on else None
        if self._desk.front.on and spot is None:
            self.refused.emit(_("Pick something that has a passage first."))
            return
        if spot is not None:
            self._send(spot.source, spot.which, Range(spot.start, spot.end))
            return
        pane = self._panes.in_hand
        where = pane.view.chosen_range() if pane.view.isVisible() else None
        if where is None:
            self.refused.emit(_("Put the caret into a text first, or select words there."))
        elif pane.view.is_veiled(where):
            self.refused.emit(_("These words are covered. Once they are shown they can be evidence."))
        else:
            self._send(pane.source_id, pane.which, where)

    def _send(self, source: str, which: str, where: Range) -> None:
        from crossread.operations.noting.noting import passage_of

        try:
            passage = passage_of(self._panes.opened, source, which, where)
        except ValueError:  # blank, or their text is gone
            self.refused.emit(_("Nothing is selected. Select the words that you mean first."))
            return
        self.add(passage)
        if not self._desk.front.on:
            self._panes.in_hand.let_go()

    def add(self, passage: NotedPassage) -> None:
        """Put a passage behind the reason in hand, with the conclusion in view."""
        companion = self._companion()
        if companion is not None:
            self._desk.noting.gave_evidence("")
            companion.add_evidence(passage)

    def _companion(self) -> "ConcludeCompanion | None":
        from crossread.desktop.pages.conclude.conclude_companion import ConcludeCompanion

        self._desk.show_companion(NAME, focus=False)
        companion = self._desk.companion
        return companion if isinstance(companion, ConcludeCompanion) else None

    # The menu of a text

    def _add_to_menu(self, menu: object) -> None:
        if not isinstance(menu, QMenu) or menu.parent() is not self._panes.in_hand.view or self.in_view:
            return  # beside the conclusion the menu has "Use as evidence", which does the same
        action = QAction(unmarked(_(BY_ID[ACTION].label)), menu)
        action.triggered.connect(self.send)
        menu.addAction(action)
