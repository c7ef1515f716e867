"""Keys that change how things look: the theme, the size and the preset of the texts, the reading ruler."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crossread.base.declared import RULER, TEXT_SIZE, THEME, Setting
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.appearance import turn_ruler, turn_theme
from crossread.desktop.changing import set_kept, step
from crossread.desktop.key_tips import first_key
from crossread.desktop.undo_offer import UndoOffer
from crossread.desktop.widgets.announce import announce

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed


class LookKeys(QObject):
    """Changes a look by its key and tells what it is now.

    What a key does may be done unawares, by who thought to write: the window says so, and offers what it was
    before the first of several such keys.
    """

    def __init__(self, settings: Settings, offer: UndoOffer, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._offer, self._window = settings, offer, window
        self._before: dict[Setting[Any], object] = {}

    def deeds(self) -> "Mapping[str, Deed]":
        """Return what each of the keys does."""
        return {
            "bigger": self.larger_text,
            "smaller": self.smaller_text,
            "normal": self.usual_text,
            "theme": self.next_theme,
            "preset": self.next_preset,
            "ruler": self.next_ruler,
        }

    def larger_text(self) -> None:
        """Make all text a step larger."""
        self._remember((TEXT_SIZE,))
        step(self._settings, TEXT_SIZE, 1)
        self._say(self._words(TEXT_SIZE), "bigger")

    def smaller_text(self) -> None:
        """Make all text a step smaller."""
        self._remember((TEXT_SIZE,))
        step(self._settings, TEXT_SIZE, -1)
        self._say(self._words(TEXT_SIZE), "smaller")

    def usual_text(self) -> None:
        """Give all text the size that it had at first."""
        self._remember((TEXT_SIZE,))
        set_kept(self._settings, TEXT_SIZE, TEXT_SIZE.default)
        self._say(self._words(TEXT_SIZE), "normal")

    def next_theme(self) -> None:
        """Change to the next theme."""
        self._remember((THEME,))
        turn_theme(self._settings)
        self._say(self._words(THEME), "theme")

    def next_ruler(self) -> None:
        """Change the reading ruler: none, a band, a line."""
        self._remember((RULER,))
        turn_ruler(self._settings)
        self._say(self._words(RULER), "ruler")

    def next_preset(self) -> None:
        """Change to the next preset of how texts stand."""
        from crossread.desktop.theme.presets import DECIDED, turn_preset

        self._remember(DECIDED)
        preset = turn_preset(self._settings)
        self._say(_("Texts: {preset}").format(preset=_(preset.title)), "preset")

    def _remember(self, settings: Iterable[Setting[Any]]) -> None:
        """Remember how these are, unless that is known from a key before."""
        if not self._offer.is_of(self._take_back):
            self._before = {}
        for setting in settings:
            self._before.setdefault(setting, self._settings[setting])

    def _say(self, words: str, action: str) -> None:
        """Say in the window what changed, by which key, and how it is taken back."""
        key = first_key(action)
        by_key = _("{words}. The key {key} changes it; {undo} takes that back.")
        told = by_key.format(words=words, key=key, undo=first_key("undo")) if key else f"{words}."
        self._offer.offer(told, self._take_back)

    def _take_back(self) -> None:
        before, self._before = self._before, {}
        with suppress(OSError):
            self._settings.set_all(before)
        known = [setting for setting in (THEME, TEXT_SIZE, RULER) if setting in before]
        told = ". ".join(map(self._words, known)) or _("Texts as they were")
        announce(self._window, told)

    def _words(self, setting: Setting[Any]) -> str:
        from crossread.desktop.pages.settings.settings_words import value_label

        return _("{setting}: {value}").format(
            setting=_(setting.label), value=value_label(setting, self._settings[setting])
        )
