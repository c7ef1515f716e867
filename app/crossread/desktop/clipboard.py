"""What was copied, at the end: it must be in Qt's own hands before Python goes."""

from PySide6.QtGui import QClipboard, QGuiApplication
from shiboken6 import createdByPython


def settle_clipboard() -> None:
    """Keep the words that were copied as plain words of Qt's own.

    What a text gives to the clipboard is made by Python. The system may ask for it, and Qt lets go of it,
    when Python has gone already: then the process would crash at its very end.
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if mode == QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        data = clipboard.mimeData(mode)
        if data is not None and createdByPython(data):
            clipboard.setText(data.text(), mode)
