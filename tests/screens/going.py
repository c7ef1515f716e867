"""How the window comes to what is drawn: pages, panes, texts, and what lies over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.desk.desk_place import PanePlace
from crossread.desktop.pages.desk.desk_side import QUESTIONS
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.place import Place, PlainPage
from crossread.desktop.widgets.picking.segmented import Segmented
from tests.screens.learner import BEGUN, PACK

if TYPE_CHECKING:
    from tests.screens.stage import Stage

Arrange = Callable[["Stage"], QWidget]


# Pages


def pages(stage: Stage) -> PackPages:
    """Return the pages of the pack in view."""
    found = stage.window.pages.currentWidget()
    if not isinstance(found, PackPages):
        raise TypeError("no pack is open")
    return found


def desk_in_view(stage: Stage) -> Desk:
    """Return the desk, which is in view."""
    page = pages(stage).page
    if not isinstance(page, Desk):
        raise TypeError("this is not the desk")
    return page


def desk(stage: Stage, of: str = BEGUN, pack: str = PACK) -> Desk:
    """Go to the desk and to its texts."""
    stage.go("stage", of, pack)
    found = desk_in_view(stage)
    found.enter()
    return found


def page(name: str, of: str = "", pack: str = PACK) -> Arrange:
    """Show a page as it is when one comes to it."""

    def arrange(stage: Stage) -> QWidget:
        stage.go(name, of, pack)
        return stage.window

    return arrange


def plain(name: PlainPage, about: str = "") -> Arrange:
    """Show a page that is of no pack."""

    def arrange(stage: Stage) -> QWidget:
        stage.window.go(Place(name, about=about))
        return stage.window

    return arrange


# On the desk


def pressed(*actions: str, of: str = BEGUN, pack: str = PACK) -> Arrange:
    """Go to the desk and do what some keys do."""

    def arrange(stage: Stage) -> QWidget:
        found = desk(stage, of, pack)
        for action in actions:
            stage.settle()
            found.deeds()[action]()
        return stage.window

    return arrange


def pressing(*actions: str, of: str = BEGUN, pack: str = PACK) -> Callable[[Stage], None]:
    """Clear away by what some keys do."""
    arrange = pressed(*actions, of=of, pack=pack)

    def clear(stage: Stage) -> None:
        arrange(stage)

    return clear


def in_pane(stage: Stage, source: str, of: str, pack: str) -> Pane:
    """Return the pane of a source, which is in hand then."""
    found = desk(stage, of, pack)
    panes = found.panes
    if panes.holding(source) is None:
        others = [one for one in panes.places() if one.source != source]
        panes.restore([PanePlace(source), *others[: panes.used - 1]], (), 0)
    pane = panes.holding(source)
    if pane is None:
        raise LookupError(source)
    panes.focus(pane.number)
    stage.settle()
    return pane


def with_questions(stage: Stage) -> None:
    """Let the questions come back beside the texts, and let them fold away where they do."""
    found = desk_in_view(stage)
    found.side.show_companion(QUESTIONS, focus=False)
    found.layout_.set_drawer(False)


def choose(widget: QWidget, key: str) -> None:
    """Pick one of several that stand side by side on a page."""
    for group in widget.findChildren(Segmented):
        if key in [pick.key for pick in group.picks()]:
            group.choose(key)
            return
    raise LookupError(key)


# What lies over a page


def on_top(stage: Stage) -> QWidget:
    """Return the window that stands on the main one."""
    QApplication.processEvents()
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or stage.window


def close_top(stage: Stage) -> None:
    """Close the window that stands on the main one."""
    top = on_top(stage)
    if top is not stage.window:
        top.close()


def type_into(stage: Stage, field: QWidget | None, words: str) -> None:
    """Type as a person does; a field that holds words already is typed over."""
    if not isinstance(field, QLineEdit):
        raise TypeError("nothing can be typed here")
    field.selectAll()
    QTest.keyClicks(field, words)
    if isinstance(field, FindField):
        field.fill(words)  # now: a busy machine would be looked at before the pause for typing is over
        field.end(False)
    stage.settle()
