"""The progress page handed on as an HTML file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QWidget

from crossread.base.declared import LANGUAGE
from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.progress.chart_saving import write
from crossread.desktop.pages.progress.history_words import when_words
from crossread.desktop.pages.save_as import SaveAs
from crossread.desktop.widgets.painting.sides import window_is_turned
from crossread.progress.progress_of import Progress
from crossread.reports.charts.reading import Letters
from crossread.reports.charts.way import Station

FORMATS: dict[Literal["html"], tuple[str, str]] = {
    "html": (N_("As a page to read or to print (HTML)…"), N_("Pages (*.html)"))
}


class PageSaving(SaveAs[Literal["html"]]):
    """Writes what the page shows now."""

    def __init__(
        self,
        around: Surroundings,
        progress: Progress,
        stations: Mapping[str, Sequence[Station]],
        titles: Mapping[str, str],
        letters: Callable[[str], Letters],
        stage_title: Callable[[str, str], str],
        today: date,
        parent: QWidget,
    ) -> None:
        title = _("Save this page")
        super().__init__(FORMATS, title, title, parent, kind="progress", session=around.session)
        self._around, self._progress, self._today = around, progress, today
        self._stations, self._titles = stations, titles
        self._letters, self._stage_title = letters, stage_title

    def hand_on(self, form: Literal["html"]) -> None:
        """Write the page to a file that the user chooses."""
        from crossread.operations.learners.learners import read_learner

        reader = read_learner(self._around.session.learner_folder)
        path = self.ask(_("How it is going, {name}").format(name=reader.shown), form, _("Progress"))
        if path is None:
            return
        self.written(write(path, partial(self._write, reader.shown)))

    def _write(self, name: str, path: Path) -> None:
        from crossread.reports.progress_html import ProgressTold, progress_html

        told = ProgressTold(
            name=name,
            progress=self._progress,
            titles=self._titles,
            stations=self._stations,
            today=self._today,
            when=when_words,
            letters=self._letters,
            stage_title=self._stage_title,
        )
        language = self._around.settings[LANGUAGE] or "en"
        path.write_text(progress_html(told, language, from_right=window_is_turned()), "utf-8")
