"""What stands on the page of a new pack: the files, the title, what is in the way, and the way on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.library.new_pack_row import ArticleRow
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary, quiet_button
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.desktop.widgets.telling.bar import Bar

WIDEST = 900  # pixels at the default text size


class NewPackFrame(Page):
    """The widgets of the page; `rows` are the articles in their order."""

    name = "new-pack"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.rows: list[ArticleRow] = []
        self.setAcceptDrops(True)
        self._area = CentredColumn(_("New pack from articles"), self, widest=WIDEST, spacing=10)
        page, column = self._area.inside, self._area.column
        self._page = page
        self.back = plain(_("‹ Library"), page)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.display(_("New pack from articles"), page))
        column.addWidget(labels.body(_about(), page))
        self.add = plain(_("Add articles…"), page)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = labels.Label("", "wrong", page)
        self.told.hide()
        column.addWidget(self.told)
        self.progress = self._make_progress()
        column.addWidget(self.progress)
        self.what = self._make_what()
        column.addWidget(self.what)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column.addLayout(self._list)
        column.addStretch(1)
        self._area.put_together()

    def _make_progress(self) -> QWidget:
        progress = QWidget(self._page)
        row = QHBoxLayout(progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.bar = Bar(name=_("Files read"))
        self.told_progress = labels.muted("", progress)
        self.cancel = quiet_button(_("Stop reading"), progress)
        row.addWidget(self.told_progress, 1)
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel)
        progress.hide()
        return progress

    def _make_what(self) -> QWidget:
        """Make what is said of the pack as a whole, and the button that makes it."""
        what = QWidget(self._page)
        column = QVBoxLayout(what)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        column.addWidget(labels.heading(_("Title of the pack"), what))
        self.field = Field(_("Title of the pack"), _("What are these articles about?"), what)
        column.addWidget(self.field)
        self.make = primary(_("Make the pack"), what)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.lacks = labels.muted("", what)
        column.addWidget(self.lacks)
        column.addWidget(labels.quiet(_own_use(), what))
        what.hide()
        return what

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.add, self.field, self.make]


def _about() -> str:
    return _(
        "Two to eight articles on one event: text files, Markdown or saved web pages. Choose them, or drop "
        "them here. Crossread then lays side by side what they say: figures, shared words, names."
    )


def _own_use() -> str:
    return _(
        "The articles belong to their authors. The pack is for your own use and not to be passed on; it "
        "stays on this machine."
    )
