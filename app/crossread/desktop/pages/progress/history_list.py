"""The list of all answers: what narrows it, how many there are, a row for each, and the way to more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.progress.history_filter import HistoryFilter
from crossread.desktop.pages.progress.history_row import HistoryRow
from crossread.desktop.pages.progress.history_words import none_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, plain, primary
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.centred_column import centred
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.progress.outcome_filter import Wanted

NOTHING = Wanted()  # in particular: every answer
WIDEST = 860  # pixels at the default text size


class NoAnswers(CardFrame):
    """Says that nothing was answered yet, and leads to a pack by `choose`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, look="dashed")
        self.body.addWidget(labels.heading(_("No answers yet"), self))
        self.body.addWidget(labels.body(none_words(NOTHING), self))
        self.body.addSpacing(8)
        self.choose = primary(_("Choose a pack"), self)
        self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)


class HistoryList(QScrollArea):
    """Rows are added to it; `page` is what they stand on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_("Answers"))
        self.rows: list[HistoryRow] = []
        page = self.page = QWidget(self)
        column = self._whole = QVBoxLayout(page)
        column.setSpacing(8)
        self.back = plain(_("‹ How it is going"), page)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.display(_("All answers"), page))
        column.addWidget(
            labels.muted(_("As they were given, with the feedback of then, newest first."), page)
        )
        column.addSpacing(6)
        self.filter = HistoryFilter({}, page)
        column.addWidget(self.filter)
        self.nothing = NoAnswers(page)
        self.nothing.hide()
        column.addWidget(self.nothing)
        said = FlowLayout(across=12, down=4)
        self.count = labels.quiet("", page)
        self.all_again = link_button(_("Show all"), page)
        self.all_again.setAccessibleName(_("Show all answers again"))
        self.all_again.clicked.connect(self._show_all)
        self.all_again.hide()
        said.addWidget(self.count)
        said.addWidget(self.all_again)
        column.addLayout(said)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        column.addLayout(self._column)
        self.more = plain(_("Show more"), page)
        self.more.hide()
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(centred(page))

    def show_nothing(self, nothing: bool) -> None:
        """Show the way to a pack, and nothing to narrow, where there is no answer at all."""
        self.filter.setVisible(not nothing)
        self.count.setVisible(not nothing)
        self.nothing.setVisible(nothing)

    def _show_all(self) -> None:
        """Narrow nothing any more, and go on where one narrows: the button that was pressed goes."""
        self.filter.clear()
        self.filter.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Take the room that the size of text asks for by now."""
        look = theme.current()
        self.page.setMaximumWidth(look.scaled(WIDEST) + 64)
        self._whole.setContentsMargins(32, look.scaled(36), 32, 40)

    def add(self, row: HistoryRow) -> None:
        """Put a row after the others."""
        self._column.addWidget(row)
        self.rows.append(row)

    def clear(self) -> None:
        """Let go of all rows."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
