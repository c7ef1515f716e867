"""Keys that change how things look: the theme, the size and the preset of the texts, the reading ruler."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crossread.base.declared import RULER, TEXT_SIZE, THEME, Setting
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.appearance import turn_ruler, turn_theme
from crossread.desktop.changing import set_kept, step
from crossread.desktop.widgets.announce import announce

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed


class LookKeys(QObject):
    """Changes a look by its key and tells a screen reader what it is now."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window

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
        step(self._settings, TEXT_SIZE, 1)
        self._tell(TEXT_SIZE)

    def smaller_text(self) -> None:
        """Make all text a step smaller."""
        step(self._settings, TEXT_SIZE, -1)
        self._tell(TEXT_SIZE)

    def usual_text(self) -> None:
        """Give all text the size that it had at first."""
        set_kept(self._settings, TEXT_SIZE, TEXT_SIZE.default)
        self._tell(TEXT_SIZE)

    def next_theme(self) -> None:
        """Change to the next theme."""
        turn_theme(self._settings)
        self._tell(THEME)

    def next_ruler(self) -> None:
        """Change the reading ruler: none, a band, a line."""
        turn_ruler(self._settings)
        self._tell(RULER)

    def next_preset(self) -> None:
        """Change to the next preset of how texts stand."""
        from crossread.desktop.theme.presets import turn_preset

        preset = turn_preset(self._settings)
        announce(self._window, _("Texts: {preset}").format(preset=_(preset.title)))

    def _tell(self, setting: Setting[Any]) -> None:
        from crossread.desktop.pages.settings.settings_words import value_label

        announce(
            self._window,
            _("{setting}: {value}").format(
                setting=_(setting.label), value=value_label(setting, self._settings[setting])
            ),
        )
