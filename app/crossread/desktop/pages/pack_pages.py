"""The pages of the pack that is open, and adding the authors' own texts to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.pages.around.before import BeforePage
from crossread.desktop.pages.around.meet import MeetPage
from crossread.desktop.pages.around.overview import OverviewPage
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.dropped import dropped_files
from crossread.desktop.pages.missed import Missed
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.place import PackPage as PackPageName
from crossread.desktop.place import Place
from crossread.desktop.widgets.frames.stack import Stack
from crossread.inquiry.commands import EnterStage, OpenCard
from crossread.operations.opening.attaching import Attached
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from crossread.packs.library.originals import AttachedOriginal
from crossread.packs.pack import Stage
from crossread.progress.far import how_far

# Each page by its name, or by the kind of the stages that it shows; imported when it is first gone to.
PAGES: dict[str, PackPageName] = {
    "overview": "overview",
    "timeline": "timeline",
    "board": "board",
    "guide": "guide",
}


def _timeline() -> type[PackPage]:
    from crossread.desktop.pages.timeline.timeline import TimelinePage

    return TimelinePage


def _board() -> type[PackPage]:
    from crossread.desktop.pages.notes.board import BoardPage

    return BoardPage


def _guide() -> type[PackPage]:
    from crossread.desktop.pages.around.guide import GuidePage

    return GuidePage


MAKERS: dict[str, Callable[[], type[PackPage]]] = {
    "overview": lambda: OverviewPage,
    "before": lambda: BeforePage,
    "meet": lambda: MeetPage,
    "read": lambda: Desk,
    "timeline": _timeline,
    "board": _board,
    "guide": _guide,
}


class PackPages(Stack):
    """Makes each page when it is first gone to; `asked` passes on where a page wants to go.

    `jumped` passes on a jump within a page. `turned`: another page is in view, or this one once more.
    `trouble` gives a sentence on what could not be done, `done` one on what was, and what takes it back.
    """

    asked = Signal(object)
    jumped = Signal(object, object)
    turned = Signal()
    trouble = Signal(str)
    done = Signal(str, object)

    def __init__(self, around: Surroundings, opened: OpenPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.opened = opened
        self.remembered = Remembered(around, opened.pack.id, self)
        self._pages: dict[str, PackPage] = {}
        self._missed = Missed()
        self.stage: Stage | None = None
        self.setAcceptDrops(True)
        self._tell()

    @property
    def page(self) -> PackPage:
        """The page in view."""
        page = self.currentWidget()
        if not isinstance(page, PackPage):
            raise TypeError("no page is in view")
        return page

    def go(self, place: Place) -> Place:
        """Show a place of this pack and return it with its stage named."""
        if place.spot is not None and self.stage is not None and place.stage == self.stage.id:
            self._missed.tell(self.page)  # perhaps a page of the window stood before it
            self.page.go_to(place)  # within the page in view nothing is left
            self.turned.emit()
            return place
        self.leave()
        stage = self._stage_of(place)
        if place.page != "stage" or stage is None:
            self.stage = None
            name = PAGES.get(place.page, "overview")
            page = self._page(name)
            page.go_to(place)
            self._turn(page)
            return replace(place, page=name, stage="")
        self.stage = stage
        self.remembered.set_stage(stage.id)
        try:
            self._around.session.do(self.opened, EnterStage(stage=stage.id))
        except Expected as error:
            self.trouble.emit(error.message)
        page = self._page(stage.kind if stage.kind in MAKERS else "read")
        if isinstance(page, Desk | MeetPage | BeforePage):
            page.open_stage(stage)
        self._turn(page)
        if place.spot is not None or place.question or place.about:
            page.go_to(place)
        self.remembered.flush()
        return replace(place, stage=stage.id)

    def _stage_of(self, place: Place) -> Stage | None:
        """Return the stage that a place means: where none is named, one that can show what it names."""
        pack = self.opened.pack
        known = {stage.id: stage for stage in pack.stages}
        if place.question in pack.by_id:
            return known.get(pack.by_id[place.question].stage)
        stage = known.get(place.stage) or known.get(self.remembered.place.stage)
        if place.spot is not None and (stage is None or stage.kind != "read"):
            visited = [one for one in pack.stages if one.id in self.remembered.place.stages]
            return next((one for one in (*visited, *pack.stages) if one.kind == "read"), stage)
        return stage

    def _turn(self, page: PackPage) -> None:
        self.setCurrentWidget(page)
        self.turned.emit()
        page.enter()

    def _page(self, kind: str) -> PackPage:
        if kind not in self._pages:
            page = self._make(kind)
            page.asked.connect(self.asked)
            page.jumped.connect(self.jumped)
            page.refused.connect(self.trouble)
            page.add_asked.connect(self.ask_for_files)
            page.card_opened.connect(self._card_opened)
            self._pages[kind] = page
            self.addWidget(page)
        self._missed.tell(self._pages[kind])
        return self._pages[kind]

    def _make(self, kind: str) -> PackPage:
        made = MAKERS[kind]()(self._around, self.opened, self.remembered, self)
        if isinstance(made, OverviewPage):
            made.detach_asked.connect(self._detach)
            made.back_asked.connect(self._put_back)
        return made

    def leave(self) -> None:
        """Keep what is unfinished."""
        if self.currentWidget() is not None:
            self.page.leave()
            self.remembered.flush()

    def changed(self, what: Changed, *, in_view: bool = True) -> None:
        """Show again what has changed, on the page in view; the others show it when one goes to them.

        `in_view` tells whether one of these pages is what the window shows.
        """
        if what.pack not in ("", self.opened.pack.id):
            return
        if what.what & {"state", "originals"}:
            self._tell()
            if not in_view:
                self.remembered.flush()  # the page in view may be one that says it
        for page in self._pages.values():
            if in_view and page is self.currentWidget():
                page.changed(what)
            else:
                self._missed.note(page, what)

    def _tell(self) -> None:
        """Leave behind what the library and the progress page say of this pack."""
        pack = self.opened.pack
        far = how_far(self._around.session.state(pack.id), pack, self.opened.has_original)
        able = [source.id for source in pack.sources if source.original]
        self.remembered.tell(
            {
                "originals": sum(1 for source in able if self.opened.has_original(source)),
                "originals-of": len(able),
                "stages": [
                    [stage.title, *far.by_stage.get(stage.id, (0, 0)), stage.id] for stage in pack.stages
                ],
            }
        )

    def _card_opened(self, source: str) -> None:
        try:
            self._around.session.do(self.opened, OpenCard(source=source))
        except Expected as error:
            self.trouble.emit(error.message)

    # The authors' own texts

    def ask_for_files(self, source: str) -> None:
        """Let the user choose files, for a source or, with "", for whichever they are recognised as."""
        files, _kind = QFileDialog.getOpenFileNames(
            self, _("Add the authors’ own texts"), "", _("Texts (*.txt);;All files (*)")
        )
        if files:  # of several each is recognised by itself, wherever they were asked for
            self.attach([Path(file) for file in files], source if len(files) == 1 else "")

    def attach(self, files: Sequence[Path], source: str = "") -> None:
        """Add files as originals."""
        self._around.session.attach(self.opened, files, source or None, self._attached)

    def _attached(self, opened: OpenPack, results: list[Attached]) -> None:
        self._take(opened)
        page = self.page
        if isinstance(page, OverviewPage):
            page.show_results(results)
        else:
            page.show_attached(
                [result.message for result in results], all_well=all(result.match for result in results)
            )

    def _detach(self, source: str) -> None:
        before, known = self.opened.originals.get(source), self.opened.pack.source(source)
        try:
            self._take(self._around.session.detach(self.opened, source))
        except Expected as error:
            self.trouble.emit(error.message)
            return
        if before is not None:
            told = _("The text of {letter}, {short} is put away. What you answered on it stays.")
            undo = partial(self._attach_again, source, before)
            self.done.emit(told.format(letter=known.letter, short=known.card.short), undo)

    def _put_back(self, source: str) -> None:
        known = self.opened.pack.source(source)
        try:
            self._take(self._around.session.put_original_back(self.opened, source))
        except Expected as error:
            self.trouble.emit(error.message)
            return
        told = _("The text of {letter}, {short} is back.")
        undo = partial(self._detach, source)
        self.done.emit(told.format(letter=known.letter, short=known.card.short), undo)

    def _attach_again(self, source: str, original: AttachedOriginal) -> None:
        """Keep an original that was put away, unless another one was added since."""
        if self.opened.has_original(source):
            return
        try:
            self._take(self._around.session.attach_again(self.opened, source, original))
        except Expected as error:
            self.trouble.emit(error.message)

    def _take(self, opened: OpenPack) -> None:
        self.opened = opened
        for page in self._pages.values():
            page.set_opened(opened)
        self._tell()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped, to whichever source they are recognised as."""
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.attach(files)
