"""The file that a paper goes to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.base.errors import N_, Expected
from crossread.base.translation import _
from crossread.desktop.pages.save_as import SaveAs
from crossread.operations.handing_on.concluding import PaperFormat

if TYPE_CHECKING:
    from crossread.operations.sessions.session import Session

# What a paper is handed on as: the label in the menu, and the kind of file in the dialog.
FORMATS: dict[PaperFormat, tuple[str, str]] = {
    "html": (N_("As a page to read and print (HTML)…"), N_("Web page (*.html)")),
    "md": (N_("As text (Markdown)…"), N_("Markdown (*.md)")),
}


class PaperFiles(SaveAs[PaperFormat]):
    """Hands a paper on: `make` returns it in a format, or raises Expected."""

    def __init__(
        self, session: "Session", title: str, make: Callable[[PaperFormat], bytes], parent: QWidget
    ) -> None:
        super().__init__(
            FORMATS,
            _("Export as a short paper"),
            _("Export the conclusion"),
            parent,
            kind="conclusion",
            session=session,
        )
        self._session, self._pack, self._make = session, title, make

    def hand_on(self, form: PaperFormat) -> None:
        """Write the paper to a file that the user chooses."""
        try:
            content = self._make(form)
        except Expected as error:
            self.refused.emit(error.message)
            return
        path = self.ask(_("Conclusion on {pack}").format(pack=self._pack), form, "conclusion")
        if path is not None:
            self._session.write_file(path, content, self.written)
