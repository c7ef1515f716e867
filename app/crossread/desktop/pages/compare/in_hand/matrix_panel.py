"""Below the claim matrix: the cell in hand, or the whole of its claim as a strip."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.matrix.editor import CellEditor, CellShown
from crossread.desktop.answers.passages.quoting import Quoting, Tell
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.pages.compare.in_hand.claim_strip import ClaimStrip, StripShown
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, quiet_button
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.frames.stack import Stack
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.progress.claim_words import COULD_WORDS

CELL, CLAIM = "cell", "claim"
# Pixels at the default text size: the least height of what is below the buttons, and around it.
LINES = {CELL: 150, CLAIM: 220}


class MatrixPanel(Quoting):
    """`editor` fills the cell in hand, `strip` shows its claim; `turned` tells that the other is in view.

    `could_chosen` gives whether a silent source could have known, "" where that was taken back. `look_asked`
    wants the texts, `check_asked` the cell or, with the strip in view, its claim checked, `check_all_asked`
    every cell; `left` the table.
    """

    turned = Signal()
    could_chosen = Signal(str)
    look_asked = Signal()
    check_asked = Signal()
    check_all_asked = Signal()
    left = Signal()

    def __init__(self, letters: Letters, tell: Tell, parent: QWidget) -> None:
        super().__init__(tell, parent)
        self.setAccessibleName(_("What is in hand"))
        self.form = Segmented(
            ((CELL, _("This cell")), (CLAIM, _("The whole claim"))), self, look="joined", name=_("In hand")
        )
        self.form.set_value(CELL)
        self.form.chosen.connect(self._form_chosen)
        self.check_all = quiet_button(_("Check all"), self)
        self.check_all.setAccessibleName(_("Check all filled cells"))
        self.check_all.clicked.connect(self.check_all_asked)
        self.look = quiet_button(_("Look for it in the text"), self)
        self.look.clicked.connect(self.look_asked)
        self.check = plain("", self)
        set_key_tip(self.check, _("Hold it against the key of the pack’s authors"), "check")
        self.check.clicked.connect(self.check_asked)
        self._head = QWidget(self)
        row = FlowLayout(self._head, across=12, down=4)
        for widget in (self.form, self.check, self.look, self.check_all):
            row.addWidget(widget)
        self.editor = CellEditor(letters, self, keeps_height=False)
        self.editor.left.connect(self.left)
        self.could_title = labels.quiet(_("Searched, not found. Could it have known?"), self)
        self.could = Segmented(
            [(key, _(words)) for key, words in COULD_WORDS.items()],
            self,
            look="rings",
            name=_("Searched, not found. Could the source have known?"),
            clearable=True,
        )
        self.could.chosen.connect(self.could_chosen)
        self.told = labels.quiet("", self)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for below in (self.editor, self.could_title, self.could, self.told):
            column.addWidget(below)
        column.addStretch(1)
        self.strip = ClaimStrip(letters, self)
        self.strip.left.connect(self.left)
        self._pages = Stack(self)
        self._areas = {CELL: _scrolled(cell, self._pages), CLAIM: _scrolled(self.strip, self._pages)}
        for area in self._areas.values():
            self._pages.addWidget(area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._head)
        whole.addWidget(self._pages, 1)

    def sizeHint(self) -> QSize:
        """Return room for a cell; what there is more of is scrolled to."""
        now = theme.current()
        return QSize(now.scaled(480), max(now.scaled(240), self.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return room for its buttons, which wrap in the width that there is, and for some lines."""
        now, around = theme.current(), self.contentsMargins()
        wide = max(self.width() - around.left() - around.right(), self._head.minimumSizeHint().width())
        return QSize(now.scaled(160), self._head.heightForWidth(wide) + now.scaled(LINES[self.form.value()]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the buttons wrap otherwise: what parts it from the table has none."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @property
    def shows_claim(self) -> bool:
        """Whether the strip is in view."""
        return self.form.value() == CLAIM

    def turn(self, form: str) -> None:
        """Bring the cell or the strip into view."""
        self.form.set_value(form)
        self._pages.setCurrentWidget(self._areas[form])
        self.updateGeometry()
        self.turned.emit()

    def show_cell(self, cell: CellShown, *, silent: bool, could: str, told: str) -> None:
        """Show the cell in hand; `silent`: the learner found nothing, `could` is what they say to that."""
        self.editor.show_cell(cell)
        asks = silent and cell.usable
        self.could_title.setVisible(asks)
        self.could.setVisible(asks)
        self.could.set_value(could)
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def show_claim(self, what: StripShown) -> None:
        """Show the claim in hand."""
        self.strip.show_claim(what)

    def _form_chosen(self, form: str) -> None:
        self.turn(form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the table by Escape."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # As high as its lines are in this width, not as their least sizes add up to in a narrow one.
    inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    area.setWidget(inside)
    return area
