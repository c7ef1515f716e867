"""Answering with a longer text: written here, with passages cited, and weighed by its writer once closed."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.fold import Fold
from crossread.desktop.answers.passages.citations import Citations
from crossread.desktop.answers.written.essay_rating import SelfRating
from crossread.desktop.answers.written.long_text_field import LongTextField
from crossread.desktop.answers.written.writing import WritingAnswer
from crossread.questions.essay import Essay, EssayRating, EssayResponse
from crossread.questions.passages import PassageKey, Selection


class EssayAnswer(WritingAnswer):
    """A field that grows, the passages cited, and what the text will be weighed by.

    Once the question is closed the writer ticks the ideas that the text has and picks its level; `rated`
    gives each change.
    """

    question: Essay
    takes_passages = True

    def __init__(
        self, question: Essay, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, EssayResponse(), parent, seed=seed)
        self._rating: EssayRating | None = None
        self._may_rate = False
        self.text = LongTextField(
            _("Your text"), self, length=question.length, lines=(6, 16), shows_name=False
        )
        self.text.edited.connect(self._type)
        self.citations = Citations(question.sources, question.cite, letters, self)
        self.citations.chosen.connect(self._cite)
        self.citations.shown.connect(self._show)
        self.rubric = Fold(
            _("What it will be weighed by"),
            _("Hide what it will be weighed by"),
            "\n".join(
                _("{level}: {descriptor}").format(level=one.name, descriptor=one.descriptor)
                for one in question.rubric
            ),
            self,
            look="body",
        )
        self.weighing = SelfRating(question, self)
        self.weighing.rated.connect(self._rate)
        for widget in (self.text, self.citations, self.rubric, self.weighing):
            self.column.addWidget(widget)
        self.setFocusProxy(self.text)
        self._refresh()

    def selections(self) -> tuple[Selection, ...]:
        """Return the passages cited, in the order of citing."""
        found: tuple[Selection, ...] = self.response().citations
        return found

    def add_selection(self, selection: Selection) -> bool:
        """Cite a passage; False, with the reason as a hint, where it is not of this question's sources."""
        return self.citations.add(selection)

    def pick_number(self, number: int) -> bool:
        """Tick an idea or pick a level by its number, once the question is closed."""
        return not self.weighing.isHidden() and self.weighing.pick_number(number)

    def set_rating(self, rating: EssayRating | None, *, may_rate: bool) -> None:
        """Show what the writer says of the closed text, and whether that may be changed."""
        self._rating, self._may_rate = rating, may_rate
        self._refresh()

    def _type(self) -> None:
        before: EssayResponse = self.response()
        after = replace(before, text=self.text.text())
        self._write(before.text, after.text, after)

    def _cite(self, citations: tuple[Selection, ...]) -> None:
        self._become(replace(self.response(), citations=citations))

    def _rate(self, rating: EssayRating) -> None:
        self._rating = rating
        self.rated.emit(rating)

    def _refresh(self) -> None:
        given: EssayResponse = self.response()
        self.text.show_text(given.text)
        self.text.set_read_only(self._read_only)
        self.text.setVisible(not self._read_only or bool(given.text.strip()))
        self.citations.show_given(given.citations, usable=not self._read_only)
        told = self._mark is not None or self._may_rate or self._rating is not None
        self.rubric.setVisible(not told)
        self.weighing.setVisible(told)
        if told:
            may_rate = self._may_rate and not self._nothing_given
            self.weighing.show_rating(given, self._rating or EssayRating(), may_rate=may_rate)

    def _show(self, what: Selection | PassageKey) -> None:
        self.wants_text.emit(what.source)
        self.show_passage.emit(what)
