"""The forty most telling pictures, five a window, on sheets to be looked at by people: `make sheets`.

With names of windows as they stand below (`night`, `small`), only these sheets are drawn.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).parent / 'screen.json'}"

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from tests.looks.combinations import Combination
from tests.looks.walking import walk

OUT = Path(__file__).parent.parent.parent / "build" / "sheets"
SETTLE_MS = 350
COLUMNS, CELL, CAPTION, GAP = 2, 960, 28, 16  # pixels
GROUND, INK = QColor("#8a8a8a"), QColor("#000000")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pictures of one window."""

    name: str
    window: Combination
    shots: tuple[str, ...]


SHEETS = (
    Sheet(
        "paper",
        Combination((1366, 768), 17, "", "paper"),
        ("library-first-day", "meet", "desk-evidence", "text-in-others", "timeline"),
    ),
    Sheet(
        "night",
        Combination((1366, 768), 17, "", "night"),
        ("feedback-evidence", "board", "desk-note", "text-veiled", "palette-first"),
    ),
    Sheet(
        "wide",
        Combination((1920, 1080), 17, "", "sepia"),
        ("overview", "before", "desk-four-panes", "kind-matrix-marked", "progress"),
    ),
    Sheet(
        "contrast",
        Combination((1366, 768), 17, "", "high-contrast"),
        ("desk-three-panes", "desk-find", "kind-two-part", "timeline-table", "search"),
    ),
    Sheet(
        "large",
        Combination((1366, 768), 34, "", "paper"),
        ("welcome", "desk-choice", "text-term", "board-writing", "settings-text"),
    ),
    Sheet(
        "small",
        Combination((700, 560), 17, "", "night"),
        ("library", "desk-words", "desk-hand-in", "text-bar", "kind-ordering"),
    ),
    Sheet(
        "stretched",
        Combination((1024, 700), 17, "x-stretched", "sepia"),
        ("desk-number", "desk-contents", "text-picture", "kind-matching", "help"),
    ),
    Sheet(
        "mirrored",
        Combination((1366, 768), 17, "x-mirrored", "paper"),
        ("desk-card", "feedback-summary", "board-claim", "text-claims", "kind-essay-marked"),
    ),
)


def main() -> int:
    """Draw every sheet, or those named on the command line."""
    wanted = set(sys.argv[1:])
    OUT.mkdir(parents=True, exist_ok=True)
    for sheet in SHEETS:
        if not wanted or sheet.name in wanted:
            _draw(sheet)
    print("sheets are in build/sheets, and each picture in its full size beside them")
    return 0


def _draw(sheet: Sheet) -> None:
    pictures = dict(_pictures(sheet))
    missing = set(sheet.shots) - set(pictures)
    if missing:
        raise LookupError(f"no page is called so: {', '.join(sorted(missing))}")
    for name, picture in pictures.items():
        _save(picture, f"{sheet.name}-{name}")
    _save(_together(sheet, [(name, pictures[name]) for name in sheet.shots]), f"sheet-{sheet.name}")


def _pictures(sheet: Sheet) -> Iterator[tuple[str, QPixmap]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, widget in walk(Path(folder), sheet.window, set(sheet.shots), SETTLE_MS):
            yield name, widget.grab()


def _together(sheet: Sheet, pictures: list[tuple[str, QPixmap]]) -> QPixmap:
    """Return pictures side by side, each under its name."""
    wide = CELL - 2 * GAP
    small = [
        picture.scaledToWidth(min(wide, picture.width()), Qt.TransformationMode.SmoothTransformation)
        for _name, picture in pictures
    ]
    high = max(picture.height() for picture in small) + CAPTION + GAP
    rows = -(-len(small) // COLUMNS)
    whole = QPixmap(COLUMNS * CELL, rows * high + GAP)
    whole.fill(GROUND)
    painter = QPainter(whole)
    painter.setFont(_font())
    painter.setPen(INK)
    for at, ((name, _picture), picture) in enumerate(zip(pictures, small, strict=True)):
        row, column = divmod(at, COLUMNS)
        left, top = column * CELL + GAP, row * high + GAP
        painter.drawText(QRect(left, top, wide, CAPTION), 0, f"{name}: {sheet.window}")
        painter.drawPixmap(left, top + CAPTION, picture)
    painter.end()
    return whole


def _font() -> QFont:
    """Return the font of captions, whatever the window's was."""
    font = QFont("Inter")
    font.setPixelSize(16)
    return font


def _save(picture: QPixmap, name: str) -> None:
    if not picture.save(str(OUT / f"{name}.png")):
        raise RuntimeError(f"{name}.png cannot be written")


if __name__ == "__main__":
    raise SystemExit(main())
