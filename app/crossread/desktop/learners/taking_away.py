"""What is taken of a learner on the page of the learners, once it is agreed to: a pattern, or all of it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.errors import Expected, why_of
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.base.translation import _, ngettext
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.learners.deleting_card import DeletingCard
from crossread.desktop.learners.unlocking_card import UnlockingCard
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.seat import Seat, Who
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.operations.handing_on.handed_on_file import place_of
from crossread.operations.learners.deleting import Deleted, delete_learner
from crossread.operations.learners.learner import forget_learner, had_the_machine
from crossread.operations.learners.learner_facts import handed_on
from crossread.operations.learners.learners import Learner, learners, set_pattern
from crossread.operations.learners.teacher_word import TeacherWord

if TYPE_CHECKING:
    from crossread.base.entries import Entry


class TakingAway(QObject):
    """Asks below what it is about, and does what was agreed to.

    `done` gives a sentence on what came of it, `left` the learner that stays as they are, `asks` comes as
    something is asked. `needs_word` tells whether the teacher word is to be asked for.
    """

    done = Signal(str)
    left = Signal(object)
    asks = Signal()

    def __init__(
        self, around: Surroundings, word: TeacherWord, needs_word: Callable[[], bool], area: CentredColumn
    ) -> None:
        super().__init__(area)
        self._around, self._word, self._needs_word, self._area = around, word, needs_word, area
        self._folders = DataFolders(around.session.data_folder)
        self.asking: DeletingCard | UnlockingCard | None = None

    # Asking

    def ask_to_unlock(self, learner: Learner, below: QWidget) -> None:
        """Take a pattern off, where the teacher word is needed once that is typed."""
        if not self._needs_word():
            self._unlock(learner)
            return
        card = UnlockingCard(learner, self._word, self._needs_word, self._area.inside)
        card.sure.connect(self._sure_to_unlock)
        self._ask(card, below)

    def ask_to_delete(self, learner: Learner, below: QWidget, *, yours: bool) -> None:
        """Ask whether all of a learner is to go; `yours`: of the one who sits here."""
        card = DeletingCard(learner, self._word, self._needs_word, self._area.inside, yours=yours)
        card.sure.connect(self._delete_you if yours else self._delete)
        self._ask(card, below)
        if yours:
            self._around.session.read_entries(_handed_on, self._show_handed_on)
        else:
            self._show_handed_on(handed_on(learner.folder))

    def _ask(self, card: DeletingCard | UnlockingCard, below: QWidget) -> None:
        """Show a question below what it is about, with the focus on what leaves all as it is."""
        self.put_away()
        self.asks.emit()
        self.asking = card
        card.left.connect(self._leave_it)
        column = self._area.column
        column.insertWidget(column.indexOf(below) + 1, card)
        card.show()
        column.activate()
        card.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(card)

    def _show_handed_on(self, told: Sequence[str] | Expected) -> None:
        if isinstance(self.asking, DeletingCard) and not isinstance(told, Expected):
            self.asking.show_handed_on(told)
            bring_into_view(self.asking)

    def _leave_it(self) -> None:
        if (learner := self._taken()) is not None:
            self.left.emit(learner)

    def put_away(self) -> None:
        """Ask nothing any more."""
        asked, self.asking = self.asking, None
        if asked is not None:
            self._area.column.removeWidget(asked)
            asked.hide()
            asked.deleteLater()

    def _taken(self) -> Learner | None:
        """Put away what is asked; return whom it is about."""
        asked = self.asking
        self.put_away()
        return asked.learner if asked is not None else None

    # Doing

    def _sure_to_unlock(self) -> None:
        if (learner := self._taken()) is not None:
            self._unlock(learner)

    def _unlock(self, learner: Learner) -> None:
        try:
            set_pattern(learner, None)
            told = _("{name} is asked for no pattern any more.").format(name=learner.shown)
        except OSError as error:
            told = _("That cannot be kept: {why}.").format(why=why_of(error))
        self.done.emit(told)

    def _delete(self, files: list[Path]) -> None:
        learner = self._taken()
        if learner is None:
            return
        try:
            told = _deleted(self._folders, self._around.settings, learner, files)
        except Expected as error:
            told = error.message
        self.done.emit(told)

    def _delete_you(self, files: list[Path]) -> None:
        """Delete who sits here, between this window and the next."""
        learner = self._taken()
        if learner is None:
            return
        others = any(one.folder != learner.folder for one in learners(self._folders))
        # Somebody else's pages are not opened unasked.
        who: Who = "start-page" if others else "fresh"
        between = partial(_deleted, self._folders, None, learner, tuple(files))
        self._around.seats.ask(Seat(who, between=between, lets_go=True))


def _handed_on(entries: "Iterable[Entry]", _seen: Callable[[str], object]) -> tuple[str, ...]:
    """Return where files were written that were handed on, without those that something else replaced."""
    return tuple(to for entry in entries if entry.kind == "exported" and (to := place_of(entry.payload)))


def _deleted(folders: DataFolders, settings: Settings | None, learner: Learner, files: Sequence[Path]) -> str:
    """Delete a learner and say what became of it; raises Expected where nothing could be begun.

    Without `settings`, those of the machine are read and written anew: no window is open that holds them.
    """
    alone = had_the_machine(learner.folder)
    done = delete_learner(folders, learner.id, files)
    forget_learner(settings or Settings(folders.settings), learner.id, alone=alone)
    return _in_words(done, learner.shown)


def _in_words(done: Deleted, name: str) -> str:
    """Say what became of a deletion."""
    if done.whole:
        told = _("All that was kept of {name} is deleted.").format(name=name)
        if done.exports:
            files = ngettext(
                "{count} file that was handed on went too.", "{count} files that were handed on went too.",
                done.exports,
            )  # fmt: skip
            told += " " + files.format(count=done.exports)
        return told
    left = "; ".join(f"{name} ({why})" for name, why in done.left[:5])
    return _(
        "{name} is gone from the program, but this could not be removed: {left}. The next start tries again."
    ).format(name=name, left=left)
