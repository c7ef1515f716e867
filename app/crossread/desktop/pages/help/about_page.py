"""About Crossread: what it is, its version, where one's data lies, and the licences of all of it."""

import platform
from functools import cache
from importlib import metadata

from PySide6.QtCore import QLibraryInfo, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.help.about_licences import Licence, licences
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, rename
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.lists.pair_list import PairDelegate

WIDEST = 720  # pixels at the default text size


@cache
def _licences() -> tuple[Licence, ...]:
    return licences()


class AboutPage(Page):
    """What the program is and what it stands on."""

    name = "about"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = around.session.data_folder
        self._area = CentredColumn(_("About Crossread"), self, widest=WIDEST, reached=True)
        column = self._area.column
        column.addWidget(labels.display("Crossread"))
        column.addWidget(labels.muted(_version()))
        column.addSpacing(6)
        column.addWidget(
            labels.body(
                _(
                    "Several accounts of one event, side by side, and the questions that teach how to weigh "
                    "them. It needs no account and opens no connection to the network."
                )
            )
        )
        self._fill_data(column)
        self._fill_licences(column)
        self._area.put_together()

    def _fill_data(self, column: QVBoxLayout) -> None:
        column.addSpacing(18)
        column.addWidget(labels.heading(_("Your data")))
        column.addWidget(labels.body(_("All that you do stays in this folder, on this machine alone.")))
        self.path = labels.strong(str(self._folder))
        self.path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.path.setAccessibleName(_("Folder of your data: {folder}").format(folder=self._folder))
        column.addWidget(self.path)
        buttons = QWidget()
        line = FlowLayout(buttons, across=8, down=8)
        self.copy = plain(_("Copy the path"), buttons)
        self.copy.clicked.connect(self._copy_path)
        self.open = plain(_("Open the folder"), buttons)
        self.open.clicked.connect(self._open_folder)
        line.addWidget(self.copy)
        line.addWidget(self.open)
        column.addWidget(buttons)

    def _fill_licences(self, column: QVBoxLayout) -> None:
        column.addSpacing(18)
        column.addWidget(labels.heading(_("Licences")))
        column.addWidget(
            labels.body(
                _(
                    "Crossread’s program is under the MIT licence. The packs that come with it are under "
                    "CC BY 4.0, except where a source’s card names another licence. It stands on these "
                    "packages; pick one to read its licence."
                )
            )
        )
        column.addWidget(labels.quiet(_fonts()))
        column.addSpacing(4)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Packages and their licences"))
        self.list.setItemDelegate(PairDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(theme.current().scaled(260))
        for one in _licences():
            called = one.called or _("see its text")
            item = QListWidgetItem(f"{one.name} {one.version}", self.list)
            item.setData(PairDelegate.beside, called)
            told = f"{one.name} {one.version}: {called}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        self.list.currentRowChanged.connect(self._pick)
        column.addWidget(self.list)
        self.text = labels.Label("", "small")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addWidget(self.text)
        column.addStretch(1)
        self.list.setCurrentRow(0)

    def _pick(self, row: int) -> None:
        one = _licences()[row]
        told = _("This package brings no text of its licence along. It can be read here: {places}")
        words = "\n\n".join(one.texts) or told.format(places=", ".join(one.places))
        self.text.setAccessibleName(_("Licence of {package}").format(package=one.name))
        self.text.setText(words)

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        rename(self.copy, _("Copied"))
        announce(self.copy, _("Copied"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def enter(self) -> None:
        """Put the focus on the first thing that can be done."""
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.copy, self.list, self.text]


def _version() -> str:
    try:
        own = metadata.version("crossread")
    except metadata.PackageNotFoundError:
        own = "?"
    told = _("Version {version} · Python {python} · Qt {qt}")
    return told.format(version=own, python=platform.python_version(), qt=QLibraryInfo.version().toString())


def _fonts() -> str:
    now = theme.current()
    families = dict.fromkeys(QFontInfo(now.font(name)).family() for name in ("reading", "interface"))
    told = _("Fonts are the system’s, under their own licences. In use now: {fonts}.")
    return told.format(fonts=", ".join(families))
