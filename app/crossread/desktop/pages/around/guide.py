"""The guide for teachers: the pack's own pages on how to teach with it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.desk.standing import Standing
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.panes.text_deeds import TEXT_DEEDS
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.place import Place
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.operations.opening.opened import OpenPack


class GuidePage(PackPage):
    """The guide, to be read; a pack without one says that it has none."""

    name = "guide"

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        self._back = plain(_("‹ Overview"), self)
        self._back.clicked.connect(self._to_overview)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(16)
        head.addWidget(self._back)
        head.addWidget(labels.title(_("For teachers")), 1)
        self.view = ReadingView(self)
        self.view.set_text(
            opened.pack.guide,
            _("Guide to {pack}").format(pack=opened.pack.title),
            language=opened.pack.language,
        )
        self.view.set_takes_passages(False)
        self.standing = Standing(around, self.view, self)
        self.standing.fill(opened, "", "")
        self._none = labels.muted(_("This pack has no guide for teachers."), self)
        self._none.setContentsMargins(24, 16, 24, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        there = bool(opened.pack.guide.blocks)
        self.view.setVisible(there)
        self._none.setVisible(not there)

    def _to_overview(self) -> None:
        self.asked.emit(Place("overview", self.opened.pack.id))

    def changed(self, _what: object) -> None:
        """Take on what the settings say."""
        self.standing.take_settings()

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the page's keys do."""
        return {action: partial(deed, self.view) for action, deed in TEXT_DEEDS.items()}

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self._back, self.view] if self.opened.pack.guide.blocks else [self._back]

    def enter(self) -> None:
        """Begin with the text."""
        self.parts()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
