"""Changing a setting from the window: it holds at once, and is kept where the disk allows."""

from contextlib import suppress
from typing import Any

from crossread.base.declared import Setting
from crossread.base.settings import Settings


def set_kept(settings: Settings, setting: Setting[Any], value: object) -> None:
    """Change a setting; where the disk refuses, it holds until the window closes."""
    with suppress(OSError):
        settings.set(setting, value)


def step(settings: Settings, setting: Setting[int], by: int) -> None:
    """Change a number by a step, within its bounds."""
    value = settings[setting] + by
    if setting.fits(value):
        set_kept(settings, setting, value)
