"""One reason: its number, its words, the passages behind it, and its menu."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.pages.conclude.behind import Behind
from crossread.desktop.pages.conclude.written import ReasonText
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import unmarked
from crossread.desktop.widgets.picking.menus import open_menu
from crossread.desktop.widgets.pressing.more_button import MoreButton
from crossread.desktop.widgets.tips import set_tip
from crossread.inquiry.comparison import Reason
from crossread.progress.notes_board import Piece


class ReasonCard(Behind):
    """A reason by its id; `moved` gives -1 or 1, `gone` asks for it to be taken away."""

    moved = Signal(int)
    gone = Signal()

    def __init__(self, reason: str, parent: QWidget) -> None:
        super().__init__(reason, _("Passages behind the reason"), parent)
        self.number = 0
        self.of = 0
        self._label = labels.strong("", self)
        self.text = ReasonText("", self, lines=(2, 10))
        self.text.setPlaceholderText(_("Because …"))
        self.text.moved.connect(self.moved)
        self.more = MoreButton("", self)
        set_tip(self.more, _("Move or remove the reason"))
        self.more.clicked.connect(self._open_menu)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._label.setContentsMargins(0, 6, 0, 0)  # beside the first line of the words
        self._label.setWordWrap(False)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.lay_out_passages()

    def fill(self, reason: Reason, pieces: Sequence[Piece], number: int, of: int) -> None:
        """Show a reason as the `number`-th, from 1, `of` so many."""
        self.text.show_text(reason.text)
        self.fill_passages(pieces)
        if (number, of) != (self.number, self.of):
            self.number, self.of = number, of
            self._label.setText(str(number))
            self.text.setAccessibleName(_("Reason {number} of {all}").format(number=number, all=of))
            self.text.setAccessibleDescription(_("Alt+Up and Alt+Down move it among the others."))
            self.more.setAccessibleName(_("Move or remove reason {number}").format(number=number))
            self.add.setAccessibleName(
                _("Add the passage selected in a text to reason {number}").format(number=number)
            )

    def added(self) -> str:
        """Return what is said of a passage, {quote}, that was added."""
        return _("Added to reason {number}: {quote}").format(number=self.number, quote="{quote}")

    def reach(self) -> None:
        """Put the focus into its words, where they can be seen."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)

    def menu(self) -> QMenu:
        """Make the menu."""
        menu = QMenu(self)
        menu.setAccessibleName(self.more.accessibleName())
        self._put(menu, _("Move up"), "up", can=self.number > 1)
        self._put(menu, _("Move down"), "down", can=self.number < self.of)
        menu.addSeparator()
        self._put(menu, _("Remove the reason"), "remove")
        menu.triggered.connect(self._picked)
        return menu

    def _put(self, menu: QMenu, words: str, deed: str, *, can: bool = True) -> None:
        action = QAction(unmarked(words), menu)
        action.setData(deed)
        action.setEnabled(can)
        menu.addAction(action)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_menu(menu, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _picked(self, action: QAction) -> None:
        deed = str(action.data())
        if deed == "remove":
            self.gone.emit()
        else:
            self.moved.emit(-1 if deed == "up" else 1)
