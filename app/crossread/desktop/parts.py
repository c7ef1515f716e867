"""Going round the parts of a page by F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_part(parts: Sequence[QWidget], by: int) -> None:
    """Put the focus into the next part (`by` is 1) or the one before (-1), round and round.

    A part that has a `focus` method chooses itself where in it the focus goes.
    """
    focus = QApplication.focusWidget()
    here = next((place for place, part in enumerate(parts) if _holds(part, focus)), -1 if by > 0 else 0)
    target = parts[(here + by) % len(parts)]
    choose = getattr(target, "focus", None)
    if callable(choose):
        choose()
    else:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))
