"""The desk's right-hand column: the questions, or a companion in their place, chosen by tabs at its top."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.desk.companions import COMPANIONS, LABELS
from crossread.desktop.pages.desk.desk_first import BESIDE
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.questions.question_column import QuestionColumn
from crossread.desktop.place import Spot
from crossread.desktop.tab_order import stops
from crossread.desktop.theme.out_of_sight import fetch, put_away
from crossread.desktop.theme.theme import changes
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from crossread.packs.pack import Stage

QUESTIONS = "questions"


class DeskSide(QWidget):
    """Questions and companions, of which one is in view; a companion is made when it is first looked at.

    `here` tells where the learner reads. `turned`: another tab is in view. `left`: Escape leads back to the
    texts. `spot_asked`, `asked` and `refused` pass on what a companion asks for.
    """

    turned = Signal()
    left = Signal()
    spot_asked = Signal(object)
    asked = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        opened: OpenPack,
        column: QuestionColumn,
        here: Callable[[], Spot | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._around, self._opened, self._here = around, opened, here
        self.column = column
        self.companion: Companion | None = None
        self._made: dict[str, Companion] = {}
        self._in_view: tuple[str, ...] = ()
        self._stage: Stage | None = None
        names = [QUESTIONS, *(name for name in LABELS if name in COMPANIONS)]
        self._row = QFrame(self)
        self._row.setProperty("look", "ground")
        self.tabs = Segmented(
            [(name, _(LABELS[name])) for name in names], self._row, look="tabs", name=_("Beside the texts")
        )
        self.tabs.set_value(QUESTIONS)
        self.tabs.chosen.connect(self._tab_chosen)
        self._by_mouse = False  # whether the tab chosen last was clicked
        for tab in self.tabs.picks():
            tab.pressed.connect(self._tab_pressed)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(20, 6, 20, 0)
        row.addWidget(self.tabs)
        self._several = len(names) > 1
        self._low = False
        self._from_texts = False  # whether it was from the texts that one came to the companion in view
        self._show_row()
        column.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._row)
        self._column.addWidget(column, 1)

    @property
    def name(self) -> str:
        """The name of what is in view."""
        return self.companion.name if self.companion else QUESTIONS

    def label(self) -> str:
        """Return what the tab in view says."""
        return _(LABELS[self.name])

    # What is in view

    def set_low(self, low: bool) -> None:
        """Leave the height of the tabs to the questions where there is little; a companion keeps them."""
        self._low = low
        self._show_row()

    def _show_row(self) -> None:
        self._row.setVisible(self._several and not (self._low and self.companion is None))

    def show_companion(self, name: str, *, focus: bool = True) -> None:
        """Show a companion, or the questions by their name; a name that is not known changes nothing."""
        if name != QUESTIONS and name not in COMPANIONS:
            return
        self._note_way()
        if name != self.name:
            self._turn(name)
        if focus:
            self.focus()

    def _turn(self, name: str) -> None:
        before = self.companion
        if before is not None:
            before.leave()
        self.companion = None if name == QUESTIONS else self._companion(name)
        self.tabs.set_value(name)
        self._show_row()
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and not self._row.isAncestorOf(focus):
            self.tabs.pick(name).setFocus(Qt.FocusReason.OtherFocusReason)  # what it is on goes out of view
        wanted = self.companion or self.column
        if fetch(wanted):
            changes().room_set.emit()
        for one in (self.column, *self._made.values()):
            one.setVisible(one is wanted)
            if one is not wanted:
                put_away(one)
        if self.companion is not None:
            self.companion.set_view(self._here())
        announce(self, self.label())
        self.turned.emit()

    def _companion(self, name: str) -> Companion:
        if name not in self._made:
            made = COMPANIONS[name]()(self._around, self._opened, self)
            made.spot_asked.connect(self.spot_asked)
            made.asked.connect(self.asked)
            made.refused.connect(self.refused)
            made.left.connect(self.left)
            made.questions_asked.connect(self._questions_asked)
            made.set_in_view(self._in_view)
            made.open_stage(self._stage)
            self._made[name] = made
            self._column.addWidget(made, 1)
        return self._made[name]

    def _questions_asked(self) -> None:
        self.show_companion(QUESTIONS)

    def _tab_pressed(self) -> None:
        self._by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton

    def _tab_chosen(self, name: str) -> None:
        # Whoever goes along the tabs by arrow keys stays there. Whoever clicks one will type in what it
        # opens, and letters that went to the page would act as its keys.
        self.show_companion(name, focus=self._by_mouse)
        self._by_mouse = False

    def _note_way(self) -> None:
        """Take note of where one comes from, unless it is from one companion to another."""
        focus = QApplication.focusWidget()
        if focus is not None and (self.companion is None or not self.isAncestorOf(focus)):
            self._from_texts = not self.isAncestorOf(focus)

    def focus(self) -> None:
        """Put the focus where work goes on in what is in view."""
        self._note_way()
        if self.companion is None:
            self.column.focus()
        else:
            self.companion.enter()

    def way(self) -> list[QWidget]:
        """Return all that Tab comes to in here: the tabs, then what is in view."""
        inside = self.column.stops() if self.companion is None else stops(self.companion)
        return [*stops(self._row), *inside]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have the questions again by Escape, and be where one was before: in a text, or with them.

        A companion that stays is only left for the texts.
        """
        if event.key() == Qt.Key.Key_Escape and self.companion is not None and self.companion.stays:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.companion is not None:
            was_in_texts = self._from_texts
            self.show_companion(QUESTIONS, focus=not was_in_texts)
            if was_in_texts:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def count_open(self) -> None:
        """Say on the tab of the questions how many wait there, in a stage that does not open on them."""
        label = name = _(LABELS[QUESTIONS])
        opens_elsewhere = self._stage is not None and self._stage.kind in BESIDE
        waiting = opens_elsewhere and self.column.may_hand_in and self.column.answering.open_required()
        if waiting:
            label = _("{label} · {count}").format(label=label, count=len(waiting))
            name = _("{label} open").format(label=label)
        self.tabs.set_words(QUESTIONS, label, name)

    # What companions are told

    def see(self) -> None:
        """Tell the companion in view where the learner reads now."""
        if self.companion is not None and self.isVisible():
            self.companion.set_view(self._here())

    def set_in_view(self, sources: Sequence[str]) -> None:
        """Tell companions which sources stand in the panes."""
        self._in_view = tuple(sources)
        for companion in self._made.values():
            companion.set_in_view(self._in_view)

    def open_stage(self, stage: Stage) -> None:
        """Tell companions which stage is in view."""
        self._stage = stage
        for companion in self._made.values():
            companion.open_stage(stage)

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        for companion in self._made.values():
            companion.set_opened(opened)

    def changed(self, what: Changed) -> None:
        """Tell companions what has changed, and how many questions are open now."""
        self.count_open()
        for companion in self._made.values():
            companion.changed(what)

    def leave(self) -> None:
        """Keep what is unfinished in the companion in view."""
        if self.companion is not None:
            self.companion.leave()
