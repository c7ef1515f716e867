"""A picture of the page handed on as a file: as PNG, as it looks now, or as SVG, on paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import QWidget

from crossread.base.canonical import new_id
from crossread.base.errors import N_, Expected
from crossread.base.translation import _
from crossread.desktop.pages.progress.chart import Draw
from crossread.desktop.pages.progress.chart_painting import image_of, room_of
from crossread.desktop.pages.save_as import SaveAs
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.sides import window_is_turned

WIDTH = 640  # pixels of a picture in a file, at the default text size
FORMATS: dict[Literal["png", "svg"], tuple[str, str]] = {
    "png": (N_("As a picture (PNG)…"), N_("Pictures (*.png)")),
    "svg": (N_("As a drawing to scale (SVG)…"), N_("Drawings (*.svg)")),
}


class ChartSaving(SaveAs[Literal["png", "svg"]]):
    """Writes one picture; `draw` makes it for the room of a file. The page gives it its `session`."""

    def __init__(self, name: str, draw: Draw, parent: QWidget) -> None:
        title = _("Save this picture")
        super().__init__(FORMATS, title, title, parent, kind="picture", session=None)
        self._called, self._draw = name, draw

    def hand_on(self, form: Literal["png", "svg"]) -> None:
        """Write the picture to a file that the user chooses."""
        path = self.ask(self._called, form, _("Picture"))
        if path is not None:
            self.written(write(path, self._png if form == "png" else self._svg))

    def _png(self, path: Path) -> None:
        drawing = self._draw(room_of(theme.current().scaled(WIDTH)))
        writer = QImageWriter(str(path), QByteArray(b"png"))
        if not writer.write(image_of(drawing, from_right=window_is_turned())):
            raise OSError

    def _svg(self, path: Path) -> None:
        from crossread.reports.charts.drawing import plain_room
        from crossread.reports.charts.svg import svg

        drawing = self._draw(plain_room(WIDTH))
        path.write_text(svg(drawing, self._called, from_right=window_is_turned()), "utf-8")


def write(path: Path, into: Callable[[Path], None]) -> Path | Expected:
    """Write a file, whole or not at all; returns where it is, or what is in the way."""
    making = path.with_name(f".crossread-{new_id()}.tmp")
    try:
        try:
            into(making)
            making.replace(path)
        finally:
            making.unlink(missing_ok=True)
    except OSError:
        template = N_("“{name}” could not be written there. Choose another folder, or free some room.")
        return Expected("not-written", template, name=path.name)
    return path
