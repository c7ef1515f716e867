"""Files that the claim matrix goes to: the menu, the dialog, and what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crossread.base.errors import N_, Expected
from crossread.base.translation import _
from crossread.desktop.pages.notes.board_files import ask_where
from crossread.desktop.widgets.menus import open_menu

if TYPE_CHECKING:
    from crossread.operations.session import Session

MatrixFormat = Literal["csv", "html", "png"]

# What the matrix is handed on as: the label in the menu, and the kind of file in the dialog.
FORMATS: dict[MatrixFormat, tuple[str, str]] = {
    "csv": (N_("As a table for a spreadsheet (CSV)…"), N_("Table (*.csv)")),
    "html": (N_("As a page to read and print (HTML)…"), N_("Web page (*.html)")),
    "png": (N_("As a picture (PNG)…"), N_("Picture (*.png)")),
}


class MatrixFiles(QObject):
    """Hands the matrix on: `make` returns it in a form. `told` says what was done, `refused` what was not."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self, session: "Session", title: str, make: Callable[[MatrixFormat], bytes], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._title, self._make, self._window = session, title, make, parent
        self._last = Path.home()  # the folder that was chosen last

    def open_menu(self, below: QWidget) -> None:
        """Open the menu of what the matrix can be handed on as."""
        menu = self.menu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_menu(menu, below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Make the menu."""
        menu = QMenu(parent)
        menu.setAccessibleName(_("Export"))
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

    def hand_on(self, form: MatrixFormat) -> None:
        """Write the matrix to a file that the user chooses."""
        name = _("Who says what, {pack}").format(pack=self._title.replace(": ", ", "))
        safe = "".join(sign if sign.isalnum() or sign in " -_.," else "-" for sign in name).strip(" .")
        offered = self._last / f"{safe[:80] or 'matrix'}.{form}"
        path = ask_where(self._window, _("Export the comparison"), offered, _(FORMATS[form][1]))
        if path is not None:
            self._last = path.parent
            path = path if path.suffix else path.with_suffix(f".{form}")
            self._session.write_file(path, self._make(form), self._written)

    def _written(self, result: Path | Expected) -> None:
        if isinstance(result, Expected):
            self.refused.emit(result.message)
        else:
            self.told.emit(_("Written: {name}").format(name=result.name))
