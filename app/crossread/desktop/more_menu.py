"""The menu at the end of the bar: what is not on the page itself, each with its key."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.pages.settings.key_words import key_words
from crossread.desktop.widgets.buttons import unmarked
from crossread.desktop.widgets.picking.menus import open_menu

# What the menu offers, by action; "" is a line between two groups.
ENTRIES: tuple[tuple[str, str], ...] = (
    ("back", N_("Back")),
    ("forward", N_("Forward")),
    ("", ""),
    ("palette", N_("Find anything…")),
    ("search", N_("Search the library…")),
    ("new-pack", N_("New pack from articles…")),
    ("progress", N_("How it is going")),
    ("history", N_("All answers")),
    ("review", N_("Review")),
    ("practice", N_("Practise a skill…")),
    ("", ""),
    ("board", N_("Notes board")),
    ("timeline", N_("Timeline")),
    ("words", N_("Words")),
    ("", ""),
    ("hand-on", N_("Export answers…")),
    ("switch-learner", N_("Switch learner…")),
    ("learners", N_("Learners…")),
    ("backups", N_("Backups…")),
    ("settings", N_("Settings")),
    ("keys", N_("Keys")),
    ("help", N_("Help")),
    ("about", N_("About Crossread")),
)


class MoreMenu(QMenu):
    """The menu. `picked` gives the id of an action; what does nothing on this page stands back."""

    picked = Signal(str)

    def __init__(self, can: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Menu"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.triggered.connect(self._pick)
        for id_, label in ENTRIES:
            if not id_:
                self.addSeparator()
                continue
            if id_ == "switch-learner" and not can(id_):
                continue  # who reads alone meets nothing of others
            key = key_words(id_)
            entry = self.addAction(unmarked(_(label)) + (f"\t{unmarked(key)}" if key else ""))
            entry.setData(id_)
            entry.setEnabled(can(id_))

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget, with the first line picked."""
        at = widget.width() - self.sizeHint().width() if not self.isRightToLeft() else 0
        open_menu(self, widget.mapToGlobal(QPoint(at, widget.height() + 4)))

    def _pick(self, entry: QAction) -> None:
        self.picked.emit(str(entry.data()))
