"""Starts a program on a screen that is read while it is painted: when a window is there, when its words."""

import contextlib
import mmap
import os
import signal
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

WIDTH, HEIGHT = 1366, 768
ROWS = range(120, 500, 2)  # below every program's bars, above the foot of the lowest window
ALIKE = 0.95  # share of the rows from which two pictures count as one: a caret may blink
CALM_S, LONGEST_S, POLL_S = 3.0, 40.0, 0.01
_PER_LINE, _COLOURS = 48, 76  # where an XWD file tells the bytes of a line, and its number of colours


class _Frame(NamedTuple):
    at: float
    rows: Sequence[int]
    busy: float


@dataclass(frozen=True)
class Painted:
    """What it took from the start: seconds by the clock, and seconds of processors (`busy`).

    `window` is when anything was on the screen, `words` when it was as it stayed.
    """

    window: float
    words: float
    busy: float


class Screen:
    """A screen of X whose picture lies in a file, and a window manager that puts windows into its corner.

    Windows keep the size that they open with: calibre's viewer never shows its book where it is made larger
    before it has loaded it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        reading, writing = os.pipe()
        self._processes = [
            subprocess.Popen(
                [
                    *("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"),
                    *("-nolisten", "tcp", "-fbdir", str(folder)),
                ],
                pass_fds=[writing],
                stderr=subprocess.DEVNULL,
            )
        ]
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        rules = folder / "openbox.xml"
        rules.write_text(
            '<openbox_config xmlns="http://openbox.org/3.4/rc"><applications><application class="*">'
            '<position force="yes"><x>0</x><y>0</y></position></application></applications></openbox_config>',
            "utf-8",
        )
        environment = {**os.environ, "DISPLAY": self.display}
        openbox = ["openbox", "--config-file", str(rules)]
        self._processes.append(subprocess.Popen(openbox, env=environment, stderr=subprocess.DEVNULL))
        time.sleep(1)  # openbox has no way to say that it is there

    def rows(self) -> Sequence[int]:
        """Return what stands in the rows now, a number for each."""
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        with contextlib.closing(picture):
            (header,) = struct.unpack_from(">I", picture, 0)
            (line,) = struct.unpack_from(">I", picture, _PER_LINE)
            (colours,) = struct.unpack_from(">I", picture, _COLOURS)
            begin = header + 12 * colours
            return [hash(picture[begin + line * row : begin + line * (row + 1)]) for row in ROWS]

    def press(self, key: str) -> None:
        """Press a key, such as ctrl+q."""
        pressing = ("xdotool", "key", key)
        subprocess.run(pressing, env={**os.environ, "DISPLAY": self.display}, check=True)

    def close(self) -> None:
        """End the window manager and the screen."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)


class Program:
    """A program that was started on a screen, with everything that it starts in turn."""

    def __init__(
        self, command: Sequence[str], screen: Screen, environment: dict[str, str], home: Path
    ) -> None:
        self._screen = screen
        self._empty = screen.rows()
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            env={**environment, "DISPLAY": screen.display},
            cwd=home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def painted(self) -> Painted:
        """Watch until nothing changes any more; RuntimeError where nothing is painted."""
        frames: list[_Frame] = []
        rows, now = self._empty, self._began
        changed = now
        while now < self._began + LONGEST_S and (not frames or now < changed + CALM_S):
            time.sleep(POLL_S)
            seen, now = self._screen.rows(), time.perf_counter()
            if not _alike(seen, rows):
                frames.append(_Frame(now, seen, self.busy()))
                rows, changed = seen, now
        if not frames:
            raise RuntimeError("nothing was painted")
        there = next(frame for frame in frames if _alike(frame.rows, frames[-1].rows))
        return Painted(frames[0].at - self._began, there.at - self._began, there.busy)

    def busy(self) -> float:
        """Return the seconds of processors that the program and all that it started have used."""
        ticks = sum(sum(int(part) for part in fields[11:15]) for _, fields in self._processes())
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> tuple[float, float]:
        """Return MB resident in its own process, and in all of them with what they share counted once."""
        resident = _megabytes(Path(f"/proc/{self._process.pid}/smaps_rollup"), "Rss:")
        shared = [_megabytes(Path(f"/proc/{pid}/smaps_rollup"), "Pss:") for pid, _ in self._processes()]
        return resident, sum(shared)

    def close(self) -> None:
        """Ask the program to close; end what is left of it."""
        self._screen.press("ctrl+q")
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(8)
        for pid, _ in list(self._processes()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait(5)

    def _processes(self) -> Iterator[tuple[int, list[str]]]:
        """Give the processes of the session that was begun for the program: number, and what /proc tells."""
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                if int(fields[3]) == self._process.pid:
                    yield int(stat.parent.name), fields


def _alike(rows: Sequence[int], others: Sequence[int]) -> bool:
    same = sum(one == other for one, other in zip(rows, others, strict=True))
    return same >= ALIKE * len(rows)


def _megabytes(path: Path, key: str) -> float:
    with contextlib.suppress(OSError):
        for line in path.read_text().splitlines():
            if line.startswith(key):
                return int(line.split()[1]) / 1024
    return 0.0
