"""Whether anything may move: not where the learner or the system asks for less; not even the caret then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crossread.base.declared import MOTION
from crossread.base.settings import Settings
from crossread.desktop.theme.system import allows_motion

_AS_THE_SYSTEM = -1
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


def motion_allowed(settings: Settings) -> bool:
    """Tell whether anything may fade or move: whatever does so in the window asks here."""
    return settings[MOTION] != "none" and allows_motion()


def take_up_motion(settings: Settings) -> None:
    """Let the caret blink and Qt's own menus and tips fade, or not.

    Nothing else in the window moves. Effects that were stilled stay so until the window closes: the system's
    own choice of them cannot be asked for a second time.
    """
    allowed = motion_allowed(settings)
    QApplication.setCursorFlashTime(_AS_THE_SYSTEM if allowed else 0)
    if not allowed:
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, enable=False)
