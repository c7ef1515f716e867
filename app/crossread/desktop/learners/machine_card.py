"""How this machine is used: by one, by a class, by guests; and the teacher word that goes with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from crossread.base.declared import MODE, UNUSED_MINUTES
from crossread.base.errors import Expected, why_of
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.changing import set_kept, step
from crossread.desktop.learners.asking_teacher import TeacherField
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, rename
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.operations.learners.teacher_word import TeacherWord


def _modes() -> dict[str, tuple[str, str]]:
    return {
        "myself": (
            _("By one person"),
            _(
                "The window opens on what you did last. There is no start page, and nobody is asked for "
                "a name."
            ),
        ),
        "classroom": (
            _("By a class"),
            _(
                "Each start asks who is reading. Nothing of a learner is deleted without the teacher "
                "word, and "
                "a window that nobody uses saves and goes back to the start page."
            ),
        ),
        "open": (
            _("By guests"),
            _(
                "Everybody reads as a guest: whatever they do is gone once the window closes. Only "
                "the teacher word leads back to another use."
            ),
        ),
    }


def _confirmed(mode: str) -> str:
    """Say which use is in force now, and when it is first met."""
    return {
        "myself": _("This machine is used by one person now. The next start asks for no name."),
        "classroom": _(
            "This machine is used by a class now. The next start asks who is reading; until then your own "
            "pages stay open."
        ),
        "open": _("This machine is used by guests now: from the next start on everybody reads as a guest."),
    }[mode]


class MachineCard(CardFrame):
    """What is chosen here holds from the next start, or the next who sits down. `changed`: it is another."""

    changed = Signal()

    def __init__(self, settings: Settings, word: TeacherWord, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._word = settings, word
        self._unlocked = False  # once the teacher word was right, until the page is left
        self.body.addWidget(labels.heading(_("How this machine is used"), self))
        options = [(mode, label) for mode, (label, _told) in _modes().items()]
        self.modes = Segmented(options, self, look="rings", name=_("How this machine is used"))
        self.modes.chosen.connect(self._choose)
        self.body.addWidget(self.modes)
        self._told = labels.body("", self)
        self.body.addWidget(self._told)
        self.minutes = QWidget(self)
        line = FlowLayout(self.minutes, across=8, down=6)
        self._after = labels.body("", self.minutes)
        self.less, self.more = plain("−", self.minutes), plain("+", self.minutes)
        self.less.setAccessibleName(_("Back to the start page sooner"))
        self.more.setAccessibleName(_("Back to the start page later"))
        self.less.clicked.connect(self._sooner)
        self.more.clicked.connect(self._later)
        for widget in (self._after, self.less, self.more):
            line.addWidget(widget)
        self.body.addWidget(self.minutes)
        self.asked = TeacherField(word, word.is_set, self)
        self.body.addWidget(self.asked)
        self.fresh = QWidget(self)
        flow = FlowLayout(self.fresh, across=8, down=6)
        self.new_word = Field(_("New teacher word"), _("New teacher word"), self.fresh)
        self.new_word.setEchoMode(QLineEdit.EchoMode.Password)
        self.again = Field(_("Once more"), _("Once more"), self.fresh)
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.new_word, self.again):
            flow.addWidget(field)
            field.textChanged.connect(self._typed)
        self.new_word.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._use)
        self.body.addWidget(self.fresh)
        self._honest = labels.quiet(
            _(
                "The teacher word is asked for before a learner is deleted, a pattern taken off, a pack made "
                "here removed or renamed, or this choice changed. It guards the buttons in this program, not "
                "the files: who can open the data folder can delete what is in it. Forgotten? Delete "
                "teacher.toml in the data folder, and set a new one."
            ),
            self,
        )
        self.body.addWidget(self._honest)
        self.use = plain("", self)
        self.use.clicked.connect(self._use)
        self.body.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = labels.body("", self)
        self.told.hide()
        self.body.addWidget(self.told)
        self.read()

    def read(self) -> None:
        """Show how it is used now."""
        self.modes.set_value(self._settings[MODE])
        self._show()

    def _typed(self, _words: str) -> None:
        """Take back what was said of the words of before."""
        if self.told.text():
            self.say("")

    def _choose(self, _mode: str) -> None:
        self.say("")
        self._show()

    def _show(self) -> None:
        wanted, now = self.modes.value(), self._settings[MODE]
        told = _modes()[wanted][1]
        self._mark(wanted, now)
        self._told.setText(told if wanted == now else _("Not in force yet. {told}").format(told=told))
        in_class, shared = wanted == "classroom", wanted != "myself"
        self.minutes.setVisible(in_class)
        minutes = self._settings[UNUSED_MINUTES]
        self._after.setText(
            _("Back to the start page after {count} minutes").format(count=minutes)
            if minutes
            else _("Never back to the start page by itself")
        )
        self.fresh.setVisible(shared and not self._word.is_set())
        self._honest.setVisible(shared or self._word.is_set())
        changes = wanted != now
        asks = self._word.is_set() and not self._unlocked
        self.asked.setVisible(asks and (changes or in_class))
        rename(self.use, _("Use it so from now on"))
        self.use.setVisible(changes or (shared and not self._word.is_set()))

    def _mark(self, wanted: str, now: str) -> None:
        """Tell the use that is in force from another one that is only looked at."""
        for mode, (label, _told) in _modes().items():
            words, name = label, label
            if wanted != now and mode == now:
                words = _("{use}, now").format(use=label)
                name = _("{use}, now in force").format(use=label)
            elif wanted != now and mode == wanted:
                name = _("{use}, not in force yet").format(use=label)
            self.modes.set_words(mode, words, name)
            self.modes.set_waits(mode, mode == wanted != now)

    def _may(self) -> bool:
        """Tell whether what is in force may be changed here; says at the field why not."""
        if self._word.is_set() and not self._unlocked:
            self._unlocked = self.asked.is_right()
        return self._unlocked or not self._word.is_set()

    def _sooner(self) -> None:
        self._wait_for(-UNUSED_MINUTES.step)

    def _later(self) -> None:
        self._wait_for(UNUSED_MINUTES.step)

    def _wait_for(self, more: int) -> None:
        self.say("")
        if self._may():
            step(self._settings, UNUSED_MINUTES, more)
            self._show()

    def _use(self) -> None:
        wanted = self.modes.value()
        if wanted != self._settings[MODE] and not self._may():
            return
        if wanted != "myself" and not self._word.is_set() and not self._set_word():
            return
        set_kept(self._settings, MODE, wanted)
        self._show()
        self.modes.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes
        self.say(_confirmed(wanted))
        self.changed.emit()

    def _set_word(self) -> bool:
        if self.new_word.text() != self.again.text():
            self.say(_("The two are not the same. Type the new teacher word twice."))
            return False
        try:
            self._word.set(self.new_word.text())
        except Expected as error:
            self.say(error.message)
            self.new_word.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        except OSError as error:
            why = why_of(error)
            self.say(_("The teacher word cannot be kept: {why}. Check the disk.").format(why=why))
            return False
        self.new_word.clear()
        self.again.clear()
        return True

    def say(self, sentence: str) -> None:
        """Say what was done or not done; "" takes it away."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        if sentence:
            bring_into_view(self.told)
        announce(self, sentence)
