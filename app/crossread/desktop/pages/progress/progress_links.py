"""Where the progress page leads: one next step that stands out, other ways, and what is kept or handed on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.pages.progress.next_step import NextStep
from crossread.desktop.place import Place, PlainPage
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import primary, quiet_button
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.list_menu import ListMenu

if TYPE_CHECKING:
    from crossread.desktop.pages.progress.page_saving import PageSaving

# Pages beside the next step, as far as this program has them; each has its key.
WAYS: dict[PlainPage, str] = {
    "history": N_("All answers"),
    "review": N_("Review"),
    "practice": N_("Practise a skill"),
}
# What is kept and handed on, in the menu.
FILES: dict[PlainPage, str] = {"hand-on": N_("Export answers…"), "backups": N_("Backups…")}
SAVE = "save"


class ProgressLinks(QWidget):
    """The next step with its reason, the other ways, and below them what became of a file.

    `asked` gives where to go. Of `buttons`, by page, none leads to where the next step does.
    """

    asked = Signal(object)

    def __init__(self, step: NextStep, parent: QWidget) -> None:
        super().__init__(parent)
        from crossread.desktop.pages.plain_pages import PLAIN_PAGES

        self._step = step
        self._pages = frozenset(PLAIN_PAGES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(labels.body(step.why, self))
        self._flow = FlowLayout(across=8, down=8)
        column.addLayout(self._flow)
        self.said = labels.quiet("", self)
        self.said.hide()
        column.addWidget(self.said)
        self.step = primary(step.words, self)
        self.step.setAccessibleName(step.name)
        self.step.setAccessibleDescription(step.why)
        self.step.clicked.connect(self._go_on)
        self._flow.addWidget(self.step)
        self.buttons: dict[str, QPushButton] = {}
        for page, words in WAYS.items():
            if page in self._pages and page != step.place.page:
                button = quiet_button(_(words), self)
                button.setProperty("page", page)
                button.clicked.connect(self._go)
                set_key_tip(button, _(words), page)
                self._flow.addWidget(button)
                self.buttons[page] = button
        self.files = quiet_button(_("Save and export ▾"), self)
        self.files.setAccessibleName(_("Save and export"))
        self.files.clicked.connect(self._open_files)
        self._flow.addWidget(self.files)
        self.saving: PageSaving | None = None

    def set_saving(self, saving: "PageSaving") -> None:
        """Offer the page as a file."""
        self.saving = saving
        saving.told.connect(self.say)
        saving.refused.connect(self.say)

    def save(self) -> None:
        """Write the page to a file that the user chooses."""
        if self.saving is not None:
            self.saving.hand_on("html")

    def say(self, sentence: str) -> None:
        """Say what became of a file."""
        self.said.setText(sentence)
        self.said.show()
        announce(self, sentence)

    def menu(self) -> ListMenu:
        """Make the menu of what is kept and handed on."""
        menu = ListMenu(_("Save and export"), self.files)
        saved = [(SAVE, _("Save this page…"))] if self.saving is not None else []
        pages = [(page, _(words)) for page, words in FILES.items() if page in self._pages]
        menu.add([*saved, *pages])
        menu.picked.connect(self._picked)
        return menu

    def _open_files(self) -> None:
        self.menu().open_below(self.files)

    def _picked(self, key: str) -> None:
        if key == SAVE:
            self.save()
        for page in FILES:
            if key == page:
                self.asked.emit(Place(page))

    def _go_on(self) -> None:
        self.asked.emit(self._step.place)

    def _go(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            page: PlainPage = button.property("page")
            self.asked.emit(Place(page, about="all" if page == "history" else ""))
