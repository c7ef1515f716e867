"""Telling a screen reader what has changed on the page: the one place that all of it goes through."""

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcements(QObject):
    """Passes on every sentence that is announced, whether a screen reader runs or not."""

    made = Signal(str)


@cache
def announcements() -> Announcements:
    """Return what passes them on, one for the whole application."""
    return Announcements()


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence when it has finished what it is saying; "" says nothing."""
    if not sentence:
        return
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
    announcements().made.emit(sentence)
