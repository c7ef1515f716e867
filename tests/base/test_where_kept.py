"""Where a data folder lies, by what each system says of it."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.where_kept import NETWORK, cloud_of, is_share, mounted_as, where_kept

MOUNTS = r"""
21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 21 0:44 / /home rw,relatime shared:1 - nfs4 server:/home rw
31 30 8:2 / /home/local rw - ext4 /dev/sdb1 rw
32 21 0:50 / /mnt/school\040disk rw - cifs //server/school rw
33 21 0:51 / /media/stick rw - fuseblk /dev/sdc1 rw
34 21 0:52 / /home/mara/far rw - fuse.sshfs mara@far:/ rw
a line that says nothing
""".strip().splitlines()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/x", "ext4"),
        ("/home/mara/.local/share/crossread", "nfs4"),
        ("/home/local/mara", "ext4"),
        ("/homestead", "ext4"),
        ("/mnt/school disk/mara", "cifs"),
        ("/media/stick/crossread-data", "fuseblk"),
        ("/home/mara/far/x", "fuse.sshfs"),
    ],
)
def test_the_deepest_mount_that_holds_a_folder_says_what_it_lies_in(folder: str, kind: str) -> None:
    assert mounted_as(PurePosixPath(folder), MOUNTS) == kind
    assert (kind in NETWORK) == (kind not in {"ext4", "fuseblk"})


@given(st.lists(st.text(max_size=40)))
def test_mounts_that_make_no_sense_say_nothing_and_break_nothing(lines: list[str]) -> None:
    assert isinstance(mounted_as(PurePosixPath("/home/mara"), lines), str)


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        (PureWindowsPath(r"C:\Users\Mara\OneDrive - School\Crossread"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Mara\Dropbox\x"), "Dropbox"),
        (PurePosixPath("/Users/mara/Library/Mobile Documents/com~apple~CloudDocs/x"), "iCloud Drive"),
        (PurePosixPath("/home/mara/Nextcloud/x"), "Nextcloud"),
        (PurePosixPath("/home/mara/Dropboxes/x"), ""),
        (PurePosixPath("/home/mara/crossread"), ""),
    ],
)
def test_folders_that_are_copied_elsewhere_are_known_by_name(
    folder: PurePosixPath | PureWindowsPath, cloud: str
) -> None:
    assert cloud_of(folder, {}) == cloud


def test_where_one_drive_lies_is_told_by_the_system_too() -> None:
    folder = PureWindowsPath(r"D:\Work\Mara\x")
    assert cloud_of(folder, {"OneDriveCommercial": r"D:\Work"}) == "OneDrive"
    assert cloud_of(folder, {"OneDriveCommercial": r"D:\Other"}) == ""


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\home\mara", True),
        ("//server/home", True),
        (r"\\?\UNC\server\home", True),
        (r"\\?\C:\Users", False),
        (r"\\.\pipe\x", False),
        (r"C:\Users\Mara", False),
    ],
)
def test_a_share_of_another_machine_is_known_by_how_it_is_written(path: str, share: bool) -> None:
    assert is_share(path) is share


def test_a_folder_that_is_not_there_yet_lies_where_it_would_be_made(tmp_path: Path) -> None:
    assert where_kept(tmp_path / "not" / "yet").kind == where_kept(tmp_path).kind
    assert where_kept(tmp_path / "Dropbox" / "x").name == "Dropbox"
