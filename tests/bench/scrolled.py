"""What `scrolling` starts: texts as long as they get, opened and scrolled, each frame really painted.

Tells, as JSON, how long each frame took, and each opening, in ms.
"""

import json
import sys
import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from crossread.desktop.application import application
from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.view import ReadingView
from tests.bench.long_texts import long_text, marks_all_over

PANES, WORDS, MARKS = 4, 5_000, 500
SIZE = (1920, 1080)
STEPS = (3, 60, 400)  # pixels a frame: a slow drag, a turn of the wheel, by pages
FRAMES = 120
ROUNDS = 3
LONG = 50_000


class Painted(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def until_painted(painted: list[Painted]) -> None:
    """Let the window work until everything has been painted."""
    while not all(one.count for one in painted):
        QApplication.processEvents()
    QApplication.processEvents()


def panes(count: int) -> tuple[QWidget, list[ReadingView]]:
    """Show so many views side by side."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    views = [ReadingView(whole) for _number in range(count)]
    for view in views:
        row.addWidget(view)
    whole.resize(*SIZE)
    whole.show()
    return whole, views


def frames(views: list[ReadingView], step: int) -> Iterator[float]:
    """Scroll all views together, there and back, and give the ms that each frame took."""
    painted = [Painted(view.viewport()) for view in views]
    by = step
    for _number in range(FRAMES):
        bars = [view.verticalScrollBar() for view in views]
        if not all(0 <= bar.value() + by <= bar.maximum() for bar in bars):
            by = -by  # without a way to go nothing would be painted
        for one in painted:
            one.count = 0
        began = time.perf_counter()
        for bar in bars:
            bar.setValue(bar.value() + by)
        until_painted(painted)
        yield (time.perf_counter() - began) * 1000
    for one in painted:
        one.deleteLater()


def scrolling() -> list[float]:
    """Give how long the slowest frame of each round took, in ms."""
    text = long_text(WORDS)
    whole, views = panes(PANES)
    for view in views:
        view.set_text(text, "Source A")
        view.set_marks(marks_all_over(text, MARKS))
        view.go_to(text.starts[4])
    QApplication.processEvents()
    slowest = [max(max(frames(views, step)) for step in STEPS) for _round in range(ROUNDS)]
    whole.deleteLater()
    QApplication.processEvents()
    return slowest


def opening(place: float) -> list[float]:
    """Give how long a long text took to be painted at a place, as a share of it, in ms."""
    text = long_text(LONG)
    marks = marks_all_over(text, MARKS)
    taken = []
    for _round in range(ROUNDS):
        whole, (view,) = panes(1)
        QApplication.processEvents()
        painted = Painted(view.viewport())
        began = time.perf_counter()
        view.set_text(text, "Source A")
        view.go_to(round(len(text.shown) * place))
        view.set_marks(marks)
        until_painted([painted])
        taken.append((time.perf_counter() - began) * 1000)
        whole.deleteLater()
        QApplication.processEvents()
    return taken


def main() -> int:
    """Measure all of it."""
    app = application()
    theme.apply(app, theme.load_theme("paper"))
    long_text(LONG).shown  # noqa: B018  (made before: reading the pack is another row)
    told = {"frames": scrolling(), "start": opening(0), "end": opening(0.97)}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
