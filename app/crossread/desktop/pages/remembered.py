"""Where a learner is in a pack, kept soon after each change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from crossread.desktop.pages.desk.desk_place import DeskPlace, from_mapping, to_mapping
from crossread.desktop.pages.page import Surroundings

# Long enough to leave scrolling alone, short enough that a crash loses no sense of place.
DELAY_MS = 400


class Remembered(QObject):
    """The place in one pack: read once, changed often, written when there is a pause."""

    def __init__(self, around: Surroundings, pack_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = around.session
        self._pack_id = pack_id
        self.place = from_mapping(around.session.place(pack_id))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.flush)

    def desk(self, stage: str) -> DeskPlace:
        """Return how a stage's desk was left; all fresh where it was never seen."""
        return self.place.stages.get(stage, DeskPlace())

    def set_desk(self, stage: str, desk: DeskPlace) -> None:
        """Remember how a stage's desk stands."""
        self._change(stages={**self.place.stages, stage: desk})

    def position(self, key: str, text_digest: str) -> int:
        """Return the first visible code point of a text, 0 where the text has changed since."""
        at, digest = self.place.positions.get(key, (0, ""))
        return at if text_digest.startswith(digest) else 0

    def set_position(self, key: str, text_digest: str, at: int) -> None:
        """Remember the first visible code point of a text."""
        self._change(positions={**self.place.positions, key: (at, text_digest[:12])})

    def set_stage(self, stage: str) -> None:
        """Remember which stage is open."""
        self._change(stage=stage)

    def set_source(self, source: str) -> None:
        """Remember which source is being met."""
        self._change(source=source)

    def set_offered(self) -> None:
        """Remember that the offer to add originals was put away."""
        self._change(offered=True)

    def tell(self, told: Mapping[str, Any]) -> None:
        """Remember what the library says of this pack without opening it."""
        self._change(told={**self.place.told, **told})

    def flush(self) -> None:
        """Write now."""
        self._timer.stop()
        self._session.set_place(self._pack_id, to_mapping(self.place))

    def _change(self, **changes: Any) -> None:
        place = replace(self.place, **changes)
        if place != self.place:
            self.place = place
            self._timer.start()
