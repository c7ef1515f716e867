"""Backups in words, the same in the window and on the command line: why one was made, how large it is."""

from crossread.base.errors import N_
from crossread.base.translation import _

_WHY = {
    "start": N_("at a start"),
    "asked": N_("asked for"),
    "upgrade": N_("before an upgrade"),
    "import": N_("before notes of others were added"),
    "restore": N_("before a restore"),
    "deletion": N_("before something was deleted"),
    "restored": N_("after a restore"),
    "repaired": N_("after a repair"),
    "brought": N_("brought back from a copy"),
}
_KILO, _MEGA = 1000, 1_000_000


def why_words(why: str) -> str:
    """Say why a backup was made; "by Crossread" where it is not known."""
    return _(_WHY[why]) if why in _WHY else _("by Crossread")


def size_words(size: int) -> str:
    """Say a size in bytes."""
    if size < _MEGA:
        return _("{count} kB").format(count=max(1, round(size / _KILO)))
    return _("{count} MB").format(count=f"{size / _MEGA:.1f}")
