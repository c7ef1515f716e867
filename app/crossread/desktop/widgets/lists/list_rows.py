"""Filling a list anew without emptying it: rows stay and take on other words."""

from PySide6.QtWidgets import QListWidget, QListWidgetItem


def rows(shown: QListWidget, count: int) -> list[QListWidgetItem]:
    """Give a list so many rows and return them; each is then to be given all that it shows.

    Emptying a list while it is read out has brought the window down.
    """
    for row in reversed(range(count, shown.count())):
        shown.takeItem(row)
    while shown.count() < count:
        shown.addItem(QListWidgetItem())
    return [shown.item(row) for row in range(count)]
