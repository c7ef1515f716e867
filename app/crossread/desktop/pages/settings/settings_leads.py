"""Where the settings lead that are no settings: a row with what is there, and a button that goes there."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.declared import Group
from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.place import Place, PlainPage
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.texts.finding.search_folding import fold_words


@dataclass(frozen=True, slots=True)
class Lead:
    """A page that the settings lead to: the group it stands in, what it is called, what is done there."""

    group: Group
    page: PlainPage
    title: str
    told: str


LEADS: tuple[Lead, ...] = (
    Lead(
        "other",
        "backups",
        N_("Backups"),
        N_("What is kept of you is backed up by itself. See which backups there are, make one, restore one."),
    ),
    Lead(
        "other",
        "learners",
        N_("Learners"),
        N_("Your name, others on this machine, a class or guests, and deleting all that is kept of you."),
    ),
)


class LeadRow(QWidget):
    """A page of the window, as a row among the settings. `asked` gives where to go."""

    asked = Signal(object)

    def __init__(self, lead: Lead, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = lead.page
        title = _(lead.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labels.strong(title, self))
        column.addWidget(labels.quiet(_(lead.told), self))
        self.button = plain(_("{page}…").format(page=title), self)
        self.button.clicked.connect(self._go)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self.button)

    def _go(self) -> None:
        self.asked.emit(Place(self._page))


def leads_of(group: Group, typed: str) -> list[Lead]:
    """Return what a group leads to, that which holds the words typed where there are any."""
    return [
        lead
        for lead in LEADS
        if lead.group == group
        and all(word in fold_words(f"{_(lead.title)} {_(lead.told)}") for word in fold_words(typed).split())
    ]
