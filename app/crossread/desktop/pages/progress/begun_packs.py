"""The packs that were begun, as the progress page tells them: titles, stages, stations, sources' letters."""

from typing import TYPE_CHECKING

from crossread.base.translation import _
from crossread.desktop.pages.desk.desk_place import from_mapping
from crossread.desktop.pages.progress.looked_into import LookedInto
from crossread.progress.far import how_far
from crossread.progress.names_told import pack_told, stage_told
from crossread.progress.progress_of import Progress
from crossread.reports.charts.reading import Letters
from crossread.reports.charts.way import Station, ToldStage, stations

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session


def stages_told(session: "Session", pack: str) -> list[ToldStage]:
    """Return the stages of a pack as they were when it was open last; none where it never was."""
    told = from_mapping(session.place(pack)).told.get("stages")
    listed = told if isinstance(told, list) else []
    fits = [one for one in listed if isinstance(one, list) and len(one) == 4]
    return [(str(one[0]), int(one[1]), int(one[2]), str(one[3])) for one in fits]


def titles_known(session: "Session") -> dict[str, str]:
    """Return the titles of packs by id, with those of packs that lie aside to be deleted later."""
    removed = {pack.id: pack.title for pack in session.removed_packs}
    return {**removed, **{pack.id: pack.title for pack in session.shelf()}}


def stages_of(session: "Session", opened: "OpenPack") -> list[ToldStage]:
    """Return the stages of a pack that was looked into, and how far the learner is in each."""
    far = how_far(session.state(opened.pack.id), opened.pack, opened.has_original)
    return [(one.title, *far.by_stage.get(one.id, (0, 0)), one.id) for one in opened.pack.stages]


class BegunPacks:
    """What is known of packs without opening them, and of those that were looked into.

    Those that were begun and never opened here, as in a record from another machine, are looked into for the
    titles of their stages; `lacks` tells of which these are still awaited.
    """

    def __init__(self, session: "Session", packs: LookedInto) -> None:
        self._session, self._packs = session, packs
        self._lacking: set[str] = set()

    def titles(self) -> dict[str, str]:
        """Return the titles of the packs in the library, by id, in its order."""
        return {pack.id: pack.title for pack in self._session.shelf()}

    def begun(self, progress: Progress) -> list[str]:
        """Return the packs that were begun: those of the library in its order, then those that are gone."""
        titles, done = self.titles(), [one.pack for one in progress.packs if one.pack and one.stages]
        here = [pack for pack in titles if pack in done or self.told(pack)]
        return [*here, *(pack for pack in done if pack not in titles)]

    def told(self, pack: str) -> list[ToldStage]:
        """Return the stages of a pack as they were when it was open last; none where it never was."""
        return stages_told(self._session, pack)

    def all_told(self) -> list[list[ToldStage]]:
        """Return the stages of all packs in the library."""
        return [self.told(pack) for pack in self.titles()]

    def lacks(self, pack: str) -> bool:
        """Tell whether the stages of a pack were shown without their titles, as these were not known."""
        return pack in self._lacking

    def _looked_up(self, pack: str) -> list[ToldStage]:
        """Return the stages of a pack that was begun; it is looked into where nothing was told of it here."""
        told = self.told(pack)
        if told or pack not in self.titles():
            return told
        opened = self._packs.get(pack)
        if opened is None:
            self._lacking.add(pack)
            return []
        self._lacking.discard(pack)
        return stages_of(self._session, opened)

    def title(self, pack: str) -> str:
        """Name a pack, also one that is gone."""
        return pack_told(titles_known(self._session), pack)

    def stations(self, pack: str, progress: Progress) -> list[Station]:
        """Return the way through a pack."""
        way = next((one for one in progress.packs if one.pack == pack), None)
        return stations(self._looked_up(pack), way)

    def stage_title(self, pack: str, stage: str) -> str:
        """Name a stage and its pack."""
        titles = {told[3]: told[0] for told in self._looked_up(pack)}
        return _("{pack}: {stage}").format(pack=self.title(pack), stage=stage_told(titles.get(stage)))

    def letters(self, pack: str) -> Letters:
        """Return the letters of a pack's sources, as far as it was looked into; it is by asking."""
        opened = self._packs.get(pack)
        sources = opened.pack.sources if opened is not None else ()
        known = {one.id: (one.letter, index) for index, one in enumerate(sources)}
        return known.get
