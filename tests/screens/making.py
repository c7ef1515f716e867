"""Pictures of a new pack: nothing chosen yet, articles read, and the comparison it opens with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.words.words_part import WordsPart
from crossread.desktop.pages.library.new_pack import NewPackPage
from crossread.desktop.place import LIBRARY, NEW_PACK, Place
from tests.screens.going import desk_in_view, page
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

FERRY = Path(__file__).parents[1] / "gold" / "ferry"


def _page(stage: Stage) -> NewPackPage:
    stage.window.go(NEW_PACK)
    found = stage.window.pages.currentWidget()
    if not isinstance(found, NewPackPage):
        raise TypeError("this is not the page of a new pack")
    return found


def _read(stage: Stage) -> NewPackPage:
    """Choose three invented articles, and a file that is none of them."""
    making = _page(stage)
    if not making.rows:
        making.take([*sorted(FERRY.glob("*.txt")), FERRY / "not-there.txt"])
    stage.until(lambda: making.progress.isHidden() and bool(making.field.text()))
    return making


def _empty(stage: Stage) -> QWidget:
    _page(stage)
    return stage.window


def _chosen(stage: Stage) -> QWidget:
    _read(stage)
    return stage.window


def _made(stage: Stage) -> QWidget:
    _read(stage).make.click()
    stage.until(lambda: stage.window.pages.pack_in_view() is not None and not stage.window.is_opening())
    desk_in_view(stage).front.show("figures")  # made once more it opens where it was left
    stage.until(lambda: any(part.cards for part in stage.window.findChildren(FiguresPart)))
    return stage.window


def _names(stage: Stage) -> QWidget:
    """Turn to the names that the articles share."""
    _made(stage)
    front = desk_in_view(stage).front
    front.show("words/named")
    part = front.area.part if front.area else None
    if not isinstance(part, WordsPart):
        raise TypeError("these are not the words")
    stage.until(lambda: part.table.rowCount() > 0)
    part.enter()
    return stage.window


def _read_own(stage: Stage) -> QWidget:
    _made(stage)
    pages = stage.window.pages.pack_in_view()
    if pages is None:
        raise TypeError("no pack is open")
    stage.window.go(Place("stage", pages.opened.pack.id, "read"))
    return stage.window


def _removed(stage: Stage) -> QWidget:
    _made(stage)
    page("library")(stage)
    own = next(card.own for card in stage.window.library.cards if card.own is not None)
    own.remove.click()
    stage.until(lambda: bool(stage.window.library.removed))
    return stage.window


def _begin_anew(stage: Stage) -> None:
    """Leave neither articles chosen nor a pack made of them to the other pictures."""
    making = _page(stage)
    for row in list(making.rows):
        row.removed.emit()
    stage.window.go(LIBRARY)
    own = [shelved.id for shelved in stage.session.shelf() if shelved.taken_in]
    gone: list[object] = []
    for pack_id in own:
        stage.session.remove_pack(pack_id, gone.append)
    stage.until(lambda: len(gone) == len(own) <= len(stage.session.removed_packs))
    for removed in stage.session.removed_packs:
        stage.session.delete_removed(removed, gone.append)
    stage.until(lambda: not stage.session.removed_packs)


MAKING: tuple[Shot, ...] = (
    Shot("new-pack-empty", _empty, clear_away=_begin_anew),
    Shot("new-pack", _chosen, clear_away=_begin_anew),
    Shot("new-pack-compared", _made, clear_away=_begin_anew),
    Shot("new-pack-names", _names, clear_away=_begin_anew),
    Shot("new-pack-read", _read_own, clear_away=_begin_anew),
    Shot("own-pack-removed", _removed, clear_away=_begin_anew),
)
