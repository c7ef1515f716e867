"""A pane: one source's text to read, with its head and the line that says whose words these are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages import pane_words
from crossread.desktop.pages.pane_header import PaneHeader
from crossread.desktop.pages.pane_note import PaneNote
from crossread.desktop.pages.source_card import SourceCard
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.reading_marks import ReadingMark
from crossread.desktop.widgets.reading_view import ReadingView
from crossread.packs.pack import Source
from crossread.questions.passages import Selection, Which
from crossread.texts.text import Range, Text

if TYPE_CHECKING:
    from crossread.operations.opened import OpenPack


class Pane(QFrame):
    """One text beside others.

    `source_chosen`, `which_chosen`, `card_asked` and `add_asked` tell what the learner wants; the desk
    decides. `selected` gives a Selection, `moved` tells that the text was scrolled, `entered` that the
    focus came.
    """

    source_chosen = Signal(str)
    which_chosen = Signal(str)
    card_asked = Signal(str)
    add_asked = Signal(str)
    selected = Signal(object)
    link_asked = Signal(str)
    moved = Signal()
    entered = Signal()
    notice_acted = Signal()
    card_closed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.number = number
        self.source_id = ""
        self.which: Which = "digest"
        self._opened: OpenPack | None = None
        self.header = PaneHeader(self)
        self.note = PaneNote(self)
        self.view = ReadingView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        self._column = column
        self._card: QWidget | None = None
        self.header.source_chosen.connect(self.source_chosen)
        self.header.which_chosen.connect(self._which_asked)
        self.header.card_asked.connect(self._card_asked)
        self.note.add_asked.connect(self._add_asked)
        self.note.acted.connect(self.notice_acted)
        self.view.selection_made.connect(self._selection_made)
        self.view.link_asked.connect(self.link_asked)
        self.view.verticalScrollBar().valueChanged.connect(self.moved)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)

    @property
    def opened(self) -> "OpenPack":
        """The pack that is open; only after something was shown."""
        if self._opened is None:
            raise RuntimeError("nothing is shown yet")
        return self._opened

    @property
    def source(self) -> Source:
        """The source shown."""
        return self.opened.pack.source(self.source_id)

    @property
    def text(self) -> Text:
        """The text shown."""
        shown = self.opened.shown(self.source_id, self.which)
        return shown.text if shown else self.source.digest

    @property
    def key(self) -> str:
        """The name that the place in this text is remembered by."""
        return f"{self.source_id}/{self.which}"

    def show_text(self, opened: "OpenPack", source_id: str, which: Which, at: int = 0) -> None:
        """Show a text from a code point on; the digest where the original is not there."""
        self.close_card()
        self._opened = opened
        self.source_id = source_id
        self.which = which if opened.shown(source_id, which) else "digest"
        pack, source = opened.pack, self.source
        index = pack.sources.index(source)
        self.header.set_sources(pack.sources)
        self.header.show_source(source, index, self.which)
        self._show_note()
        name = _("{letter}, {title}, {which}").format(
            letter=source.letter,
            title=source.card.title,
            which=_("digest") if self.which == "digest" else _("original"),
        )
        self.view.set_text(self.text, name)
        self.view.go_to(at)

    def _show_note(self) -> None:
        attached = self.opened.originals.get(self.source_id)
        self.note.clear_notice()
        if self.which == "original" and attached:
            self.note.show_line(
                pane_words.original_line(attached),
                _("which?") if attached.missing else _("how do we know?"),
                pane_words.original_explained(attached),
                can_add=False,
            )
        else:
            self.note.show_line(
                pane_words.digest_line(),
                _("why?"),
                pane_words.digest_explained(attached is not None),
                can_add=attached is None and self.source.original is not None,
            )

    # The card

    def card_open(self) -> bool:
        """Tell whether the card is shown in place of the text."""
        return self._card is not None

    def open_card(self) -> None:
        """Show the source's card in place of the text."""
        self.close_card()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(16)
        back = plain(_("‹ Back to the text"), page)
        back.clicked.connect(self._back_to_text)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SourceCard(self.opened.pack, self.source, page), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self._card = area
        self._back = back
        self.view.hide()
        self.note.hide()
        self._column.addWidget(area, 1)
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_card(self) -> None:
        """Show the text again."""
        if self._card is None:
            return
        self._column.removeWidget(self._card)
        self._card.hide()
        self._card.deleteLater()
        self._card = None
        self.note.show()
        self.view.show()

    def _back_to_text(self) -> None:
        self.close_card()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card_closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the card by Escape."""
        if event.key() == Qt.Key.Key_Escape and self.card_open():
            self._back_to_text()
        else:
            super().keyPressEvent(event)

    def focus_target(self) -> QWidget:
        """Return what takes the focus: the text, or the way back from the card."""
        return self.view if self._card is None else self._back

    def is_laid_out(self) -> bool:
        """Tell whether the text has its size, so that its place means something."""
        return self.view.isVisible() and self.view.viewport().width() > 1

    def set_takes_passages(self, takes: bool) -> None:
        """Offer to use a selection as evidence, or not."""
        self.view.set_takes_passages(takes)

    def set_marks(self, marks: Sequence[ReadingMark]) -> None:
        """Mark ranges of the text."""
        self.view.set_marks(list(marks))

    def let_go(self) -> None:
        """Let go of what is selected or was shown; the caret stays."""
        if self.view.textCursor().hasSelection() or self.view.shown_range() is not None:
            press, plain_key = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(self.view, QKeyEvent(press, Qt.Key.Key_Escape, plain_key))

    def show_range(self, where: Range) -> None:
        """Scroll to a range."""
        self.view.show_range(where)

    def explain_missing_original(self) -> None:
        """Say that the original is not there, and how to add it."""
        self.header.switch.set_value(self.which)
        self.note.explain()
        self.note.show_notice(
            _("The author’s own text has not been added yet."),
            _("Add it…") if self.source.original else "",
        )

    def _which_asked(self, which: str) -> None:
        self.which_chosen.emit(which)

    def _card_asked(self) -> None:
        self.card_asked.emit(self.source_id)

    def _add_asked(self) -> None:
        self.add_asked.emit(self.source_id)

    def _selection_made(self, where: object) -> None:
        if isinstance(where, Range) and self._opened is not None:
            text = self.text
            self.selected.emit(
                Selection(
                    source=self.source_id,
                    which=self.which,
                    text_digest=text.digest,
                    start=where.start,
                    end=where.end,
                    quote=text.words(where),
                )
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the learner reads here now."""
        if watched is self.view and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif watched is self.view.viewport() and event.type() == QEvent.Type.Resize:
            self.note.set_margin(self.view.column()[0])
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("surface"))
