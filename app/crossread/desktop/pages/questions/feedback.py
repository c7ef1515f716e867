"""What is told once a question is marked: why, the words in the texts, and what stands firm."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.pages.questions.showing import PassageSeen, See, ToShow, as_written
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.packs.sources.known_from import known_from
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


class Feedback(QWidget):
    """Explanation, evidence and the line of what stands firm; `show_me` gives what to show in the texts."""

    show_me = Signal(object)

    def __init__(
        self,
        opened: "OpenPack",
        question: Question,
        parent: QWidget | None = None,
        *,
        see: See = as_written,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if question.explanation:
            column.addWidget(labels.serif(question.explanation))
        known = known_from(opened.pack, question.refs)
        if known:
            column.addWidget(labels.quiet(_("Known from: {works}").format(works=known)))
        self.passages: PassagesShown | None = None
        if question.evidence:
            self.passages = PassagesShown(opened, question.evidence, see, self)
            self.passages.show_me.connect(self.show_me)
            column.addWidget(self.passages)
        line = opened.pack.floor_line(question.floor) if question.floor else None
        if line:
            firm = QVBoxLayout()
            firm.setSpacing(2)
            firm.addWidget(labels.strong(_("What stands firm")))
            firm.addWidget(labels.body(line.text))
            if line.refs:
                known = known_from(opened.pack, line.refs)
                firm.addWidget(labels.quiet(_("Known from: {works}").format(works=known)))
            column.addLayout(firm)

    def ask(self) -> None:
        """Ask for all passages to be shown in the panes."""
        if self.passages is not None:
            self.passages.ask()

    def last_line(self) -> QWidget | None:
        """Return the line on what is not in view, where there is one to be read."""
        shown = self.passages
        return shown.missing if shown is not None and not shown.missing.isHidden() else None

    def see_again(self) -> None:
        """Tell the passages anew: another source or another text is in view."""
        if self.passages is not None:
            self.passages.see_again()


class PassagesShown(CardFrame):
    """The passages that an answer rests on, as rows to go to, and one button for all of them."""

    show_me = Signal(object)

    def __init__(
        self, opened: "OpenPack", passages: tuple[PassageKey, ...], see: See, parent: QWidget
    ) -> None:
        super().__init__(parent, padding=12, radius=8)
        self._opened, self._passages, self._see = opened, passages, see
        self._asked = False
        self._told: list[PassageSeen] = []
        self.rows: list[PassageRow] = []
        self.body.setSpacing(4)
        self.body.addWidget(labels.strong(_("In the texts")))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        letters = dict.fromkeys(self._letter(passage)[0] for passage in passages)
        self.button = plain(_("Show me in {letters}").format(letters=joined(list(letters))), self)
        set_key_tip(self.button, _("Show the evidence in the texts"), "show-me")
        self.button.clicked.connect(self.ask)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.missing = labels.quiet("", self)
        self.missing.hide()
        self.body.addWidget(self.missing)
        self.see_again()

    def _letter(self, passage: PassageKey) -> tuple[str, int]:
        source = self._opened.pack.source(passage.source)
        return source.letter, self._opened.pack.sources.index(source)

    def ask(self) -> None:
        """Ask for all passages to be shown; say which texts there was no pane for."""
        self._asked = True
        self.show_me.emit(ToShow(self._passages))
        self.see_again()
        announce(self, self.missing.text())

    def _ask_for(self, passage: object) -> None:
        if isinstance(passage, PassageKey):
            self.show_me.emit(ToShow(self._passages, passage))

    def see_again(self) -> None:
        """Tell the passages in the words of the texts in view."""
        told = [self._see(passage) for passage in self._passages]
        words = [(one.quote, one.note) for one in told]
        if words != [(one.quote, one.note) for one in self._told]:
            self._fill(told)
        self._told = told
        away = dict.fromkeys(
            self._letter(passage)[0]
            for passage, one in zip(self._passages, told, strict=True)
            if not one.in_view
        )
        there = ngettext(
            "{letters} is not in view: choose its words above to bring it up.",
            "{letters} are not in view: choose their words above to bring them up.",
            len(away),
        )
        self.missing.setText(there.format(letters=joined(list(away))) if away else "")
        self.missing.setVisible(self._asked and bool(away))

    def _fill(self, told: list[PassageSeen]) -> None:
        focused = next((at for at, row in enumerate(self.rows) if row.passage.hasFocus()), None)
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for passage, one in zip(self._passages, told, strict=True):
            letter, index = self._letter(passage)
            row = PassageRow(passage, one.quote, letter, index, self)
            row.set_removable(False)
            if one.note:
                row.passage.set_verdict("unscored", one.note)
            row.shown.connect(self._ask_for)
            self._list.addWidget(row)
            self.rows.append(row)
        if focused is not None:
            self.rows[focused].passage.setFocus(Qt.FocusReason.OtherFocusReason)


def joined(letters: list[str]) -> str:
    """Return letters as a sentence has them: "B", "B and C", "A, B and C"."""
    if len(letters) < 2:
        return "".join(letters)
    return _("{earlier} and {last}").format(earlier=", ".join(letters[:-1]), last=letters[-1])
