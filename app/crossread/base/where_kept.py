"""What kind of place a folder lies in: this machine's disk, a network drive, or one that is copied elsewhere.

Two machines that write to one record at once can damage it, and locks are not to be relied on there.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

Kind = Literal["here", "network", "cloud"]

# File systems of a network, as Linux and macOS call them.
NETWORK = frozenset(
    (
        *(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afpfs",
            "webdav",
            "davfs",
            "davfs2",
            "ncpfs",
        ),
        *("afs", "ceph", "coda", "glusterfs", "lustre", "gpfs", "beegfs", "ocfs2", "gfs2"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph"),
        *("fuse.s3fs", "fuse.smbnetfs", "fuse.curlftpfs", "fuse.google-drive-ocamlfuse", "fuse.onedriver"),
    )
)

# Folders that a program copies elsewhere while one works: how their names begin, and what to call them.
CLOUD: tuple[tuple[str, str], ...] = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mobile documents", "iCloud Drive"),
    ("icloud", "iCloud Drive"),
    ("cloudstorage", "a cloud folder"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("seafile", "Seafile"),
    ("pclouddrive", "pCloud"),
    ("megasync", "MEGA"),
    ("syncthing", "Syncthing"),
    ("yandex.disk", "Yandex Disk"),
)

_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


@dataclass(frozen=True, slots=True)
class WhereKept:
    """Where a folder lies; `name` is what the cloud is called, "" for the other kinds."""

    kind: Kind
    name: str = ""


def where_kept(folder: Path) -> WhereKept:
    """Tell where a folder lies, or would lie; where the system does not say, it lies here."""
    if name := cloud_of(folder, os.environ):
        return WhereKept("cloud", name)
    place = folder
    with suppress(OSError):  # where one may not look, the system does not say either
        while not place.exists() and place != place.parent:
            place = place.parent
    with suppress(OSError, ValueError, AttributeError):
        if _is_on_network(place):
            return WhereKept("network")
    return WhereKept("here")


def cloud_of(folder: PurePath, environment: Mapping[str, str]) -> str:
    """Return what the cloud is called that copies a folder; "" where none is known to."""
    for variable in _CLOUD_VARIABLES:
        given = environment.get(variable)
        if given and folder.is_relative_to(given):
            return "OneDrive"
    for part in folder.parts:
        for begin, name in CLOUD:
            if part.casefold() == begin or part.casefold().startswith(
                (f"{begin} ", f"{begin}-", f"{begin}_")
            ):
                return name
    return ""


def mounted_as(folder: PurePath, mounts: Iterable[str]) -> str:
    """Return what file system a folder lies in, by the lines of /proc/self/mountinfo; "" for none.

    Spaces and backslashes stand there as octal numbers (proc(5)). Of mounts that lie over one another the
    last one holds.
    """
    found, depth = "", -1
    for line in mounts:
        fields, _dash, after = line.partition(" - ")
        parts, kinds = fields.split(), after.split()
        if len(parts) < 5 or not kinds:
            continue
        point = PurePath(_plain(parts[4]))
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = kinds[0], len(point.parts)
    return found


def _plain(name: str) -> str:
    for written, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(written, sign)
    return name


def is_share(folder: str) -> bool:
    r"""Tell whether a path of Windows names a share of another machine, as in `\\machine\share`."""
    spelled = folder.replace("/", "\\")
    if spelled.startswith("\\\\?\\"):
        return spelled[4:].upper().startswith("UNC\\")
    return spelled.startswith("\\\\") and not spelled.startswith("\\\\.\\")


if sys.platform == "win32":

    def _is_on_network(folder: Path) -> bool:
        import ctypes

        remote = 4  # DRIVE_REMOTE of GetDriveTypeW
        whole = str(folder.absolute())
        drive = os.path.splitdrive(whole)[0] + "\\"
        return is_share(whole) or ctypes.windll.kernel32.GetDriveTypeW(drive) == remote

elif sys.platform == "darwin":

    def _is_on_network(folder: Path) -> bool:
        import ctypes

        room = ctypes.create_string_buffer(4096)  # struct statfs: f_flags at 64, f_fstypename at 72
        system = ctypes.CDLL(None)
        if system.statfs(os.fsencode(folder), room) != 0:
            return False
        local = 0x1000  # MNT_LOCAL
        flags = int.from_bytes(room.raw[64:68], "little")
        kind = room.raw[72:88].split(b"\0")[0].decode("ascii", "replace")
        return kind in NETWORK or not flags & local

else:

    def _is_on_network(folder: Path) -> bool:
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
        return mounted_as(folder.resolve(), lines) in NETWORK
