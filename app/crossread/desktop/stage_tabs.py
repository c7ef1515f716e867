"""The stages of a pack in the top bar: tabs, or one menu where they do not fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.widgets.buttons import plain, rename, unmarked
from crossread.desktop.widgets.picking.menus import open_menu
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.desktop.widgets.tips import set_tip

SIGN = "  ▾"  # that a button opens a menu; Qt's own is not drawn in a mirrored window


@dataclass(frozen=True, slots=True)
class StageTab:
    """One stage as the bar shows it; `done` stages carry a tick."""

    id: str
    title: str
    done: bool = False


class StageTabs(QWidget):
    """The stages in a row; where there is no room for all, one button with a menu."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._tabs: tuple[StageTab, ...] = ()
        self._pills = Segmented((), self, look="pills", name=_("Stages"))
        self._folded = plain("", self)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._from_menu)
        self._folded.clicked.connect(self._open_menu)
        self._row.addWidget(self._pills)
        self._row.addWidget(self._folded)
        self._room = 10_000
        self._short = self._long = ""
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_tabs((), "")

    def set_tabs(self, tabs: Sequence[StageTab], current: str) -> None:
        """Show these stages, one of them open ("" for none)."""
        if [(tab.id, tab.title) for tab in tabs] != [(tab.id, tab.title) for tab in self._tabs]:
            self._renew(tabs)
        if tuple(tabs) != self._tabs:
            self._menu.clear()
            for number, tab in enumerate(tabs, 1):
                self._pills.set_done(tab.id, tab.done)
                words = _("{number} · {title}").format(number=number, title=tab.title)  # as the overview
                # Made here and not by the menu: what Qt makes may be taken for what was at its place.
                entry = QAction(unmarked(f"✓ {words}" if tab.done else words), self._menu)
                entry.setData(tab.id)
                self._menu.addAction(entry)
        self._tabs, self._current = tuple(tabs), current
        self._pills.set_value(current)
        place = next((number for number, tab in enumerate(tabs, 1) if tab.id == current), 0)
        words = _("{title} · {number} of {all}") if place else _("Stages")
        title = tabs[place - 1].title if place else ""
        told = words.format(title=title, number=place, all=len(tabs))
        short = _("{number} of {all}").format(number=place, all=len(tabs)) if place else _("Stages")
        self._long, self._short = told + SIGN, short + SIGN
        rename(self._folded, self._long)
        self._folded.setAccessibleName(told)
        self._fold()

    def set_room(self, pixels: int) -> None:
        """Say how wide the row may be."""
        self._room = pixels
        self._fold()

    def least_width(self) -> int:
        """Return how wide the row is as a menu, in pixels."""
        self._folded.setText(unmarked(self._long))
        return self._folded.sizeHint().width() if self._tabs else 0

    def shortest_width(self) -> int:
        """Return how wide the row is with the fewest words, in pixels."""
        metrics, now = QFontMetrics(self._folded.font()), self._folded.text()
        spare = self._folded.sizeHint().width() - metrics.horizontalAdvance(now.replace("&&", "&"))
        return spare + metrics.horizontalAdvance(self._short) if self._tabs else 0

    def folded(self) -> bool:
        """Tell whether the stages stand in a menu."""
        return not self._folded.isHidden()

    def in_a_row(self) -> bool:
        """Tell whether there are stages, and all of them in view."""
        return bool(self._tabs) and not self.folded()

    def menu_button(self) -> QWidget:
        """Return the button of the menu."""
        return self._folded

    def _renew(self, tabs: Sequence[StageTab]) -> None:
        self._row.removeWidget(self._pills)
        self._pills.hide()
        self._pills.deleteLater()
        self._pills = Segmented([(tab.id, tab.title) for tab in tabs], self, look="pills", name=_("Stages"))
        for number, (pick, tab) in enumerate(zip(self._pills.picks(), tabs, strict=True), 1):
            if number < 10:
                set_key_tip(pick, tab.title, f"stage-{number}")
            else:
                set_tip(pick, tab.title)
        self._pills.chosen.connect(self._tell)
        self._row.insertWidget(0, self._pills)

    def _fold(self) -> None:
        wanted = self._pills.sizeHint().width()
        folded = wanted > self._room
        self._folded.setVisible(bool(self._tabs) and folded)
        self._pills.setVisible(bool(self._tabs) and not folded)
        self._pills.setMinimumWidth(0 if folded else wanted)
        self._pills.setFixedHeight(self._pills.sizeHint().height())
        self._folded.setText(unmarked(self._long))
        if folded and self._folded.sizeHint().width() > self._room:
            self._folded.setText(unmarked(self._short))

    def _tell(self, stage: str) -> None:
        self._pills.set_value(self._current)  # the window says when the stage is open
        self.chosen.emit(stage)

    def _open_menu(self) -> None:
        here = next((one for one in self._menu.actions() if one.data() == self._current), None)
        if here is not None:
            self._menu.setActiveAction(here)
        open_menu(self._menu, self._folded.mapToGlobal(QPoint(0, self._folded.height() + 4)))

    def _from_menu(self, entry: QAction) -> None:
        self.chosen.emit(str(entry.data()))
