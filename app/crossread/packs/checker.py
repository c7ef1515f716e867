"""The check of packs for those who need it late: imported when first asked for, and one at a time."""

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossread.packs.check import CheckResult
    from crossread.packs.problems import Problems

# pydantic imports parts of itself when they are first used. Two threads that do so at once each wait for a
# module that the other has begun, and Python then hands out one that is only half there.
_ONE_AT_A_TIME = threading.Lock()


def check_files(files: Mapping[str, bytes], problems: "Problems") -> "CheckResult":
    """Check the files of a pack as `crossread.packs.check` does, for its errors; for any thread."""
    with _ONE_AT_A_TIME:
        # Only here: checking needs pydantic, Markdown and more, and opening a compiled pack must not.
        from crossread.packs import check

        return check.check_files(files, problems, warn=False)
