"""Answering with evidence: passages selected in the texts, collected in a panel."""

from PySide6.QtWidgets import QWidget

from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.passages.evidence_panel import EvidencePanel
from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.questions.evidence import Evidence, EvidenceResponse
from crossread.questions.passages import PassageKey, Selection


class EvidenceAnswer(AnswerWidget):
    """A panel that takes passages until there are as many as may be chosen."""

    question: Evidence
    takes_passages = True

    def __init__(
        self, question: Evidence, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, EvidenceResponse(), parent, seed=seed)
        self.panel = EvidencePanel(question.sources, question.choose, letters, self)
        self.panel.chosen.connect(self._choose)
        self.panel.shown.connect(self._show)
        self.setFocusProxy(self.panel)
        self.column.addWidget(self.panel)
        self._refresh()

    def rows(self) -> tuple[PassageRow, ...]:
        """Return the rows shown: first what was marked, then what was asked for."""
        return self.panel.rows()

    def selections(self) -> tuple[Selection, ...]:
        """Return the passages marked, in the order of marking."""
        found: tuple[Selection, ...] = self.response().selections
        return found

    def add_selection(self, selection: Selection) -> bool:
        """Take a passage in; False, with the reason as a hint, where the panel takes none or not this one."""
        return self.panel.add(selection)

    def _choose(self, selections: tuple[Selection, ...]) -> None:
        self._become(EvidenceResponse(selections))

    def _refresh(self) -> None:
        self.panel.show_given(
            self.selections(), self._mark, usable=not self._read_only, nothing_given=self._nothing_given
        )

    def _show(self, what: Selection | PassageKey) -> None:
        self.wants_text.emit(what.source)
        self.show_passage.emit(what)
