"""A pane: one source's text to read, with its head and the line that says whose words these are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.around.source_notes import SourceNotes
from crossread.desktop.pages.panes import pane_words
from crossread.desktop.pages.panes.card_sheet import CardSheet
from crossread.desktop.pages.panes.contents import entries, entry_at
from crossread.desktop.pages.panes.contents_sheet import ContentsSheet
from crossread.desktop.pages.panes.pane_frame import PaneFrame
from crossread.desktop.widgets.layers.marks import ReadingMark
from crossread.packs.sources.source import Source
from crossread.questions.passages import DIGEST, ORIGINAL, Selection, Which
from crossread.texts.text import Range, Text

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.standing import Standing
    from crossread.operations.opening.opened import OpenPack


class Pane(PaneFrame):
    """One text beside others, with a size, a place and contents of its own.

    `source_chosen`, `which_chosen`, `card_asked`, `add_asked`, `menu_asked`, `back_asked`, `zoom_asked` and
    `contents_chosen` tell what the learner wants; the desk decides. `selected` gives a Selection, `dragged`
    one that the mouse let go of, `moved` tells that the text was scrolled, `caret_moved` that another place
    or passage is chosen in it, `entered` that the focus came.
    """

    source_chosen = Signal(str)
    which_chosen = Signal(str)
    card_asked = Signal(str)
    add_asked = Signal(str)
    selected = Signal(object)
    dragged = Signal(object)
    link_asked = Signal(str)
    moved = Signal()
    entered = Signal()
    notice_acted = Signal()
    contents_chosen = Signal(int)
    menu_asked = Signal()
    back_asked = Signal()
    zoom_asked = Signal(int)
    caret_moved = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.source_id = ""
        self.which: Which = DIGEST
        self._opened: OpenPack | None = None
        self.standing: Standing | None = None  # brings in what stands in a text beside its words
        self.header.source_chosen.connect(self.source_chosen)
        self.header.which_chosen.connect(self._which_asked)
        self.header.card_asked.connect(self._card_asked)
        self.header.menu_asked.connect(self.menu_asked)
        self.header.back_asked.connect(self.back_asked)
        self.note.add_asked.connect(self._add_asked)
        self.note.acted.connect(self.notice_acted)
        self.view.column_set.connect(self._set_note_margin)
        self.view.selection_made.connect(self._selection_made)
        self.view.selection_dragged.connect(self._selection_dragged)
        self.view.link_asked.connect(self.link_asked)
        self.view.zoom_asked.connect(self.zoom_asked)
        self.view.cursorPositionChanged.connect(self.caret_moved)
        self.view.selectionChanged.connect(self.caret_moved)
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

    def text_label(self) -> str:
        """Name the text shown: digest, original, or the edition that it is."""
        return pane_words.text_label(self.source, self.which)

    @property
    def key(self) -> str:
        """The name that the place in this text is remembered by."""
        return f"{self.source_id}/{self.which}"

    def show_text(self, opened: "OpenPack", source_id: str, which: Which, at: int = 0) -> None:
        """Show a text from a code point on; the digest where the original is not there."""
        self.close_sheet()
        self._opened = opened
        self.source_id = source_id
        self.which = which if opened.shown(source_id, which) else DIGEST
        pack, source = opened.pack, self.source
        index = pack.sources.index(source)
        self.header.set_sources(pack.sources)
        self.header.show_source(source, index, self.which, pane_words.texts_of(source))
        self._show_note()
        name = _("{letter}, {title}, {which}").format(
            letter=source.letter,
            title=source.card.title,
            which=self.text_label(),
        )
        covered = self.standing.covered(opened, source_id, self.which) if self.standing else ()
        self.view.set_text(self.text, name, covered, language=source.language or pack.language)
        if self.standing is not None:
            self.standing.fill(opened, source_id, self.which)
        self.view.go_to(at)

    def _show_note(self) -> None:
        attached = self.opened.originals.get(self.source_id)
        self.note.clear_notice()
        version = pane_words.version_of(self.source, self.which)
        if version is not None:
            about = version.about or pane_words.digest_explained(self.source, attached is not None)
            self.note.show_line(
                pane_words.version_line(version), _("what is different?"), about, can_add=False
            )
        elif self.which == ORIGINAL and attached:
            self.note.show_line(
                pane_words.original_line(attached),
                _("which?") if attached.missing else _("how do we know?"),
                pane_words.original_explained(attached),
                can_add=False,
            )
        else:
            self.note.show_line(
                pane_words.digest_line(self.source),
                pane_words.digest_question(self.source),
                pane_words.digest_explained(self.source, attached is not None),
                can_add=attached is None and self.source.original is not None,
            )

    # What may stand in place of the text

    def card_open(self) -> bool:
        """Tell whether the card is shown in place of the text."""
        return isinstance(self._sheet, CardSheet)

    def contents_open(self) -> bool:
        """Tell whether the contents are shown in place of the text."""
        return self._has_contents

    def open_card(self, notes: SourceNotes | None = None) -> None:
        """Show the source's card in place of the text, with the notes on it."""
        self.open_sheet(CardSheet(self.opened.pack, self.source, notes, self))

    def open_contents(self) -> None:
        """Show the contents of the text in its place, with the line that one is at."""
        name = _("Contents of {name}").format(name=self.view.accessibleName())
        found = entries(self.view.shown_text())
        sheet = ContentsSheet(_("Contents"), found, entry_at(found, self.view.place()), name, self)
        sheet.gone_to.connect(self.contents_chosen)
        self.open_sheet(sheet)
        self._has_contents = True

    # Where one is in the text

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

    def read_from(self, position: int, caret: int = -1) -> None:
        """Show the text from a code point on, with the caret there, or where it stood before."""
        self.close_sheet()
        self.view.read_from(position, caret)

    def explain_missing_original(self) -> None:
        """Say that the original is not there, and how to add it."""
        if self.source.own:
            self.note.show_notice(_("This is the text itself; there is no other text of it."))
            return
        self.header.switch.set_value(self.which)
        self.note.explain()
        self.note.show_notice(
            _("The author’s own text has not been added yet."),
            _("Add it…") if self.source.original and not self.note.offers_adding() else "",
        )

    def _which_asked(self, which: str) -> None:
        self.which_chosen.emit(which)

    def _card_asked(self) -> None:
        self.card_asked.emit(self.source_id)

    def _add_asked(self) -> None:
        self.add_asked.emit(self.source_id)

    def _selection_made(self, where: object) -> None:
        if isinstance(where, Range) and self._opened is not None:
            self.selected.emit(self._selection(where))

    def _selection_dragged(self, where: object) -> None:
        if isinstance(where, Range) and self._opened is not None:
            self.dragged.emit(self._selection(where))

    def _selection(self, where: Range) -> Selection:
        return Selection(
            source=self.source_id,
            which=self.which,
            text_digest=self.text.digest,
            start=where.start,
            end=where.end,
            quote=self.text.words(where),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the learner reads here now."""
        if watched is self.view and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif watched is self.view.viewport() and event.type() == QEvent.Type.Resize:
            self._set_note_margin()
        return super().eventFilter(watched, event)

    def _set_note_margin(self) -> None:
        """Begin the line above the text where the text begins."""
        self.note.set_margin(self.view.column()[0])
