"""The bar near a selection or a highlight: its four meanings, a note, and what else can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.pages.notes.meanings import ROLES, meaning_key, meaning_name
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import quiet_button, rename
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.layers.mark_sign import paint_sign, sign_size
from crossread.desktop.widgets.painting.painted import STEPS, Painted
from crossread.desktop.widgets.tips import set_tip
from crossread.inquiry.notes import MEANINGS, Meaning

GAP = 8  # pixels between the bar and the words that it is about
_PAD = 6  # around the words of a button, at the default text size


class MeaningButton(Painted, QPushButton):
    """One meaning: its sign and its name; checked where a highlight has it."""

    def __init__(self, meaning: Meaning, parent: QWidget) -> None:
        super().__init__(parent)
        self.meaning: Meaning = meaning
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(meaning_name(meaning))
        set_key_tip(self, meaning_name(meaning), f"highlight-{meaning}")
        self._brief = False
        self.hear_the_mouse()

    def set_brief(self, brief: bool) -> None:
        """Show the sign alone; the name is in the tip."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: the bar is told what became of the highlight."""

    def sizeHint(self) -> QSize:
        """Return room for the sign and the name."""
        now = theme.current()
        metrics, sign = QFontMetrics(now.font("interface")), sign_size(now)
        pad = now.scaled(_PAD)
        name = 0 if self._brief else metrics.horizontalAdvance(meaning_name(self.meaning)) + pad
        across = sign.width() + name + 2 * pad
        return QSize(across, max(sign.height(), metrics.height()) + 2 * pad)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign, the name, and a border where it is the one."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            line = now.colour("accent" if self.isChecked() else "control-line")
            painter.setPen(QPen(line, 2 if self.isChecked() else 1))
            painter.setBrush(now.colour("selected" if self.isChecked() else "hover"))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 5, 5)
        pad, sign = now.scaled(_PAD), sign_size(now)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = where.width() - pad - sign.width() if mirrored else pad
        top = round((where.height() - sign.height()) / 2)
        paint_sign(painter, QRectF(left, top, sign.width(), sign.height()), ROLES[self.meaning], now)
        painter.setFont(now.font("interface"))
        painter.setPen(now.colour("ink"))
        beside = sign.width() + 2 * pad
        room = where.adjusted(pad, 0, -beside, 0) if mirrored else where.adjusted(beside, 0, -pad, 0)
        if not self._brief:
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), meaning_name(self.meaning))
        if self.shows_focus():
            self.paint_focus(painter, where, 5)


class HighlightBar(QFrame):
    """A quiet bar over a text, beside the words that it is about; it never takes the focus by itself.

    `chosen` gives the meaning asked for; `note_asked`, `copy_asked`, `evidence_asked` and `removed` tell what
    else is wanted. `left` tells that Escape was pressed in it. Arrow keys go through its buttons.
    """

    chosen = Signal(str)
    note_asked = Signal()
    copy_asked = Signal()
    evidence_asked = Signal()
    removed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Highlight"))
        self.setProperty("overlay", True)
        self.setAutoFillBackground(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.meanings = tuple(MeaningButton(meaning, self) for meaning in MEANINGS)
        self.note = quiet_button("", self)
        self.copy = quiet_button(_("Copy"), self)
        self.evidence = quiet_button(_("Use as evidence"), self)
        self.remove = quiet_button(_("Remove"), self)
        self.whose = labels.quiet("", self)
        self.whose.hide()
        above, below = QWidget(self), QWidget(self)
        self._rows = (FlowLayout(above, across=2, down=2), FlowLayout(below, across=0, down=2))
        for button in self.meanings:
            button.clicked.connect(self._choose)
            self._rows[0].addWidget(button)
        others: Sequence[QPushButton] = (self.note, self.evidence, self.copy, self.remove)
        for other, signal in zip(
            others, (self.note_asked, self.evidence_asked, self.copy_asked, self.removed), strict=True
        ):
            other.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            other.clicked.connect(signal)
            self._rows[1].addWidget(other)
        set_tip(self.evidence, _("Enter"))
        self._keys = labels.quiet("", below)
        self._keys.setWordWrap(False)
        self._below = below
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(2)
        column.addWidget(self.whose)
        column.addWidget(above)
        column.addWidget(below)
        self.hide()

    # What it offers

    def offer(self, meaning: str, *, noted: bool, evidence: bool, removable: bool, whose: str = "") -> None:
        """Say what the words have: a meaning or "", a note; whether they can be evidence, or be let go.

        `whose` names the set of someone else's that highlights them.
        """
        for button in self.meanings:
            button.setChecked(button.meaning == meaning)
            told = _("on; again takes it off") if button.meaning == meaning else ""
            button.setAccessibleDescription(", ".join(filter(None, (meaning_key(button.meaning), told))))
        self._keys.setText(_keys_told())
        rename(self.note, _("Note") if noted else _("Note…"))
        self.note.setAccessibleName(_("Open the note") if noted else _("Write a note"))
        set_key_tip(self.note, self.note.accessibleName(), "note")
        self.evidence.setVisible(evidence)
        self.remove.setVisible(removable)
        self.whose.setText(_("Highlighted in “{title}”").format(title=whose) if whose else "")
        self.whose.setVisible(bool(whose))

    def place(self, near: Sequence[QRect], within: QRect) -> None:
        """Stand below the words, else above them; where they leave no room, over as few of them as can be.

        `near` are the rectangles of their lines and `within` is what is in view, both in the parent's pixels.
        """
        width = height = 0
        for brief in (False, True):  # the names of the meanings stand back where there is no height for them
            for button in self.meanings:
                button.set_brief(brief)
            width = min(self._width(), max(1, within.width() - 2 * GAP))
            height = self._height(width)
            if height <= within.height():
                break
        first, last = near[0], near[-1]
        foot = within.bottom() - GAP - height
        tops = [last.bottom() + GAP, first.top() - GAP - height, foot, within.top()]
        able = [top for top in tops if within.top() <= top <= foot + GAP] or [within.top()]
        top = min(able, key=lambda one: _covered(one, one + height, near))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = first.right() - width if mirrored else first.left()
        left = min(max(left, within.left() + GAP), within.right() - GAP - width)
        self.setGeometry(left, max(within.top(), top), width, height)
        self._put_keys()

    def _put_keys(self) -> None:
        """Name the keys of the meanings at the end of the lower row, where there is room for it."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        row, keys = self._below.geometry(), self._keys.sizeHint()
        free = row.width() - self._rows[1].sizeHint().width()
        self._keys.setVisible(bool(self._keys.text()) and free >= keys.width() + 3 * GAP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = GAP if mirrored else row.width() - GAP - keys.width()
        self._keys.setGeometry(QRect(QPoint(left, (row.height() - keys.height()) // 2), keys))

    def _width(self) -> int:
        return max(row.sizeHint().width() for row in self._rows) + 12

    def _height(self, width: int) -> int:
        inner = width - 12
        named = 0 if self.whose.isHidden() else self.whose.heightForWidth(inner) + 2
        return sum(row.heightForWidth(inner) for row in self._rows) + named + 12 + 2

    # Keys

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that are to be seen, in order."""
        all_: list[QPushButton] = [*self.meanings, self.note, self.evidence, self.copy, self.remove]
        return [button for button in all_ if not button.isHidden()]

    def enter(self) -> None:
        """Take the focus, because the learner asked for it."""
        buttons = self.buttons()
        chosen = next((one for one in buttons if one.isChecked()), buttons[0])
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the buttons by arrow keys, press by Enter, leave by Escape."""
        buttons = self.buttons()
        at = next((number for number, one in enumerate(buttons) if one.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif at is not None and event.key() in STEPS:
            to = (at + STEPS[Qt.Key(event.key())]) % len(buttons)
            buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[at].click()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, MeaningButton):
            self.chosen.emit(button.meaning)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a surface with a border: it lies over a text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().colour("control-line"), 1))
        painter.setBrush(theme.current().colour("ground"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _keys_told() -> str:
    """Name the keys of the meanings where they are the usual row; each button tells its own in any case."""
    keys = [meaning_key(meaning) for meaning in MEANINGS]
    if keys != [f"{keys[0][:-1]}{number}" for number in range(1, len(keys) + 1)]:
        return ""
    return _("{first} … {last}").format(first=keys[0], last=keys[-1][-1])


def _covered(top: int, bottom: int, lines: Sequence[QRect]) -> int:
    """Return how many pixels of lines, from top to bottom, a strip lies over."""
    return sum(max(0, min(bottom, line.bottom()) - max(top, line.top())) for line in lines)
