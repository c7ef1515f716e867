"""One claim opened as a strip: every source's words, the learner's relation, the author's reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.told.source_lines import SourceLines
from crossread.desktop.pages.kept_text import KeptText
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.progress.claim_words import RELATION_WORDS, relation_words
from crossread.progress.strip_lines import StripLine
from crossread.questions.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class StripShown:
    """All that a strip shows: a claim, its lines, and what the learner says of it.

    `told` says that the author's relation, note and reason may be read; `later` is what to do for that, or
    why there is none.
    """

    claim: Claim
    lines: Sequence[StripLine]
    relation: str
    why: str
    told: bool
    later: str


class ClaimStrip(QWidget):
    """Shows one claim.

    `shown` gives a passage to show in its text; `judged` tells that the relation is another; `left` goes
    back to the table. `why` tells by itself what is typed into it.
    """

    shown = Signal(object)
    judged = Signal()
    left = Signal()

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self.claim = ""
        self.title = labels.heading("", self)
        self.lines = SourceLines(letters, self)
        self.lines.shown.connect(self.shown)
        self.relation = Segmented(
            [(key, _(words)) for key, words in RELATION_WORDS.items()],
            self,
            look="rings",
            name=_("How the sources stand to each other, as you see it"),
            clearable=True,
        )
        self.relation.chosen.connect(self._chosen)
        self.why = KeptText(_("Why, in your words"), self)
        self.reason = CardFrame(self, padding=12, radius=6)
        self._author = [Label("", "strong", self), Label("", "body", self), Label("", "muted", self)]
        for label in self._author:
            self.reason.body.addWidget(label)
        self.later = labels.quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(labels.quiet(_("What each source says on it, one above the other"), self))
        column.addWidget(self.lines)
        column.addSpacing(4)
        column.addWidget(labels.strong(_("How do they stand to each other?"), self))
        column.addWidget(self.relation)
        column.addWidget(labels.strong(_("Why?"), self))
        column.addWidget(self.why)
        column.addWidget(self.reason)
        column.addWidget(self.later)
        column.addStretch(1)

    def show_claim(self, what: StripShown) -> None:
        """Show a claim; what is being typed stays as it is."""
        if what.claim.id != self.claim:
            self.why.keep_now()
            self.claim = what.claim.id
        self.title.setText(what.claim.claim)
        self.setAccessibleName(_("All sources on: {claim}").format(claim=what.claim.claim))
        if self.lines.set_lines(what.lines):
            self.focus()
        self.relation.set_value(what.relation)
        self.why.show_text(what.why)
        self.reason.setVisible(what.told)
        said = (
            _("The pack’s authors: {relation}").format(relation=relation_words(what.claim.relation)),
            what.claim.why,
            what.claim.note,
        )
        for label, words in zip(self._author, said, strict=True):
            label.setText(words if what.told else "")
            label.setVisible(bool(words))
        self.later.setText(what.later)
        self.later.setVisible(bool(what.later))

    def focus(self) -> None:
        """Put the focus on the first passage, else on the relations."""
        first = next(iter(self.lines.passages()), None)
        (first.passage if first else self.relation).setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self, _relation: str) -> None:
        self.judged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the table by Escape."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)
