"""Searching the library: words in all packs on the shelf, and the way to where they stand."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.pages.finding.found_list import FoundList
from crossread.desktop.pages.finding.found_rows import FoundRow, also_words
from crossread.desktop.pages.finding.recent_row import RecentRow
from crossread.desktop.pages.finding.search_rows import library_rows
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.place import LIBRARY, Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.operations.sessions.changed import Changed
from crossread.packs.library.library_search import LibraryFindings

WIDEST = 820  # pixels at the default text size
SAY_MS = 600  # a pause in typing after which a screen reader hears how many there are

LOW = 320  # pixels at the default text size


class SearchPage(Page):
    """Finds words in all packs as one types. `Place.about` names words to search for."""

    name = "search"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.findings = LibraryFindings()
        self._asked_for = ""
        self._goes_on = False  # with words that were typed elsewhere
        self._back = plain(_("‹ Library"), self)
        self._back.clicked.connect(self._to_library)
        self.field = FindField(_("Search all packs"), _("Search all packs"), self)
        self.count = labels.quiet("", self)
        self.recent = RecentRow(self)
        self.list = FoundList(_("What was found in the library"), self)
        self.list.hide()
        self._middle = QWidget(self)
        column = QVBoxLayout(self._middle)
        column.setSpacing(8)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._title = labels.display(_("Search the library"), self._middle)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.count)
        column.addWidget(self.recent)
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self._column = column
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        self._say_soon = QTimer(self)
        self._say_soon.setSingleShot(True)
        self._say_soon.setInterval(SAY_MS)
        self._say_soon.timeout.connect(self._say)
        self.field.searched.connect(self._typed)
        self.field.stepped.connect(self._enter_first)
        self.field.went_down.connect(self._to_list)
        self.recent.chosen.connect(self._search_for)
        self.list.shown.connect(self._show)
        self.list.left_above.connect(self._to_field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave little height to what is found; the field says what it searches."""
        super().resizeEvent(event)
        self._title.setVisible(self.height() >= theme.current().scaled(LOW))

    # Coming here

    def go_to(self, place: Place) -> None:
        """Search for the words that a place names."""
        if place.about:
            self.field.fill(place.about)
            self._goes_on = True

    def enter(self) -> None:
        """Type here; what was found before is still there."""
        look = theme.current()
        self._middle.setMaximumWidth(look.scaled(WIDEST) + 64)
        self._column.setContentsMargins(32, look.scaled(32), 32, 0)
        self._tell()
        self._to_field()
        if self._goes_on:
            self.field.end(False)
        else:
            self.field.selectAll()
        self._goes_on = False

    def leave(self) -> None:
        """Remember what was searched for as long as the window is open."""
        self._around.recent.add(self.field.text())

    def changed(self, what: Changed) -> None:
        """Search again where packs came or went."""
        if "library" in what.what and self.field.text().strip():
            self._typed(self.field.text())
        if "settings" in what.what:
            self.enter()

    # Searching

    def _search_for(self, words: str) -> None:
        self._to_field()
        self.field.fill(words)

    def _typed(self, words: str) -> None:
        self._asked_for = words
        if words.strip():
            self._around.session.search_library(words, self._found)
        else:
            self._take(LibraryFindings())

    def _found(self, result: LibraryFindings | Expected) -> None:
        if isinstance(result, Expected):
            self.count.setText(result.message)
            return
        query = result.query
        if query is None or query.typed == self._asked_for.strip():  # else more was typed in the meantime
            self._take(result)
            self._say_soon.start()

    def _take(self, findings: LibraryFindings) -> None:
        self.findings = findings
        self.list.set_rows(library_rows(findings))
        self._tell()

    # Telling

    def _tell(self) -> None:
        typed = self.field.text().strip()
        self.count.setText(self._told(typed))
        self.recent.show_queries(() if typed else self._around.recent.all())
        if not self.findings.packs and self.list.hasFocus():
            self._to_field()
        self.list.setVisible(bool(self.findings.packs))

    def _told(self, typed: str) -> str:
        found, forms = self.findings, self._forms()
        if not typed:
            return _(
                "Type to find words in the texts and the questions of all packs. What you type has to stand "
                "in one paragraph; “quotes” find it as it is. Texts that you have added yourself are "
                "searched in their pack."
            )
        if not found.packs:
            told = _("“{words}” is in none of your packs.").format(words=typed)
            tried = _("Also tried: {forms}.").format(forms=", ".join(forms)) if forms else ""
            return " ".join(part for part in (told, tried) if part)
        places = ngettext("{count} place", "{count} places", found.count).format(count=found.count)
        if found.many:
            places = _("more than {count} places").format(count=found.count)
        packs = ngettext("in {count} pack", "in {count} packs", found.all_packs)
        told = f"{places} {packs.format(count=found.all_packs)}"
        if found.all_packs > len(found.packs):
            told += _("; the first {count} are shown").format(count=len(found.packs))
        return " ".join(part for part in (told + ".", also_words(forms)) if part)

    def _forms(self) -> tuple[str, ...]:
        query = self.findings.query
        return tuple(one.form for one in query.spellings[1:]) if query else ()

    def _say(self) -> None:
        announce(self.field, self.count.text())

    # Going through

    def _enter_first(self, by: int) -> None:
        """Go to the first hit by Enter in the field, once it is there."""
        if by > 0 and self.list.rows() and self.list.current_number() < 0:
            self.list.set_current(self.list.first_hit())
        self._to_list()

    def step(self, by: int) -> None:
        """Make the next hit current (1), or the one before (-1)."""
        rows = self.list.rows()
        walk = [number for number, row in enumerate(rows) if row.role == "hit"]
        if not walk:
            self._say()
            return
        now = self.list.current_number()
        later = [number for number in walk if (number > now if by > 0 else number < now)]
        ends = (walk[0], walk[-1]) if by > 0 else (walk[-1], walk[0])
        number = (later[0] if by > 0 else later[-1]) if later else ends[0]
        self.list.set_current(number)
        self._to_list()

    def _show(self, row: object) -> None:
        if isinstance(row, FoundRow) and isinstance(row.leads_to, Place):
            self._around.recent.add(self.field.text())
            self.asked.emit(row.leads_to)

    def _to_list(self) -> None:
        if self.list.rows():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    # Keys

    def deeds(self) -> Mapping[str, Deed]:
        """Return what the page's keys do."""
        return {"find": self.enter, "hit-next": self._next, "hit-previous": self._previous}

    def _next(self) -> None:
        self.step(1)

    def _previous(self) -> None:
        self.step(-1)

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.field, *([self.list] if self.list.isVisible() else [])]
