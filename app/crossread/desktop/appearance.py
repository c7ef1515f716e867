"""The look that the settings and the system ask for, brought to the window that is open."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from crossread.base.declared import RULER, TEXT_SIZE, THEME
from crossread.base.settings import Settings
from crossread.desktop.changing import set_kept
from crossread.desktop.theme import theme
from crossread.desktop.theme.motion import take_up_motion
from crossread.desktop.theme.typography import ReadingAids, Typography


def take_up(settings: Settings) -> bool:
    """Apply what the settings say of looks; tell whether colours or sizes of the window changed.

    Where only the texts are to stand otherwise, only they are laid out anew.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return False
    take_up_motion(settings)
    now, wanted = theme.current(), theme.load_theme(settings[THEME])
    typography, aids = Typography.of(settings), ReadingAids.of(settings)
    texts = (now.typography, now.aids) != (typography, aids)
    window = not theme.is_applied() or (now.name, now.text_size) != (wanted.name, settings[TEXT_SIZE])
    if window:
        theme.apply(app, wanted, settings[TEXT_SIZE], typography, aids)
    elif texts:
        theme.set_texts(typography, aids)
    return window


def turn_theme(settings: Settings) -> None:
    """Change to the next theme; after the last comes the first."""
    names = theme.theme_names()
    at = names.index(theme.current().name)
    set_kept(settings, THEME, names[(at + 1) % len(names)])


def turn_ruler(settings: Settings) -> None:
    """Change the reading ruler: none, a band, a line, none."""
    at = RULER.choices.index(settings[RULER])
    set_kept(settings, RULER, RULER.choices[(at + 1) % len(RULER.choices)])


class SystemLook(QObject):
    """Follows the system: from light to dark and to more contrast, as long as nothing else was chosen."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._hints = QGuiApplication.styleHints()  # without it there would be nothing to hear from
        self._hints.colorSchemeChanged.connect(self.take)
        wishes = getattr(self._hints, "accessibility", None)
        if wishes is not None:  # Qt 6.10 and later
            wishes().contrastPreferenceChanged.connect(self.take)

    def take(self, _what: object = None) -> None:
        """Take up what the system asks for now."""
        take_up(self._settings)
