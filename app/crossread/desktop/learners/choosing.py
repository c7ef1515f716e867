"""The start page: who is reading? A name to choose, a new one, or a guest of whom nothing stays."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.learners.learner_list import LearnerList
from crossread.desktop.learners.start_page import StartPage
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.learners.learner_names import alike
from crossread.operations.learners.learners import Learner

MANY = 8  # learners: from here on there is a field to find one by
SHORT = 12  # of them stand in a list that is no longer than its rows
_ENDLESS = 16_777_215  # as Qt has it for no limit
LOWEST = 170  # pixels of the list at the default text size


class ChoosingPage(StartPage):
    """Who is reading. `chosen` gives a learner; `new_asked` and `guest_asked` tell of the two buttons."""

    chosen = Signal(object)
    new_asked = Signal()
    guest_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Who is reading?"), parent)
        self._all: tuple[Learner, ...] = ()
        column = self.column
        column.addWidget(labels.display(_("Who is reading?"), self))
        self.told = labels.Label("", "caution", self)
        self.told.hide()
        column.addWidget(self.told)
        self._nobody = labels.body(
            _("Nobody has a name here yet. Take one: what you do is then kept for you, on this machine."),
            self,
        )
        column.addWidget(self._nobody)
        self.field = FindField(_("Find a name"), _("Find a name"), self)
        self.field.searched.connect(self._find)
        self.field.stepped.connect(self._enter_first)
        self.field.went_down.connect(self._to_list)
        column.addWidget(self.field)
        self.list = LearnerList(self)
        self.list.shown.connect(self.chosen)
        self.list.typed.connect(self._typed)
        self.list.widened.connect(self._fit_list)
        self.list.left_above.connect(self._to_field)
        column.addWidget(self.list, 1)
        self._none = labels.body("", self)
        column.addWidget(self._none)
        ways = QWidget(self)
        row = FlowLayout(ways, across=8, down=6)
        self.new, self.guest = plain(_("New name…"), ways), plain(_("As a guest"), ways)
        self.guest.setAccessibleDescription(_("Nothing of what a guest does is kept."))
        self.new.clicked.connect(self.new_asked)
        self.guest.clicked.connect(self.guest_asked)
        row.addWidget(self.new)
        row.addWidget(self.guest)
        column.addWidget(ways)
        self.column.addWidget(
            labels.quiet(
                _(
                    "Each name has its own pages. That keeps others out of your pages, not out of your "
                    "files: "
                    "who can use this computer can open those. Of a guest nothing stays."
                ),
                self,
            )
        )
        self.put_together()

    def show_learners(self, learners: Sequence[Learner], last: str = "") -> None:
        """Show these learners; `last` is the id of who was here last."""
        self._all = tuple(learners)
        many = len(self._all) >= MANY
        self.field.setVisible(many)
        self.field.clear()
        self._nobody.setVisible(not self._all)
        self.list.setVisible(bool(self._all))
        self._show(self._all)
        at = next((nth for nth, one in enumerate(self._all) if one.id == last), 0)
        if self._all:
            self.list.go_to(at)

    def say(self, sentence: str) -> None:
        """Say what was not done; "" takes it away."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        announce(self, sentence)

    def _show(self, learners: Sequence[Learner]) -> None:
        self.list.put_rows(learners)
        nobody = bool(self._all) and not learners
        self._none.setText(_("Nobody here is called that. With “New name…” you take it.") if nobody else "")
        self._none.setVisible(nobody)
        self._fit_list()

    def _find(self, typed: str) -> None:
        wanted = alike(typed.strip())
        found = [one for one in self._all if wanted in alike(one.shown)]
        found.sort(key=lambda one: not alike(one.shown).startswith(wanted))
        self._show(found)
        if found:
            self.list.go_to(0)
        announce(self.field, ngettext("{count} name", "{count} names", len(found)).format(count=len(found)))

    def _typed(self, text: str) -> None:
        if not self.field.isHidden():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.fill(text)
            self.field.end(False)

    def _enter_first(self, _step: int) -> None:
        current = self.list.current()
        if current is not None:
            self.chosen.emit(current)

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_field(self) -> None:
        if not self.field.isHidden():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed_name(self) -> str:
        """Return what was typed to find, for a name that is new."""
        return self.field.text().strip() if not self.list.rows() else ""

    def enter(self) -> None:
        """Begin with the field where there are many, else with the list, else with a new name."""
        if not self.field.isHidden():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._all:
            self._to_list()
        else:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_list(self) -> None:
        """Give a short list the height of its rows; a long one takes what is left, and scrolls."""
        rows = self.list.height_of(SHORT)
        self.list.setMinimumHeight(min(rows, theme.current().scaled(LOWEST)))
        self.list.setMaximumHeight(rows if len(self.list.rows()) <= SHORT else _ENDLESS)
