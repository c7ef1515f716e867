"""What `making` starts: the window, into which articles are dropped; it tells how long it took, in ms.

Two times: from the drop until all are read and a title is proposed, and from there, by the button, until
the first page of the comparison shows what was found.
"""

import sys
import tempfile
import time
from pathlib import Path

from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.library.new_pack import NewPackPage
from crossread.desktop.place import NEW_PACK
from tests.bench.articles import articles
from tests.screens.stage import Stage

COUNT, WORDS = 5, 10_000


def main() -> None:
    """Drop the articles, make the pack, and wait for its figures."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, text in articles(COUNT, WORDS).items():
            files.append(Path(folder) / f"{name}.txt")
            files[-1].write_text(text.shown, "utf-8")
        stage = Stage(Path(folder) / "data", "paper", (1366, 768), settle_ms=0)
        try:
            sys.stdout.write("{} {}\n".format(*_times(stage, files)))
        finally:
            stage.close()


def _times(stage: Stage, files: list[Path]) -> tuple[float, float]:
    began = time.perf_counter()
    stage.window.go(NEW_PACK)
    page = stage.window.pages.currentWidget()
    if not isinstance(page, NewPackPage):
        raise TypeError("this is not the page of a new pack")
    page.take(files)
    stage.until(lambda: page.progress.isHidden() and bool(page.field.text()))
    read = time.perf_counter()
    page.make.click()
    stage.until(lambda: _shows_figures(stage))
    return (read - began) * 1000, (time.perf_counter() - read) * 1000


def _shows_figures(stage: Stage) -> bool:
    return any(part.cards and part.isVisible() for part in stage.window.findChildren(FiguresPart))


if __name__ == "__main__":
    main()
