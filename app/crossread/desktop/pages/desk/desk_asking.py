"""The question in view and the texts: its sources come into the panes, what answers it is marked there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crossread.desktop.pages.questions.showing import ToShow
from crossread.questions.passages import PassageKey, Selection

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.desk_frame import DeskFrame


class DeskAsking(QObject):
    """Joins the question column of one desk to its panes."""

    def __init__(self, desk: "DeskFrame") -> None:
        super().__init__(desk)
        self._desk, self._column, self._panes = desk, desk.column, desk.panes
        self._column.given_changed.connect(self.mark)
        self._column.wants_text.connect(self._bring_up)
        self._column.show_me.connect(self._show_passages)
        self._panes.selected.connect(self._selected)
        self._panes.dragged.connect(self._dragged)

    def mark(self) -> None:
        """Mark in the panes what is given to the question, and warn where it is about another text."""
        body = self._column.body
        selections: Sequence[Selection] = body.answer.selections() if body else ()
        mark = self._column.answering.view(body.question).mark if body else None
        self._panes.show_selections(selections, mark)
        about = body.question if body and not self._desk.concluding.in_view else None
        self._panes.warn_of_other_text(about, marks=self._desk.takes_passages())

    def turn_from(self) -> None:
        """Leave nothing in the panes of the question before."""
        self._panes.show_evidence(())
        self._panes.clear_selections()  # what was selected for one question is not for the next

    def bring_up(self) -> None:
        """Bring the sources of the question in view into the panes, in the text that it needs."""
        question = self._column.question
        if question is not None and self._column.showing == "question":
            self._panes.bring_up(question.sources, question.needs)
            self.mark()

    def _bring_up(self, source: str) -> None:
        self._desk.front.hide()
        self._panes.bring_up((source,))
        self.mark()

    def _dragged(self, selection: object) -> None:
        """Take words as the mouse lets go of them; beside a conclusion they may be meant to be copied."""
        if not self._desk.concluding.in_view or self._desk.cells.waits:
            self._selected(selection)

    def _selected(self, selection: object) -> None:
        if not isinstance(selection, Selection) or self._desk.cells.take(selection):
            return
        if self._desk.concluding.take(selection) or self._desk.companion is not None:
            return  # a question that is out of view is not answered
        if self._column.add_selection(selection):
            body = self._column.body
            self._desk.noting.gave_evidence(body.question.id if body else "")
            self._panes.clear_selections()  # the mark below the words takes its place

    def _show_passages(self, wanted: object) -> None:
        """Show passages of the answer key, or one that the learner marked."""
        if not isinstance(wanted, ToShow):
            return
        self._desk.front.hide()
        if wanted.passages:
            self._panes.show_evidence(
                wanted.passages, wanted.at if isinstance(wanted.at, PassageKey) else None
            )
        if isinstance(wanted.at, Selection):
            self._panes.show_selection(wanted.at)
        self.mark()
