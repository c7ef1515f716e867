"""Something handed on as a file: the menu of its formats, where it goes, and what became of it."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.widgets.picking.menus import open_menu

if TYPE_CHECKING:
    from crossread.operations.sessions.session import Session

_LONGEST_NAME = 80  # characters
_MOST_BYTES = 200  # of 255 that most disks allow a name, its ending and what a copy is called included
_JOINERS = "\u200c\u200d"
# Names that Windows has for itself, whatever ending they have.
_TAKEN = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)))
)
# What comes behind a point in a name can be anything: “Answers of J. Meier”, “class 7.b”.
_ENDINGS = (".csv", ".json", ".html", ".htm", ".md", ".txt", ".png", ".svg")

# The name of a format, which is the ending of its files.
Format = TypeVar("Format", bound=str)


def ask_where(parent: QWidget, title: str, path: Path, kinds: str) -> Path | None:
    """Let the user choose where to write a file, `path` if they agree; None where they think better of it."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(path), kinds)
    return Path(chosen) if chosen else None


def with_ending(path: Path, form: str) -> Path:
    """Give a name that a user typed the ending of its form, unless it has one that says what a file is."""
    return path if path.suffix.lower() in _ENDINGS else path.with_name(f"{path.name}.{form}")


def file_name(name: str, ending: str, otherwise: str) -> str:
    """Make a name into one that any system can have for a file; `otherwise` where nothing is left of it."""
    tidy = unicodedata.normalize("NFC", name.replace(": ", ", "))
    safe = "".join(_safe(sign) for sign in tidy)[:_LONGEST_NAME]
    safe = safe.encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .")
    if safe.partition(".")[0].rstrip().upper() in _TAKEN:
        safe = f"{otherwise} {safe}"
    return f"{safe or otherwise}.{ending}"


def _safe(sign: str) -> str:
    """Keep letters of any script with what stands over and under them; joiners need not be seen in a name."""
    if sign.isalnum() or sign in " -_.," or unicodedata.category(sign).startswith("M"):
        return sign
    return "" if sign in _JOINERS else "-"


def written_words(path: Path) -> str:
    """Say that a file is written, and in which folder."""
    told = _("Written: {name}, in the folder “{folder}”.")
    return told.format(name=path.name, folder=path.parent.name or path.parent)


class SaveAs(QObject, Generic[Format]):
    """Hands something on in a format from a menu: the base of what writes the files of a page.

    `formats` give for each its label in the menu and its kind of file in the dialog, as templates. `told`
    says what was done, and `folder` is then where the file is; `refused` says what could not be. What is
    written goes with whoever deletes themselves: `session` remembers it, by what it is (`kind`).
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        formats: Mapping[Format, tuple[str, str]],
        name: str,
        title: str,
        parent: QWidget,
        *,
        kind: str,
        session: "Session | None",
    ) -> None:
        super().__init__(parent)
        self.kind, self.session = kind, session
        self._formats, self._name, self._title, self._window = formats, name, title, parent
        self.folder: Path | None = None
        self.last = Path.home()  # the folder that was chosen last

    def open_menu(self, below: QWidget) -> None:
        """Open the menu of what it can be handed on as."""
        menu = self.menu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_menu(menu, below.mapToGlobal(QPoint(0, below.height())))

    def menu(self, parent: QWidget) -> QMenu:
        """Make the menu."""
        menu = QMenu(parent)
        menu.setAccessibleName(self._name)
        for form, (label, _kinds) in self._formats.items():
            self.add_action(menu, _(label), form)
        menu.triggered.connect(self.picked)
        return menu

    @staticmethod
    def add_action(menu: QMenu, words: str, deed: str) -> None:
        """Put something into the menu, to be told by its name."""
        action = QAction(words, menu)
        action.setData(deed)
        menu.addAction(action)

    def picked(self, action: QAction) -> None:
        """Do what was picked in the menu."""
        for form in self._formats:
            if action.data() == form:
                self.hand_on(form)

    def hand_on(self, form: Format) -> None:
        """Write it to a file that the user chooses."""
        raise NotImplementedError

    def ask(self, name: str, form: Format, otherwise: str) -> Path | None:
        """Ask where a file of this name is to go; None where the user thinks better of it.

        Nor is a file replaced that the dialog did not ask about, as its name got its ending here.
        """
        offered = self.last / file_name(name, form, otherwise)
        path = ask_where(self._window, self._title, offered, _(self._formats[form][1]))
        if path is None:
            return None
        self.last = path.parent
        whole = with_ending(path, form)
        if whole != path and whole.exists():
            told = _("There is a file {name} already, and it is left as it is. Choose another name.")
            self.refused.emit(told.format(name=whole.name))
            return None
        return whole

    def written(self, result: Path | Expected) -> None:
        """Tell what became of a file."""
        if isinstance(result, Expected):
            self.refused.emit(result.message)
        else:
            self.folder = result.parent
            self.told.emit(f"{written_words(result)} {self._remember(result)}".strip())

    def _remember(self, path: Path) -> str:
        """Remember where a file is; returns what is to be said where that cannot be."""
        if self.session is None:
            raise RuntimeError("nobody remembers what is handed on here")
        refused = self.session.note_file_at(f"{self.kind}{path.suffix.lower()}", path)
        if refused is None:
            return ""
        return _("Its place could not be noted: when you are deleted, this file will stay where it is.")

    def show_folder(self) -> None:
        """Show the folder of the file that was written last."""
        if self.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
