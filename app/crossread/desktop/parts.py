"""Going round the parts of a page by F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_part(parts: Sequence[QWidget], by: int, way: Sequence[QWidget]) -> None:
    """Put the focus into the next part (`by` is 1) or the one before (-1), round and round.

    `way` is all that Tab comes to, in reading order. From what stands between the parts, such as a border or
    a second field, the next is the first part after it, the one before is the last part before it. A part
    that has a `focus` method chooses itself where in it the focus goes.
    """
    focus = QApplication.focusWidget()
    here = next((place for place, part in enumerate(parts) if _holds(part, focus)), None)
    target = parts[(here + by) % len(parts)] if here is not None else _beside(parts, focus, by, way)
    choose = getattr(target, "focus", None)
    if callable(choose):
        choose()
    else:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def _beside(parts: Sequence[QWidget], focus: QWidget | None, by: int, way: Sequence[QWidget]) -> QWidget:
    """Return the part next to a widget that is in none of them."""
    if focus not in way:
        return parts[0 if by > 0 else -1]
    at = way.index(focus)
    starts = {
        next((place for place, stop in enumerate(way) if _holds(part, stop)), -1): part for part in parts
    }
    found = sorted(starts)
    after, before = [start for start in found if start > at], [start for start in found if start < at]
    if by > 0:
        return starts[(after or found)[0]]
    return starts[(before or found)[-1]]
