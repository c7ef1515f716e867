"""Whether all that a widget says has room."""

from PySide6.QtWidgets import QApplication, QLayout, QPlainTextEdit, QPushButton, QWidget

from crossread.desktop.answers.answer import AnswerWidget
from crossread.desktop.answers.matrix.cell import MatrixCell
from crossread.desktop.answers.passages.passage_row import PassageButton
from crossread.desktop.widgets.labels import Label

_LONGEST_FIELD = 300  # pixels; a taller one may scroll


def settle(widget: QWidget, width: int) -> None:
    """Give a widget a width and the height that it asks for, as the question column does."""
    widget.resize(width, 100)
    widget.show()
    layout = widget.layout()
    assert isinstance(layout, QLayout)
    for _turn in range(4):  # a field that grows asks for room once it knows its width
        QApplication.processEvents()
        widget.resize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))
    QApplication.processEvents()


def focused() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def cut_off(answer: AnswerWidget, width: int) -> list[str]:
    """Name what has too little room in an answer of a width."""
    settle(answer, width)
    wide = [] if answer.width() <= width else [f"the answer is {answer.width()} wide"]
    seen = [child for child in answer.findChildren(QWidget) if child.isVisible()]
    return wide + [_named(child) for child in seen if _is_cut(child) or _sticks_out(child, answer)]


def _named(child: QWidget) -> str:
    words = child.text() if isinstance(child, Label | QPushButton) else ""
    return f"{type(child).__name__} {words or child.accessibleName()}"


def _is_cut(child: QWidget) -> bool:
    if isinstance(child, QPlainTextEdit):
        return child.verticalScrollBar().maximum() > 0 and child.height() < _LONGEST_FIELD
    if isinstance(child, Label) and not child.wordWrap():
        return child.width() < child.sizeHint().width()
    if isinstance(child, QPushButton) and not isinstance(child, PassageButton | MatrixCell):
        return child.width() < child.sizeHint().width()
    return child.hasHeightForWidth() and child.height() < child.heightForWidth(child.width())


def _sticks_out(child: QWidget, answer: AnswerWidget) -> bool:
    is_said = isinstance(child, QPushButton | Label) and not isinstance(child, MatrixCell)
    return is_said and child.mapTo(answer, child.rect().topRight()).x() > answer.width()
