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
from crossread.desktop.widgets.menus import open_menu

CLOSE = "close-pane"  # by the menu alone: the key closes the last pane, not this one
GROUPS = (
    ("contents", "card", "which", "show-in-others"),
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
        may = _possible(panes, layout)
        for group in GROUPS:
            if self.actions():
                self.addSeparator()
            for name in group:
                if name == CLOSE:
                    words, key = _("Close this pane"), ""
                elif name in deeds and name in BY_ID:
                    words, key = _(BY_ID[name].label), key_words(name)
                else:
                    continue
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


def _possible(panes: DeskPanes, layout: DeskLayout) -> dict[str, bool]:
    """Tell which of the entries can be chosen now, as far as that depends on the desk."""
    several, beside = panes.used > 1, layout.form in ("wide", "square") and not layout.alone
    return {
        "swap": several,
        CLOSE: several,
        "pane-more": panes.used < panes.most(),
        "wider": beside or (layout.form == "tabs" and not layout.alone),
        "narrower": beside or (layout.form == "tabs" and not layout.alone),
        "taller": layout.form == "square" and not layout.alone,
        "lower": layout.form == "square" and not layout.alone,
        "which": len(panes.opened.whiches(panes.in_hand.source_id)) > 1,
        "text-beside": len(panes.opened.whiches(panes.in_hand.source_id)) > 1,
        "show-in-others": several,
    }
