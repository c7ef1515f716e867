"""The fields of a conclusion, one below the other, as they are read out loud and printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.pages.conclude.looking_card import LookingCard
from crossread.desktop.pages.conclude.reason_list import ReasonList
from crossread.desktop.pages.conclude.remarks_list import RemarksList
from crossread.desktop.pages.conclude.written import Written
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.packs.pack import Pack, Stage

_BETWEEN = 16  # pixels between one thing asked for and the next


class ConcludePage(QScrollArea):
    """All that there is to a conclusion; it says nothing by itself, the companion fills it."""

    def __init__(self, pack: Pack, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = inside = QWidget()
        self._column = QVBoxLayout(inside)
        set_margins(self._column, 20, 12, 16, 16)
        self._column.setSpacing(8)
        question = labels.question(pack.central_question, inside)
        question.setVisible(bool(pack.central_question))
        self.beside = labels.quiet(
            _(
                "Gather your conclusion here, with reasons from the texts; it is never marked. "
                "What the questions of this stage ask for is written there."
            ),
            inside,
        )
        self.text = Written(
            _("What do you conclude?"),
            _("In your own words: what can be said, and how surely?"),
            inside,
            lines=(3, 12),
        )
        self.reasons_title = labels.strong(_("Reasons"), inside)
        self.reasons = ReasonList(inside)
        self.counter = Written(
            _("What speaks best against what you weigh or leave open?"),
            _("Nothing is asked against what stands firm. If all of it does, say so here."),
            inside,
        )
        self.answer = Written(_("What do you answer to that?"), "", inside)
        self.unheard = Written(
            _("Whom have you not heard?"), _("Who was there, and does not speak in these texts?"), inside
        )
        self.looking_title = labels.strong(_("Before and after"), inside)
        self.looking: list[LookingCard] = []
        self.remarks = RemarksList(inside)
        self.author = Field(
            _("Your name, if it is to stand on the paper"), _("Your name, or nothing"), inside
        )
        self.export = plain(_("Export as a short paper…"), inside)
        self.firm = labels.muted("", inside)
        self.firm.setAccessibleName(_("What stands firm"))
        self._column.addWidget(question)
        self._column.addSpacing(8 if pack.central_question else 0)
        self._column.addWidget(self.beside)
        self._column.addWidget(self.text)
        self._column.addSpacing(_BETWEEN - 8)
        self._column.addWidget(self.reasons_title)
        self._column.addWidget(self.reasons)
        for asked in (self.counter, self.answer, self.unheard):
            self._column.addSpacing(_BETWEEN - 8)
            self._column.addWidget(asked)
        self._column.addSpacing(_BETWEEN - 8)
        self._column.addWidget(self.looking_title)
        self._after_looking = self._column.count()
        self._line()
        self._column.addWidget(self.remarks)
        self._line()
        named = labels.quiet(self.author.accessibleName(), inside)
        named.setBuddy(self.author)
        self._column.addWidget(named)
        self._column.addWidget(self.author)
        self._column.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addSpacing(_BETWEEN - 8)
        self._column.addWidget(self.firm)
        self._column.addStretch(1)
        self.setWidget(inside)

    def _line(self) -> None:
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        self._column.addSpacing(_BETWEEN - 8)
        self._column.addWidget(line)
        self._column.addSpacing(_BETWEEN - 8)

    def writings(self) -> dict[str, Written]:
        """Return the fields by the name of what they hold in a conclusion."""
        return {"text": self.text, "counter": self.counter, "answer": self.answer, "unheard": self.unheard}

    def set_looking(self, stages: Sequence[Stage]) -> list[LookingCard]:
        """Show a card for each of these *before* stages; return those that are new."""
        known = {card.stage: card for card in self.looking}
        new = [
            LookingCard(stage.id, stage.expectation, self.inside) for stage in stages if stage.id not in known
        ]
        known |= {card.stage: card for card in new}
        for card in self.looking:
            card.setVisible(card.stage in {stage.id for stage in stages})
        self.looking = [known[stage.id] for stage in stages]
        for place, card in enumerate(self.looking):
            self._column.insertWidget(self._after_looking + place, card)
        self.looking_title.setVisible(bool(stages))
        return new

    def reach(self, field: str, reason: str = "") -> None:
        """Put the focus into a field by its name, or into a reason by its id."""
        card = self.reasons.card(reason)
        if card is not None:
            card.reach()
        elif field in self.writings():
            self.writings()[field].reach()
        else:
            self.reasons.more.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.reasons.more)

    def show_beside(self, shown: bool) -> None:
        """Say how this hangs together with the questions of the stage, or not: elsewhere there is no need."""
        self.beside.setVisible(shown)

    def show_firm(self, words: str) -> None:
        """Show the line of what stands firm."""
        self.firm.setText(_("What stands firm: {line}").format(line=words) if words else "")
        self.firm.setVisible(bool(words))
