"""Highlighting in one pane: the bar that comes near a selection or a highlight, and the menu's part in it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from crossread.base.translation import _
from crossread.desktop.keys import BY_ID
from crossread.desktop.pages.notes.highlight_bar import HighlightBar
from crossread.desktop.pages.notes.highlights import Highlights, Target
from crossread.desktop.theme import theme
from crossread.desktop.theme.out_of_sight import fetch, put_away
from crossread.inquiry.notes import MEANINGS
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.pages.panes.pane import Pane

SETTLED_MS = 250  # a pause in selecting after which the bar comes
CLICK = 4  # pixels that the mouse may move in a click
_WATCHED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.FocusOut,
        QEvent.Type.Resize,
        QEvent.Type.StyleChange,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
    }
)


class PaneHighlighting(QObject):
    """Watches one pane; `takes` tells whether the question in view takes what is marked as evidence.

    `chosen` gives a Target and a meaning, `note_asked` a Target, `removed` the id of a highlight;
    `evidence_asked` wants the selection as evidence.
    """

    chosen = Signal(object, str)
    note_asked = Signal(object)
    removed = Signal(str)
    evidence_asked = Signal()

    def __init__(self, pane: "Pane", highlights: Highlights, takes: Callable[[], bool]) -> None:
        super().__init__(pane)
        self.pane, self.view = pane, pane.view
        self._highlights, self._takes = highlights, takes
        self._about: Target | None = None
        self._selecting = False  # whether the bar is about the selection, and goes with it
        self._pressed: QPoint | None = None
        self._bar: HighlightBar | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_MS)
        self._settle.timeout.connect(self._settled)
        self._later = QTimer(self)  # once the focus has come to where it goes
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look_for_focus)
        self.view.selectionChanged.connect(self._settle.start)
        self.view.verticalScrollBar().valueChanged.connect(self._place)
        theme.changes().text_set.connect(self._place)
        self.view.menu_made.connect(self._add_to_menu)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)

    # What it is about

    def target(self) -> Target | None:
        """Return the selection, else the highlight or noted passage at the caret, else the sentence there."""
        if not self.pane.source_id:
            return None
        selected = self.view.selected_range()
        if selected is not None:
            return self._target(selected)
        known = self._known_at(self.view.caret())
        if known is not None:
            return known
        sentence = self.view.chosen_range()
        return self._target(sentence) if sentence is not None else None

    def _target(self, where: Range) -> Target:
        return Target(self.pane.source_id, self.pane.which, where)

    def _known_at(self, position: int) -> Target | None:
        """Return the highlight or the noted passage at a place, whichever is shorter."""
        pane, where = self.pane, Range(position, position)
        found = [
            one.range
            for one in (
                self._highlights.at(pane.source_id, pane.which, where),
                self._highlights.note_at(pane.source_id, pane.which, where),
            )
            if one is not None
        ]
        return self._target(min(found, key=lambda one: one.end - one.start)) if found else None

    # The bar

    @property
    def bar(self) -> HighlightBar:
        """The bar, made when it is first wanted: most texts are opened without anything selected in them."""
        if self._bar is None:
            self._bar = made = HighlightBar(self.view)
            put_away(made)
            made.chosen.connect(self._choose)
            made.note_asked.connect(self._ask_note)
            made.copy_asked.connect(self._copy)
            made.evidence_asked.connect(self._use_as_evidence)
            made.removed.connect(self._remove)
            made.left.connect(self._leave_bar)
        return self._bar

    def _in_bar(self, widget: QWidget | None) -> bool:
        """Tell whether a widget stands in the bar."""
        return self._bar is not None and widget is not None and self._bar.isAncestorOf(widget)

    def show_bar(self, target: Target) -> None:
        """Show the bar near some words, with what they have."""
        self._about = target
        mine = self._highlights.own_on(target)
        other = self._highlights.at(target.source, target.which, target.range) if mine is None else None
        whose = ""
        if other is not None and other.highlight.layer and other.range == target.range:
            whose = self._highlights.layer_title(other.highlight.layer)
        self._selecting = self.view.selected_range() is not None
        fetch(self.bar)
        self.bar.offer(
            mine.meaning if mine else "",
            noted=self._highlights.own_note_on(target) is not None,
            evidence=self._selecting and self._takes(),
            removable=mine is not None,
            whose=whose,
        )
        self.bar.show()
        self.bar.raise_()
        self._place()

    def hide_bar(self) -> None:
        """Take the bar away; where the focus is in it, it goes back to the text."""
        self._about = None
        if self._bar is None:
            return
        if self._in_bar(QApplication.focusWidget()):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.hide()
        put_away(self._bar)

    def _place(self) -> None:
        if self._about is None or self._bar is None or self.view.is_loose():
            return
        viewport = self.view.viewport()
        rects = [rect for rect in self.view.rects_of(self._about.range) if rect.intersects(viewport.rect())]
        self._bar.setVisible(bool(rects))
        if rects:
            corner = viewport.pos()
            self._bar.place([rect.translated(corner) for rect in rects], viewport.geometry())

    def _settled(self) -> None:
        """Show the bar for a selection that stays, and take it away with one that is gone."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._settle.start()
            return
        selected = self.view.selected_range()
        if selected is not None and self.view.hasFocus() and not self.view.is_veiled(selected):
            self.show_bar(self._target(selected))
        elif selected is None and self._selecting and not self._in_bar(QApplication.focusWidget()):
            self.hide_bar()

    def _look_for_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.view and not self._in_bar(focus):
            self.hide_bar()

    def _leave_bar(self) -> None:
        self.hide_bar()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is asked for in it

    def _choose(self, meaning: str) -> None:
        about = self._about
        self.let_go()
        if about is not None:
            self.chosen.emit(about, meaning)

    def _ask_note(self) -> None:
        about = self._about
        self.let_go()
        if about is not None:
            self.note_asked.emit(about)

    def _copy(self) -> None:
        if self.view.textCursor().hasSelection():
            self.view.copy()
        elif self._about is not None:
            QGuiApplication.clipboard().setText(self.view.words(self._about.range))
        self.hide_bar()

    def _use_as_evidence(self) -> None:
        self.hide_bar()
        self.evidence_asked.emit()

    def _remove(self) -> None:
        mine = self._highlights.own_on(self._about) if self._about else None
        self.let_go()
        if mine is not None:
            self.removed.emit(mine.id)

    def let_go(self) -> None:
        """Take the bar away and let the selection go; the caret stays at its end."""
        self.hide_bar()
        cursor = self.view.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.view.setTextCursor(cursor)

    # Keys, mouse and menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the bar by Enter or a click on a highlight, close it by Escape, keep it in its place."""
        kind = event.type()
        if kind not in _WATCHED:  # others come also while the text is being taken apart
            return False
        if watched is self.view and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self.view and kind == QEvent.Type.FocusOut:
            self._later.start()
        elif kind in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._place()
        elif watched is not self.view and isinstance(event, QMouseEvent):
            self._mouse(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self._bar is not None and self._bar.isVisible():
            self.hide_bar()
            return not self.view.textCursor().hasSelection()  # else the text lets its selection go as well
        if not plain or not enter or self.view.textCursor().charFormat().isAnchor():
            return False
        selected = self.view.selected_range()
        if selected is not None and not self._takes() and not self.view.is_veiled(selected):
            self.show_bar(self._target(selected))
            self.bar.enter()
            return True
        caret = self.view.caret()
        known = self._known_at(caret) if selected is None else None
        if known is None or self.view.is_veiled(Range(caret, caret)):
            return False
        self.show_bar(known)
        self.bar.enter()
        return True

    def _mouse(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = at if event.button() == Qt.MouseButton.LeftButton else None
            if event.button() == Qt.MouseButton.RightButton and not self.view.textCursor().hasSelection():
                self._put_caret(at)  # so that the menu is about what was pointed at
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            still = (at - self._pressed).manhattanLength() <= CLICK
            self._pressed = None
            if still and not event.modifiers() and not self.view.anchorAt(at):
                self._clicked(at)

    def _put_caret(self, at: QPoint) -> None:
        cursor: QTextCursor = self.view.cursorForPosition(at)
        self.view.setTextCursor(cursor)

    def _clicked(self, at: QPoint) -> None:
        position = self.view.position_at(at)
        known = self._known_at(position) if position is not None else None
        if known is None or position is None or self.view.is_veiled(Range(position, position)):
            self.hide_bar()
        else:
            self.show_bar(known)

    def _add_to_menu(self, menu: QMenu) -> None:
        target = self.target()
        if target is None or self.view.is_veiled(target.range):
            return
        mine = self._highlights.own_on(target)
        menu.addSeparator()
        for meaning in MEANINGS:
            action = self._action(menu, _(BY_ID[f"highlight-{meaning}"].label), f"meaning/{meaning}")
            action.setCheckable(True)
            action.setChecked(mine is not None and mine.meaning == meaning)
        noted = self._highlights.own_note_on(target) is not None
        self._action(menu, _("Open the note") if noted else _("Write a note"), "note")
        if mine is not None:
            self._action(menu, _("Remove the highlight"), "remove")
        self._about = target

    def _action(self, menu: QMenu, words: str, deed: str) -> QAction:
        action = QAction(words, menu)
        action.setData(deed)
        action.triggered.connect(self._picked)
        menu.addAction(action)
        return action

    def _picked(self) -> None:
        action = self.sender()
        deed = str(action.data()) if isinstance(action, QAction) else ""
        if deed == "note":
            self._ask_note()
        elif deed == "remove":
            self._remove()
        elif deed.startswith("meaning/"):
            self._choose(deed.removeprefix("meaning/"))
