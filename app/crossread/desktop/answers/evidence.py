"""Answering with evidence: passages selected in the texts, collected in a panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.passage_row import PassageRow
from crossread.desktop.answers.verdict_words import verdict_words
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.desktop.widgets.labels import Label
from crossread.questions.evidence import Evidence, EvidenceResponse
from crossread.questions.mark import Part
from crossread.questions.passages import PassageKey, Selection


def joined(letters: list[str]) -> str:
    """Return letters as a sentence has them: "B", "B and C", "A, B and C"."""
    if len(letters) < 2:
        return "".join(letters)
    return _("{several} and {last}").format(several=", ".join(letters[:-1]), last=letters[-1])


class EvidenceAnswer(AnswerWidget):
    """A panel that takes passages until there are as many as may be chosen."""

    question: Evidence
    takes_passages = True

    def __init__(
        self, question: Evidence, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, EvidenceResponse(), parent, seed=seed)
        self.panel = CardFrame(self, look="dashed", padding=12, radius=6)
        self.panel.body.setSpacing(4)
        self.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.panel)
        self.asked = Label("", "strong", self.panel)
        self.count = Label("", "muted", self.panel)
        self.count.setWordWrap(False)
        self.hint = Label("", "quiet", self.panel)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.asked, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._rows: list[PassageRow] = []
        self._refused = ""
        self.panel.body.addLayout(head)
        self.panel.body.addLayout(self._list)
        self.panel.body.addWidget(self.hint)
        self.column.addWidget(self.panel)
        self._refresh()

    def rows(self) -> tuple[PassageRow, ...]:
        """Return the rows shown: first what was marked, then what was asked for."""
        return tuple(self._rows)

    def selections(self) -> tuple[Selection, ...]:
        """Return the passages marked, in the order of marking."""
        found: tuple[Selection, ...] = self.response().selections
        return found

    def add_selection(self, selection: Selection) -> bool:
        """Take a passage in; it takes the place of one that it overlaps, and of the only one there may be.

        Where one passage of each source is asked for and all are there, it takes the place of its source's.

        False, with the reason as a hint, where there are as many as may be, or where the question is
        about other sources.
        """
        if self._read_only:
            return False
        if selection.source not in self.question.sources:
            return self._refuse(_("This question is about {letters}.").format(letters=self._names()))
        kept = tuple(one for one in self.selections() if not _overlap(one, selection))
        most = self.question.choose[1]
        if most == 1:
            kept = ()
        elif most == len(self.question.sources) and len(kept) >= most:  # one from each: the new one is meant
            kept = tuple(one for one in kept if one.source != selection.source)
        if len(kept) >= most:
            return self._refuse(_("All are marked already. Take one away to mark another."))
        self._refused = ""
        self._become(EvidenceResponse((*kept, selection)))
        announce(self, _("Marked: {quote}. {count}").format(quote=selection.quote, count=self.count.text()))
        return True

    def remove_selection(self, selection: Selection) -> None:
        """Take a passage away again."""
        if self._read_only or selection not in self.selections():
            return
        at = self.selections().index(selection)
        self._refused = ""
        self._become(EvidenceResponse(tuple(one for one in self.selections() if one != selection)))
        left = self._rows[min(at, len(self._rows) - 1)] if self._rows else None
        (left.passage if left else self.panel).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("Taken away. {count}").format(count=self.count.text()))

    def _refuse(self, why: str) -> bool:
        self._refused = why
        self._refresh()
        announce(self, why)
        return False

    def _refresh(self) -> None:
        least, most = self.question.choose
        given = self.selections()
        parts = self._mark.parts if self._mark else ()
        missed = [part for part in parts if part.selection is None and part.passage is not None]
        self._fill(given, {part.selection: part for part in parts if part.selection}, missed)
        asked = str(least) if least == most else _("{least} to {most}").format(least=least, most=most)
        self.count.setText(_("{count} of {asked}").format(count=len(given), asked=asked))
        self.count.setVisible(self._mark is None)
        self.panel.setAccessibleName(f"{self.asked.text()}. {self.count.text()}")
        self._say_mark()
        self.hint.setText(self._hint(len(given), least))
        self.hint.setVisible(bool(self.hint.text()))

    def _say_mark(self) -> None:
        verdict = self._mark.verdict if self._mark and not self._nothing_given else "unscored"
        self.panel.set_look("dashed" if verdict == "unscored" else verdict)
        if self._mark is None:
            self.asked.setText(_("Mark the words in {letters}").format(letters=self._names()))
            return
        own = [part for part in self._mark.parts if part.selection is not None]
        right = sum(part.verdict == "right" for part in own)
        count = max(len(own), self.question.choose[0])
        several = ngettext("{right} of {count} passage", "{right} of {count} passages", count)
        said = several.format(right=right, count=count) if own else _("nothing was marked")
        self.asked.setText(": ".join(words for words in (verdict_words(verdict), said) if words))

    def _names(self) -> str:
        return joined([self._letter(source)[0] for source in self.question.sources])

    def _hint(self, count: int, least: int) -> str:
        if self._read_only or self._mark is not None:
            return ""
        if self._refused:
            return self._refused
        if count < least:
            return _(
                "Select words in a text with the mouse. Or with the keyboard: F6 goes to the texts, "
                "S takes a sentence, M marks it."
            )
        return ""

    def _fill(self, given: tuple[Selection, ...], marked: dict[Selection, Part], missed: list[Part]) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(selection, selection.source, selection.quote) for selection in given]
        for row, selection in zip(self._rows, given, strict=True):
            row.set_removable(not self._read_only)
            if selection in marked:
                row.passage.set_verdict(marked[selection].verdict, marked[selection].feedback)
        asked = [(part, _("This was asked for.")) for part in marked.values() if part.passage and part.key]
        for part, note in asked + [(part, part.feedback) for part in missed]:
            if part.passage is not None:
                row = self._row(part.passage, part.passage.source, part.key or part.passage.quote)
                row.set_removable(False)
                row.passage.set_verdict("unscored", note)
                self._rows.append(row)
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, what: Selection | PassageKey, source: str, quote: str) -> PassageRow:
        letter, index = self._letter(source)
        row = PassageRow(what, quote, letter, index, self.panel)
        row.shown.connect(self._show)
        row.removed.connect(self.remove_selection)
        return row

    def _show(self, what: Selection | PassageKey) -> None:
        self.wants_text.emit(what.source)
        self.show_passage.emit(what)


def _overlap(one: Selection, other: Selection) -> bool:
    same = one.source == other.source and one.text_digest == other.text_digest
    return same and one.start < other.end and other.start < one.end
