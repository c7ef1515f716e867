"""What is said before a set and after it: how much there is, what comes on later days, and the ways on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.review.calendar_strip import CalendarStrip
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout


class Sheet(QWidget):
    """A heading, some sentences, the calendar or another content, and up to two buttons.

    `agreed` takes the first way, `other` the second.
    """

    agreed = Signal()
    other = Signal()

    def __init__(
        self,
        heading: str,
        sentences: Sequence[str],
        parent: QWidget | None = None,
        *,
        days: tuple[date, Sequence[int]] | None = None,
        content: QWidget | None = None,
        agree: str = "",
        other: str = "",
    ) -> None:
        super().__init__(parent)
        self.heading, self.sentences = heading, [one for one in sentences if one]
        card = CardFrame(self, padding=28)
        card.body.addWidget(labels.title(heading))
        for sentence in self.sentences:
            card.body.addWidget(labels.body(sentence))
        self.calendar: CalendarStrip | None = None
        if days is not None:
            card.body.addSpacing(theme.current().scaled(12))
            card.body.addWidget(labels.quiet(_("The days to come")))
            self.calendar = CalendarStrip(card)
            self.calendar.show_days(*days)
            card.body.addWidget(self.calendar)
        if content is not None:
            card.body.addSpacing(theme.current().scaled(8))
            card.body.addWidget(content)
        self.agree, self.beside = primary(agree, card), plain(other, card)
        self.agree.clicked.connect(self.agreed)
        self.beside.clicked.connect(self.other)
        row = QWidget(card)
        flow = FlowLayout(row, across=10, down=8)
        for button, words in ((self.agree, agree), (self.beside, other)):
            flow.addWidget(button)
            button.setVisible(bool(words))
        if agree or other:
            card.body.addSpacing(theme.current().scaled(12))
            card.body.addWidget(row)
        row.setVisible(bool(agree or other))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def words(self) -> str:
        """Return what is said, as one."""
        return " ".join([f"{self.heading}.", *self.sentences])

    def focus(self) -> None:
        """Put the focus on the first way on."""
        button = self.agree if self.agree.isVisibleTo(self) else self.beside
        button.setFocus(Qt.FocusReason.OtherFocusReason)
