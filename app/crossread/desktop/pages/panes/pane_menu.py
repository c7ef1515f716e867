"""The menu of a pane: what can be done with it, with the keys that do the same."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.keys import BY_ID
from crossread.desktop.pages.desk.desk_layout import DeskLayout
from crossread.desktop.pages.desk.desk_panes import DeskPanes
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.settings.key_words import key_words
from crossread.desktop.widgets.buttons import unmarked
from crossread.desktop.widgets.picking.menus import open_menu

CLOSE = "close-pane"  # by the menu alone: the key closes the last pane, not this one
GROUPS = (
    ("compare",),
    ("find", "contents", "card", "which", "show-in-others", "to-cell"),
    ("text-beside", "swap", "maximise", "pane-more", CLOSE),
    ("wider", "narrower", "taller", "lower"),
    ("pane-bigger", "pane-smaller", "pane-normal"),
)


class PaneMenu(QMenu):
    """Made anew for each opening, and gone when it closes."""

    def __init__(self, panes: DeskPanes, layout: DeskLayout, deeds: Mapping[str, Deed], pane: Pane) -> None:
        super().__init__(pane)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("More for the pane of source {letter}").format(letter=pane.source.letter))
        self._panes, self._pane, self._deeds = panes, pane, deeds
        may, words_here = _possible(panes), _words_here(layout)
        for group in GROUPS:
            there = [
                name for name in group if (name in deeds or name == CLOSE) and name not in _absent(layout)
            ]
            if self.actions() and there:
                self.addSeparator()
            for name in there:
                words = words_here.get(name) or _(BY_ID[name].label)
                key = key_words(name) if name in BY_ID else ""
                entry = self.addAction(f"{unmarked(words)}\t{unmarked(key)}" if key else unmarked(words))
                entry.setData(name)
                entry.setEnabled(may.get(name, True))
        self.triggered.connect(self._do)

    def open_below(self, widget: QWidget) -> None:
        """Open below a widget; nothing waits for it to be closed."""
        open_menu(self, widget.mapToGlobal(QPoint(0, widget.height())))

    def _do(self, entry: QAction) -> None:
        name = str(entry.data())
        if name == CLOSE:
            self._panes.close(self._pane)
        else:
            self._deeds[name]()


def _absent(layout: DeskLayout) -> tuple[str, ...]:
    """Name the entries that mean nothing as the panes stand now: there is no border that they would move."""
    if layout.alone or layout.form in ("drawer", "single"):
        return ("wider", "narrower", "taller", "lower")
    return () if layout.form == "square" else ("taller", "lower")


def _words_here(layout: DeskLayout) -> dict[str, str]:
    """Return the words of entries that say another thing here than in the list of keys."""
    words = {CLOSE: _("Close this pane"), "find": _("Find in this text"), "compare": _("Compare the texts")}
    if layout.alone:
        words["maximise"] = _("All panes again")
    if layout.form == "tabs":
        words |= {"wider": _("Make the texts wider"), "narrower": _("Make the texts narrower")}
    elif layout.form == "square":
        words |= {"taller": _("Make this row of panes higher"), "lower": _("Make this row of panes lower")}
    return words


def _possible(panes: DeskPanes) -> dict[str, bool]:
    """Tell which of the entries can be chosen now, as far as that depends on the desk."""
    several = panes.used > 1
    texts = len(panes.opened.whiches(panes.in_hand.source_id))
    return {
        "find": panes.in_hand.view.isVisible(),
        "swap": several,
        CLOSE: several,
        "pane-more": panes.used < panes.most(),
        "which": texts > 1,
        "text-beside": texts > 1,
        "show-in-others": several,
    }
