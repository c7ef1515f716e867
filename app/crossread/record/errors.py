"""What can go wrong with a record: damage, which is repaired, and trouble of the disk, which is told."""

import errno
import platform
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from crossread.base.errors import N_, Expected, why_of
from crossread.base.translation import _

# What SQLite says when the bytes are wrong. All else (full, permission, I/O, busy) is trouble of the disk
# and never a reason to replace a file.
_DAMAGE = (
    apsw.CorruptError,
    apsw.NotADBError,
    apsw.FormatError,
    apsw.SQLError,  # "no such table": our statements are right, so the schema is not
    apsw.ConstraintError,
    apsw.MismatchError,
    apsw.TooBigError,
)


class Damaged(Exception):  # noqa: N818  (it tells the state of a file)
    """The bytes of a record are not what was written; the text says where, for the report page."""


@contextmanager
def told(*, saving: bool) -> Iterator[None]:
    """Turn what SQLite and the system raise into `Damaged` or an Expected that the user can act on.

    `saving` chooses the sentence: something was being saved, or the record was being opened and read.
    """
    try:
        yield
    except _DAMAGE as error:
        raise Damaged(f"{type(error).__name__}: {error}") from error
    except UnicodeDecodeError as error:
        raise Damaged("text that is not UTF-8") from error
    except (apsw.Error, OSError) as error:
        if getattr(error, "extendedresult", 0) == apsw.SQLITE_IOERR_SHORT_READ:
            raise Damaged("the file is shorter than it should be") from error
        raise _expected(error, saving=saving) from error


def _expected(error: apsw.Error | OSError, *, saving: bool) -> Expected:
    if isinstance(error, apsw.FullError) or (isinstance(error, OSError) and error.errno in _FULL):
        return disk_full(saving=saving)
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return locked()
    return not_saved(_reason(error)) if saving else unreadable(_reason(error))


_FULL = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


def _reason(error: apsw.Error | OSError) -> str:
    """Say what a disk refuses in words that need no explaining."""
    if isinstance(error, OSError):
        return why_of(error)
    if isinstance(error, apsw.ReadOnlyError | apsw.PermissionsError | apsw.AuthError):
        return _("nothing may be changed there")
    if isinstance(error, apsw.CantOpenError):
        return _("a file or folder is missing, or may not be opened")
    return _("the disk gave an error") if isinstance(error, apsw.IOError) else _("the disk refused")


def locked(pid: str = "", host: str = "") -> Expected:
    """Say that another process holds the record, on another computer by its name; `pid` goes with it."""
    if not pid:
        return Expected(
            "record-locked",
            N_(
                "This learner's record is in use by another window or program, such as one that copies or "
                "scans files. Close that or let it finish, then try again."
            ),
        )
    if host == platform.node():
        return Expected(
            "record-locked",
            N_(
                "This learner's record is open in another window of Crossread. Close it there, then try "
                "again."
            ),
            pid=pid,
        )
    return Expected(
        "record-locked",
        N_(
            "This learner's record is open in a window of Crossread on another computer ({host}). Close it "
            "there, then try again."
        ),
        pid=pid,
        host=host,
    )


def newer(found: int, known: int) -> Expected:
    """Say that a newer version of the program wrote the record."""
    return Expected(
        "record-newer",
        N_(
            "This learner's record was written by a newer Crossread (record format {found}; this one "
            "knows formats up to {known}). Install the newer version to open it. Nothing was changed."
        ),
        found=found,
        known=known,
    )


def unreadable(reason: str) -> Expected:
    """Say that the disk or its permissions keep the record from being opened."""
    return Expected(
        "record-unreadable",
        N_(
            "This learner's record cannot be opened: {reason}. Check that the disk is connected and that you "
            "may write to the data folder, then try again. Nothing was changed."
        ),
        reason=reason,
    )


def disk_full(*, saving: bool) -> Expected:
    """Say that the disk is full, while something was saved or when the record was opened."""
    if not saving:
        return Expected(
            "disk-full",
            N_(
                "This learner's record cannot be opened: the disk with the data folder is full. "
                "Free some space, then try again. Nothing was changed."
            ),
        )
    return Expected(
        "disk-full",
        N_(
            "Not saved: the disk with the data folder is full. What you wrote is still here. "
            "Free some space, then try again."
        ),
    )


def not_saved(reason: str) -> Expected:
    """Say that a write failed for a reason other than a full disk."""
    return Expected(
        "not-saved",
        N_(
            "Not saved: the record could not be written ({reason}). What you wrote is still here. "
            "Check the disk with the data folder, then try again."
        ),
        reason=reason,
    )


def damaged(where: str) -> Expected:
    """Say that the record must be repaired before it is used."""
    return Expected(
        "record-damaged",
        N_("This learner's record is damaged. It is repaired when it is checked: try again."),
        where=where,
    )


def by_mistake() -> str:
    """Name the reason where nothing refused: the program itself went wrong, and its report says where."""
    return _("a mistake of the program")


def closed() -> Expected:
    """Say that the record was closed before something was read from it."""
    return Expected("record-closed", N_("This learner's record was closed before this was read. Try again."))


def beyond_repair() -> Expected:
    """Say that nothing verified is left to restore the record from."""
    return Expected(
        "record-beyond-repair",
        N_(
            "This learner's record is damaged, and no backup and no second log is left to restore it from. "
            "You can start a new record; the old files are kept beside it."
        ),
    )
