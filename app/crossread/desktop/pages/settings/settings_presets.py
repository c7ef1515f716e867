"""Presets of how texts look, as one row: each sets several settings at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.theme.presets import PRESETS, Preset, apply_preset, preset_of
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.texts.finding.search_folding import fold_words


class PresetRow(QWidget):
    """The presets side by side, and what the one in force is good for; each change holds at once."""

    def __init__(self, settings: Settings, parent: QWidget, *, brief: bool = False) -> None:
        super().__init__(parent)
        self._settings = settings
        self._brief = brief
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(labels.strong(_("Preset")))
        self._told = labels.quiet("", self)
        self._told.setVisible(not brief)
        if not brief:
            column.addWidget(self._told)
        options = [(preset.id, _(preset.title)) for preset in PRESETS]
        self._switch = Segmented(options, self, look="rings", name=_("Preset"))
        self._switch.chosen.connect(self._chosen)
        column.addWidget(self._switch)
        self.setFocusProxy(self._switch)
        self.read()

    def read(self) -> None:
        """Show the preset in force, none where the settings are the reader's own."""
        preset = preset_of(self._settings)
        self._switch.set_value(preset.id if preset else "")
        told = _(preset.help) if preset else _("Your own settings; a preset takes their place.")
        self._told.setText(told)
        self._switch.setAccessibleDescription(told)

    def _chosen(self, value: str) -> None:
        preset: Preset = next(one for one in PRESETS if one.id == value)
        apply_preset(self._settings, preset)
        announce(self, f"{_(preset.title)}. {_(preset.help)}")


def fits_presets(typed: str) -> bool:
    """Tell whether the presets speak of all the words typed."""
    titles = " ".join(f"{_(preset.title)} {_(preset.help)}" for preset in PRESETS)
    told = fold_words(f"{_('Preset')} {titles}")
    return all(word in told for word in fold_words(typed).split())
