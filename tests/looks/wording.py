"""What is wrong with the words that widgets paint: cut off, left out for good, or run into by others."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from tests.looks.painted import Line, lines, shown
from tests.looks.seeing import OVERLAY, children

SLACK = 2  # pixels that rounding may take
TEXT_SLACK = 3  # pixels that the ink of slanted or wide letters may stand out by
TAILS = 0.3  # of a line's height
LEFT_OUT = "…"
SIGNS = "…‹›.,;: "  # signs at the end of a line stand at its other end where all runs from the right
_TOLD = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def plain(words: str) -> str:
    """Return words as they are seen, with no mark of Qt's for a shortcut."""
    return shown(words.replace("&&", "&"))


def wording(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the words of one widget: a kind of fault, and what it is about."""
    painted = lines(widget)
    for line in painted:
        yield from _cut(widget, line)
    yield from _left_out(widget, painted)
    yield from _run_into(widget, painted)


# Cut off


def _cut(widget: QWidget, line: Line) -> Iterator[tuple[str, str]]:
    room, ink, seen, scrolled = QRectF(widget.rect()), line.ink, line.seen, _is_scrolled(widget)
    if scrolled and seen.height() < ink.height() - SLACK:
        return  # it comes into view when it is scrolled to, and is looked at then
    if _is_text(widget):
        seen = ink  # where words are selected they are painted in pieces
    across = max(room.left() - ink.left(), ink.right() - room.right(), ink.width() - seen.width())
    down = max(room.top() - ink.top(), ink.bottom() - room.bottom(), ink.height() - seen.height())
    if across > TEXT_SLACK and not _may_go_on(widget):
        yield "cut", f"“{plain(line.words)}” by {across:.0f} pixels across"
    if down > SLACK and not scrolled:
        yield "cut", f"“{plain(line.words)}” by {down:.0f} pixels of height"


def _may_go_on(widget: QWidget) -> bool:
    """Tell whether a line may be longer than its field: what was typed into one line is."""
    return isinstance(widget, QLineEdit) and bool(widget.text())


def _is_text(widget: QWidget) -> bool:
    """Tell whether a widget shows a text that words can be selected in."""
    around = widget.parentWidget()
    return isinstance(widget, QLineEdit) or (
        isinstance(around, QTextEdit | QPlainTextEdit) and around.viewport() is widget
    )


def _is_scrolled(widget: QWidget) -> bool:
    """Tell whether what does not fit into the height comes into view by scrolling."""
    area = widget.parentWidget()
    if isinstance(area, QHeaderView) and area.orientation() == Qt.Orientation.Vertical:
        table = area.parentWidget()  # the head of a row goes with its table
        return isinstance(table, QTableView) and table.verticalScrollBar().maximum() > 0
    return (
        isinstance(area, QAbstractScrollArea)
        and area.viewport() is widget
        and (area.verticalScrollBar().maximum() > 0 or isinstance(area, QTextEdit))
    )


# Left out


def _left_out(widget: QWidget, painted: list[Line]) -> Iterator[tuple[str, str]]:
    own: list[str] | None = None
    for line in painted:
        if not plain(line.words).endswith(LEFT_OUT) and not plain(line.words).startswith(LEFT_OUT):
            continue
        words = _bare(line.words)
        own = [_bare(one) for one in _own(widget) if LEFT_OUT in one] if own is None else own
        if any(words in one for one in own):
            continue  # these three dots are its own
        if not any(words in _bare(one) and len(_bare(one)) > len(words) for one in _told(widget)):
            yield "elided", f"“{plain(line.words)}” tells the rest nowhere"


def _bare(words: str) -> str:
    """Return words alone, to be compared: without dots, and without signs that go to either end."""
    return plain("".join(" " if sign in SIGNS else sign for sign in words))


def _own(widget: QWidget) -> Iterator[str]:
    """Yield the words that a widget was given to show, with three dots where these mean more than "cut"."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QAbstractButton | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QLabel) and " " not in plain(widget.text()):
        yield widget.text()  # "saving…" goes on; several words may have been cut before the label got them
    elif isinstance(widget, QMenu):
        for action in widget.actions():
            yield action.text()
    view = _view(widget)
    if view is not None:
        yield from _data(view, Qt.ItemDataRole.DisplayRole)
    area = widget.parentWidget()
    if isinstance(area, QTextEdit | QPlainTextEdit):
        yield area.toPlainText()


def _told(widget: QWidget) -> Iterator[str]:
    """Yield where the whole of what a widget shows may be read: its tip; of a list, also what it tells."""
    yield widget.toolTip()
    view = _view(widget)
    if view is not None:
        for role in _TOLD:
            yield from _data(view, role)


def _view(widget: QWidget) -> QAbstractItemView | None:
    area = widget.parentWidget()
    return area if isinstance(area, QAbstractItemView) and area.viewport() is widget else None


def _data(view: QAbstractItemView, role: Qt.ItemDataRole) -> Iterator[str]:
    model = view.model()
    if isinstance(view, QHeaderView):
        for at in range(view.count()):
            yield str(model.headerData(at, view.orientation(), role) or "")
        return
    for row in range(model.rowCount()):
        cell = model.index(row, 0)
        while cell.isValid():
            yield str(model.data(cell, role) or "")
            cell = model.index(row, cell.column() + 1)


# Run into


def _run_into(widget: QWidget, painted: list[Line]) -> Iterator[tuple[str, str]]:
    for at, line in enumerate(painted):
        for other in painted[at + 1 :] if not _is_text(widget) else ():
            if _meet(line.seen, other.seen) and line.words != other.words:
                yield "overlapping", f"“{plain(line.words)}” and “{plain(other.words)}”"
        for child in children(widget):
            if not child.property(OVERLAY) and _meet(line.seen, QRectF(child.geometry())):
                yield "overlapping", f"“{plain(line.words)}” and a {type(child).__name__}"


def _meet(one: QRectF, other: QRectF) -> bool:
    """Tell whether two lie on each other, by more than tails that reach into the next line."""
    common = one.intersected(other)
    return common.width() > SLACK and common.height() > TAILS * min(one.height(), other.height())
