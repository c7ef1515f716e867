"""Keeping the look that was chosen, and following the system's light or dark where that was chosen."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from crossread.desktop.theme import theme


class ThemeKeeper(QObject):
    """Applies the chosen theme, and applies it again when the system turns light or dark.

    `changed` comes after each change of the look.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._name, self._text_size = "", theme.READING
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, name: str, text_size: int = theme.READING) -> None:
        """Apply a theme by name, or "system", with reading text of `text_size` pixels.

        Raises FileNotFoundError where there is no such theme.
        """
        chosen = theme.load_theme(name)
        self._name, self._text_size = name, text_size
        self._apply(chosen)

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        if self._name == "system":
            self._apply(theme.load_theme("system"))

    def _apply(self, chosen: theme.Theme) -> None:
        if (theme.is_applied(), theme.current().name, theme.current().text_size) == (
            True,
            chosen.name,
            self._text_size,
        ):
            return
        theme.apply(self._app, chosen, self._text_size)
        self.changed.emit()
