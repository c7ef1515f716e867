"""The page of the learners: you, the others, how this machine is used, and deleting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.declared import MODE
from crossread.base.errors import Expected, why_of
from crossread.base.folders import DataFolders
from crossread.base.translation import _, ngettext
from crossread.desktop.learners.deleting_card import DeletingCard
from crossread.desktop.learners.learner_button import LearnerButton
from crossread.desktop.learners.machine_card import MachineCard
from crossread.desktop.learners.others_card import OthersCard
from crossread.desktop.learners.taking_away import TakingAway
from crossread.desktop.learners.unlocking_card import UnlockingCard
from crossread.desktop.learners.you_card import YouCard
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.place import LIBRARY
from crossread.desktop.seat import Seat
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.operations.learners.deleting import partly_deleted
from crossread.operations.learners.learners import Learner, add_learner, learners, read_learner
from crossread.operations.learners.teacher_word import TeacherWord

WIDEST = 760  # pixels at the default text size


class LearnersPage(Page):
    """Who reads on this machine."""

    name = "learners"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._seats = around, around.seats
        self._folders = DataFolders(around.session.data_folder)
        self._word = TeacherWord(self._folders, around.clock)
        self.you: YouCard | None = None
        self.others: OthersCard | None = None
        self.machine: MachineCard | None = None
        self._area = CentredColumn(_("Learners"), self, widest=WIDEST, spacing=16)
        self._taking = TakingAway(around, self._word, self._needs_word, self._area)
        self._taking.done.connect(self._taken_away)
        self._taking.left.connect(self._stayed)
        self._taking.asks.connect(self._say_nothing)
        self._back = plain(_("‹ Library"), self)
        self._back.hide()  # until all of it is made

    @property
    def asking(self) -> DeletingCard | UnlockingCard | None:
        """What is asked now before something goes; None for nothing."""
        return self._taking.asking

    # What stands on it

    def _build(self) -> None:
        self._taking.put_away()
        self._area.begin_anew()
        page, column = self._area.inside, self._area.column
        self._back = plain(_("‹ Library"), page)
        self._back.clicked.connect(self._to_library)
        head = QVBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(labels.display(_("Learners"), page))
        column.addLayout(head)
        self.you = self._make_you(page)
        self.others = OthersCard(page)
        self.others.switched.connect(self._switch)
        self.others.added.connect(self._add)
        self.others.unlocked.connect(self._unlock)
        self.others.removed.connect(self._ask_to_delete)
        column.addWidget(self.others)
        if left := len(partly_deleted(self._folders)):
            told = ngettext(
                "{count} learner is deleted in part; the next start tries to remove the rest.",
                "{count} learners are deleted in part; the next start tries to remove the rest.",
                left,
            )
            column.addWidget(labels.Label(told.format(count=left), "caution", page))
        self.machine = MachineCard(self._around.settings, self._word, page)
        column.addWidget(self.machine)
        column.addStretch(1)
        self._area.put_together()
        self._show_others()

    def _make_you(self, page: QWidget) -> YouCard | None:
        if self._seats.taken.is_guest:
            card = CardFrame(page)
            card.body.addWidget(labels.heading(_("You read as a guest"), card))
            card.body.addWidget(
                labels.body(
                    _(
                        "What you do is in a folder of its own, and that is removed when the window "
                        "closes or "
                        "somebody else sits down. Packs that you make and texts that you add stay in the "
                        "library."
                    ),
                    card,
                )
            )
            self._area.column.addWidget(card)
            return None
        you = YouCard(self._folders, read_learner(self._around.session.learner_folder), page)
        you.changed.connect(self._changed_you)
        you.delete_asked.connect(self._ask_to_delete_you)
        self._area.column.addWidget(you)
        return you

    def _changed_you(self, learner: object) -> None:
        if isinstance(learner, Learner):
            for button in self.window().findChildren(LearnerButton):
                button.show_learner(learner)

    def _others(self) -> list[Learner]:
        here = self._around.session.learner_folder
        return [one for one in learners(self._folders) if one.folder != here]

    def _show_others(self) -> None:
        if self.others is not None:
            self.others.show_others(self._others())

    # What it does

    def _needs_word(self) -> bool:
        return self._seats.mode != "myself" or self._around.settings[MODE] != "myself"

    def _switch(self, learner: object) -> None:
        if isinstance(learner, Learner):
            self._seats.ask(Seat("learner", learner.id))

    def _add(self, name: str) -> None:
        others = self.others
        if others is None:
            return
        try:
            learner = add_learner(self._folders, name)
        except Expected as error:
            others.say(error.message)
            return
        except OSError as error:
            others.say(_("This name cannot be kept: {why}.").format(why=why_of(error)))
            return
        self._seats.several = True
        others.field.clear()
        self._show_others()
        others.say(_("{name} can read here now.").format(name=learner.shown))

    def _unlock(self, learner: object) -> None:
        if isinstance(learner, Learner) and self.others is not None:
            self._taking.ask_to_unlock(learner, self.others)

    def _ask_to_delete_you(self) -> None:
        if self.you is not None:
            self._taking.ask_to_delete(self.you.learner, self.you, yours=True)

    def _ask_to_delete(self, learner: object) -> None:
        if isinstance(learner, Learner) and self.others is not None:
            self._taking.ask_to_delete(learner, self.others, yours=False)

    def _taken_away(self, told: str) -> None:
        self._show_others()
        if self.others is not None:
            self.others.say(told)
            self.others.take_focus()

    def _stayed(self, learner: object) -> None:
        if self.you is not None and learner == self.you.learner:
            self.you.delete.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.others is not None:
            self.others.take_focus()

    def _say_nothing(self) -> None:
        """Take back what was said of somebody else: now it is another who is asked about."""
        if self.others is not None:
            self.others.say("")

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    def enter(self) -> None:
        """Show who there is."""
        self._build()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask nothing any more."""
        self._taking.put_away()

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        cards = [self.you.field if self.you else None, self.others.field if self.others else None]
        machine = self.machine.modes if self.machine else None
        return [self._back, *(part for part in (*cards, machine) if part is not None)]
