"""What a set for others is called, and who made it: asked before it is written."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.tab_order import RoundByTab
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary
from crossread.reports.notes_annotation import ForOthers

LONGEST = 200  # characters of a title or a name


class SetForm(RoundByTab, QDialog):
    """A title and a name; nothing else of who made it stands in the file."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("A set for others"))
        self.setMinimumWidth(theme.current().scaled(420))
        self.title = self._field(_("Title"), title)
        self.author = self._field(_("Your name, as others may see it"), "")
        self.author.setPlaceholderText(_("May stay empty"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addWidget(labels.heading(_("A set for others")))
        column.addWidget(
            labels.body(
                _(
                    "All your highlights and notes on this pack, for others to lay over the texts and to "
                    "switch off. Nothing in the file tells who you are but the name that you give here."
                )
            )
        )
        column.addSpacing(8)
        for field in (self.title, self.author):
            label = labels.strong(field.accessibleName())
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(16)
        row = QHBoxLayout()
        self.cancel = plain(_("Not now"), self)
        self.cancel.clicked.connect(self.reject)
        self.write = primary(_("Choose where…"), self)
        self.write.setDefault(True)
        self.write.clicked.connect(self.accept)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.write)
        column.addLayout(row)
        self._column = column
        width = self.minimumWidth()
        self.resize(width, column.totalHeightForWidth(width))
        self.title.textChanged.connect(self._title_changed)
        self.title.selectAll()
        self.title.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as all the words take: by itself Qt makes no window higher than most of the screen."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        field.setMaxLength(LONGEST)
        return field

    def for_others(self) -> ForOthers:
        """Return what was typed."""
        return ForOthers(title=self.title.text().strip(), author=self.author.text().strip())

    def _title_changed(self, title: str) -> None:
        self.write.setEnabled(bool(title.strip()))
