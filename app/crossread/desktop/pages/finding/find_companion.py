"""Finding words across the sources of a pack: a list of what was found beside the texts, as one types."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.pages.finding.found_list import FoundList
from crossread.desktop.pages.finding.found_rows import FoundRow, InGroup, also_words, rows_of
from crossread.desktop.pages.finding.recent_row import RecentRow
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import Place, Spot
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.operations.opening.opened import OpenPack
from crossread.operations.opening.searching import Findings, Group, Hit, PartKey, Searcher
from crossread.operations.sessions.changed import Changed
from crossread.packs.pack import StageKind
from crossread.questions.passages import Which
from crossread.texts.text import Range

SAY_MS = 600  # a pause in typing after which a screen reader hears how many there are


class FindCompanion(Companion):
    """The tab "Find" of the desk.

    `found`: something else is found, or another hit is gone to. `entry_asked` gives the companion, and the
    id in it, that a word or a note is told by.
    """

    name = "find"
    found = Signal()
    entry_asked = Signal(str, str)

    def __init__(self, around: Surroundings, opened: OpenPack, parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._searcher = Searcher(opened)
        self._widened: set[PartKey] = set()
        self.findings = Findings()
        self.walked_to: Spot | None = None
        self.field = FindField(_("Find in all sources"), _("Find in all sources"), self)
        self.count = labels.quiet("", self)
        self.also = labels.quiet("", self)
        self.recent = RecentRow(self)
        self.list = FoundList(_("What was found"), self)
        self.list.hide()
        head = QVBoxLayout()
        head.setContentsMargins(20, 12, 20, 8)
        head.setSpacing(6)
        head.addWidget(self.field)
        head.addWidget(self.count)
        head.addWidget(self.also)
        head.addWidget(self.recent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._column = column
        self._say_soon = QTimer(self)
        self._say_soon.setSingleShot(True)
        self._say_soon.setInterval(SAY_MS)
        self._say_soon.timeout.connect(self._say)
        self.field.searched.connect(self._typed)
        self.field.stepped.connect(self.step)
        self.field.went_down.connect(self._to_list)
        self.recent.chosen.connect(self._search_again)
        self.list.shown.connect(self._show)
        self.list.left_above.connect(self._to_field)
        around.veiling.changed.connect(self._again)
        QTimer.singleShot(0, self, self._prepare)
        self._tell()

    def _prepare(self) -> None:
        self._searcher.prepare()

    def enter(self) -> None:
        """Type here."""
        self._tell()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search_for(self, words: str) -> None:
        """Find these words."""
        self.field.fill(words)

    def _search_again(self, words: str) -> None:
        self._to_field()
        self.field.fill(words)

    def set_opened(self, opened: OpenPack) -> None:
        """Search the originals that there are now as well."""
        super().set_opened(opened)
        self._searcher = Searcher(opened)
        self._again()

    def changed(self, what: Changed) -> None:
        """Find what may be found now: another question is open, a note was written."""
        if what.what & {"state", "settings"}:
            self._again()

    # Finding

    def _typed(self, words: str) -> None:
        self._widened.clear()
        self.walked_to = None
        self._find(words)
        if words.strip():
            self._say_soon.start()

    def _again(self) -> None:
        if self.field.text().strip():
            number = self.list.current_number()
            self._find(self.field.text())
            self.list.set_current(min(number, len(self.list.rows()) - 1))

    def _find(self, words: str) -> None:
        state = self.around.session.state(self.opened.pack.id)
        self.findings = self._searcher.find(words, state, self._covered, self._widened)
        self.list.set_rows(rows_of(self.findings, self.opened.pack))
        self._tell()
        self.found.emit()

    def _covered(self, source: str, which: Which) -> tuple[Range, ...]:
        shown = self.opened.shown(source, which)
        return self.around.veiling.covered(self.opened, source, shown) if shown else ()

    # Telling

    def _tell(self) -> None:
        findings, typed = self.findings, self.field.text().strip()
        self.count.setText(self._told(findings, typed))
        self.also.setText(also_words(findings.also))
        self.also.setVisible(bool(findings.also))
        self.recent.show_queries(() if typed else self.around.recent.all())
        if not findings.groups and self.list.hasFocus():
            self._to_field()
        self.list.setVisible(bool(findings.groups))

    def _told(self, findings: Findings, typed: str) -> str:
        if not typed:
            return _(
                "Type to find words in all sources, the context, the questions and your notes. Enter goes to "
                "the first place, F3 from one to the next. “Quotes” find whole words."
            )
        if findings.groups:
            return ngettext("{count} place", "{count} places", findings.count).format(count=findings.count)
        told = _("“{words}” is nowhere in this pack: not in the texts, nor in what stands around them.")
        tried = _("Also tried: {forms}.").format(forms=", ".join(findings.tried)) if findings.tried else ""
        return " ".join(part for part in (told.format(words=typed), tried) if part)

    def _say(self) -> None:
        self._say_soon.stop()
        announce(self.field, " ".join(part for part in (self.count.text(), self.also.text()) if part))

    # Going through

    def step(self, by: int) -> None:
        """Show the next hit in the texts (1) or the one before (-1), round the ends of the list."""
        rows = self.list.rows()
        walk = [number for number, row in enumerate(rows) if _spot_of(row) is not None]
        if not walk:
            self._say()
            return
        now = self.list.current_number()
        later = [number for number in walk if (number > now if by > 0 else number < now)]
        number = (later[0] if by > 0 else later[-1]) if later else walk[0] if by > 0 else walk[-1]
        if not later and now >= 0:
            announce(self.list, _("From the start again.") if by > 0 else _("From the end again."))
        self.list.set_current(number)
        self._show(rows[number])

    def _show(self, row: object) -> None:
        if not isinstance(row, FoundRow) or not isinstance(row.leads_to, InGroup):
            return
        group, hit = row.leads_to.group, row.leads_to.hit
        if hit is None:
            self._widen(group)
            return
        self.around.recent.add(self.field.text())
        self.walked_to = _spot_of(row)
        if self.walked_to is not None:
            self.show_spot(self.walked_to)
            self.found.emit()
        elif group.kind == "question":
            stage = self.opened.pack.by_id[hit.item.id].stage
            self.go(Place("stage", self.opened.pack.id, stage, question=hit.item.id))
        else:
            self._go_around(group, hit)

    def _go_around(self, group: Group, hit: Hit) -> None:
        pack = self.opened.pack
        if group.kind in ("glossary", "name"):
            self.entry_asked.emit("words", hit.item.id)
        elif group.kind == "note" and "/" not in hit.item.id:
            self.entry_asked.emit("notes", hit.item.id)
        elif group.kind == "note":  # on a source's card
            self._go_to_stage("meet")
        elif group.kind == "timeline":
            self.go(Place("timeline", pack.id, about=hit.item.id))
        else:
            self._go_to_stage("before")

    def _go_to_stage(self, kind: StageKind) -> None:
        pack = self.opened.pack
        stage = next((stage.id for stage in pack.stages if stage.kind == kind), "")
        about = self.field.text().strip()
        self.go(Place("stage", pack.id, stage, about=about) if stage else Place("overview", pack.id))

    def _widen(self, group: Group) -> None:
        """Tell more hits of a group, and go on from where those told before ended."""
        number = self.list.current_number()
        self._widened.add(group.key)
        self._find(self.field.text())
        self.list.set_current(number)

    def _to_list(self) -> None:
        if self.list.rows():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Remember what was searched for as long as the window is open."""
        self.around.recent.add(self.field.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the list back to the field by Escape."""
        if event.key() == Qt.Key.Key_Escape and self.list.hasFocus():
            self._to_field()
        else:
            super().keyPressEvent(event)


def _spot_of(row: FoundRow) -> Spot | None:
    """Return where in the texts a row leads, None where it leads elsewhere."""
    if not isinstance(row.leads_to, InGroup) or row.leads_to.hit is None:
        return None
    group, hit = row.leads_to.group, row.leads_to.hit
    if group.kind != "source":
        return None
    return Spot(group.source, group.which, hit.where.start, hit.where.end)
