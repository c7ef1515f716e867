"""The file that a paper goes to: the menu, the dialog, and what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from crossread.base.errors import N_, Expected
from crossread.base.translation import _
from crossread.desktop.pages.notes.board_files import ask_where
from crossread.desktop.widgets.menus import open_menu
from crossread.operations.concluding import PaperFormat

if TYPE_CHECKING:
    from crossread.operations.session import Session

# What a paper is handed on as: the label in the menu, and the kind of file in the dialog.
FORMATS: dict[PaperFormat, tuple[str, str]] = {
    "html": (N_("As a page to read and print (HTML)…"), N_("Web page (*.html)")),
    "md": (N_("As text (Markdown)…"), N_("Markdown (*.md)")),
}


class PaperFiles(QObject):
    """Hands a paper on: `make` returns it in a format, or raises Expected.

    `told` says what was done, and `folder` is then where the file is; `refused` says what could not be.
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self, session: "Session", title: str, make: Callable[[PaperFormat], bytes], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._title, self._make, self._window = session, title, make, parent
        self.folder: Path | None = None
        self._last = Path.home()  # the folder that was chosen last

    def open_menu(self, below: QWidget) -> None:
        """Open the menu of what the paper can be handed on as."""
        menu = self.menu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_menu(menu, below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Make the menu."""
        menu = QMenu(parent)
        menu.setAccessibleName(_("Export as a short paper"))
        for form, (label, _kinds) in FORMATS.items():
            action = QAction(_(label), menu)
            action.setData(form)
            menu.addAction(action)
        menu.triggered.connect(self._picked)
        return menu

    def _picked(self, action: QAction) -> None:
        for form in FORMATS:
            if action.data() == form:
                self.hand_on(form)

    def hand_on(self, form: PaperFormat) -> None:
        """Write the paper to a file that the user chooses."""
        try:
            content = self._make(form)
        except Expected as error:
            self.refused.emit(error.message)
            return
        name = _("Conclusion on {pack}").format(pack=self._title.replace(": ", ", "))
        safe = "".join(sign if sign.isalnum() or sign in " -_.," else "-" for sign in name).strip(" .")
        offered = self._last / f"{safe[:80] or 'conclusion'}.{form}"
        path = ask_where(self._window, _("Export the conclusion"), offered, _(FORMATS[form][1]))
        if path is not None:
            self._last = path.parent
            path = path if path.suffix else path.with_suffix(f".{form}")
            self._session.write_file(path, content, self._written)

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
