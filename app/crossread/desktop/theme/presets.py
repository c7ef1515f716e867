"""Presets: settings of how texts stand that go together, to be chosen with one key.

"Easier with dyslexia" follows these, and no one of them alone:

- British Dyslexia Association, Dyslexia Style Guide (2023): a plain face without serifs, more room between
  letters and, in proportion, between words, lines of 1.5 times their size or more, not too long, never
  justified, and room around paragraphs.
- M. Zorzi and others, Extra-large letter spacing improves reading in dyslexia, PNAS 109 (2012),
  doi 10.1073/pnas.1205566109: 2.5 points more between letters of 14 points (18 %). Here it is less, since
  OpenDyslexic's letters have wide sides of their own.
- J. Galliussi and others, Annals of Dyslexia 70 (2020), doi 10.1007/s11881-020-00194-x: more room between
  letters is a hindrance without more room between words; and the form of the letters made no difference.
  That a special face helps is not shown. Some like it, so it is offered; what is known to help is the room.
- WCAG 2.2, 1.4.12 Text Spacing: a page must bear lines of 1.5, paragraphs of 2, letters of 0.12 and words of
  0.16 times the text size.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from crossread.base import declared
from crossread.base.declared import Setting
from crossread.base.errors import N_
from crossread.base.settings import Settings

# What a preset decides on. The size of the text and the theme are the reader's own in all of them.
DECIDED: tuple[Setting[Any], ...] = (
    declared.TEXT_FACE,
    declared.LINE_HEIGHT,
    declared.MEASURE,
    declared.PARAGRAPH_SPACE,
    declared.LETTER_SPACE,
    declared.WORD_SPACE,
    declared.ALIGNMENT,
)


@dataclass(frozen=True, slots=True)
class Preset:
    """Settings that go together; what is not named in `values` is as at first."""

    id: str
    title: str
    help: str
    values: Mapping[Setting[Any], object]

    def value(self, setting: Setting[Any]) -> object:
        """Return what the preset has for one of the settings it decides on."""
        return self.values.get(setting, setting.default)


PRESETS: tuple[Preset, ...] = (
    Preset("usual", N_("Usual"), N_("As a book has it."), {}),
    Preset(
        "airy",
        N_("Airy"),
        N_("Shorter lines, and more room between them."),
        {declared.LINE_HEIGHT: 180, declared.MEASURE: 58, declared.PARAGRAPH_SPACE: 120},
    ),
    Preset(
        "compact",
        N_("Compact"),
        N_("More words in view: for comparing, and for small screens."),
        {declared.LINE_HEIGHT: 130, declared.MEASURE: 82, declared.PARAGRAPH_SPACE: 50},
    ),
    Preset(
        "dyslexia",
        N_("Easier with dyslexia"),
        N_(
            "Plain letters with room around letters, words and lines. Only you can tell whether it helps you."
        ),
        {
            declared.TEXT_FACE: "dyslexic",
            declared.LINE_HEIGHT: 180,
            declared.MEASURE: 54,
            declared.PARAGRAPH_SPACE: 140,
            declared.LETTER_SPACE: 8,
            declared.WORD_SPACE: 30,
        },
    ),
)


def preset_of(settings: Settings) -> Preset | None:
    """Return the preset that the settings come to; None where they are the reader's own."""
    for preset in PRESETS:
        if all(settings[setting] == preset.value(setting) for setting in DECIDED):
            return preset
    return None


def apply_preset(settings: Settings, preset: Preset) -> None:
    """Choose a preset; where the disk refuses, it holds until the window closes."""
    with suppress(OSError):
        settings.set_all({setting: preset.value(setting) for setting in DECIDED})


def turn_preset(settings: Settings) -> Preset:
    """Choose the next preset and return it: the first one after settings of the reader's own."""
    now = preset_of(settings)
    chosen = PRESETS[(PRESETS.index(now) + 1) % len(PRESETS)] if now else PRESETS[0]
    apply_preset(settings, chosen)
    return chosen
