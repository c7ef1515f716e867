"""What is written down when the program meets a bug: no path of this machine, nothing of the learner's."""

import re
import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

import crossread

_ELSEWHERE = re.compile(r'File "(?!<)[^"\n]*[/\\]([^"/\\\n]+)"')


def crash_report(
    error: BaseException, trace: TracebackType | None, at: datetime, hidden: dict[str, Path]
) -> str:
    """Describe a bug for whoever mends it.

    `hidden` are folders by the placeholder that stands for them, such as {"DATA": …}; the longest
    path is replaced first. Only the trace and the kind of error are told, with versions: the values
    of variables are not.
    """
    import platform
    import traceback

    import PySide6

    machine = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [
        f"Crossread {_version()}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {machine}",
        f"{at:%Y-%m-%d %H:%M} UTC",
        "",
        "".join(traceback.format_exception(type(error), error, trace)).rstrip(),
    ]
    ours = {"PROGRAM": Path(crossread.__file__).parent, "PYTHON": Path(sys.prefix)}
    return hide("\n".join(lines), {**hidden, **ours})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("crossread")
    except PackageNotFoundError:
        return "?"


def hide(words: str, hidden: dict[str, Path]) -> str:
    """Replace every hidden folder, however its slashes are written, by its placeholder in angle brackets.

    Of a source file in any other place only the name is kept.
    """
    for name, folder in sorted(hidden.items(), key=lambda pair: -len(str(pair[1]))):
        for spelled in {str(folder), folder.as_posix(), str(folder).replace("\\", "\\\\")}:
            if len(spelled) > 1:
                words = words.replace(spelled, f"<{name}>")
    return _ELSEWHERE.sub(r'File "<ELSEWHERE>/\1"', words)


def report_name(at: datetime) -> str:
    """Name a report's file by its time, so that reports sort."""
    return f"crash-{at:%Y%m%d-%H%M%S}.txt"
