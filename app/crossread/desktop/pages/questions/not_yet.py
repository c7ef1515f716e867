"""Why a question cannot be answered yet: it waits for a text, or for other questions."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.passages.passage_list import joined
from crossread.desktop.pages.questions.question_list import QuestionLine
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button
from crossread.inquiry.view import QuestionStatus, QuestionView
from crossread.questions.kind import Question

if TYPE_CHECKING:
    from crossread.desktop.pages.questions.asking import Asking


class NotYet(QWidget):
    """What stands in the place of an answer that cannot be given yet.

    `add_asked` asks to add the text that is waited for, `chosen` gives the id of a question to go to.
    """

    add_asked = Signal()
    chosen = Signal(str)

    def __init__(self, answering: "Asking", question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._answering, self._question = answering, question
        self._told: tuple[QuestionStatus, tuple[str, ...]] = ("open", ())
        self._lines: Mapping[QuestionLine, str] = {}
        self._page: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def lines(self) -> tuple[QuestionLine, ...]:
        """Return the lines of the questions that open this one."""
        return tuple(self._lines)

    def show_view(self, view: QuestionView) -> bool:
        """Say why the question cannot be answered now; True where that is so."""
        makers: Mapping[QuestionStatus, Callable[[QVBoxLayout, tuple[str, ...]], None]] = {
            "waiting": self._say_waiting,
            "locked": self._say_locked,
        }
        lacking = () if view.status != "waiting" else tuple(self._lacking())
        told = (view.status, view.opens_after or lacking)
        if told != self._told:
            self._told = told
            self._clear()
            if view.status in makers:
                self._page = QWidget(self)
                column = QVBoxLayout(self._page)
                column.setContentsMargins(0, 0, 0, 0)
                makers[view.status](column, told[1])
                self._column.addWidget(self._page)
        self.setVisible(view.status in makers)
        return view.status in makers

    def _clear(self) -> None:
        self._lines = {}
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None

    def _lacking(self) -> list[str]:
        opened = self._answering.opened
        return [one for one in self._question.sources if not opened.has_original(one)]

    def _say_waiting(self, column: QVBoxLayout, lacking: tuple[str, ...]) -> None:
        letters = [self._answering.opened.pack.source(one).letter for one in lacking]
        told = ngettext(
            "This question is about the author’s own words in {sources}. It waits until you have "
            "added that text; until then it counts nowhere.",
            "This question is about the authors’ own words in {sources}. It waits until you have "
            "added these texts; until then it counts nowhere.",
            len(letters),
        )
        column.addWidget(labels.body(told.format(sources=joined(letters))))
        add = link_button(_("Add the author’s own text…"))
        add.clicked.connect(self.add_asked)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _say_locked(self, column: QVBoxLayout, after: tuple[str, ...]) -> None:
        told = ngettext(
            "This question opens as soon as this one is answered:",
            "This question opens as soon as these are answered:",
            len(after),
        )
        column.addWidget(labels.body(told))
        pack, here = self._answering.opened.pack, list(self._answering.questions)
        lines = {}
        for one in after:
            question = pack.by_id[one]
            number = here.index(question) if question in here else -1
            where = "" if number >= 0 else pack.stage(question.stage).title
            line = QuestionLine(number, question.prompt, where, self)
            line.clicked.connect(self._line_clicked)
            column.addWidget(line)
            lines[line] = one
        self._lines = lines

    def _line_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, QuestionLine) and line in self._lines:
            self.chosen.emit(self._lines[line])
