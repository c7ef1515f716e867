"""Telling a screen reader what has changed on the page: the one place that all of it goes through."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_listening: list[Callable[[str], object]] = []


def listen(hear: Callable[[str], object]) -> Callable[[], None]:
    """Have every sentence that is announced passed on, whether a screen reader runs or not.

    Returns what ends it.
    """
    _listening.append(hear)

    def stop() -> None:
        _listening.remove(hear)

    return stop


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence when it has finished what it is saying; "" says nothing."""
    if not sentence:
        return
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
    for hear in _listening:
        hear(sentence)
