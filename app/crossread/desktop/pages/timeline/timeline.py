"""The timeline of a pack: what happened and when each source was written, on one axis."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.pages.timeline.timeline_row import TimelineRow
from crossread.desktop.pages.timeline.timeline_strip import TimelineStrip
from crossread.desktop.pages.timeline.timeline_table import TimelineTable
from crossread.desktop.place import Place, Spot
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import TimelineEntry
from crossread.packs.sources.chronology import Moment, Row, chronology
from crossread.questions.placing import place

MOMENTS: dict[str, tuple[Moment, ...]] = {
    "all": ("happened", "written"),
    "happened": ("happened",),
    "written": ("written",),
}
WIDEST = 1000  # pixels at the default text size


class TimelinePage(PackPage):
    """Rows by date; each leads to the passages that say so."""

    name = "timeline"

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        self.rows: tuple[Row, ...] = ()
        self._current = 0
        self._back = plain(_("‹ Overview"), self)
        self._back.clicked.connect(self._to_overview)
        self._moments = Segmented(
            (("all", _("All")), ("happened", _("What happened")), ("written", _("When it was written"))),
            self,
            look="pills",
            name=_("What to show"),
        )
        self._moments.set_value("all")
        self._moments.chosen.connect(self._show_moments)
        self._form = Segmented(
            (("axis", _("Axis")), ("table", _("Table"))), self, look="joined", name=_("Axis or table")
        )
        self._form.set_value("axis")
        self._form.chosen.connect(self._show_form)
        self.strip = TimelineStrip([source.letter for source in opened.pack.sources], self)
        self.strip.chosen.connect(self.go_to_row)
        self.table = TimelineTable(self)
        self.table.opened.connect(self._open_row)
        self.table.row_entered.connect(self._row_entered)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(_("Timeline"))
        self._area.installEventFilter(self)
        self._views = QStackedWidget(self)
        self._axis = QVBoxLayout()
        axis = QWidget(self)
        axis.setLayout(self._axis)
        self._axis.setContentsMargins(0, 0, 0, 0)
        self._views.addWidget(axis)
        self._views.addWidget(self.table)
        self.lines: list[TimelineRow] = []
        self._rows_page: QWidget | None = None
        self._column = QWidget()
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        look = theme.current()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(32, look.scaled(28), 32, 32)
        column.setSpacing(8)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.display(_("Timeline")))
        column.addWidget(
            labels.muted(
                _(
                    "What is said to have happened, and when each text was written. Who wrote later "
                    "could know more, and forget more."
                )
            )
        )
        switches = QWidget(self._column)
        row = FlowLayout(switches, across=20)
        row.addWidget(self._moments)
        row.addWidget(self._form)
        column.addWidget(switches)
        column.addSpacing(4)
        column.addWidget(self.strip)
        column.addSpacing(4)
        column.addWidget(self._views)
        column.addStretch(1)
        self._column.setMaximumWidth(look.scaled(WIDEST))
        self._holder = holder = QWidget()
        centre = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(self._column, 1000)
        centre.addStretch(1)
        self._area.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._show_view()

    # What is shown

    def _fill(self) -> None:
        self.rows = chronology(self.opened.pack, MOMENTS[self._moments.value()])
        self.strip.set_rows(self.rows)
        self.strip.setVisible(bool(self.rows))
        self.table.set_rows(self.opened.pack, self.rows)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.lines = []
        for row in self.rows:
            line = TimelineRow(self.opened.pack, row, self._shown_of(row.entry), page)
            line.source_asked.connect(self._source_asked)
            line.entered.connect(self._line_entered)
            self.lines.append(line)
            column.addWidget(line)
        if self.lines:
            self.lines[0].axis.first = True
            self.lines[-1].axis.last = True
        else:
            column.addWidget(self._empty())
        if self._rows_page is not None:
            self._axis.removeWidget(self._rows_page)
            self._rows_page.hide()
            self._rows_page.deleteLater()
        self._rows_page = page
        self._axis.addWidget(page)
        self._set_current(0)

    def _empty(self) -> QWidget:
        card = CardFrame(look="dashed")
        card.body.addWidget(labels.heading(_("No dates here")))
        card.body.addWidget(
            labels.body(
                _("The authors of this pack have dated nothing of this. Choose something else above.")
            )
        )
        return card

    def _shown_of(self, entry: TimelineEntry | None) -> Sequence[str]:
        """Return the sources with a passage on an entry that has its place in a text that is there."""
        if entry is None:
            return ()
        found = [passage.source for passage in entry.passages if self._spot(entry, passage.source)]
        return tuple(dict.fromkeys(found))

    def _spot(self, entry: TimelineEntry, source: str) -> Spot | None:
        for which in self.opened.whiches(source):
            shown = self.opened.shown(source, which)
            for passage in entry.passages:
                where = place(passage, shown) if shown and passage.source == source else None
                if where is not None:
                    return Spot(source, which, where.start, where.end)
        return None

    def _show_moments(self, _moments: str) -> None:
        self._fill()

    def _show_form(self, _form: str) -> None:
        self._show_view()
        self.enter()

    def _show_view(self) -> None:
        """Show the axis or the table, and let the page be as high as that one."""
        chosen = 1 if self._form.value() == "table" else 0
        for place_ in range(self._views.count()):
            upright = QSizePolicy.Policy.Preferred if place_ == chosen else QSizePolicy.Policy.Ignored
            view = self._views.widget(place_)
            if view is not None:
                view.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        self._views.setCurrentIndex(chosen)

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self._fill()

    # Going on

    def _source_asked(self, source: str) -> None:
        line = self.sender()
        if isinstance(line, TimelineRow):
            self._open(line.row, source)

    def _open_row(self, number: int) -> None:
        if 0 <= number < len(self.lines):
            self.lines[number].act()

    def _open(self, row: Row, source: str) -> None:
        spot = self._spot(row.entry, source) if row.entry else None
        if spot is None:
            which = f"version/{row.version.id}" if row.version else "digest"
            spot = Spot(source, which, 0)
        self.asked.emit(Place("stage", self.opened.pack.id, spot=spot))

    def _to_overview(self) -> None:
        self.asked.emit(Place("overview", self.opened.pack.id))

    # Rows by keyboard

    def go_to_row(self, number: int) -> None:
        """Bring a row into view and give it the focus."""
        if self._views.currentWidget() is self.table:
            self.table.setCurrentCell(number, 1)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._row_entered(number)
        elif 0 <= number < len(self.lines):
            self._set_current(number)
            self.lines[number].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self.lines[number], 0, 40)

    def _set_current(self, number: int) -> None:
        self._current = min(max(0, number), max(0, len(self.lines) - 1))
        for place_, line in enumerate(self.lines):
            line.set_current(place_ == self._current)
        self.strip.set_current(self._current if self.lines else -1)

    def _row_entered(self, number: int) -> None:
        self._set_current(number)
        where = self.table.row_rect(number)
        middle = self.table.mapTo(self._holder, where.center())
        self._area.ensureVisible(middle.x(), middle.y(), 0, where.height() // 2 + 24)

    def _line_entered(self) -> None:
        line = self.sender()
        if isinstance(line, TimelineRow) and line in self.lines:
            self._set_current(self.lines.index(line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the rows before the area scrolls by them."""
        if watched is self._area and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return event.isAccepted()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from row to row by the arrows, to the ends by Home and End; Enter leads to the passage."""
        last = len(self.lines) - 1
        steps = {
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in steps and self.lines:
            self.go_to_row(min(max(0, steps[Qt.Key(event.key())]), last))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.lines:
            self._open_row(self._current)
        else:
            super().keyPressEvent(event)

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        rows: list[QWidget] = [self.lines[self._current]] if self.lines else []
        view = [self.table] if self._views.currentWidget() is self.table else rows
        return [self._moments, *view]

    def enter(self) -> None:
        """Put the focus on the row where one was."""
        if self.lines:
            self.go_to_row(self._current)
            if self._current == 0:
                self._area.verticalScrollBar().setValue(0)
        else:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
