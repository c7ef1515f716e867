"""Files that notes go to and sets come from."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from crossread.base.errors import N_, Expected
from crossread.base.translation import _
from crossread.desktop.pages.dropped import dropped_files
from crossread.desktop.pages.notes.board_set_form import SetForm
from crossread.desktop.pages.save_as import SaveAs
from crossread.operations.sessions.session_notes import NotesFormat
from crossread.reports.notes_annotation import ForOthers

if TYPE_CHECKING:
    from crossread.operations.noting.layers import LayerTaken
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session

# What notes are handed on as: the label in the menu, and the kinds of file in the dialog.
FORMATS: dict[NotesFormat, tuple[str, str]] = {
    "md": (N_("As text (Markdown)…"), N_("Markdown (*.md)")),
    "html": (N_("As a page for the browser (HTML)…"), N_("Web page (*.html)")),
    "json": (N_("As web annotations (JSON)…"), N_("Web annotations (*.json)")),
}


def ask_which(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Let the user choose a file to read, in a folder to begin with; None where they think better of it."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def dropped_set(event: QDropEvent) -> Path | None:
    """Return the file that may be a set, where it alone is dragged."""
    files = dropped_files(event)
    return files[0] if len(files) == 1 and files[0].name.lower().endswith(".json") else None


class BoardFiles(SaveAs[NotesFormat]):
    """Hands notes on and takes sets in; `folder` is None after a set was taken in."""

    def __init__(self, session: "Session", opened: "OpenPack", parent: QWidget) -> None:
        super().__init__(
            FORMATS, _("Export and import"), _("Export the notes"), parent, kind="notes", session=session
        )
        self._session, self.opened = session, opened
        self.form: SetForm | None = None

    def menu(self, parent: QWidget) -> QMenu:
        """Make the menu: what can be handed on, then sets for others and from them."""
        menu = super().menu(parent)
        menu.addSeparator()
        self.add_action(menu, _("As a set for others…"), "set")
        self.add_action(menu, _("Add a set that somebody gave you…"), "add")
        return menu

    def picked(self, action: QAction) -> None:
        """Do what was picked in the menu."""
        if action.data() == "set":
            self.open_form()
        elif action.data() == "add":
            self.ask_for_set()
        else:
            super().picked(action)

    # Handing on

    def hand_on(self, form: NotesFormat, for_others: ForOthers | None = None) -> None:
        """Write the learner's own highlights and notes to a file that the user chooses."""
        name = for_others.title if for_others else _("Notes on {pack}").format(pack=self.opened.pack.title)
        path = self.ask(name, form, "notes")
        if path is not None:
            self._session.export_notes(self.opened, path, form, self.written, for_others)

    def open_form(self) -> None:
        """Ask what a set for others is called and who made it, then write it."""
        self.form = SetForm(_("Notes on {pack}").format(pack=self.opened.pack.title), self._window)
        self.form.accepted.connect(self._form_filled)
        self.form.open()

    def _form_filled(self) -> None:
        if self.form is not None:
            self.hand_on("json", self.form.for_others())

    # Taking in

    def ask_for_set(self) -> None:
        """Let the user choose a set to lay over the texts."""
        title = _("Add a set of highlights and notes")
        path = ask_which(self._window, title, self.last, _("Sets (*.json)"))
        if path is not None:
            self.last = path.parent
            self.add(path)

    def add(self, path: Path) -> None:
        """Lay a file's highlights and notes over the texts."""
        self._session.add_layer(self.opened, path, partial(self._taken, path.name))

    def _taken(self, name: str, result: "LayerTaken | Expected") -> None:
        self.folder = None
        if isinstance(result, Expected):
            self.refused.emit(result.message)
            return
        told = _("Added “{title}” from {name}.").format(title=result.layer.title, name=name)
        self.told.emit(" ".join((told, *result.told)))
