"""The reading mirror on the page: the strips of one stage, beside one's own earlier sittings."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.progress.chart_card import ChartCard
from crossread.desktop.pages.progress.history_words import when_words
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.progress.reading_mirror import StageReading
from crossread.reports.charts import reading as chart
from crossread.reports.charts.drawing import Drawing, Room
from crossread.reports.charts.reading import Letters

# Returns what a stage is called, by the ids of its pack and of itself.
StageTitle = Callable[[str, str], str]


class ReadingCard(ChartCard):
    """Which texts and cards were open before each answer. `chosen` gives the number of another stage."""

    chosen = Signal(int)

    def __init__(
        self,
        readings: Sequence[StageReading],
        number: int,
        title_of: StageTitle,
        letters_of: Callable[[str], Letters],
        parent: QWidget | None = None,
    ) -> None:
        self._readings, self._title_of, self._letters_of = readings, title_of, letters_of
        self.number = min(number, len(readings) - 1)
        one = readings[self.number]
        told = _("{stage}\nFor your eyes alone, beside your own earlier times; it is never scored.")
        super().__init__(
            _("What you read before you answered"),
            told.format(stage=title_of(one.pack, one.stage)),
            self._draw,
            parent,
        )
        self.set_table(chart.columns(), chart.rows(one.sittings, when_words), (3, 1, 1, 1))
        if len(readings) > 1:
            self.other = plain(_("Another stage ▾"), self)
            self.other.clicked.connect(self._open)
            self.body.insertWidget(self.body.indexOf(self.chart), self.other, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def pack(self) -> str:
        """The pack whose stage is shown."""
        return self._readings[self.number].pack

    def _draw(self, room: Room) -> Drawing:
        return chart.draw(self._readings[self.number].sittings, self._letters_of(self.pack), when_words, room)

    def _open(self) -> None:
        menu = ListMenu(_("Stages"), self.other)
        stages = [
            (str(number), self._title_of(one.pack, one.stage)) for number, one in enumerate(self._readings)
        ]
        menu.add(stages, str(self.number))
        menu.picked.connect(self._picked)
        menu.open_below(self.other)

    def _picked(self, number: str) -> None:
        self.chosen.emit(int(number))
