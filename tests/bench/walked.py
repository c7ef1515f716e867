"""What `walking` starts: a claim matrix of 60 by 8, half filled, walked and filled by keys, really painted.

Then that of the Khojaly pack in the window, beside its questions, once all parts of the comparison were
looked at. Tells, as JSON, how long each frame took in ms: of both, rounds of walking, then each filling.
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.compare.matrix.matrix import MatrixPart
from crossread.desktop.pages.compare.parts import PARTS
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.pages.page import Surroundings
from crossread.inquiry.commands import PutCell
from crossread.inquiry.comparison import Cell, CellStatement
from crossread.operations.opening.opened import OpenPack
from crossread.questions.passages import DIGEST, Selection
from tests.bench.scrolled import Painted, until_painted
from tests.screens.learner import BEGUN, PACK, open_for, some_way
from tests.screens.stage import MorningClock, Stage

CLAIMS, SOURCES = 60, 8
SIZE = (1000, 620)
ROUNDS = 3
Key = Qt.Key
WALK = (
    *[Key.Key_Right] * 7, *[Key.Key_Down] * 59, *[Key.Key_Left] * 7, *[Key.Key_Up] * 59,
    Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown, Key.Key_Home, Key.Key_End,
)  # fmt: skip


def enlarged(opened: OpenPack) -> OpenPack:
    """Return a pack with as many claims and sources as a large one has, all with words and keys."""
    pack = opened.pack
    sources = tuple(
        replace(pack.sources[number % len(pack.sources)], id=f"s{number}", letter="ABCDEFGH"[number])
        for number in range(SOURCES)
    )
    claims = []
    for number in range(CLAIMS):
        claim = pack.claims[number % len(pack.claims)]
        cells = list(claim.cells.values())
        claims.append(
            replace(
                claim,
                id=f"c{number}",
                cells={f"s{at}": cells[at % len(cells)] for at in range(SOURCES)},
            )
        )
    return OpenPack(replace(pack, sources=sources, claims=tuple(claims)), {}, {}, opened.folder)


def fill_half(stage: Stage, opened: OpenPack) -> None:
    """Put words into every other cell."""
    for number, claim in enumerate(opened.pack.claims):
        for at, source in enumerate(opened.pack.sources):
            if (number + at) % 2:
                continue
            quote = source.digest.shown[40:120]
            words = Selection(
                source=source.id,
                which=DIGEST,
                text_digest=source.digest.digest,
                start=40,
                end=120,
                quote=quote,
            )
            said = (CellStatement(stance="reports", selection=words),)
            stage.session.do(opened, PutCell(cell=Cell(claim=claim.id, source=source.id, statements=said)))


def _frame(part: MatrixPart, painted: Painted, key: Qt.Key) -> float:
    painted.count = 0
    before = part.table.at()
    began = time.perf_counter()
    QTest.keyClick(part.table, key)
    if part.table.at() != before or key in (Key.Key_1, Key.Key_3):
        until_painted([painted])
    return (time.perf_counter() - began) * 1000


def _walk(part: MatrixPart, walk: Sequence[Qt.Key]) -> tuple[list[float], list[float]]:
    """Walk and fill; the first round is a way to warm up."""
    rounds: list[float] = []
    fills: list[float] = []
    first = part.table.cells.rows[0].claim
    sources = [source.id for source in part.opened.pack.sources]
    painted = Painted(part.table.viewport())
    for number in range(ROUNDS + 1):
        part.table.go(first, sources[0])
        QApplication.processEvents()
        frames = [_frame(part, painted, key) for key in walk]
        if number:
            rounds.append(max(frames))
    part.table.go(first, sources[1])
    for number in range(20):
        fills.append(_frame(part, painted, Key.Key_1 if number % 2 else Key.Key_3))
        QTest.keyClick(part.table, Key.Key_Down)
        QApplication.processEvents()
    return rounds, fills


def _in_window(stage: Stage) -> tuple[list[float], list[float]]:
    """Walk the matrix of the pack beside its questions, with all parts of the comparison made."""
    stage.go("stage", BEGUN)
    pages = stage.window.pages.currentWidget()
    if not isinstance(pages, PackPages) or not isinstance(pages.page, Desk):
        raise TypeError("this is not the desk")
    desk = pages.page
    for name in PARTS:
        desk.front.show(name)
        QApplication.processEvents()
    desk.front.show("matrix")
    part = desk.front.area.part if desk.front.area else None
    if not isinstance(part, MatrixPart):
        raise TypeError("this is not the claim matrix")
    part.head.given.choose("none")  # what is given cannot be filled
    part.enter()
    QApplication.processEvents()
    across, down = len(desk.opened.pack.sources) - 1, len(part.table.cells.rows) - 1
    walk = (*[Key.Key_Right] * across, *[Key.Key_Down] * down, *[Key.Key_Left] * across, *[Key.Key_Up] * down)
    return _walk(part, walk)


def main() -> int:
    """Walk and fill in both."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "paper", SIZE)
        some_way(stage.session, stage.until)
        beside = _in_window(stage)
        opened = enlarged(open_for(stage.session, stage.until, PACK))
        fill_half(stage, opened)
        stage.go("stage", "before")  # the library behind it would list its packs anew each time
        part = MatrixPart(Surroundings(stage.session, stage.settings, MorningClock()), opened)
        stage.session.listen(part.changed)
        part.open_stage(None)
        part.resize(*SIZE)
        part.show()
        part.activateWindow()
        QApplication.processEvents()
        part.enter()
        alone = _walk(part, WALK)
        part.hide()
        part.deleteLater()
        stage.close()
    sys.stdout.write(json.dumps({"alone": alone, "beside": beside}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
