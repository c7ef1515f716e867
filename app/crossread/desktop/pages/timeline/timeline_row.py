"""One moment on the timeline: its date, its place on the axis, what it was, and who says so."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.timeline.timeline_words import how_far_apart, moment_in_words, who_says
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.desktop.widgets.pressing.source_button import SourceButton
from crossread.packs.pack import Pack
from crossread.packs.sources.chronology import Row
from crossread.packs.sources.known_from import known_from
from crossread.packs.sources.source import Source

DATE = 132  # pixels at the default text size
AXIS = 44
DOT = 5
BADGE = 28


class Axis(QWidget):
    """The piece of the line beside a row, with a dot for what happened, a badge for what was written."""

    def __init__(self, row: Row, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._index = row, index
        self.first = self.last = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the width of the axis."""
        return QSize(theme.current().scaled(AXIS), 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line from the row before to the one after, broken where years lie between."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, top = self.width() / 2, look.scaled(20)
        painter.setPen(QPen(look.colour("control-line"), 1.5))
        if not self.first:
            if self._row.years_since > 0:
                broken = QPen(look.colour("control-line"), 1.5)
                broken.setDashPattern([2, 3])
                painter.setPen(broken)
            painter.drawLine(QPointF(x, 0), QPointF(x, top))
            painter.setPen(QPen(look.colour("control-line"), 1.5))
        if not self.last:
            painter.drawLine(QPointF(x, top), QPointF(x, self.height()))
        if self._row.source is not None:
            side = look.scaled(BADGE)
            where = QRectF(x - side / 2, top - side / 2, side, side)
            paint_badge(painter, where, self._row.source.letter, self._index, look)
        else:
            painter.setPen(QPen(look.colour("surface"), 2))
            painter.setBrush(look.colour("ink"))
            painter.drawEllipse(QPointF(x, top), look.scaled(DOT), look.scaled(DOT))


class TimelineRow(QWidget):
    """One row. `source_asked` gives a source whose passage is to be shown; `entered`: the focus came."""

    source_asked = Signal(str)
    entered = Signal()

    def __init__(self, pack: Pack, row: Row, shown: Sequence[str], parent: QWidget | None = None) -> None:
        """`shown` are the sources of which a passage on this can be shown."""
        super().__init__(parent)
        self.row = row
        self._shown = tuple(shown)
        self.setAccessibleName(moment_in_words(pack, row))
        self._date = labels.strong(date_in_words(row.written))
        self._date.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        index = pack.sources.index(row.source) if row.source else 0
        self.axis = Axis(row, index, self)
        self._buttons: list[QWidget] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(8, theme.current().scaled(9), 8, 4)
        left.addWidget(self._date)
        if row.years_since > 0:
            apart = labels.quiet(how_far_apart(row.years_since, roughly=row.roughly))
            apart.setAlignment(Qt.AlignmentFlag.AlignRight)
            left.addWidget(apart)
        left.addStretch(1)
        self._left = QWidget(self)
        self._left.setLayout(left)
        line.addWidget(self._left)
        line.addWidget(self.axis)
        right = QVBoxLayout()
        set_margins(right, 8, theme.current().scaled(9), 16, theme.current().scaled(14))
        right.setSpacing(4)
        self._fill(pack, row, right)
        right.addStretch(1)
        line.addLayout(right, 1)
        self._restyle()
        self.setMouseTracking(True)

    def _fill(self, pack: Pack, row: Row, column: QVBoxLayout) -> None:
        if row.source is not None:
            column.addWidget(labels.heading(_("“{title}” is written").format(title=row.source.card.title)))
            where = [row.source.card.author, row.source.card.outlet]
            if row.version is not None:
                where = [row.version.label, row.version.about]
            told = " · ".join(part for part in where if part)
            if told:
                column.addWidget(labels.muted(told))
            read = link_button(_("Read it"), self)
            read.setAccessibleName(_("Read {source}").format(source=row.source.card.title))
            read.clicked.connect(self._ask_written)
            self._buttons.append(read)
            column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        elif row.entry is not None:
            column.addWidget(labels.body(row.entry.what))
            self._add_sources(pack, column)
            known = known_from(pack, row.entry.refs, works_only=True)
            if known:
                column.addWidget(labels.quiet(_("Known from: {works}").format(works=known)))

    def _add_sources(self, pack: Pack, column: QVBoxLayout) -> None:
        if self.row.entry is None:
            return
        saying = who_says(pack, self.row.entry)
        if not saying:
            column.addWidget(labels.quiet(_("None of the sources says this.")))
            return
        holder = QWidget(self)
        flow = FlowLayout(holder, across=6)
        for source in saying:
            button = SourceButton(source.letter, pack.sources.index(source), holder)
            self._name(button, source)
            button.source_asked.connect(self.source_asked)
            self._buttons.append(button)
            flow.addWidget(button)
        flow.addWidget(labels.quiet(ngettext("says so", "say so", len(saying)), holder))
        column.addWidget(holder)

    def _name(self, button: SourceButton, source: Source) -> None:
        name = f"{source.letter}, {source.card.short}"
        if source.id in self._shown:
            button.set_told(source.id, _("Show where {source} says so").format(source=name))
        else:
            button.set_told(source.id, _("{source} says so; open its text").format(source=name))

    def _ask_written(self) -> None:
        if self.row.source is not None:
            self.source_asked.emit(self.row.source.id)

    # Focus: one row at a time is on the way of Tab

    def set_current(self, current: bool) -> None:
        """Put this row and its buttons on the way of Tab, or take them off it."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)

    def act(self) -> None:
        """Show the first passage of the row."""
        entry = self.row.entry
        source = self._shown[0] if self._shown else entry.said_by[0] if entry and entry.said_by else ""
        if self.row.source is not None:
            source = self.row.source.id
        if source:
            self.source_asked.emit(source)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _restyle(self) -> None:
        self._left.setFixedWidth(theme.current().scaled(DATE))

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_left"):
            self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.current().focus_pen())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
