"""The menu of one highlight or note: all that can be done with it, by mouse, Menu key or Shift+F10."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.notes.meanings import meaning_name
from crossread.desktop.pages.notes.noted_spots import first_spot
from crossread.inquiry.notes import MEANINGS
from crossread.progress.notes_board import Row


class NotedMenu(QMenu):
    """Things to do with a row; it deletes itself when it is closed. `picked` gives the Row and what to do.

    That is "show", "write", "place", "remove", or "meaning/NAME".
    """

    picked = Signal(object, str)

    def __init__(self, row: Row, parent: QWidget, *, may_place: bool) -> None:
        super().__init__(parent)
        self._row = row
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Highlight or note"))
        self.triggered.connect(self._triggered)
        if first_spot(row) is not None:
            self._add("show", _("Show in the text"))
        if row.own:
            self._add("write", _("Edit the note") if row.note else _("Write a note"))
        if row.own and row.highlight is not None:
            self.addSeparator()
            for meaning in MEANINGS:
                action = self._add(f"meaning/{meaning}", meaning_name(meaning))
                action.setCheckable(True)
                action.setChecked(meaning == row.highlight.meaning)
        if may_place:
            self.addSeparator()
            self._add("place", _("Place at the selection"))
        if row.own:
            self.addSeparator()
            self._add("remove", _("Remove the note") if row.note else _("Remove the highlight"))

    def _add(self, key: str, words: str) -> QAction:
        action = QAction(words, self)
        action.setData(key)
        self.addAction(action)
        return action

    def _triggered(self, action: QAction) -> None:
        self.picked.emit(self._row, str(action.data()))
