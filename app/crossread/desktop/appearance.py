"""The look that the settings ask for, brought to the window that is open."""

from PySide6.QtWidgets import QApplication

from crossread.base.settings import TEXT_SIZE, THEME, Settings
from crossread.desktop.changing import set_kept
from crossread.desktop.theme import theme


def take_up(settings: Settings) -> bool:
    """Apply the theme and the text size of the settings; tell whether that changed anything."""
    now, wanted = theme.current(), theme.load_theme(settings[THEME])
    app = QApplication.instance()
    if (now.name, now.text_size) == (wanted.name, settings[TEXT_SIZE]) or not isinstance(app, QApplication):
        return False
    theme.apply(app, wanted, settings[TEXT_SIZE])
    return True


def turn_theme(settings: Settings) -> None:
    """Change from a light theme to the dark one, or back."""
    set_kept(settings, THEME, "paper" if theme.current().dark else "night")
