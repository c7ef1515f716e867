"""Answers given, newest first, each with the question and the feedback of then."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QDateTime, Qt, QTimeZone
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.words import is_scored, kind_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, plain, rename
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.desktop.widgets.tips import set_tip
from crossread.progress.history import AnswerGiven

PAGE = 25  # rows shown at once
LONGEST_RESPONSE = 240  # characters, about three lines of a row; what is longer is unfolded


class HistoryRow(CardFrame):
    """One answer: when and where, the question of then, what was given, what it earned."""

    def __init__(
        self,
        answer: AnswerGiven,
        pack_title: str,
        explanation: str,
        statement: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, padding=16, look="flat")
        self.answer = answer
        self.body.setSpacing(4)
        head = [when_words(answer), pack_title, kind_words(answer.kind)]
        if answer.attempt > 1:
            head.append(_("attempt {number}").format(number=answer.attempt))
        self.body.addWidget(labels.quiet(" · ".join(part for part in head if part)))
        prompt = answer.prompt or _("Question “{id}”").format(id=answer.question)
        self.body.addWidget(labels.strong(prompt))
        if statement:
            self.body.addWidget(labels.serif(_("“{statement}”").format(statement=statement)))
        row = QHBoxLayout()
        self._response = labels.body("")
        row.addWidget(self._response, 1)
        row.addWidget(self._mark(), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        if answer.rating:
            told = _("You said of it: {rating}").format(rating=answer.rating)
            self.body.addWidget(labels.muted(told, self))
        self._whole = link_button(_("Show all of the answer"), self)
        self._whole.clicked.connect(self._unfold_answer)
        self._whole.setVisible(len(self._words()) > LONGEST_RESPONSE)
        self._show_answer(shortened(self._words()))
        self.body.addWidget(self._whole, 0, Qt.AlignmentFlag.AlignLeft)
        self._more = link_button(_("Show the feedback"), self)
        self._more.clicked.connect(self._unfold)
        self._more.setVisible(bool(explanation) and answer.score is not None)
        self._feedback = labels.serif(explanation)
        self._feedback.hide()
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._feedback)

    def _mark(self) -> QWidget:
        answer = self.answer
        look: labels.Look = "quiet"
        if answer.held_back:
            words = _("marked, not yet shown")
        elif answer.dont_know and answer.score is not None:
            words = _("not known")
        elif answer.score is None:
            words = self._unscored()
        else:
            is_right = answer.later or answer.score >= 1
            look = "right" if is_right else "caution" if answer.score > 0 else "wrong"
            words = {
                "right": _("✓ right at a later try") if answer.later else _("✓ right"),
                "caution": _("partly right, {percent} %").format(percent=round(answer.score * 100)),
                "wrong": _("✗ not right"),
            }[look]
        label = labels.Label(words, look, self)
        label.setWordWrap(False)
        return label

    def _unscored(self) -> str:
        if not self.answer.in_force:
            return _("changed later")
        return _("not marked yet") if is_scored(self.answer.kind) else _("not scored")

    def _words(self) -> str:
        return _("I don’t know") if self.answer.dont_know else self.answer.response or "–"

    def _show_answer(self, words: str) -> None:
        self._response.setText(words)
        set_tip(self._response, "" if words == self._words() else self._words())

    def tell(self, response: str) -> None:
        """Tell the answer in other words: what is covered in it is known by now."""
        if response == self.answer.response:
            return
        is_whole = self._response.text() == self._words()
        self.answer = replace(self.answer, response=response)
        self._whole.setVisible(len(self._words()) > LONGEST_RESPONSE)
        self._show_answer(self._words() if is_whole else shortened(self._words()))

    def _unfold_answer(self) -> None:
        unfolds = self._response.text() != self._words()
        self._show_answer(self._words() if unfolds else shortened(self._words()))
        rename(self._whole, _("Show less of the answer") if unfolds else _("Show all of the answer"))

    def _unfold(self) -> None:
        unfolded = self._feedback.isHidden()
        self._feedback.setVisible(unfolded)
        rename(self._more, _("Hide the feedback") if unfolded else _("Show the feedback"))


def shortened(words: str) -> str:
    """Return the beginning of an answer, up to a whole word, with "…" for the rest; a short one as it is."""
    if len(words) <= LONGEST_RESPONSE:
        return words
    cut = words[:LONGEST_RESPONSE]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip()} …"


def when_words(answer: AnswerGiven) -> str:
    """Say when, in the learner's own time, with the month in words."""
    moment = QDateTime.fromSecsSinceEpoch(int(answer.at.timestamp()), QTimeZone.systemTimeZone())
    day = date_in_words(moment.date().toString(Qt.DateFormat.ISODate))
    return _("{day}, {time}").format(day=day, time=moment.time().toString("HH:mm"))


class HistoryList(QWidget):
    """Rows, some at a time; `words` puts an answer in words, with a sign for what is covered in it."""

    def __init__(
        self, around: Surroundings, words: Callable[[AnswerGiven], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._words = around, words
        self._answers: Sequence[AnswerGiven] = ()
        self._titles: Mapping[str, str] = {}
        self._rows: list[HistoryRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._more = plain(_("Show more"), self)
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def rows(self) -> tuple[HistoryRow, ...]:
        """Return the rows shown."""
        return tuple(self._rows)

    def show_answers(self, answers: Sequence[AnswerGiven], titles: Mapping[str, str]) -> None:
        """Show answers, newest first; `titles` are the packs' by id."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self._answers, self._titles = answers, titles
        self._show_more()

    def _show_more(self) -> None:
        start = len(self._rows)
        for given in self._answers[start : start + PAGE]:
            answer = replace(given, response=self._words(given))
            title = self._titles.get(answer.pack, answer.pack)
            row = HistoryRow(
                answer, title, self._then(answer, "explanation"), self._then(answer, "statement")
            )
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        self._more.setVisible(len(self._rows) < len(self._answers))

    def tell_again(self) -> None:
        """Tell the answers in their words of now."""
        for row, answer in zip(self._rows, self._answers, strict=False):
            row.tell(self._words(answer))

    def _then(self, answer: AnswerGiven, what: str) -> str:
        """Return a part of the question as it was then."""
        seen = self._around.session.seen(answer.seen_digest) if answer.seen_digest else None
        question = seen.get("question") if seen else None
        return str(question.get(what, "")) if isinstance(question, Mapping) else ""
