"""Files that the claim matrix goes to."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.pages.save_as import SaveAs

if TYPE_CHECKING:
    from crossread.operations.sessions.session import Session

MatrixFormat = Literal["csv", "html", "png"]

# What the matrix is handed on as: the label in the menu, and the kind of file in the dialog.
FORMATS: dict[MatrixFormat, tuple[str, str]] = {
    "csv": (N_("As a table for a spreadsheet (CSV)…"), N_("Table (*.csv)")),
    "html": (N_("As a page to read and print (HTML)…"), N_("Web page (*.html)")),
    "png": (N_("As a picture (PNG)…"), N_("Picture (*.png)")),
}


class MatrixFiles(SaveAs[MatrixFormat]):
    """Hands the matrix on: `make` returns it in a form."""

    def __init__(
        self, session: "Session", title: str, make: Callable[[MatrixFormat], bytes], parent: QWidget
    ) -> None:
        super().__init__(
            FORMATS, _("Export"), _("Export the comparison"), parent, kind="matrix", session=session
        )
        self._session, self._pack, self._make = session, title, make

    def hand_on(self, form: MatrixFormat) -> None:
        """Write the matrix to a file that the user chooses."""
        path = self.ask(_("Who says what, {pack}").format(pack=self._pack), form, "matrix")
        if path is not None:
            self._session.write_file(path, self._make(form), self.written)
