"""Damaged settings: they never stop the program; what cannot be read is put aside, and that is told.

A bit that turns one fitting value into another cannot be told from a choice; a file that is no TOML can.
"""

import random
import shutil
import tomllib
from pathlib import Path
from typing import Any

from crossread.base.declared import DECLARED, LEARNER, Setting
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.operations.learners.learner import current_learner
from crossread.operations.learners.learners import CARD, learners
from tests.torture.damage import HOW
from tests.torture.figures import Figures

_PLACES: dict[str, dict[str, Any]] = {
    "window": {"geometry": "AdnQywADAAAAAAKnAAAA/gAABMwAAAOr" * 3},
    "last": {"pack": "two-accounts"},
    "palette": {"recent": ["theme night", "só"]},
    "panes": {"shown": ["warden", "miller"], "share": 0.5},
}
TOO_DEEP = b"a = " + b"[" * 50_000


LEARNERS_ID = "7" * 32


def _other_than_default(setting: Setting[Any]) -> object:
    """Return a value that fits, and another than the default where there is one at hand."""
    candidates: list[object] = [*setting.choices, not setting.default, "de"]
    if isinstance(setting.default, int) and not isinstance(setting.default, bool):
        candidates += [setting.default + step for step in (1, 2, 5, 10, -1, -10)]
    return next((v for v in candidates if setting.fits(v) and v != setting.default), setting.default)


def write(path: Path) -> None:
    """Write settings as a learner has them after a while."""
    settings = Settings(path)
    settings.set_all({setting: _other_than_default(setting) for setting in DECLARED})
    for name, place in _PLACES.items():
        settings.remember(name, place)
    settings.set(LEARNER, LEARNERS_ID)
    settings.set_keys({"next": ["Ctrl+Return", "Alt+N"]})


def run(how: str, count: int, seed: int, place: Path) -> Figures:
    """Damage the settings `count` times, and use them as the window does."""
    names = {"flip": "bits flipped", "page": "pages faulty", "cut": "cut short"}
    figures = Figures(fault=f"{names[how]} in settings", seed=seed)
    place.mkdir(parents=True, exist_ok=True)
    write(place / "whole.toml")
    whole = (place / "whole.toml").read_bytes()
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        folder = place / "data"
        folder.mkdir()
        damaged = TOO_DEEP if number == 0 else HOW[how](whole, chance)
        (folder / "learners" / LEARNERS_ID).mkdir(parents=True)
        (folder / "settings.toml").write_bytes(damaged)
        _use(figures, folder, damaged, f"{how}, trial {number}")
        shutil.rmtree(folder)
    return figures


def _use(figures: Figures, folder: Path, damaged: bytes, what: str) -> None:
    figures.runs += 1
    figures.acknowledged += 1
    readable = _is_toml(damaged)
    settings = Settings(folder / "settings.toml")  # what it raises ends the run: no window would open
    if not all(setting.fits(settings[setting]) for setting in DECLARED):
        figures.invented += 1
        figures.complain(f"{what}: a value does not fit")
    settings.keys()
    for name in _PLACES:
        settings.place(name)
    if (settings.trouble == "put-aside") == readable:
        figures.wrong_message += 1
        figures.complain(f"{what}: readable {readable}, and told {settings.trouble!r}")
    aside = folder / "settings.damaged.toml"
    if not readable and aside.read_bytes() != damaged:
        figures.lost += 1
        figures.complain(f"{what}: what could not be read was not kept")
    if current_learner(DataFolders(folder), Settings(folder / "settings.toml")) != LEARNERS_ID:
        figures.lost += 1
        figures.complain(f"{what}: the learner is not found again")
    card = folder / "learners" / LEARNERS_ID / CARD
    card.write_bytes(damaged)  # and the learner's own card, damaged in the same way
    if [one.id for one in learners(DataFolders(folder))] != [LEARNERS_ID]:
        figures.lost += 1
        figures.complain(f"{what}: the learner is not listed")
    figures.repaired += not readable
    figures.untouched += readable
    for setting in DECLARED[:3]:  # and new choices are kept
        value = _other_than_default(setting)
        settings.set(setting, value)
        if Settings(folder / "settings.toml")[setting] != value:
            figures.lost += 1
            figures.complain(f"{what}: {setting.key} was not kept")


def _is_toml(content: bytes) -> bool:
    try:
        tomllib.loads(content.decode())
    except (ValueError, RecursionError):
        return False
    return True
