"""What the palette can find: actions, the open pack, other packs, settings and their values, help."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from crossread.base.declared import DECLARED, THEME, Setting
from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop import own_keys
from crossread.desktop.keys import BY_ID, Where
from crossread.desktop.pages.desk.companions import LABELS
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.settings.key_words import action_words, key_words, wheres
from crossread.desktop.pages.settings.settings_words import GROUP_LABELS, options, value_label
from crossread.desktop.place import Place, Spot
from crossread.desktop.theme.presets import PRESETS
from crossread.inquiry.asked import asked, opens_after, waits
from crossread.operations.opening.opened import OpenPack

# Where an action is possible, said to those who are elsewhere.
_WHERE: dict[Where, str] = {
    "everywhere": "",
    "pack": N_("in a pack"),
    "library": N_("in the library"),
    "before": N_("before reading"),
    "meet": N_("where sources are met"),
    "desk": N_("on the desk"),
    "asking": N_("at a question"),
    "alone": N_("in review and practice"),
    "answer": N_("in an answer"),
    "text": N_("in a text"),
    "board": N_("on the notes board"),
    "timeline": N_("on the timeline"),
    "search": N_("in the search"),
    "settings": N_("in the settings"),
    "help": N_("in the help"),
    "about": N_("on the page about Crossread"),
    "progress": N_("on the page “How it is going”"),
    "plain": N_("in the library"),
}

# What else an action may be called: whoever wants one passage uncovered is not to uncover them all, and who
# looks for their progress is not to be led to the help on it.
_NAMES: dict[str, tuple[str, ...]] = {
    "veil": (N_("Graphic passage"), N_("Veil over a passage")),
    "progress": (N_("Progress"),),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette.

    `key` names it for good, so that what was chosen lately comes first. `kind` is what it is, "" for an
    action; `note` what stands beside it: its keys, or why it cannot be had here. One of `action`, `place`,
    `value`, `preset` and `companion` says what it does. `more` are words that find it as well, `names` what
    else it may be called. One whose `words` are many is found by its `name` alone where one word is typed.
    """

    key: str
    words: str
    kind: str = ""
    note: str = ""
    more: str = ""
    names: tuple[str, ...] = ()
    name: str = ""
    possible: bool = True
    action: str = ""
    place: Place | None = None
    value: tuple[Setting[Any], object] | None = None
    preset: str = ""
    companion: str = ""


def actions(can: Callable[[str], bool]) -> Iterator[Entry]:
    """List the actions, with their keys; those that do nothing here say where they do."""
    for action in own_keys.now().actions:
        possible = can(action.id)
        if (action.owned and not possible) or action.id == "palette":
            continue
        yield Entry(
            f"action/{action.id}",
            action_words(action),
            note=key_words(action.id) if possible else _(_WHERE[action.where]),
            more=action.id.replace("-", " "),
            names=tuple(_(name) for name in _NAMES.get(action.id, ())),
            possible=possible,
            action=action.id,
        )


def of_pack(around: Surroundings, opened: OpenPack, *, on_desk: bool) -> Iterator[Entry]:
    """List the stages, sources and questions of the open pack, and what may stand beside its texts."""
    pack, state = opened.pack, around.session.state(opened.pack.id)
    for number, stage in enumerate(pack.stages, 1):
        place = Place("stage", pack.id, stage.id)
        yield Entry(
            f"stage/{pack.id}/{stage.id}", f"{number}. {stage.title}", _("Stage"), pack.title, place=place
        )
    reading = next((stage.id for stage in pack.stages if stage.kind == "read"), "")
    for source in pack.sources if reading else ():
        put = Place("stage", pack.id, "" if on_desk else reading, spot=Spot(source.id, "digest", 0))
        yield Entry(
            f"source/{pack.id}/{source.id}",
            _("{letter}: {title}").format(letter=source.letter, title=source.card.title),
            _("Source"),
            note=source.card.short,
            place=None if on_desk else put,
            action=f"source-{source.letter}" if on_desk else "",
        )
    for stage in pack.stages:
        for number, question in enumerate(asked(state, pack, stage.id), 1):
            note = stage.title
            if waits(question, opened.has_original):
                note = _("waits for the original")
            elif opens_after(state, pack, question, opened.has_original):
                note = _("not open yet")
            yield Entry(
                f"question/{pack.id}/{question.id}",
                _("Question {number}: {prompt}").format(number=number, prompt=question.prompt),
                _("Question"),
                note=note,
                more=stage.title,
                name=_("Question {number}").format(number=number),
                place=Place("stage", pack.id, stage.id, question=question.id),
            )
    for name, label in LABELS.items() if on_desk else ():
        yield Entry(f"companion/{name}", _(label), _("Beside the texts"), companion=name)


def packs(around: Surroundings) -> Iterator[Entry]:
    """List the packs of the library."""
    for pack in around.session.shelf():
        if not pack.broken:
            yield Entry(f"pack/{pack.id}", pack.title, _("Pack"), place=Place("overview", pack.id))


def stages(around: Surroundings, but: str) -> Iterator[Entry]:
    """List the stages of the packs that were begun, without opening one; `but` is listed already."""
    from crossread.desktop.pages.progress.begun_packs import stages_told

    for pack in around.session.shelf():
        if pack.broken or pack.id == but:
            continue
        for number, (title, _answered, _required, stage) in enumerate(
            stages_told(around.session, pack.id), 1
        ):
            yield Entry(
                f"stage/{pack.id}/{stage}",
                f"{number}. {title}",
                _("Stage"),
                pack.title,
                place=Place("stage", pack.id, stage),
            )


def settings(around: Surroundings) -> Iterator[Entry]:
    """List the settings, and each value that one of a few can be given at once."""
    for setting in DECLARED:
        if setting.who == "locked":
            continue
        now = value_label(setting, around.settings[setting])
        yield Entry(
            f"setting/{setting.key}",
            _("Setting: {setting}").format(setting=_(setting.label)),
            _(GROUP_LABELS[setting.group]),
            note=now,
            more=_(setting.help),
            place=Place("settings", about=setting.key),
        )
        if setting.who == "learner":
            yield from _values(setting, around.settings[setting])
    for preset in PRESETS:
        words = _("Texts: {preset}").format(preset=_(preset.title))
        yield Entry(f"preset/{preset.id}", words, _("Preset"), more=_(preset.help), preset=preset.id)


def _values(setting: Setting[Any], now: object) -> Iterator[Entry]:
    choices: list[Any] = [value for value, _label in options(setting) if setting.choices]
    if isinstance(setting.default, bool):
        choices = [not now]
    for value in choices:
        words = _("{setting}: {value}").format(setting=_(setting.label), value=value_label(setting, value))
        kind = _("Theme") if setting is THEME else _(GROUP_LABELS[setting.group])
        note = _("as it is now") if value == now else ""
        yield Entry(f"value/{setting.key}/{value}", words, kind, note=note, value=(setting, value))


def helps() -> Iterator[Entry]:
    """List the pages of the help and their sections."""
    from crossread.desktop.pages.help.help_pages import topics

    for topic in topics():
        place = Place("help", about=topic.id)
        yield Entry(f"help/{topic.id}", topic.title, _("Help"), place=place)
        for number, section in enumerate(topic.sections):
            there = replace(place, about=f"{topic.id}#{number}")
            yield Entry(f"help/{topic.id}/{number}", section, _("Help"), note=topic.title, place=there)


def first(can: Callable[[str], bool], page: str) -> list[Entry]:
    """List what is shown before anything is typed: the actions possible here, the page's own first.

    Those that differ by a number only come last: nine lines on picking an answer would hide all others.
    """
    order = {where: place for place, where in enumerate(wheres(page))}
    here = [entry for entry in actions(can) if entry.possible]
    return sorted(here, key=lambda entry: (bool(BY_ID[entry.action].nth), order[BY_ID[entry.action].where]))


def everything(
    around: Surroundings, opened: OpenPack | None, can: Callable[[str], bool], *, on_desk: bool
) -> Iterator[Entry]:
    """List all that can be found, in the order in which equals stand."""
    yield from actions(can)
    if opened is not None:
        yield from of_pack(around, opened, on_desk=on_desk)
    yield from stages(around, opened.pack.id if opened is not None else "")
    yield from settings(around)
    yield from helps()
    yield from packs(around)
