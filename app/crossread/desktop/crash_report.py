"""What is written down when the program meets a bug: no path of this machine, nothing of the learner's."""

import re
import sys
from datetime import datetime
from pathlib import Path
from types import TracebackType

import crossread

TIME_LINE = 2  # of a report: what stands above it is the same in every one
_ELSEWHERE = re.compile(r'File "(?!<(?!HOME>))[^"\n]*[/\\]([^"/\\\n]+)"')
_IN_HOME = re.compile(r"""<HOME>[/\\](?:[^'"\n]+(?=['"])|[^\s'"]+)""")
# In what an error says; not in the lines of source of a trace, which are indented.
_QUOTED = re.compile(r"""(?m)^(\S.*?)(['"])(?:/|~/|[A-Za-z]:[/\\]|\\\\)[^'"\n]*\2""")


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

    Of a source file in any other place only the name is kept, and of any other file of the learner's
    nothing at all: a name can be somebody's.
    """
    for name, folder in sorted(hidden.items(), key=lambda pair: -len(str(pair[1]))):
        for spelled in {str(folder), folder.as_posix(), str(folder).replace("\\", "\\\\")}:
            if len(spelled) > 1:
                # Not where the folder's name only begins like it: /home/ann is no part of /home/anna.
                at = re.compile(re.escape(spelled) + r"(?![\w.-])", re.IGNORECASE)
                words = at.sub(f"<{name}>", words)
    words = _ELSEWHERE.sub(r'File "<ELSEWHERE>/\1"', words)
    words = _IN_HOME.sub("<HOME>/…", words)
    while _QUOTED.search(words):
        words = _QUOTED.sub(r"\1\2<ELSEWHERE>\2", words)
    return words


def report_name(at: datetime) -> str:
    """Name a report's file by its time, so that reports sort."""
    return f"crash-{at:%Y%m%d-%H%M%S}.txt"
