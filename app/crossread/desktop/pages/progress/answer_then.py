"""One answer opened: the question as it was then, marks part by part, the explanation, all attempts."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.desktop.answers.passages.passage_list import PassageList
from crossread.desktop.answers.passages.quoting import Quoting
from crossread.desktop.pages.desk.history_veils import HistoryVeils
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.progress.answer_marks import certainty_words, mark_look
from crossread.desktop.pages.progress.attempts import AttemptsBeside
from crossread.desktop.pages.progress.history_words import when_words
from crossread.desktop.pages.progress.look_again import passage_of, place_of
from crossread.desktop.pages.progress.looked_into import LookedInto
from crossread.desktop.pages.words import kind_words
from crossread.desktop.place import Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.centred_column import centred
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.progress.history import AnswerGiven
from crossread.progress.points_told import points_told
from crossread.progress.skill_words import skill_words
from crossread.progress.skills import SKILLS_IN_ORDER
from crossread.reports.answer_words import outcome_words

if TYPE_CHECKING:
    from crossread.desktop.answers.answer import AnswerWidget
    from crossread.inquiry.state import Answered
    from crossread.questions.passages import PassageKey, Selection

WIDEST = 760  # pixels at the default text size


class AnswerThen(QScrollArea):
    """All that is kept of one answer. `closed`: the list is wanted again; `asked` gives where else to go."""

    closed = Signal()
    asked = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        answer: AnswerGiven,
        title: str,
        packs: LookedInto,
        veils: HistoryVeils,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._around, self.answer, self._packs, self._veils = around, answer, packs, veils
        self._again: Place | None = None
        self._question: Place | None = None
        self.words: labels.Label | None = None  # the answer, where its question cannot be shown
        self.shown: AnswerWidget | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("An answer as it was given"))
        seen = around.session.seen(answer.seen_digest) if answer.seen_digest else None
        self._seen: dict[str, Any] = dict(seen) if seen else {}
        page = QWidget(self)
        look = theme.current()
        page.setMaximumWidth(look.scaled(WIDEST) + 64)
        column = QVBoxLayout(page)
        column.setContentsMargins(32, look.scaled(36), 32, 40)
        column.setSpacing(10)
        self.back = plain(_("‹ All answers"), page)
        self.back.clicked.connect(self.closed)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.quiet(self._head(title), page))
        self.changed_since = labels.muted("", page)
        self.changed_since.hide()
        column.addWidget(self.changed_since)
        column.addWidget(self._asked(page))
        self._put_feedback(column, page)
        self.attempts = AttemptsBeside(around, answer, veils, page)
        column.addWidget(self.attempts)
        column.addSpacing(6)
        foot = FlowLayout(across=8, down=8)
        self.again = plain(_("Look again at the passage"), page)
        self.again.clicked.connect(self._go_again)
        self.there = plain(_("Go to the question"), page)
        self.there.clicked.connect(self._go_there)
        for button in (self.again, self.there):
            button.hide()
            foot.addWidget(button)
        column.addLayout(foot)
        column.addStretch(1)
        self.setWidget(centred(page))
        self.see_pack()

    def enter(self) -> None:
        """Put the focus at the top."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    # What was asked and given

    def _head(self, title: str) -> str:
        answer = self.answer
        pack = _("{pack}, version {version}").format(pack=title, version=answer.pack_version)
        skill = [skill_words(one) for one in SKILLS_IN_ORDER if one == answer.skill]
        attempt = _("attempt {number}").format(number=answer.attempt) if answer.attempt > 1 else ""
        parts = [when_words(answer.at), pack if answer.pack_version else title, *skill, attempt]
        return " · ".join(part for part in (*parts, kind_words(answer.kind)) if part)

    def _answered(self) -> "Answered | None":
        """Return what is known of the answer beside its words; None where another one took its place."""
        attempt = (
            self._around.session.state(self.answer.pack).of(self.answer.stage).attempt(self.answer.attempt)
        )
        found = attempt.answers.get(self.answer.question) if attempt is not None else None
        return found if found is not None and found.entry == self.answer.entry else None

    def _asked(self, page: QWidget) -> QWidget:
        card = CardFrame(page)
        answer = self.answer
        card.body.addWidget(
            labels.prompt(answer.prompt or _("Question “{id}”").format(id=answer.question), card)
        )
        shown = self._shown(card)
        if shown is not None:
            card.body.addWidget(shown)
        else:
            if answer.about:
                about = _("“{statement}”").format(statement=within_quotes(answer.about))
                card.body.addWidget(labels.serif(about))
            self.words = labels.body(self._veils.words(answer) or "–", card)
            card.body.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(16)
        mark = labels.Label(self._outcome(), mark_look(answer), card)
        row.addWidget(mark, 1)
        sure = certainty_words(answer)
        if sure:
            row.addWidget(labels.muted(_("You said: {sure}.").format(sure=sure), card))
        card.body.addLayout(row)
        if answer.rating:
            card.body.addWidget(
                labels.muted(_("You said of it: {rating}").format(rating=answer.rating), card)
            )
        return card

    def _outcome(self) -> str:
        answer = self.answer
        told = outcome_words(answer)
        if answer.score is None or answer.held_back:
            return told
        earned = points_told(answer.score * answer.points, answer.points)
        return _("{outcome}, {earned}").format(outcome=told, earned=earned)

    def _shown(self, card: QWidget) -> QWidget | None:
        """Show the question with its answer and its mark as they were; None where that cannot be done."""
        answered, spelled = self._answered(), self._seen.get("question")
        if answered is None or answered.response is None or not isinstance(spelled, dict):
            return None
        from crossread.desktop.answers.registry import answer_widget
        from crossread.questions.storing import question_from_json, response_from_json

        try:
            question = question_from_json(spelled)
            response = response_from_json(question.kind, answered.response)
        except ValueError:
            return None
        around = Quoting(self._tell, card)
        around.setAccessibleName(_("The question as it was then"))
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        opened = self._packs.get(self.answer.pack)
        sources = opened.pack.sources if opened is not None else ()
        letters = {one.id: (one.letter, index) for index, one in enumerate(sources)}
        seed = self._around.session.seed(self.answer.pack, self.answer.question)
        self.shown = answer_widget(question, letters, around, seed=seed)
        self.shown.set_response(response)
        self.shown.set_read_only(True)
        if answered.mark is not None and not self.answer.held_back:
            mark = answered.mark if self.answer.closed else _without_key(answered.mark)
            self.shown.show_mark(mark)
        column.addWidget(self.shown)
        return around

    def _tell(self, what: "Selection | PassageKey", quote: str) -> str:
        return self._veils.quote(self.answer.pack, what, quote)

    def _put_feedback(self, column: QVBoxLayout, page: QWidget) -> None:
        question = self._seen.get("question", {})
        explanation = str(question.get("explanation", "")) if self.answer.closed else ""
        if explanation:
            column.addSpacing(6)
            column.addWidget(labels.heading(_("The feedback of then"), page))
            column.addWidget(labels.serif(explanation, page))
        floor = str(self._seen.get("floor", "")) if self.answer.closed else ""
        if floor:
            column.addSpacing(6)
            column.addWidget(labels.strong(_("What stands firm"), page))
            column.addWidget(labels.body(floor, page))

    def tell_again(self) -> None:
        """Tell quotes anew: what is covered in them is known by now."""
        for passages in self.findChildren(PassageList):
            passages.tell_again()
        if self.words is not None:
            self.words.setText(self._veils.words(self.answer) or "–")
        self.attempts.tell_again()

    # The pack as it is now

    def see_pack(self) -> None:
        """Say whether the pack has changed since, and offer the ways into it."""
        opened = self._packs.get(self.answer.pack)
        if opened is None:
            if self._packs.is_known(self.answer.pack):
                self._say(_("This pack is not in the library any more. This is the question as it was then."))
            return
        from crossread.inquiry.marking import seen_digest

        asked = opened.pack.by_id.get(self.answer.question)
        if asked is None:
            self._say(_("This question is not in its pack any more. This is how it was then."))
        elif seen_digest(opened.pack, asked) != self.answer.seen_digest:
            told = _(
                "The pack has changed since, and is version {version} now. "
                "This is the question as it was then."
            )
            self._say(told.format(version=opened.pack.version))
        self._question = place_of(opened, self.answer.question)
        self._again = passage_of(opened, self.answer.question) if self.answer.closed else None
        self.there.setVisible(self._question is not None)
        self.again.setVisible(self._again is not None and self._again != self._question)

    def _say(self, words: str) -> None:
        self.changed_since.setText(words)
        self.changed_since.show()

    def _go_again(self) -> None:
        self.asked.emit(self._again)

    def _go_there(self) -> None:
        self.asked.emit(self._question)


def _without_key(mark: Any) -> Any:
    from dataclasses import replace

    return replace(mark, parts=tuple(part.without_key for part in mark.parts))
