"""Where the progress page leads: all answers, review, practice, backups, and the page as a file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.place import Place, PlainPage
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from crossread.desktop.pages.progress.page_saving import PageSaving

# Pages that it leads to, as far as this program has them.
LEADS: dict[str, str] = {
    "history": N_("All answers"),
    "review": N_("Review"),
    "practice": N_("Practise a skill"),
    "backups": N_("Backups"),
    "hand-on": N_("Export answers…"),
}


class ProgressLinks(QWidget):
    """A line of buttons, and below it what became of a file. `asked` gives where to go."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        from crossread.desktop.pages.plain_pages import PLAIN_PAGES

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._flow = FlowLayout(across=8, down=8)
        column.addLayout(self._flow)
        self.said = labels.quiet("", self)
        self.said.hide()
        column.addWidget(self.said)
        self.buttons: dict[str, QPushButton] = {}
        for page, words in LEADS.items():
            if page in PLAIN_PAGES:
                button = plain(_(words), self)
                button.setProperty("page", page)
                button.clicked.connect(self._go)
                self._flow.addWidget(button)
                self.buttons[page] = button
        self.save = plain(_("Save this page…"), self)
        self.save.hide()
        self._flow.addWidget(self.save)
        self.saving: PageSaving | None = None

    def set_saving(self, saving: "PageSaving") -> None:
        """Offer the page as a file."""
        self.saving = saving
        saving.told.connect(self.say)
        saving.refused.connect(self.say)
        self.save.clicked.connect(self._open_saving)
        self.save.show()

    def say(self, sentence: str) -> None:
        """Say what became of a file."""
        self.said.setText(sentence)
        self.said.show()
        announce(self, sentence)

    def _open_saving(self) -> None:
        if self.saving is not None:
            self.saving.open_menu(self.save)

    def _go(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            page: PlainPage = button.property("page")
            self.asked.emit(Place(page, about="all" if page == "history" else ""))
