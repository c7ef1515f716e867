"""`python -m tests.pictures [KIND …]`: draws the example of each kind, as it is asked and as it is marked.

Each picture is the question column of a real window, on the pack that the pages tell how to write.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from crossread.base.folders import DataFolders
from crossread.desktop.application import application
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.theme import theme
from crossread.inquiry.commands import Answer, HandIn
from crossread.questions.registry import KINDS
from tests.docs.pages import FOLDER
from tests.docs.writing import write_pack
from tests.screens.learner import given
from tests.screens.stage import Stage

PACK, STAGE = "goat", "read-roof"
OUT = FOLDER / "pictures"
WINDOW = (1500, 1000)
GAP = 24  # pixels between the two halves and around them


def _desk(stage: Stage) -> Desk:
    pages = stage.window.pages.currentWidget()
    if not isinstance(pages, PackPages) or not isinstance(pages.page, Desk):
        raise TypeError("this is not the desk")
    return pages.page


def _grab(widget: QWidget) -> QImage:
    """Grab a widget without the empty rows at its foot."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(1)
    row = picture.bytesPerLine()
    bits = bytes(picture.constBits())
    empty = bits[-row:]
    used = next(at for at in range(picture.height(), 0, -1) if bits[(at - 1) * row : at * row] != empty)
    return picture.copy(0, 0, picture.width(), used)


def draw(kind: str) -> QImage:
    """Draw one kind: as it is asked on the left, as it is marked on the right."""
    with tempfile.TemporaryDirectory() as data:
        folder = write_pack(DataFolders(Path(data)).packs / PACK, f"{kind}.md")
        (folder / "questions" / "1-roof.yaml").unlink()
        stage = Stage(Path(data), "paper", WINDOW)
        try:
            halves = []
            for hand_in in (False, True):
                stage.go("stage", STAGE, PACK)
                column = _desk(stage).column
                opened = _desk(stage).opened
                if hand_in:
                    question = column.answering.questions[0]
                    response = given(opened, question, know=True)
                    stage.session.do(opened, Answer(question=question.id, response=response))
                    stage.session.do(opened, HandIn(stage=STAGE))
                    stage.go("overview", pack=PACK)
                    stage.go("stage", STAGE, PACK)
                    column = _desk(stage).column
                column.go(0)
                stage.settle()
                if column.body is None:
                    raise RuntimeError("no question is in view")
                halves.append(_grab(column.body))
        finally:
            stage.close()
    return _side_by_side(halves)


def _side_by_side(halves: list[QImage]) -> QImage:
    width = sum(half.width() for half in halves) + GAP * (len(halves) + 1)
    height = max(half.height() for half in halves) + 2 * GAP
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(theme.current().colour("ground"))
    painter = QPainter(whole)
    left = GAP
    for half in halves:
        painter.drawImage(QPoint(left, GAP), half)
        left += half.width() + GAP
    painter.end()
    return whole


def main() -> int:
    """Draw all kinds, or those named on the command line."""
    OUT.mkdir(exist_ok=True)
    app = application()
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for kind in sys.argv[1:] or KINDS:
        picture = OUT / f"{kind}.png"
        if not draw(kind).save(str(picture)):
            raise RuntimeError(f"{picture.name} cannot be written")
        print(picture.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
