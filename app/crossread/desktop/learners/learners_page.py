"""The page of the learners: you, the others, how this machine is used, and deleting."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.declared import MODE
from crossread.base.errors import Expected, why_of
from crossread.base.folders import DataFolders
from crossread.base.translation import _, ngettext
from crossread.desktop.learners.deleting_card import DeletingCard
from crossread.desktop.learners.learner_button import LearnerButton
from crossread.desktop.learners.machine_card import MachineCard
from crossread.desktop.learners.others_card import OthersCard
from crossread.desktop.learners.unlocking_card import UnlockingCard
from crossread.desktop.learners.you_card import YouCard
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.place import LIBRARY
from crossread.desktop.seat import Seat, Who
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.operations.deleting import Deleted, delete_learner, partly_deleted
from crossread.operations.learner import forget_learner, had_the_machine
from crossread.operations.learner_facts import handed_on
from crossread.operations.learners import Learner, add_learner, learners, read_learner, set_pattern
from crossread.operations.teacher_word import TeacherWord

if TYPE_CHECKING:
    from crossread.base.entries import Entry

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
        self.asking: DeletingCard | UnlockingCard | None = None
        self._column = QVBoxLayout()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_("Learners"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._back = plain(_("‹ Library"), self)
        self._back.hide()  # until all of it is made

    # What stands on it

    def _build(self) -> None:
        look = theme.current()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, look.scaled(36), 32, 40)
        column.setSpacing(16)
        self._back = plain(_("‹ Library"), page)
        self._back.clicked.connect(self._to_library)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.display(_("Learners"), page))
        self.asking = None
        self._column = column
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
        page.setMaximumWidth(look.scaled(WIDEST) + 64)
        holder = QWidget()
        centre = QHBoxLayout(holder)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(page, 1000)
        centre.addStretch(1)
        self._area.setWidget(holder)
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
            self._column.addWidget(card)
            return None
        you = YouCard(self._folders, read_learner(self._around.session.learner_folder), page)
        you.changed.connect(self._changed_you)
        you.delete_asked.connect(self._ask_to_delete_you)
        self._column.addWidget(you)
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
            if not self._needs_word():
                self._take_pattern_off(learner)
                return
            card = UnlockingCard(learner, self._word, self._needs_word, self)
            card.sure.connect(self._sure_to_unlock)
            self._ask(card, self.others)

    def _sure_to_unlock(self) -> None:
        asked = self.asking
        self._put_away()
        if asked is not None:
            self._take_pattern_off(asked.learner)

    def _take_pattern_off(self, learner: Learner) -> None:
        try:
            set_pattern(learner, None)
            told = _("{name} is asked for no pattern any more.").format(name=learner.shown)
        except OSError as error:
            told = _("That cannot be kept: {why}.").format(why=why_of(error))
        self._show_others()
        if self.others is not None:
            self.others.say(told)

    def _ask_to_delete_you(self) -> None:
        if self.you is not None:
            self._ask_to_delete(self.you.learner)

    def _ask_to_delete(self, learner: object) -> None:
        if not isinstance(learner, Learner):
            return
        yours = self._is_you(learner)
        card = DeletingCard(learner, self._word, self._needs_word, self, yours=yours)
        card.sure.connect(self._delete)
        if yours:
            self._ask(card, self.you)
            self._around.session.read_entries(_handed_on, self._show_handed_on)
        else:
            self._ask(card, self.others)
            self._show_handed_on(handed_on(learner.folder))

    def _is_you(self, learner: Learner) -> bool:
        return self.you is not None and learner.id == self.you.learner.id

    def _ask(self, card: DeletingCard | UnlockingCard, below: QWidget | None) -> None:
        """Show a question below what it is about, with the focus on what leaves all as it is."""
        self._put_away()
        self.asking = card
        card.left.connect(self._leave_it)
        if below is not None:
            self._column.insertWidget(self._column.indexOf(below) + 1, card)
        card.show()
        self._column.activate()
        card.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(card)

    def _show_handed_on(self, told: Sequence[str] | Expected) -> None:
        if isinstance(self.asking, DeletingCard) and not isinstance(told, Expected):
            self.asking.show_handed_on(told)

    def _leave_it(self) -> None:
        asked = self.asking
        self._put_away()
        if self.you is not None and asked is not None and self._is_you(asked.learner):
            self.you.delete.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.others is not None:
            self.others.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self.asking is not None:
            self._column.removeWidget(self.asking)
            self.asking.hide()
            self.asking.deleteLater()
            self.asking = None

    def _delete(self, files: list[Path]) -> None:
        asked = self.asking
        self._put_away()
        if asked is None or self.others is None:
            return
        learner_id = asked.learner.id
        if self._is_you(asked.learner):
            between = partial(_delete_in_words, self._folders, learner_id, tuple(files))
            alone = self._seats.taken.settings is None
            forget_learner(self._around.settings, learner_id, alone=alone)
            # Somebody else's pages are not opened unasked.
            who: Who = "start-page" if self._others() else "fresh"
            self._seats.ask(Seat(who, between=between, lets_go=True))
            return
        alone = had_the_machine(asked.learner.folder)
        try:
            told = _delete_in_words(self._folders, learner_id, files)
            forget_learner(self._around.settings, learner_id, alone=alone)
        except Expected as error:
            told = error.message
        self._show_others()
        self.others.say(told)

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    def enter(self) -> None:
        """Show who there is."""
        self._build()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask nothing any more."""
        self._put_away()

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        cards = [self.you.field if self.you else None, self.others.field if self.others else None]
        machine = self.machine.modes if self.machine else None
        return [self._back, *(part for part in (*cards, machine) if part is not None)]


def _handed_on(entries: "Iterable[Entry]", _seen: Callable[[str], object]) -> tuple[str, ...]:
    """Return where files were written that were handed on."""
    found = (entry.payload.get("to") for entry in entries if entry.kind == "exported")
    return tuple(to for to in found if isinstance(to, str) and to)


def _delete_in_words(folders: DataFolders, learner_id: str, files: Sequence[Path]) -> str:
    """Delete a learner and say what became of it; raises Expected where nothing could be begun."""
    return in_words(delete_learner(folders, learner_id, files))


def in_words(done: Deleted) -> str:
    """Say what became of a deletion."""
    if done.whole:
        told = _("All of it is deleted.")
        if done.exports:
            files = ngettext(
                "{count} file that was handed on went too.", "{count} files that were handed on went too.",
                done.exports,
            )  # fmt: skip
            told += " " + files.format(count=done.exports)
        return told
    left = "; ".join(f"{name} ({why})" for name, why in done.left[:5])
    return _(
        "The record is gone from the program, but this could not be removed: {left}. The next start "
        "tries again."
    ).format(left=left)
