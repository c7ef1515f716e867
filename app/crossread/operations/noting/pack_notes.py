"""What is put on the texts of one open pack, as far as it is worked out: places, layers, the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.base.errors import Expected
from crossread.inquiry.noted import Noted, PlacedHighlight, PlacedNote
from crossread.inquiry.placing_notes import Places
from crossread.progress.notes_board import Piece, Row, pieces_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crossread.inquiry.comparison import CellId, Conclusion
    from crossread.inquiry.notes import NotedPassage
    from crossread.inquiry.state import InquiryState
    from crossread.operations.noting.layer_contents import LayerContents
    from crossread.operations.opening.opened import OpenPack
    from crossread.progress.conclusion_check import Evidence, Remark


class PackNotes:
    """Highlights and notes of a pack with the texts that are open; worked out again only on a change."""

    def __init__(self, opened: OpenPack, places: Places) -> None:
        self.opened = opened
        self._texts = opened.shown_now
        self.places = places
        places.use(self._texts)
        self.awaited: set[str] = set()  # layers whose contents were asked for, by digest
        self._layers: dict[str, LayerContents | Expected] = {}
        self._state: InquiryState | None = None
        self._noted = Noted()
        self._board: tuple[Noted, frozenset[CellId], tuple[Row, ...]] | None = None

    def noted(self, state: InquiryState) -> Noted:
        """Return everything with its place, the same object as long as nothing changes."""
        if self._state is None or self.places.waits or not _same_notes(self._state, state):
            self._state = state
            self._noted = self._work_out(state)
        return self._noted

    def board(self, state: InquiryState) -> tuple[Row, ...]:
        """Return everything as rows, the same ones as long as nothing changes."""
        noted, withheld = self.noted(state), self._asked(state)
        if self._board is None or self._board[0] is not noted or self._board[1] != withheld:
            rows = rows_of(self.opened.pack, noted, self._texts, self.opened.claim_places, withheld)
            self._board = (noted, withheld, rows)
        return self._board[2]

    def pieces(self, passages: Iterable[NotedPassage]) -> tuple[Piece, ...]:
        """Return passages of anything else, such as the evidence of a conclusion, with their places now."""
        there = ((passage, self.places.of(passage)) for passage in passages)
        return pieces_of(self.opened.pack, there, self._texts)

    def look_over(self, state: InquiryState, conclusion: Conclusion) -> tuple[Remark, ...]:
        """Say what is still open in a conclusion; never what an open question asks for."""
        from crossread.progress.conclusion_check import check_conclusion

        return check_conclusion(self.opened.pack, conclusion, self._evidence(state, conclusion))

    def firm_line(self, state: InquiryState, conclusion: Conclusion) -> str:
        """Return the id of the line of what stands firm that belongs to a conclusion."""
        from crossread.progress.conclusion_check import firm_line

        return firm_line(self.opened.pack, conclusion, self._evidence(state, conclusion))

    def _evidence(self, state: InquiryState, conclusion: Conclusion) -> Evidence:
        from crossread.progress.conclusion_check import Evidence

        passages = [passage for reason in conclusion.reasons for passage in reason.passages]
        pieces = dict(zip(passages, self.pieces(passages), strict=True))
        return Evidence(pieces, self.opened.claim_places, self._asked(state))

    def to_load(self, state: InquiryState) -> list[str]:
        """Return the layers that are on and whose contents are not known, by digest."""
        return [
            layer.digest for layer in state.layers.values() if layer.on and layer.digest not in self._layers
        ]

    def take_layer(self, layer: str, contents: LayerContents | Expected) -> None:
        """Take what a layer holds, or why that cannot be told."""
        self._layers[layer] = contents
        self._state = None

    def forget_layer(self, layer: str) -> None:
        """Forget what a layer holds, as its file was taken in anew."""
        self.awaited.discard(layer)
        if self._layers.pop(layer, None) is not None:
            self._state = None

    def _asked(self, state: InquiryState) -> frozenset[CellId]:
        """Return what open questions ask for: to suggest it would tell the answer."""
        return frozenset(self.opened.held(state).cells)

    def _work_out(self, state: InquiryState) -> Noted:
        place = self.places.of
        self.places.waits = False
        highlights = [PlacedHighlight(one, place(one.passage)) for one in state.highlights.values()]
        notes = [PlacedNote(one, tuple(map(place, one.passages))) for one in state.passage_notes.values()]
        trouble: dict[str, str] = {}
        loading = self.places.waits
        for layer in state.layers.values():
            contents = self._layers.get(layer.digest)
            if isinstance(contents, Expected):
                trouble[layer.digest] = contents.message
            elif contents is None:
                loading = loading or layer.on
            elif layer.on:
                highlights += contents.highlights
                notes += contents.notes
        return Noted(
            highlights=tuple(highlights),
            notes=tuple(notes),
            layers=tuple(state.layers.values()),
            loading=loading,
            trouble=trouble,
        )


def _same_notes(one: InquiryState, other: InquiryState) -> bool:
    return (
        one.highlights is other.highlights
        and one.passage_notes is other.passage_notes
        and one.layers is other.layers
    )
