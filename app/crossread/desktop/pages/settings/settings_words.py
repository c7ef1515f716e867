"""What settings and their values are called, on the settings page, in the Aa menu and in the palette."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from crossread.base.declared import DECLARED, LANGUAGE, TEXT_FACE, THEME, Group, Setting
from crossread.base.errors import N_
from crossread.base.folders import locale_folder
from crossread.base.translation import _, available
from crossread.desktop.theme import theme
from crossread.desktop.theme.fonts import FACES, face_note
from crossread.texts.finding.search_folding import fold_words

GROUPS: tuple[Group, ...] = get_args(Group)

GROUP_LABELS: Mapping[Group, str] = {
    "look": N_("Window"),
    "text": N_("Texts"),
    "reading": N_("Reading"),
    "answering": N_("Answering"),
    "keys": N_("Keys"),
    "other": N_("Other"),
}

_VALUES: Mapping[str, Mapping[str, str]] = {
    "motion": {"system": N_("As the system"), "none": N_("None")},
    "text-face": {
        "serif": N_("With serifs"),
        "sans": N_("Without serifs"),
        "dyslexic": N_("OpenDyslexic"),
        "mono": N_("All of one width"),
    },
    "alignment": {"ragged": N_("Ragged"), "justified": N_("Justified")},
    "ruler": {"off": N_("Off"), "band": N_("Band"), "line": N_("Line")},
    "mode": {
        "myself": N_("By one person"),
        "classroom": N_("By a class"),
        "open": N_("By guests"),
    },
}


def value_note(setting: Setting[Any], value: object) -> str:
    """Say what has to be known of a value on this machine; "" for most."""
    if setting is TEXT_FACE:
        return next((face_note(face) for face in FACES if face == value), "")
    return ""


def settings_of(group: Group) -> tuple[Setting[Any], ...]:
    """Return the settings of a group that are shown at all, in the order of their declaration."""
    return tuple(one for one in DECLARED if one.group == group and one.who != "locked")


def options(setting: Setting[Any]) -> Sequence[tuple[str, str]]:
    """Return what a setting may be as (value, label); none for a number or a switch."""
    if setting is LANGUAGE:
        return [("", _("As the system")), *available(locale_folder())]
    return [(value, value_label(setting, value)) for value in setting.choices]


def value_label(setting: Setting[Any], value: object) -> str:
    """Say a value of a setting in words: "17 px", "On", "Night"."""
    if isinstance(value, bool):
        return _("On") if value else _("Off")
    if isinstance(value, int):
        return f"{value}\u202f{_(setting.unit)}" if setting.unit else str(value)
    if setting is THEME:
        return _("As the system") if value == "system" else _(theme.load_theme(str(value)).title)
    if setting is LANGUAGE:
        return dict(options(setting)).get(str(value), str(value))
    words = _VALUES.get(setting.key, {}).get(str(value))
    return _(words) if words else str(value)


def fits_words(setting: Setting[Any], typed: str) -> bool:
    """Tell whether a setting speaks of all the words typed: in its name, its help or its values."""
    labels = " ".join(label for _value, label in options(setting))
    told = fold_words(f"{_(setting.label)} {_(setting.help)} {labels} {_(GROUP_LABELS[setting.group])}")
    return all(word in told for word in fold_words(typed).split())


def stepped(setting: Setting[int], value: int, by: int) -> int:
    """Return a number `by` steps further, no further than its bounds."""
    wanted = value + by * setting.step
    low = wanted if setting.low is None else max(wanted, int(setting.low))
    return low if setting.high is None else min(low, int(setting.high))
