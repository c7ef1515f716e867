"""Whether a learner's record is open in another window just now."""

from pathlib import Path

from crossread.base.errors import Expected


def opened_elsewhere(folder: Path) -> str:
    """Say that a record is open in another window, and in which; "" where it is not.

    A disk that refuses to tell counts as not: opening the record then says what is wrong.
    """
    from crossread.record.lock import FolderLock

    try:
        FolderLock(folder).release()
    except Expected as error:
        return error.message
    except OSError:
        return ""
    return ""
