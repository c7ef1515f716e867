"""What the program stands on: the packages it needs, their versions and licences, as they say themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FILES = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_CLASSIFIER = "License :: "
_LONGEST = 60_000  # characters of one licence that are shown


@dataclass(frozen=True, slots=True)
class Licence:
    """One package: its name and version, what its licence is called, and the texts that it brings along."""

    name: str
    version: str
    called: str
    texts: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Where the texts of its licences can be read, as far as it names them by their SPDX names."""
        names = [word.strip("()") for word in self.called.split() if word not in ("AND", "OR", "WITH")]
        return tuple(f"https://spdx.org/licenses/{name}.html" for name in names)


def licences() -> tuple[Licence, ...]:
    """Return Crossread's own licence and those of all packages that it needs to run, by name."""
    needed: dict[str, metadata.Distribution] = {}
    waiting = ["crossread"]
    while waiting:
        name = _plain(waiting.pop())
        if name in needed:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # wanted on other systems only
        needed[name] = found
        waiting += _wanted(found)
    others = sorted((one for name, one in needed.items() if name != "crossread"), key=_by_name)
    return tuple(map(_licence, [needed["crossread"], *others] if "crossread" in needed else others))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _by_name(found: metadata.Distribution) -> str:
    return _plain(found.metadata["Name"])


def _wanted(found: metadata.Distribution) -> Iterator[str]:
    """Name what a package needs, but for what only its own extras do."""
    for line in found.requires or ():
        name = _NAME.match(line)
        if name and "extra ==" not in line:
            yield name.group()


def _licence(found: metadata.Distribution) -> Licence:
    told = found.metadata
    called = _one(told, "License-Expression")
    if not called:
        lines = told.get_all("Classifier") or []
        classes = [line.rsplit(" :: ", 1)[-1] for line in lines if line.startswith(_CLASSIFIER)]
        called = ", ".join(classes)
    if not called:
        called = _one(told, "License").split("\n")[0]
    return Licence(told["Name"], found.version, called, tuple(_texts(found)))


def _one(told: metadata.PackageMetadata, key: str) -> str:
    return str((told.get_all(key) or [""])[0]).strip()


def _texts(found: metadata.Distribution) -> Iterator[str]:
    for path in sorted(found.files or (), key=str):
        if ".dist-info" in str(path) and _FILES.search(path.as_posix()):
            try:
                words = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            if words.strip():
                yield words.strip()[:_LONGEST]
