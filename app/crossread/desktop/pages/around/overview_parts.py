"""Parts of a pack's first page: its stages and its sources as lists."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.pages.around.stages import stage_done
from crossread.desktop.pages.library.pack_card import duration_words
from crossread.desktop.pages.small_link import SmallLink
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.painting.badge import Badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.tips import set_tip
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Pack, Stage
from crossread.packs.sources.source import Source
from crossread.progress.far import HowFar


class StageLine(QAbstractButton):
    """One stage: number or tick, title, and at the right how long and how far."""

    picked = Signal(str)

    def __init__(self, number: int, stage: Stage, told: str, *, done: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._stage, self._told, self._done = number, stage, told, done
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name = _("{title}, done. {told}") if done else _("{title}. {told}")
        self.setAccessibleName(name.format(title=stage.title, told=told))
        if number < 10:
            set_key_tip(self, stage.title, f"stage-{number}")
        else:
            set_tip(self, stage.title)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.picked.emit(self._stage.id)

    def sizeHint(self) -> QSize:
        """Ask for one line with air."""
        look = theme.current()
        return QSize(280, QFontMetrics(look.font("interface")).height() + look.scaled(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setPen(look.focus_pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        edge, sides = look.scaled(8), Sides.of(self)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font("interface"))
        painter.setPen(look.colour("right" if self._done else "muted"))
        painter.drawText(
            sides.rect(edge, 0, look.scaled(24), self.height()),
            middle,
            "✓" if self._done else str(self._number),
        )
        small = QFontMetrics(look.font("small"))
        told = small.horizontalAdvance(self._told) + 2
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        painter.drawText(sides.rect(self.width() - told - edge, 0, told, self.height()), middle, self._told)
        left = edge + look.scaled(24)
        room = self.width() - left - told - 2 * edge
        painter.setFont(look.font("interface"))
        painter.setPen(look.colour("ink"))
        words = QFontMetrics(look.font("interface")).elidedText(
            self._stage.title, Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(sides.rect(left, 0, room, self.height()), middle, words)


class StageLines(QWidget):
    """The stages in order; any may be opened. `chosen` gives a stage's id.

    `unchecked` says of a stage how many answers were given in it that were never checked.
    """

    chosen = Signal(str)

    def __init__(
        self,
        pack: Pack,
        state: InquiryState,
        far: HowFar,
        parent: QWidget,
        *,
        unchecked: Callable[[Stage], int],
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, stage in enumerate(pack.stages, 1):
            answered, required = far.by_stage.get(stage.id, (0, 0))
            parts = [duration_words(stage.minutes)] if stage.minutes else []
            if required:
                words = _("{answered} of {required} answered")
                parts.append(words.format(answered=answered, required=required))
            if given := unchecked(stage):
                parts.append(_("{count} not checked yet").format(count=given))
            line = StageLine(
                number, stage, " · ".join(parts), done=stage_done(pack, state, stage), parent=self
            )
            line.picked.connect(self.chosen)
            column.addWidget(line)


def meeting(pack: Pack) -> Stage | None:
    """Return the stage in which the sources are met, card by card; None where there is none."""
    return next((stage for stage in pack.stages if stage.kind == "meet"), None)


class SourceLines(QWidget):
    """The sources with who and when; each leads to its card and says whether its own text is added."""

    card_asked = Signal(str)
    add_asked = Signal(str)
    detach_asked = Signal(str)
    back_asked = Signal(str)

    def __init__(self, opened: OpenPack, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(16)
        for index, source in enumerate(opened.pack.sources):
            self._add_line(opened, source, index)

    def _add_line(self, opened: OpenPack, source: Source, index: int) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Badge(source.letter, index, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labels.strong(source.card.title))
        card = source.card
        about = [card.author, card.outlet, card.kind, date_in_words(card.published)]
        words.addWidget(labels.quiet(" · ".join(part for part in about if part)))
        if source.original or meeting(opened.pack):
            words.addLayout(self._ways(opened, source))
        row.addLayout(words, 1)
        self._column.addLayout(row)

    def _ways(self, opened: OpenPack, source: Source) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        attached = opened.originals.get(source.id)
        if meeting(opened.pack):
            row.addWidget(self._link(_("Card"), source, self._card))
        if attached:
            told = _("✓ own text added, {percent} % the same").format(percent=round(attached.share * 100))
            label = labels.quiet(told)
            label.setWordWrap(False)
            row.addWidget(label)
            row.addWidget(self._link(_("Put away"), source, self._detach))
        elif source.original:
            row.addWidget(self._link(_("Add its own text…"), source, self._add))
            if source.id in opened.put_away:
                row.addWidget(self._link(_("Put it back"), source, self._back))
        row.addStretch(1)
        return row

    def _link(self, words: str, source: Source, slot: object) -> QPushButton:
        button = SmallLink(words, self)
        button.setAccessibleName(f"{words} ({source.letter})")
        button.setProperty("source", source.id)
        button.clicked.connect(slot)
        return button

    def _card(self) -> None:
        button = self.sender()
        if button is not None:
            self.card_asked.emit(str(button.property("source")))

    def _add(self) -> None:
        button = self.sender()
        if button is not None:
            self.add_asked.emit(str(button.property("source")))

    def _back(self) -> None:
        button = self.sender()
        if button is not None:
            self.back_asked.emit(str(button.property("source")))

    def _detach(self) -> None:
        button = self.sender()
        if button is not None:
            self.detach_asked.emit(str(button.property("source")))
