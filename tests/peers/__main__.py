"""`python -m tests.peers`: starts Crossread and its peers by turns, and says how long and how large.

Each has a home of its own and is started once before anything counts. Needs Xvfb, openbox, xdotool and the
programs; those that are missing are left out.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.peers.book import Book, write_book
from tests.peers.watch import CALM_S, Painted, Program, Screen

ROOT = Path(__file__).parent.parent.parent
PACK = "every-kind"
RUNS = 3


@dataclass(frozen=True)
class Peer:
    """A program: how it is started on the text, and the key that leads there at its very first start."""

    name: str
    command: Sequence[str]
    key: str = ""


@dataclass
class Figures:
    """What was measured of one program, run by run."""

    painted: list[Painted] = field(default_factory=list)
    resident: list[float] = field(default_factory=list)
    all: list[float] = field(default_factory=list)


def peers(book: Book, pdf: Path) -> Sequence[Peer]:
    """Return the programs that are installed here."""
    found = [
        Peer(
            "Crossread, two texts and a question",
            (sys.executable, "-m", "crossread", "--pack", PACK),
            "ctrl+3",
        ),
        Peer("calibre's viewer, EPUB", ("ebook-viewer", str(book.epub)), "space"),
        Peer("Okular, PDF", ("okular", str(pdf))),
        Peer("Okular, EPUB", ("okular", str(book.epub))),
        Peer("Foliate, EPUB", ("foliate", str(book.epub))),
    ]
    return [peer for peer in found if shutil.which(peer.command[0])]


def main() -> int:
    """Measure and print a table."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        environment = _environment(home)
        book, pdf = write_book(ROOT / "content" / PACK, home), home / f"{PACK}.pdf"
        if shutil.which("ebook-convert"):
            making = [
                "ebook-convert",
                str(book.page),
                str(pdf),
                "--paper-size",
                "a4",
                "--level1-toc",
                "//h:h1",
            ]
            making += ["--chapter", "//h:h1"]
            subprocess.run(making, env=environment, check=True, capture_output=True)
        screen = Screen(home)
        try:
            _print(_measure(peers(book, pdf), screen, environment, home))
        finally:
            screen.close()
    return 0


def _environment(home: Path) -> dict[str, str]:
    """Return an environment with a home of its own; Chromium's sandbox refuses to run for root."""
    made = {
        **os.environ,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "CROSSREAD_DATA": str(home / "data"),
        "LANGUAGE": "en",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(ROOT),
    }
    if os.geteuid() == 0:
        made["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox --disable-gpu"
    return made


def _measure(
    found: Sequence[Peer], screen: Screen, environment: dict[str, str], home: Path
) -> dict[str, Figures]:
    """Start all by turns; the first round only warms up, and goes past what greets at a first start."""
    figures = {peer.name: Figures() for peer in found}
    for run in range(RUNS + 1):
        for peer in found:
            program = Program(peer.command, screen, environment, home)
            try:
                painted = program.painted()
                if peer.key and run == 0:
                    screen.press(peer.key)
                    time.sleep(CALM_S)
                resident, everything = program.memory()
            finally:
                program.close()
            if run:
                figures[peer.name].painted.append(painted)
                figures[peer.name].resident.append(resident)
                figures[peer.name].all.append(everything)
    return figures


def _print(figures: dict[str, Figures]) -> None:
    print("| from its start | a window | its words | processors | resident | all processes |")
    print("|---|---|---|---|---|---|")
    for name, measured in figures.items():
        window = median(one.window for one in measured.painted)
        words = sorted(one.words for one in measured.painted)
        busy = median(one.busy for one in measured.painted)
        print(
            f"| {name} | {window:.1f} s | {median(words):.1f} s ({words[0]:.1f} to {words[-1]:.1f}) "
            f"| {busy:.1f} s | {median(measured.resident):.0f} MB | {median(measured.all):.0f} MB |"
        )


if __name__ == "__main__":
    raise SystemExit(main())
