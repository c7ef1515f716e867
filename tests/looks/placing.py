"""Where everything of a page stands, to be compared: in two themes alike, turned round as in a mirror."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.looks.painted import lines
from tests.looks.seeing import OVERLAY, OWN_DIRECTION, children, told

SLACK = 2  # pixels that rounding may take
INK_SLACK = 8  # pixels by which signs at the ends of a line, and marks beside its words, may part two lines


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one widget stands in the one around it, and from where to where the words at each height go.

    All in pixels, from the left upper corner of what they stand in; `room` is how wide that is.
    """

    told: str
    where: QRect
    room: int
    ink: tuple[tuple[int, int, int], ...]  # top, left, right
    overlay: bool = False  # whether it lies over others


Placed = Mapping[str, Stand]


def placed(root: QWidget) -> Placed:
    """Return what stands where, each widget by the way to it."""
    return dict(_placed(root, type(root).__name__, root.width()))


def _placed(widget: QWidget, name: str, room: int) -> Iterator[tuple[str, Stand]]:
    where = QRect(0, 0, widget.width(), widget.height()) if widget.isWindow() else widget.geometry()
    ink: dict[int, tuple[int, int, int]] = {}
    for line in () if _has_own_direction(widget) else lines(widget):
        top, left, right = round(line.ink.top()), round(line.ink.left()), round(line.ink.right())
        there = ink.get(top, (top, left, right))
        ink[top] = (top, min(left, there[1]), max(right, there[2]))
    yield name, Stand(told(widget), where, room, tuple(sorted(ink.values())), bool(widget.property(OVERLAY)))
    if widget.property(OWN_DIRECTION):
        return
    for number, child in enumerate(children(widget)):
        yield from _placed(child, f"{name} > {number}", widget.width())


def _has_own_direction(widget: QWidget) -> bool:
    """Tell whether words run as their language does, whichever way the window runs, or Qt places them."""
    around = widget.parentWidget()
    if isinstance(around, QAbstractScrollArea) and around.viewport() is widget:
        return isinstance(around, QTextEdit | QPlainTextEdit)
    if (
        isinstance(widget, QLabel)
        and widget.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    ):
        return True
    return isinstance(widget, QLineEdit | QMenu) or bool(widget.property(OWN_DIRECTION))


def moved(one: Placed, other: Placed) -> list[str]:
    """List what stands elsewhere on the other page than on the one."""
    found = _only_on_one(one, other)
    for name, stand in one.items():
        there = other.get(name)
        if there is not None and (stand.where, stand.ink) != (there.where, there.ink):
            found.append(f"moved: {stand.told} from {_rect(stand.where)} to {_rect(there.where)}")
    return found


def not_mirrored(plain: Placed, turned: Placed) -> list[str]:
    """List what does not stand where a mirror would show it."""
    found = _only_on_one(plain, turned)
    for name, stand in plain.items():
        there = turned.get(name)
        if there is None:
            continue
        left = stand.room - stand.where.x() - stand.where.width()
        if stand.overlay:  # it stands by the words that it is about, and these run as their language does
            left = there.where.x()
        if abs(there.where.x() - left) > SLACK or there.where.width() != stand.where.width():
            found.append(f"not turned round: {stand.told} is at {_rect(there.where)} and not at {left}")
        width = stand.where.width()
        wanted = [(top, width - right, width - left) for top, left, right in stand.ink]
        if len(wanted) != len(there.ink) or any(
            max(abs(one - other) for one, other in zip(here, mirrored, strict=True)) > INK_SLACK
            for here, mirrored in zip(there.ink, wanted, strict=True)
        ):
            found.append(f"not turned round: words of {stand.told} are at {there.ink} and not at {wanted}")
    return found


def _only_on_one(one: Placed, other: Placed) -> list[str]:
    return [f"only on one page: {(one.get(name) or other[name]).told}" for name in one.keys() ^ other.keys()]


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}x{rect.height()}"
