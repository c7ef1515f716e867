"""What was certain and wrong: each question with the answer and when, and the way back to its source."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.desk.history_veils import HistoryVeils
from crossread.desktop.pages.progress.history_words import shortened, when_words
from crossread.desktop.pages.progress.look_again import passage_of
from crossread.desktop.pages.progress.looked_into import LookedInto
from crossread.desktop.place import Place
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.progress.certainty import CertainWrong
from crossread.progress.history import AnswerGiven

SHOWN = 5  # questions at first; the rest are among the answers


class CertainWrongCard(CardFrame):
    """Questions that were last answered wrong with "certain", newest first; what was put right since last.

    `asked` gives where *Look again* leads; `all_asked`: all of them are wanted.
    """

    asked = Signal(object)
    all_asked = Signal()

    def __init__(
        self,
        found: Sequence[CertainWrong],
        packs: LookedInto,
        veils: HistoryVeils,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._packs, self._veils = packs, veils
        still = [one for one in found if not one.put_right]
        self._shown = [*still, *(one for one in found if one.put_right)][:SHOWN]
        self.rows: dict[str, WrongRow] = {}
        self.body.addWidget(labels.heading(_("Certain, and not right"), self))
        told = ngettext(
            "{count} answer that you were certain of was not right.",
            "{count} answers that you were certain of were not right.",
            len(found),
        ).format(count=len(found))
        right = len(found) - len(still)
        if right:
            more = ngettext("{count} is put right since.", "{count} are put right since.", right)
            told = f"{told} {more.format(count=right)}"
        self.body.addWidget(labels.quiet(told, self))
        self.body.addSpacing(4)
        for one in self._shown:
            row = WrongRow(one, self)
            row.again_asked.connect(self._go)
            self.rows[one.answer] = row
            self.body.addWidget(row)
        if len(found) > len(self._shown):
            rest = link_button(_("All of them, among the answers"), self)
            rest.clicked.connect(self.all_asked)
            self.body.addWidget(rest, 0, Qt.AlignmentFlag.AlignLeft)
        self.see_packs()

    def see_packs(self) -> None:
        """Offer the way back where the question is still in its pack."""
        for row in self.rows.values():
            opened = self._packs.get(row.about.pack)
            where = passage_of(opened, row.about.question) if opened else None
            row.set_way(where, gone=where is None and self._packs.is_known(row.about.pack))

    def tell_again(self) -> None:
        """Tell the answers in their words of now: what is covered in them is known by now."""
        for row in self.rows.values():
            if row.answer is not None:
                row.tell(self._veils.words(row.answer))

    def shown(self) -> Sequence[CertainWrong]:
        """Return what has a row, whose answers are to be read."""
        return self._shown

    def take(self, answers: Sequence[AnswerGiven]) -> None:
        """Take up answers that were read, as far as they have a row."""
        for answer in answers:
            row = self.rows.get(answer.entry)
            if row is not None:
                row.show_answer(answer, self._veils.words(answer))

    def _go(self, place: object) -> None:
        if isinstance(place, Place):
            self.asked.emit(place)


class WrongRow(QWidget):
    """One question: what was asked, what was answered and when. `again_asked` gives where to look again."""

    again_asked = Signal(object)

    def __init__(self, about: CertainWrong, parent: QWidget) -> None:
        super().__init__(parent)
        self.about = about
        self.answer: AnswerGiven | None = None
        self._way: Place | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(2)
        self.prompt = labels.body(_("Question “{id}”").format(id=about.question), self)
        self.given = labels.quiet("", self)
        self.given.hide()
        column.addWidget(self.prompt)
        column.addWidget(self.given)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.again = link_button(_("Look again"), self)
        self.again.setAccessibleName(_("Look again at the passage"))
        self.again.clicked.connect(self._go)
        foot.addWidget(self.again)
        told = _("✓ put right since") if about.put_right else ""
        self.since = labels.Label(told, "right", self)
        self.since.setVisible(bool(told))
        foot.addWidget(self.since, 1)
        foot.addStretch(0 if told else 1)
        column.addLayout(foot)
        self.again.hide()

    def set_way(self, way: Place | None, *, gone: bool) -> None:
        """Say where to look again; a question that is gone has no way."""
        self._way = way
        self.again.setVisible(way is not None)
        if gone and not self.about.put_right:
            self.since.set_look("quiet")
            self.since.setText(_("This question is not in its pack any more."))
            self.since.show()

    def show_answer(self, answer: AnswerGiven, words: str) -> None:
        """Show what was asked and what was answered."""
        self.answer = answer
        if answer.asked:
            self.prompt.setText(answer.asked)
            self.again.setAccessibleName(_("Look again: {question}").format(question=answer.asked))
        self.tell(words)

    def tell(self, words: str) -> None:
        """Tell the answer in words."""
        if self.answer is not None:
            told = _("You said “{answer}”, certain, on {when}.")
            self.given.setText(told.format(answer=shortened(words), when=when_words(self.answer.at)))
            self.given.show()

    def _go(self) -> None:
        if self._way is not None:
            self.again_asked.emit(self._way)
