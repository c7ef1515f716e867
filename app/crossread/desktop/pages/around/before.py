"""Before reading: the context, what stands firm, and what the learner expects of the texts."""

from collections.abc import Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.around.notes import NoteField
from crossread.desktop.pages.around.own_steps import step_deeds
from crossread.desktop.pages.around.side_page import SideColumn, SidePage
from crossread.desktop.pages.around.stages import onward, onward_words
from crossread.desktop.pages.desk.standing import Standing
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.panes.text_deeds import TEXT_DEEDS
from crossread.desktop.pages.panes.text_frame import TextFrame
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.place import Place
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import primary, rename
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.inquiry.commands import SetExpectation
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Pack, Stage
from crossread.texts.finding.search import find_all
from crossread.texts.text import Block, Text

if TYPE_CHECKING:
    from crossread.desktop.pages.panes.pane_finding import PaneFinding
    from crossread.texts.finding.search import Query


def context_text(pack: Pack) -> Text:
    """Return what is read before: the context, then the lines of what stands firm."""
    firm = [Block("item", line.text, level=1, marker="•") for line in pack.floor]
    heading = [Block("heading", _("What stands firm"), level=2)] if firm else []
    return Text((*pack.context.blocks, *heading, *firm))


class BeforePage(PackPage):
    """A *before* stage."""

    name = "before"

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        pack = opened.pack
        self._stage = pack.stages[0]
        self.view = ReadingView(self)
        self._text = context_text(pack)
        name = _("Context of {pack}").format(pack=pack.title)
        self.view.set_text(self._text, name, language=pack.language)
        self.view.set_takes_passages(False)
        self.standing = Standing(around, self.view, self)
        self.standing.fill(opened, "", "")
        side = SideColumn(_("What you expect"), self)
        if pack.advisory:
            side.column.addWidget(labels.strong(_("Before you begin")))
            side.column.addWidget(labels.body(pack.advisory))
            side.column.addSpacing(16)
        self._question = labels.heading("")
        self.expectation = NoteField(_("What you expect"), _("A sentence or two is plenty."), self, lines=4)
        self.expectation.kept.connect(self._keep)
        self.expectation.typed.connect(self._type)
        self._private = labels.quiet(
            _(
                "About what the texts will say, and not about who is to blame. Only for you: it is never "
                "marked, and you may skip it."
            )
        )
        for widget in (self._question, self.expectation, self._private):
            side.column.addWidget(widget)
        side.column.addStretch(1)
        self.onward = primary("", self)
        self.onward.clicked.connect(self.go_on)
        side.footer.addStretch(1)
        side.footer.addWidget(self.onward)
        self._frame = TextFrame(self.view, "context", self)
        self.side = SidePage(self._frame, side, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.side, 1)

    def go_to(self, place: Place) -> None:
        """Show the first place in the context where the words stand that a place is about."""
        words = (place.about, *place.about.split())
        where = next((found[0] for one in words if (found := find_all(self._text, one))), None)
        if where is not None:
            self.view.show_range(where)

    def open_stage(self, stage: Stage) -> None:
        """Show a *before* stage."""
        self._stage = stage
        asked = stage.expectation
        self._question.setText(asked)
        for widget in (self._question, self.expectation, self._private):
            widget.setVisible(bool(asked))
        self._fill()
        rename(self.onward, onward_words(self.opened.pack, stage))
        self.view.go_to(self.remembered.position("context", self._text.digest))
        self.remembered.tell({"stage": stage.title, "letters": [], "number": 0, "of": 0})

    def _fill(self) -> None:
        if not self.expectation.hasFocus():
            kept = self._kept()
            typed = self.around.session.typed(self.opened.pack.id, self._field(), kept)
            self.expectation.fill(kept, typed)

    def _kept(self) -> str:
        return self.around.session.state(self.opened.pack.id).expectations.get(self._stage.id, "")

    def _field(self) -> str:
        return f"expectation/{self._stage.id}"

    def _type(self, text: str) -> None:
        self.around.session.set_typed(self.opened.pack.id, self._field(), text, self._kept())

    def _keep(self, text: str) -> None:
        try:
            self.around.session.do(
                self.opened, SetExpectation(stage=self._stage.id, text=text), self.expectation.visit
            )
        except Expected as error:
            self.refused.emit(error.message)
        self._type(text)  # nothing more than what is kept, unless that was refused

    def go_on(self) -> None:
        """Go on to the next stage."""
        self.expectation.keep()
        self.asked.emit(onward(self.opened.pack, self._stage))

    def leave(self) -> None:
        """Keep what was typed, and the place in the text."""
        self.expectation.keep()
        if self.view.isVisible():
            self.remembered.set_position("context", self._text.digest, self.view.place())

    def changed(self, _what: object) -> None:
        """Show what was remembered, as the settings say."""
        self._fill()
        self.standing.take_settings()

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the page's keys do."""
        deeds = {action: partial(deed, self.view) for action, deed in TEXT_DEEDS.items()}
        return {
            "onward": self.go_on,
            "find": self._find,
            "hit-next": partial(self._step_hit, 1),
            "hit-previous": partial(self._step_hit, -1),
            **deeds,
            **step_deeds(self),
        }

    @cached_property
    def finding(self) -> "PaneFinding":
        """What finds words in the context."""
        from crossread.desktop.pages.panes.pane_finding import PaneFinding

        made = PaneFinding(self._frame, self._read)
        made.closed.connect(self._found)
        return made

    def _read(self, typed: str) -> "Query | None":
        from crossread.packs.library.search_parts import variants_of
        from crossread.texts.finding.search import read_query

        return read_query(typed, variants_of(self.opened.pack))

    def _find(self) -> None:
        from crossread.desktop.pages.panes.pane_finding import selected_words

        words = selected_words(self.view)
        self.finding.open(words or ("" if self.finding.typed() else self.around.recent.last))

    def _found(self) -> None:
        self.around.recent.add(self.finding.bar.field.text())

    def _step_hit(self, by: int) -> None:
        if not self.finding.is_open():
            self._find()
        self.finding.step(by)

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.view, self.expectation if self.expectation.isVisible() else self.onward]

    def enter(self) -> None:
        """Begin with the text."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
