"""The comparison beside the questions: one part at a time, chosen by tabs, above what stands firm."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import first_key, set_key_tip, with_key
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.parts import LABELS, PARTS
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.stack import Stack
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from crossread.packs.pack import Stage

FIRST = "matrix"
ROOM = 640  # pixels at the default text size: the least width with a button beside the tabs
LOW = 340  # pixels at the default text size: in less height only the comparison itself has room
AROUND = 12  # pixels above and below what is brought into view
Arranged = Mapping[str, Mapping[str, str]]  # by part, and by what of it


class CompareArea(QFrame):
    """Holds the parts of the comparison. `turned`: another part, or another thing of it, is in view.

    `spot_asked`, `asked`, `looked_for` and `refused` pass on what a part asks for,
    `texts_asked` that the texts are wanted again.
    """

    turned = Signal()
    looked_for = Signal(object)
    spot_asked = Signal(object)
    asked = Signal(object)
    refused = Signal(str)
    texts_asked = Signal()

    def __init__(self, around: Surroundings, opened: OpenPack, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._opened = around, opened
        self._stage: Stage | None = None
        self._parts: dict[str, ComparePart] = {}
        self._kept: Arranged = {}  # how parts were arranged that were not made since
        self.setAccessibleName(_("Comparison"))
        self.setProperty("look", "ground")
        self.tabs = Segmented(
            [(name, _(label)) for name, label in LABELS.items() if name in PARTS],
            self,
            look="tabs",
            name=_("What to compare"),
        )
        self.tabs.chosen.connect(self._tab_chosen)
        self._stack = Stack(self)
        self.firm = labels.muted("", self)
        self._above_firm = QFrame(self)  # what is scrolled ends here
        self._above_firm.setProperty("look", "line")
        self._above_firm.setFixedHeight(1)
        self.to_texts = plain(_("‹ To the texts"), self)
        self.told = labels.quiet("", self)
        set_key_tip(self.to_texts, _("Read on in the texts"), "compare")
        self.to_texts.clicked.connect(self.texts_asked)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.to_texts, 0, Qt.AlignmentFlag.AlignTop)
        beneath = QVBoxLayout()
        beneath.setContentsMargins(16, 8, 16, 0)
        beneath.addWidget(self.told)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 12)
        foot.setSpacing(8)
        foot.addWidget(self._above_firm)
        foot.addWidget(self.firm)
        self._below = below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self._area = area = QScrollArea(self)  # where a window is low, or its text large
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(below)
        self._later = QTimer(self)  # what was shown just now has no place yet
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._bring)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(beneath)
        whole.addWidget(area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave narrow areas to the tabs; the key leads to the texts there too."""
        super().resizeEvent(event)
        self._leave_room()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._leave_room()

    def _leave_room(self) -> None:
        self.to_texts.setVisible(self.width() >= theme.current().scaled(ROOM))
        self._tell()

    def _tell(self) -> None:
        """Say, in a stage that compares, how this and the questions hang together and where the texts are."""
        stage, high = self._stage, self.height() >= theme.current().scaled(LOW)
        self.told.setVisible(high and stage is not None and stage.kind == "compare")
        if stage is None or not self.told.isVisibleTo(self):
            return
        pack = self._opened.pack
        handed_in = self._around.session.state(pack.id).of(stage.id).latest.handed_in
        asks = bool(pack.questions_of(stage.id)) and not handed_in
        together = _(
            "The questions beside this are on the same matters; what they ask is shown here once you hand in."
        )
        key = first_key("compare")
        way = (
            with_key(_("“To the texts” leads back to reading"), "compare")
            if self.to_texts.isVisibleTo(self)
            else ""
        )
        if not way and key:
            way = _("{key} leads back to reading").format(key=key)
        sentences = (together if asks else "", _("{sentence}.").format(sentence=way) if way else "")
        self.told.setText(" ".join(one for one in sentences if one))

    @property
    def part(self) -> ComparePart | None:
        """The part in view, None before the first was."""
        part = self._stack.currentWidget()
        return part if isinstance(part, ComparePart) else None

    def here(self) -> str:
        """Return what is in view, "figures/deaths", for coming back to it."""
        part = self.part
        return f"{part.name}/{part.about()}" if part is not None else FIRST

    def show_part(self, here: str = "") -> None:
        """Show what `here` returned, a part by its name, or what was in view last."""
        name, _slash, about = here.partition("/")
        current = self.part
        name = name if name in PARTS else current.name if current else next(iter(PARTS), "")
        if not name:
            return
        part = self._part(name)
        if part is not current:
            if current is not None:
                current.leave()
            self._stack.setCurrentWidget(part)
            self.tabs.set_value(name)
        part.catch_up()
        if about:
            part.go_to(about)
        self._turned()

    def enter(self) -> None:
        """Put the focus where work goes on, and that into view."""
        if self.part is not None:
            self.part.enter()
            self._later.start()

    def _bring(self) -> None:
        """Have as much in view as there is room for of what has the focus, from its top."""
        focus, bar = self.window().focusWidget(), self._area.verticalScrollBar()
        if focus is None or self.part is None or not self.part.isAncestorOf(focus):
            return
        top = focus.mapTo(self._below, QPoint(0, 0)).y()
        least = top + focus.height() + AROUND - self._area.viewport().height()
        bar.setValue(min(max(bar.value(), least), top - AROUND))

    def focus(self) -> None:
        """Put the focus where work goes on, as F6 asks of a part of the page."""
        self.enter()

    def leave(self) -> None:
        """Keep what is unfinished."""
        if self.part is not None:
            self.part.leave()

    def open_stage(self, stage: Stage | None, kept: Arranged) -> None:
        """Show what a stage works at, as `arranged` told that it was left."""
        self._stage, self._kept = stage, kept
        self._tell()
        for name, part in self._parts.items():
            part.open_stage(stage)
            part.arrange(kept.get(name, {}))
        self._turned()

    def arranged(self) -> Arranged:
        """Return how the learner arranged each part."""
        made = {name: part.arranged() for name, part in self._parts.items()}
        return {name: kept for name, kept in {**self._kept, **made}.items() if kept}

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        for part in self._parts.values():
            part.set_opened(opened)
        self._show_firm()

    def changed(self, what: Changed) -> None:
        """Show again what has changed, in the part in view at once, in others once they are looked at."""
        for part in self._parts.values():
            part.said.retry()
            part.changed(what)
        self._tell()
        self._show_firm()

    def _tab_chosen(self, name: str) -> None:
        self.show_part(name)
        announce(self, _(LABELS[name]))

    def _part_asked(self, here: str) -> None:
        self.show_part(here)
        self.enter()
        announce(self, _(LABELS[here.partition("/")[0]]))

    def _part(self, name: str) -> ComparePart:
        if name not in self._parts:
            part = PARTS[name]()(self._around, self._opened, self)
            part.open_stage(self._stage)
            part.arrange(self._kept.get(name, {}))
            part.spot_asked.connect(self.spot_asked)
            part.asked.connect(self.asked)
            part.looked_for.connect(self.looked_for)
            part.part_asked.connect(self._part_asked)
            part.refused.connect(self.refused)
            part.turned.connect(self._turned)
            self._parts[name] = part
            self._stack.addWidget(part)
        return self._parts[name]

    def _turned(self) -> None:
        self._show_firm()
        self.turned.emit()

    def _show_firm(self) -> None:
        """Say what stands firm below whatever is in view: its own line, else the first one of the pack."""
        pack, part = self._opened.pack, self.part
        own = [line for one in (part.firm() if part else ()) if (line := pack.floor_line(one))]
        lines = own[:1] or list(pack.floor[:1])
        told = _("What stands firm. {line}")
        self.firm.setText(told.format(line=lines[0].text) if lines else "")
        self.firm.setVisible(bool(lines))
        self._above_firm.setVisible(bool(lines))
