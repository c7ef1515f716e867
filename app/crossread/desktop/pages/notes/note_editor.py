"""Where a note is written: its passages, its words, its tags and the claim that it is on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_description, set_key_tip
from crossread.desktop.pages.notes.note_in_work import NoteInWork
from crossread.desktop.pages.notes.note_text import NoteText
from crossread.desktop.pages.notes.noted_passages import NotedPassages
from crossread.desktop.pages.notes.tag_field import TagField
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, quiet_button
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.desktop.widgets.pressing.elided_button import ElidedButton
from crossread.inquiry.notes import NotedPassage
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Piece

_NO_CLAIM = "-"


class NoteEditor(QWidget):
    """Writes the note in work; what is typed is kept with each letter.

    `closed` asks for the list of all notes, `done` says that the note is written, `shown` gives a Piece to
    show in the texts, `add_asked` asks for the selection in the texts as one more passage, `remove_asked` for
    the note to be taken away. `refused` gives a sentence on what could not be kept.
    """

    closed = Signal()
    done = Signal()
    shown = Signal(object)
    add_asked = Signal()
    remove_asked = Signal()
    refused = Signal(str)

    def __init__(self, work: NoteInWork, parent: QWidget) -> None:
        super().__init__(parent)
        self.work = work
        self.back = link_button(_("‹ All notes"), self)
        self.back.clicked.connect(self.closed)
        self.passages = NotedPassages(self)
        self.passages.shown.connect(self.shown)
        self.passages.removed.connect(self._take_out)
        self.add = quiet_button(_("Add the passage selected in a text"), self)
        set_key_description(self.add, "note-join")
        set_key_tip(self.add, _("Also one in another source"), "note-join")
        self.add.clicked.connect(self.add_asked)
        self.text = NoteText(self)
        self.text.edited.connect(self._typed)
        self.text.paused.connect(self._pause)
        self.text.left.connect(self.keep)
        self.text.too_long.connect(self.refused)
        self.tags = TagField(self)
        self.tags.changed.connect(self._tagged)
        self.claim = ElidedButton(self, look="plain")
        self.claim.clicked.connect(self._choose_claim)
        self.claim_label = labels.quiet(_("On a claim"), self)
        self.remove = quiet_button(_("Remove the note"), self)
        self.remove.clicked.connect(self.remove_asked)
        self._claims: tuple[tuple[str, str], ...] = ()
        inside = QWidget()
        column = QVBoxLayout(inside)
        set_margins(column, 20, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.passages)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.text)
        column.addWidget(labels.quiet(_("Tags"), self))
        column.addWidget(self.tags)
        column.addWidget(self.claim_label)
        column.addWidget(self.claim)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.setFocusProxy(self.text)

    def fill(self, pieces: Sequence[Piece], tags: Sequence[str], pack: Pack) -> None:
        """Show the note in work; `tags` are those in use on other notes."""
        note = self.work.note
        if note is None:
            return
        held = self.passages.isAncestorOf(QApplication.focusWidget() or self)
        self.passages.fill(pieces)
        if held and not self.passages.isAncestorOf(QApplication.focusWidget() or self):
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.show_text(note.text)
        self.tags.fill(note.tags, tags)
        self._claims = tuple((claim.id, claim.claim) for claim in pack.claims)
        self.claim_label.setVisible(bool(self._claims))
        self.claim.setVisible(bool(self._claims))
        self._name_claim()

    def focus(self) -> None:
        """Put the focus into the words."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Put the note as it is among the others."""
        self._put(goes_on=False)

    def _pause(self) -> None:
        self._put(goes_on=True)

    def _put(self, *, goes_on: bool) -> None:
        try:
            self.work.keep(goes_on=goes_on)
        except Expected as error:
            self.refused.emit(error.message)

    def _typed(self) -> None:
        self.work.change(text=self.text.text())

    def _tagged(self) -> None:
        self.work.change(tags=self.tags.tags())
        self.keep()

    def _take_out(self, passage: object) -> None:
        if isinstance(passage, NotedPassage) and self.work.note is not None:
            left = tuple(one for one in self.work.note.passages if one != passage)
            self.work.change(passages=left)
            self.keep()

    # The claim

    def _name_claim(self) -> None:
        chosen = self.work.note.claim if self.work.note else ""
        words = next((words for claim, words in self._claims if claim == chosen), _("No claim"))
        self.claim.set_whole(words, "  ▾")
        self.claim.setAccessibleName(_("On the claim: {claim}").format(claim=words))

    def _choose_claim(self) -> None:
        menu = ListMenu(_("Claims"), self)
        chosen = self.work.note.claim if self.work.note else ""
        menu.add([(_NO_CLAIM, _("No claim")), *self._claims], chosen or _NO_CLAIM)
        menu.picked.connect(self._claim_chosen)
        menu.open_below(self.claim)

    def _claim_chosen(self, claim: str) -> None:
        self.work.change(claim="" if claim == _NO_CLAIM else claim)
        self._name_claim()
        self.keep()

    def event(self, event: QEvent) -> bool:
        """Have Ctrl+Enter before the questions do, where it leads to the next one."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_done(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be done by Escape or Ctrl+Enter."""
        if event.key() == Qt.Key.Key_Escape or _is_done(event):
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _is_done(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(control) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
