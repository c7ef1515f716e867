"""Places in the texts of a desk: where the learner reads, what is chosen there, and going to one."""

from crossread.base.translation import _
from crossread.desktop.pages.desk.desk_panes import DeskPanes
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.place import Place, Spot
from crossread.desktop.widgets.announce import announce
from crossread.texts.text import Range


def place_of(pane: Pane) -> Spot:
    """Return where a pane stands: its text, the first code point in view, and the caret."""
    view = pane.view
    return Spot(pane.source_id, pane.which, view.place(), pane=pane.number, caret=view.caret())


def chosen_in(pane: Pane) -> Spot | None:
    """Return what is selected in a pane, else the sentence at its caret; None where its text has none."""
    where = pane.view.chosen_range()
    if where is None:
        return None
    return Spot(pane.source_id, pane.which, where.start, where.end, pane.number)


class DeskSpots:
    """Goes to places in the texts, in whichever pane shows them or is free for them."""

    def __init__(self, panes: DeskPanes) -> None:
        self._panes = panes

    def here(self, pack: str, stage: str) -> Place:
        """Return exactly where one is: the place in the pane in hand, and those in the others."""
        panes, focused = self._panes.panes, self._panes.focused
        others = tuple(place_of(pane) for pane in panes if pane.number != focused and pane.source_id)
        return Place("stage", pack, stage, spot=place_of(panes[focused]), others=others)

    def chosen(self) -> Spot | None:
        """Return the selection of the pane in hand, else the sentence at its caret."""
        return chosen_in(self._panes.panes[self._panes.focused])

    def why_not(self, spot: Spot) -> str:
        """Say why a spot cannot be shown; "" where it can."""
        opened = self._panes.opened
        if spot.source not in {source.id for source in opened.pack.sources}:
            return _("That source is no longer in this pack.")
        if opened.shown(spot.source, spot.which) is None:
            return _("That text of {letter} is not here any more, so its place cannot be shown.").format(
                letter=opened.pack.source(spot.source).letter
            )
        return ""

    def show(self, spot: Spot) -> Pane:
        """Bring a spot's text up in a pane, go to its place there, and return the pane."""
        pane = self._panes.bring_text(spot.source, spot.which, spot.pane)
        self._panes.take_in_hand(pane)
        go_in(pane, spot)
        return pane

    def restore(self, place: Place) -> None:
        """Bring back all panes as they were at a place come through."""
        for spot in (*place.others, *((place.spot,) if place.spot else ())):
            if spot.pane < len(self._panes.panes) and not self.why_not(spot):
                go_in(self._panes.bring_text(spot.source, spot.which, spot.pane, exactly=True), spot)
        if place.spot is not None and 0 <= place.spot.pane < len(self._panes.panes):
            self._panes.take_in_hand(self._panes.panes[place.spot.pane])


def go_in(pane: Pane, spot: Spot) -> None:
    """Go to a spot's place in a pane that shows its text; frame it where it is a passage."""
    pane.close_sheet()
    length = len(pane.text.shown)
    start, end = min(max(0, spot.start), length), min(spot.end, length)
    if end > start:
        announce(pane, pane.view.accessibleName())
        pane.show_range(Range(start, end))
    else:
        pane.read_from(start, spot.caret)
