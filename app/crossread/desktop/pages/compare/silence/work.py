"""One silence: what the others say, why the learner thinks it is, and then what the author thinks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop import own_keys
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.options.option_card import CheckOptions
from crossread.desktop.key_names import name_of
from crossread.desktop.pages.compare.told.source_lines import SourceLines
from crossread.desktop.pages.kept_text import KeptText
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.progress.strip_lines import StripLine
from crossread.questions.claims import SILENCE_REASONS

DIGITS = tuple(f"option-{number}" for number in range(1, len(SILENCE_REASONS) + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceShown:
    """All that is shown of one silence.

    `lines` are the others' words; `chosen` and `text` are what the learner says; `author` are the sentences
    of the author's, empty as long as they are not told; `later` says what to do for them, or that there
    are none.
    """

    key: str
    claim: str
    who: str
    lines: Sequence[StripLine]
    question: str
    chosen: Sequence[str]
    text: str
    author: Sequence[str]
    later: str


class SilenceWork(QWidget):
    """`judged`: other reasons are ticked; `text` tells by itself what is typed into it.

    `shown` gives a passage to show in its text; `left` goes back to the list.
    """

    judged = Signal()
    shown = Signal(object)
    left = Signal()

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self.claim = labels.heading("", self)
        self.who = labels.muted("", self)
        self.lines = SourceLines(letters, self)
        self.lines.shown.connect(self.shown)
        self.question = labels.prompt("", self)
        reasons = [(key, _(words)) for key, words in SILENCE_REASONS.items()]
        self.reasons = CheckOptions(reasons, _("What may explain the silence; several may"), self)
        self.reasons.chosen.connect(self.judged)
        self.text = KeptText(_("Why, in your words"), self)
        self.author = CardFrame(self, padding=12, radius=6)
        self._said = [
            labels.strong("", self.author),
            labels.body("", self.author),
            labels.muted("", self.author),
        ]
        for label in self._said:
            self.author.body.addWidget(label)
        self.later = labels.quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.claim)
        column.addWidget(self.who)
        column.addWidget(self.lines)
        column.addSpacing(8)
        column.addWidget(self.question)
        column.addWidget(self.reasons)
        column.addWidget(self.author)
        column.addWidget(labels.strong(_("In your words"), self))
        column.addWidget(self.text)
        column.addWidget(self.later)
        column.addStretch(1)

    def show_silence(self, what: SilenceShown) -> None:
        """Show a silence; what is being typed stays as it is."""
        if what.key != self.key:
            self.text.keep_now()
            self.key = what.key
        self.claim.setText(what.claim)
        self.who.setText(what.who)
        self.lines.set_lines(what.lines)
        self.question.setText(what.question)
        self.reasons.set_value(what.chosen)
        self.text.show_text(what.text)
        self.author.setVisible(bool(what.author))
        for at, label in enumerate(self._said):
            said = what.author[at] if at < len(what.author) else ""
            label.setText(said)
            label.setVisible(bool(said))
        self.later.setText(what.later)
        self.later.setVisible(bool(what.later))

    def chosen(self) -> tuple[str, ...]:
        """Return the reasons that are ticked, in the order in which they are offered."""
        ticked = self.reasons.value()
        return tuple(key for key in SILENCE_REASONS if key in ticked)

    def focus(self) -> None:
        """Put the focus on the reasons."""
        self.reasons.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Have the numbers of the reasons before the window's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _digit(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick a reason by its number; go back to the list by Escape."""
        number = _digit(event)
        if number:
            self.reasons.toggle(tuple(SILENCE_REASONS)[number - 1])
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _digit(event: QKeyEvent) -> int:
    """Return the number of the reason that a key stands for; 0 for none."""
    name = name_of(event.keyCombination()).removeprefix("Num+")
    return next((at for at, deed in enumerate(DIGITS, 1) if name in own_keys.acting(deed)), 0)
