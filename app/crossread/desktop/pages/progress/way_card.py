"""The way through one pack: how far, what it earned, each stage as a station, and the way on."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.progress.chart_card import ChartCard
from crossread.desktop.place import Place
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.telling.bar import Bar
from crossread.progress.points_told import points_told
from crossread.progress.way import PackWay
from crossread.reports.charts import way as chart
from crossread.reports.charts.drawing import Drawing, Room
from crossread.reports.charts.way import Station


class WayCard(ChartCard):
    """One pack. `asked` gives where to go on."""

    asked = Signal(object)

    def __init__(
        self,
        pack: str,
        title: str,
        stations: Sequence[Station],
        way: PackWay | None,
        far: tuple[int, int],
        parent: QWidget | None = None,
        *,
        is_here: bool,
    ) -> None:
        self.pack, self.stations = pack, list(stations)
        super().__init__(title, how_far_words(way, far, is_here=is_here), self._draw, parent)
        if is_here:
            share = far[0] / far[1] if far[1] else 0.0
            bar = Bar(share, told=self.sentence.text(), parent=self)
            self.body.insertWidget(self.body.indexOf(self.chart) - 1, bar)
            is_done = bool(far[1]) and far[0] >= far[1]
            self.go_on = plain(_("Look at it again ›") if is_done else _("Go on with it ›"), self)
            about = _("Look at it again: {pack}") if is_done else _("Go on with it: {pack}")
            self.go_on.setAccessibleName(about.format(pack=title))
            self.go_on.clicked.connect(self._go)
            self._put_on_top(self.go_on)
        self.set_table(chart.columns(), chart.rows(self.stations), (3, 2, 1, 2, 2))

    def _put_on_top(self, button: QPushButton) -> None:
        """Put the way on above the picture: below the stages of a long pack it is out of sight."""
        at = self.body.indexOf(self.chart)
        self.body.insertSpacing(at, 8)
        self.body.insertWidget(at, button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertSpacing(at, 8)
        for one, then in pairwise((button, self.chart, self.as_table, self.save)):
            QWidget.setTabOrder(one, then)

    def _draw(self, room: Room) -> Drawing:
        return chart.draw(self.stations, room)

    def _go(self) -> None:
        self.asked.emit(Place("stage", self.pack))


def how_far_words(way: PackWay | None, far: tuple[int, int], *, is_here: bool) -> str:
    """Say how far one is, and what it earned so far."""
    if not is_here:
        words = _("This pack is not in the library any more; what you answered is kept.")
    else:
        words = _("{answered} of {required} questions").format(answered=far[0], required=far[1])
    told = points_told(way.earned, way.of) if way is not None and way.of else ""
    return " · ".join(part for part in (words, told) if part)
