"""Files that notes go to and sets come from: the menu, the dialogs, and what became of them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from crossread.base.errors import N_, Expected
from crossread.base.translation import _
from crossread.desktop.pages.notes.board_set_form import SetForm
from crossread.desktop.widgets.menus import open_menu
from crossread.reports.notes_annotation import ForOthers

if TYPE_CHECKING:
    from crossread.operations.layers import LayerTaken
    from crossread.operations.opened import OpenPack
    from crossread.operations.session import Session
    from crossread.operations.session_notes import NotesFormat

# What notes are handed on as: the label in the menu, and the kinds of file in the dialog.
FORMATS: "dict[NotesFormat, tuple[str, str]]" = {
    "md": (N_("As text (Markdown)…"), N_("Markdown (*.md)")),
    "html": (N_("As a page for the browser (HTML)…"), N_("Web page (*.html)")),
    "json": (N_("As web annotations (JSON)…"), N_("Web annotations (*.json)")),
}


def ask_where(parent: QWidget, title: str, path: Path, kinds: str) -> Path | None:
    """Let the user choose where to write a file, `path` if they agree; None where they think better of it."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(path), kinds)
    return Path(chosen) if chosen else None


def ask_which(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Let the user choose a file to read, in a folder to begin with; None where they think better of it."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


class BoardFiles(QObject):
    """Hands notes on and takes sets in. `told` gives what was done, and `refused` what could not be.

    After `told`, `folder` is where the file is that was written; "" where none was.
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: "Session", opened: "OpenPack", parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.opened, self._window = session, opened, parent
        self.folder: Path | None = None
        self._last = Path.home()  # the folder that was chosen last
        self.form: SetForm | None = None

    def open_menu(self, below: QWidget) -> None:
        """Open the menu of what can be handed on and taken in."""
        menu = self.menu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_menu(menu, below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Make the menu."""
        menu = QMenu(parent)
        menu.setAccessibleName(_("Export and import"))
        for form, (label, _kinds) in FORMATS.items():
            menu.addAction(self._action(menu, _(label), form))
        menu.addSeparator()
        menu.addAction(self._action(menu, _("As a set for others…"), "set"))
        menu.addAction(self._action(menu, _("Add a set that somebody gave you…"), "add"))
        menu.triggered.connect(self._picked)
        return menu

    def _action(self, menu: QMenu, words: str, deed: str) -> QAction:
        action = QAction(words, menu)
        action.setData(deed)
        return action

    def _picked(self, action: QAction) -> None:
        deed = str(action.data())
        if deed == "set":
            self.open_form()
        elif deed == "add":
            self.ask_for_set()
        for form in FORMATS:
            if deed == form:
                self.hand_on(form)

    # Handing on

    def hand_on(self, form: "NotesFormat", for_others: ForOthers | None = None) -> None:
        """Write the learner's own highlights and notes to a file that the user chooses."""
        name = for_others.title if for_others else _("Notes on {pack}").format(pack=self.opened.pack.title)
        name = name.replace(": ", ", ")
        safe = "".join(sign if sign.isalnum() or sign in " -_.," else "-" for sign in name).strip(" .")
        offered = self._last / f"{safe[:80] or 'notes'}.{form}"
        path = ask_where(self._window, _("Export the notes"), offered, _(FORMATS[form][1]))
        if path is not None:
            self._last = path.parent
            path = path if path.suffix else path.with_suffix(f".{form}")
            self._session.export_notes(self.opened, path, form, self._written, for_others)

    def _written(self, result: Path | Expected) -> None:
        if isinstance(result, Expected):
            self.refused.emit(result.message)
        else:
            self.folder = result.parent
            self.told.emit(_("Written: {name}").format(name=result.name))

    def show_folder(self) -> None:
        """Show the folder of the file that was written last."""
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

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
        path = ask_which(self._window, title, self._last, _("Sets (*.json)"))
        if path is not None:
            self._last = path.parent
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
