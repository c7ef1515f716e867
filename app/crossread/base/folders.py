"""Where things are: the learner's data folder, and what the program brings along."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import crossread


@dataclass(frozen=True, slots=True)
class DataFolders:
    """The places below one data folder (design, section 2)."""

    root: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.toml"

    @property
    def learners(self) -> Path:
        """One folder a learner, by id."""
        return self.root / "learners"

    @property
    def guests(self) -> Path:
        """What guests do, one folder each; gone when they go."""
        return self.root / "guests"

    @property
    def teacher(self) -> Path:
        """The hash of the teacher word; who deletes it has no teacher word any more."""
        return self.root / "teacher.toml"

    @property
    def packs(self) -> Path:
        """Packs taken in, one folder each, by the digest of its content."""
        return self.root / "packs"

    @property
    def originals(self) -> Path:
        """The authors' own texts that the user has added, by digest."""
        return self.root / "originals"

    @property
    def layers(self) -> Path:
        """Sets of highlights and notes by others, a copy of each file by its digest."""
        return self.root / "layers"

    @property
    def library(self) -> Path:
        """The index of the library; may be deleted at any time."""
        return self.root / "library.sqlite"

    @property
    def cache(self) -> Path:
        """Compiled packs; may be deleted at any time."""
        return self.root / "cache"

    @property
    def crashes(self) -> Path:
        """Reports of bugs, kept for the user to read or send."""
        return self.root / "crashes"


BESIDE = "crossread-data"  # a folder of this name beside the program is the data folder
MARK = "crossread-portable"  # and a file of this name there asks for one


def program_folder() -> Path:
    """Return the folder that the program was started from: beside an app bundle or image, not inside."""
    script = sys.argv[0] if sys.argv and sys.argv[0] not in ("", "-c", "-m") else ""
    frozen = getattr(sys, "frozen", False)
    started = Path(os.environ.get("APPIMAGE") or (sys.executable if frozen or not script else script))
    with suppress(OSError):
        started = started.resolve()
    bundle = next((one for one in started.parents if one.suffix == ".app"), None)
    return (bundle or started).parent


def portable_folder(program: Path) -> Path | None:
    """Return the data folder that goes along with a program, as on a stick; None where there is none.

    It does where `crossread-data` stands beside the program, or a file `crossread-portable` asks for it.
    """
    beside = program / BESIDE
    try:
        return beside if beside.is_dir() or (program / MARK).exists() else None
    except OSError:
        return None


def data_folders(chosen: str | None = None) -> DataFolders:
    """Find the data folder: `--data`, CROSSREAD_DATA, one beside the program, the system's place for it."""
    place = chosen or os.environ.get("CROSSREAD_DATA") or portable_folder(program_folder())
    if place:
        folder = Path(place)
        with suppress(RuntimeError):  # no such user: then it is a folder called ~nobody
            folder = folder.expanduser()
        return DataFolders(folder.resolve())
    from platformdirs import user_data_path

    return DataFolders(user_data_path("crossread", appauthor=False, roaming=False))


def _carried(name: str) -> Path:
    package = Path(crossread.__file__).parent
    inside = package / name  # in an installed wheel
    return inside if inside.is_dir() else package.parent.parent / name  # in a clone


def content_folder() -> Path:
    """Return the folder of the packs that come with the program."""
    return _carried("content")


def assets_folder() -> Path:
    """Return the folder of themes and icons that come with the program."""
    return _carried("assets")


def locale_folder() -> Path:
    """Return the folder of the catalogues of translations, as gettext lays them out."""
    return assets_folder() / "locale"


def help_folder() -> Path:
    """Return the folder of the pages that the window shows as its help."""
    package = Path(crossread.__file__).parent
    inside = package / "help"  # in an installed wheel
    return inside if inside.is_dir() else package.parent.parent / "docs" / "help"
