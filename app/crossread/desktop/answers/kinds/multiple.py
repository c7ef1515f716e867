"""Answering with several: cards with check marks, of which any number is picked."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.options.option_card import CheckOptions, Fate
from crossread.desktop.answers.outcome import gone_words, parts_by_id
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.widgets.labels import Label
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Part
from crossread.questions.multiple import Multiple, MultipleResponse
from crossread.questions.order import shuffled

_FATES: dict[str, Fate] = {"right": "right", "partly": "partly", "wrong": "wrong"}


class MultipleAnswer(AnswerWidget):
    """The options as cards with check marks; number keys and Space pick and let go, arrow keys go along.

    Where the question is shuffled, the numbers go by the order shown.
    """

    question: Multiple

    def __init__(
        self, question: Multiple, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, MultipleResponse(), parent, seed=seed)
        texts = {option.id: option.text for option in question.options}
        self._order = shuffled(tuple(texts), seed if question.shuffle else 0)
        self.asked = Label("", "muted", self)
        self.options = CheckOptions([(key, texts[key]) for key in self._order], _pick_all(), self)
        self.options.chosen.connect(self._pick)
        self.column.addWidget(self.asked)
        self.gone = Label("", "body", self)
        self.column.addWidget(self.options)
        self.column.addWidget(self.gone)
        self.setFocusProxy(self.options)
        self._refresh()

    def pick_number(self, number: int) -> bool:
        """Pick the option shown with a number from 1, or let it go where it is picked."""
        if self._read_only or not 1 <= number <= len(self._order):
            return False
        self.options.toggle(self._order[number - 1])
        return True

    def _pick(self) -> None:
        picked = self.options.value()
        in_order = (option.id for option in self.question.options)
        self._become(MultipleResponse(tuple(key for key in in_order if key in picked)))

    def _refresh(self) -> None:
        picked = self.response().options
        self.options.set_value(picked)
        self.options.set_usable(not self._read_only)
        verdict = self._mark.verdict if self._mark and not self._nothing_given else "unscored"
        words = verdict_words(verdict) or ("" if self._read_only else _pick_all())
        self.asked.setText(words)
        self.asked.setVisible(bool(words))
        self.asked.set_look(verdict_look(verdict))
        self.gone.setText(gone_words(self._mark, self._order))
        self.gone.setVisible(bool(self.gone.text()))
        parts = parts_by_id(self._mark)
        for option in self.question.options:
            part = parts.get(option.id)
            if option.id in picked:
                fate = _FATES.get(part.verdict, "open") if part else "open"
                self.options.set_fate(option.id, fate, part.feedback if part else "")
            else:
                self._show_missed(option.id, part)

    def _show_missed(self, option: str, part: Part | None) -> None:
        """Show that an option should have been picked, where the mark says so."""
        if part is None or not part.key:
            self.options.set_fate(option, "open")
        else:
            word = _("This is right") if self._nothing_given else _("Right too, but not picked")
            self.options.set_fate(option, "key", word=word)


def _pick_all() -> str:
    return _("Pick all that are right.")
