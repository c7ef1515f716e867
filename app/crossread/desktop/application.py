"""The application that all windows are of: its name, and the language of Qt's own words."""

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from crossread.base.translation import is_from_the_right
from crossread.desktop import no_screen


def application() -> QApplication:
    """Return the application, made where there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        with no_screen.told():
            app = QApplication(sys.argv[:1])
    app.setApplicationName("Crossread")
    app.setApplicationDisplayName("Crossread")
    app.setDesktopFileName("crossread")
    return app


def translate(app: QApplication, language: str) -> None:
    """Have Qt's own words in the language of the window, and its direction; "" is the system's.

    Where Crossread itself does not speak the system's language, the window stays as English is read.
    """
    right = is_from_the_right(language)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    translator = QTranslator(app)
    locale = QLocale(language) if language else QLocale.system()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(locale, "qtbase", "_", folder):
        app.installTranslator(translator)
