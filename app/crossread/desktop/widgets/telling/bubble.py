"""A bubble: a few words on something in a text, beside it and never over it, by mouse or by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.painting.badge import Badge

WIDEST = 380  # pixels at the default text size
_MODIFIERS = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
)
_GAP, _EDGE, _PAD = 6, 8, 16  # pixels: to the words, to the window's edge, inside


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What one source says: its letter, its place among the sources from 0, and words, "" for none."""

    letter: str
    index: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a bubble says.

    `kind` stands small above the title, `sources` below the words, under `about_sources`; `hint` tells keys.
    `action` is the label of a button, "" for none.
    """

    title: str = ""
    kind: str = ""
    words: str = ""
    about_sources: str = ""
    sources: tuple[SourceWords, ...] = ()
    hint: str = ""
    action: str = ""

    def told(self) -> str:
        """Return all of it for a screen reader."""
        listed = [
            ": ".join(filter(None, (_("Source {letter}").format(letter=one.letter), one.words)))
            for one in self.sources
        ]
        lines = (self.kind, self.title, self.words, self.about_sources, *listed, self.hint)
        return ". ".join(line.rstrip(".: ") for line in lines if line)


class Bubble(QFrame):
    """One bubble of a view, made once; a child of the window, so that it never leaves it.

    `closed` comes when it goes away, `acted` with its button. With the focus in it Escape closes it, and the
    focus returns to the view, whose caret was never moved; Tab leaves it too.
    """

    closed = Signal()
    acted = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view.window())
        self._view = view
        self._words: list[QRect] = []
        self.setProperty("overlay", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2, 2, 2, 2)
        whole.addWidget(self._area)
        self.explanation = Explanation()
        self._button: QWidget | None = None
        self.hide()
        view.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # Opening and closing

    def open(self, explanation: Explanation, words: Sequence[QRect], *, focus: bool) -> None:
        """Show an explanation beside words: their rectangles, in pixels of the screen.

        With `focus` it takes the focus; without, it is announced and the focus stays.
        """
        if self.parentWidget() is not self._view.window():
            self.setParent(self._view.window())
        self.explanation = explanation
        self._words = list(words)
        self._fill()
        self.setAccessibleName(explanation.told())
        self.setLayoutDirection(self._view.layoutDirection())
        self._place()
        self.show()
        self.raise_()
        if focus:  # its name is said as the focus comes to it
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.update()
        else:
            announce(self._view, explanation.told())

    def dismiss(self) -> None:
        """Go away; the focus, if it is in here, returns to where it came from."""
        if self.isHidden():
            return
        had_focus = self.holds_focus()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def holds_focus(self) -> bool:
        """Tell whether the focus is in the bubble."""
        focus = QApplication.focusWidget()
        return focus is self or (focus is not None and self.isAncestorOf(focus))

    # What it holds

    def _fill(self) -> None:
        told, look = self.explanation, theme.current()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(_PAD, _PAD - 4, _PAD, _PAD - 4)
        column.setSpacing(6)
        if told.kind:
            column.addWidget(labels.quiet(told.kind, inside))
        if told.title:
            column.addWidget(labels.heading(told.title, inside))
        if told.words:
            column.addWidget(labels.serif(told.words, inside))
        if told.sources:
            column.addSpacing(4)
            if told.about_sources:
                column.addWidget(labels.quiet(told.about_sources, inside))
            self._add_sources(column, inside)
        self._button = None
        if told.action:
            button = link_button(told.action, inside)
            button.clicked.connect(self.acted)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self._button = button
        if told.hint:
            column.addWidget(labels.quiet(told.hint, inside))
        old = self._area.takeWidget()
        if old is not None:
            old.deleteLater()
        self._area.setWidget(inside)
        width = min(look.scaled(WIDEST), self._view.window().width() - 2 * _EDGE)
        height = (
            column.totalHeightForWidth(width - 4)
            if column.hasHeightForWidth()
            else column.sizeHint().height()
        )
        self.resize(width, height + 4)

    def _add_sources(self, column: QVBoxLayout, inside: QWidget) -> None:
        """Put badges in one row, or a row for each source where they have words of their own."""
        sources = self.explanation.sources
        if not any(one.words for one in sources):
            row = QHBoxLayout()
            row.setSpacing(6)
            for one in sources:
                row.addWidget(Badge(one.letter, one.index, inside, side=20))
            row.addStretch(1)
            column.addLayout(row)
            return
        for one in sources:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Badge(one.letter, one.index, inside, side=20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(labels.body(one.words, inside), 1)
            column.addLayout(row)

    # Where it stands

    def _place(self) -> None:
        """Stand below the words, else above them, within the window; as high as there is room."""
        around = self._view.window()
        words = [QRect(around.mapFromGlobal(rect.topLeft()), rect.size()) for rect in self._words]
        first = words[0] if words else QRect(around.rect().center(), around.rect().center())
        last = words[-1] if words else first
        below = around.height() - _EDGE - (last.bottom() + _GAP)
        above = first.top() - _GAP - _EDGE
        goes_below = below >= self.height() or below >= above
        height = min(self.height(), max(below if goes_below else above, 40))
        top = last.bottom() + _GAP if goes_below else first.top() - _GAP - height
        anchor = last if goes_below else first
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = anchor.right() - self.width() + _PAD if mirrored else anchor.left() - _PAD
        left = max(_EDGE, min(left, around.width() - _EDGE - self.width()))
        self.setGeometry(left, top, self.width(), height)

    # Keys, focus, painting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape; scroll a long explanation."""
        bar = self._area.verticalScrollBar()
        actions = {
            Qt.Key.Key_Up: bar.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_Down: bar.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_PageUp: bar.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: bar.SliderAction.SliderPageStepAdd,
        }
        action = actions.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif action is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            bar.triggerAction(action)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  (Qt calls it)
        """Go to the button and back by Tab; beyond, leave the bubble for the text."""
        if self._button is not None and following is not self._button.hasFocus():
            (self._button if following else self).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        self.dismiss()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of the focus away."""
        self.update()
        super().focusOutEvent(event)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Go away when the focus goes on elsewhere."""
        if self.isVisible() and new is not None and new is not self._view and not self.holds_focus():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go away with the view, and with the next key pressed in it; Escape does no more than that."""
        if watched is self._view and self.isVisible():
            kind = event.type()
            if kind in (QEvent.Type.Hide, QEvent.Type.Resize):
                self.dismiss()
            elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() in _MODIFIERS:
                    return False
                self.dismiss()
                return event.key() == Qt.Key.Key_Escape
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface and its border, wider with the focus."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(look.colour("focus" if focused else "control-line"), look.ring if focused else 1))
        painter.setBrush(look.colour("surface"))
        half = (look.ring if focused else 1) / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 8, 8)

    def covers(self, point: QPoint) -> bool:
        """Tell whether a point of the screen lies in the bubble."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(point))
