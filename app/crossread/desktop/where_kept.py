"""Saying once that all is kept on a network drive or in a cloud's folder, what that means, and what to do."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.base.where_kept import WhereKept, where_kept
from crossread.desktop.record_banners import RecordBanners


def tell_where_kept(folder: Path, settings: Settings, banners: RecordBanners) -> None:
    """Say where the data folder lies, where that needs saying and was not understood yet for this folder."""
    place = where_kept(folder)
    if place.kind != "here" and settings.place("kept-where").get("folder") != str(folder):
        banners.say_where(in_words(place), partial(_remember, settings, str(folder)))


def in_words(place: WhereKept) -> str:
    """Say what a place means for what is kept there."""
    if place.kind == "network":
        return _(
            "Your answers are kept on a network drive. That works as long as one machine at a time uses "
            "them; saving is slower, and a broken connection shows as “not saved”. Safer is a folder on this "
            "machine's own disk: start Crossread with --data and that folder."
        )
    return _(
        "Your answers are kept in a folder that {cloud} copies. If it puts an older copy back, or two "
        "machines write at once, the record may have to be repaired. Safer is a folder that stays on this "
        "machine: start Crossread with --data and that folder, and keep copies by “Backups”."
    ).format(cloud=place.name)


def _remember(settings: Settings, folder: str) -> None:
    with suppress(OSError):
        settings.remember("kept-where", {"folder": folder})
