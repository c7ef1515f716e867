"""What to talk over: notes to take before, moves that keep to the texts, an answer for afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.fold import Fold
from crossread.desktop.answers.written.long_text_field import LongTextField
from crossread.desktop.answers.written.writing import WritingAnswer
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.labels import Label
from crossread.questions.discussion import Discussion, DiscussionResponse


class DiscussionAnswer(WritingAnswer):
    """A field for notes, the talk moves, which stay in view, and a model answer to open once it is closed."""

    question: Discussion

    def __init__(
        self, question: Discussion, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, DiscussionResponse(), parent, seed=seed)
        if question.notes:
            self.column.addWidget(Label(question.notes, "body", self))
        self.notes = LongTextField(_("Your notes"), self, lines=(4, 14), counts=False)
        self.notes.edited.connect(self._type)
        self.column.addWidget(self.notes)
        self.moves = self._make_moves()
        self.column.addWidget(self.moves)
        self.model = Fold(_("Open a model answer"), _("Close the model answer"), question.model, self)
        self.column.addWidget(self.model)
        self.setFocusProxy(self.notes)
        self._refresh()

    def _make_moves(self) -> CardFrame:
        card = CardFrame(self, look="flat", padding=12, radius=6)
        card.body.setSpacing(6)
        card.body.addWidget(Label(_("While you talk"), "strong", card))
        for move in self.question.moves:
            row = QHBoxLayout()
            row.setSpacing(8)
            dash = Label("–", "muted", card)
            dash.setWordWrap(False)
            row.addWidget(dash, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(move, "body", card), 1)
            card.body.addLayout(row)
        card.setVisible(bool(self.question.moves))
        return card

    def _type(self) -> None:
        before: DiscussionResponse = self.response()
        after = DiscussionResponse(self.notes.text())
        self._write(before.notes, after.notes, after)

    def _refresh(self) -> None:
        given: DiscussionResponse = self.response()
        self.notes.show_text(given.notes)
        self.notes.set_read_only(self._read_only)
        self.notes.setVisible(not self._read_only or bool(given.notes.strip()))
        told = self._mark is not None and bool(self.question.model)
        if not told:
            self.model.set_open(False)
        self.model.setVisible(told)
