"""The links of a text by keyboard: from one to the next, and which one the caret is on."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument


def link_at(cursor: QTextCursor) -> QUrl | None:
    """Return the address of the link at a cursor; None where there is none."""
    style = cursor.charFormat()
    return QUrl(style.anchorHref()) if style.isAnchor() else None


def next_link(cursor: QTextCursor, *, following: bool) -> QTextCursor | None:
    """Return the first link after a cursor, selected, or the last one before it; None where there is none."""
    found = _links(cursor.document())
    if following:
        link = next((one for one in found if one[0] >= cursor.selectionEnd()), None)
    else:
        link = next((one for one in reversed(found) if one[1] <= cursor.selectionStart()), None)
    if link is None:
        return None
    chosen = QTextCursor(cursor)
    chosen.setPosition(link[0])
    chosen.setPosition(link[1], QTextCursor.MoveMode.KeepAnchor)
    return chosen


def _links(document: QTextDocument) -> list[tuple[int, int]]:
    """List the links of a document, each from where to where in its characters."""
    found: list[tuple[int, int]] = []
    before = ""  # the address of the piece just before, where it is a link
    block = document.begin()
    while block.isValid():
        before = ""
        for start, end, address in _pieces(block):
            if address and address == before and found[-1][1] == start:
                found[-1] = (found[-1][0], end)  # one link, in several styles
            elif address:
                found.append((start, end))
            before = address
        block = block.next()
    return found


def _pieces(block: QTextBlock) -> list[tuple[int, int, str]]:
    """List the pieces of one style in a block: from where to where, and the address they lead to."""
    found = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        style = piece.charFormat()
        address = style.anchorHref() if style.isAnchor() else ""
        found.append((piece.position(), piece.position() + piece.length(), address))
        pieces += 1
    return found
