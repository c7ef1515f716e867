"""Finding words in one text: its bar, what is marked in its text, and where one was before."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from crossread.base.translation import _
from crossread.desktop.pages.finding.find_bar import FindBar
from crossread.desktop.pages.finding.found_rows import also_words, covered_words
from crossread.desktop.pages.panes.text_frame import TextPlace
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.layers.hits import Hits
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.texts.finding.search import Found, Query, find
from crossread.texts.finding.search_context import in_context
from crossread.texts.text import Range, Text

LONGEST = 100  # characters of a selection that are taken for words to find
SAY_MS = 600  # a pause in typing after which a screen reader hears how many there are

Read = Callable[[str], Query | None]


def selected_words(view: ReadingView) -> str:
    """Return what is selected in a text, where that can be words to find; else ""."""
    where = view.selected_range()
    if where is None or view.is_veiled(where) or where.end - where.start > LONGEST:
        return ""
    words = view.text().words(where)
    return "" if "\n" in words else words


class PaneFinding(QObject):
    """What is found in the text of one pane, or of a page that has only one.

    With its bar open that is what was typed there; else what `mark` is given. Escape closes the bar: one
    stays at the hit, which is selected then, and Back leads to where one was. `opened` and `closed` tell of
    the bar, `used` that something was typed there or gone through.
    """

    opened = Signal()
    closed = Signal()
    used = Signal()

    def __init__(self, pane: TextPlace, read: Read) -> None:
        super().__init__(pane.view)
        self.pane, self._read = pane, read
        self._bar: FindBar | None = None
        self._hits = Hits(pane.view)
        self._text: Text | None = None
        self._query: Query | None = None
        self._found: Found | None = None
        self._start = 0
        self._say_soon = QTimer(self)
        self._say_soon.setSingleShot(True)
        self._say_soon.setInterval(SAY_MS)
        self._say_soon.timeout.connect(self._say_count)

    # The bar

    @property
    def bar(self) -> FindBar:
        """The bar, made when it is first asked for."""
        if self._bar is None:
            self._bar = FindBar(self.pane.view)  # until it is put above the text
            self._bar.hide()
            self._bar.searched.connect(self._search)
            self._bar.stepped.connect(self.step)
            self._bar.closed.connect(self.close)
            self.pane.add_bar(self._bar)
        return self._bar

    def is_open(self) -> bool:
        """Tell whether the bar is in view."""
        return self._bar is not None and not self._bar.isHidden()

    def typed(self) -> str:
        """Return what stands in the bar, "" where it is closed."""
        return self._bar.field.text() if self._bar is not None and self.is_open() else ""

    def open(self, typed: str) -> None:
        """Open the bar with these words in it, or with what stood there; type there."""
        if not self.is_open():
            self.opened.emit()
            self.pane.close_sheet()
            self._start = self.pane.view.place()
            self.bar.show()
        if typed:
            self.bar.field.fill(typed)
        self._search(self.bar.field.text())
        self.bar.focus()

    def close(self) -> None:
        """Close the bar and stay at the hit."""
        bar = self._bar
        if bar is None or bar.isHidden():
            return
        had_focus = self._has_focus(bar)
        bar.hide()
        self._say_soon.stop()
        view, where = self.pane.view, self._current()
        if where is not None and not view.is_veiled(where):
            view.select(where)
        self.mark(None)
        if had_focus:
            self.pane.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _has_focus(self, bar: FindBar) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and bar.isAncestorOf(focus)

    # Finding

    def _search(self, typed: str) -> None:
        """Find what was typed, from where one is on; the place only moves where no hit is in view."""
        self.used.emit()
        self._look_for(self._read(typed))
        if self._found:
            self._go(self._found.after(self._start))
        self._tell()
        if typed.strip():
            self._say_soon.start()

    def _look_for(self, query: Query | None) -> None:
        self._query, self._text = query, self.pane.text
        self._found = find(self._text, query) if query is not None else None
        self._hits.set_hits(self._found or ())

    def refresh(self) -> None:
        """Find again where the pane shows another text now; the place stays."""
        if self._query is not None and self.pane.source_id and self._text is not self.pane.text:
            self._look_for(self._query)
            self._start = self.pane.view.place()
            if self.is_open():
                self._tell()

    def mark(self, query: Query | None, current: Range | None = None) -> None:
        """Mark what a search of all sources found; a bar that is open keeps its own hits."""
        if self.is_open() or not self.pane.source_id:
            return
        if query is not self._query or self._text is not self.pane.text:
            self._look_for(query)
        number = -1
        if self._found and current is not None:
            at = self._found.after(current.start)
            number = at if self._found[at] == current else -1
        self._hits.set_current(number)

    # Going through

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end of the text."""
        self.used.emit()
        found = self._found
        if not found:
            self._say_count()
            return
        now = self._hits.current()
        number = found.after(self.pane.view.place()) if now < 0 else (now + by) % len(found)
        wrapped = now >= 0 and (number > now) is not (by > 0)
        self._go(number)
        self._start = found[number].start
        self._tell()
        self._say_soon.stop()
        said = _wrap_words(by) if wrapped else ""
        announce(self.bar.field, " ".join(part for part in (said, self._hit_words()) if part))

    def _go(self, number: int) -> None:
        if self._found:
            self.pane.close_sheet()
            self._hits.set_current(number)
            self.pane.view.bring_to(self._found[number])

    def _current(self) -> Range | None:
        number = self._hits.current()
        return self._found[number] if self._found and 0 <= number < len(self._found) else None

    # Telling

    def _tell(self) -> None:
        count = len(self._found) if self._found else 0
        also = ""
        if self._query is not None and self._found:
            forms = (self._query.spellings[number].form for number in sorted(self._found.spellings()))
            also = also_words([form for form in forms if form])
        typed = bool(self.bar.field.text().strip())
        self.bar.tell(max(0, self._hits.current()), count, also, typed=typed)

    def _say_count(self) -> None:
        self._say_soon.stop()
        said = self._hit_words() or _("Not found in this text")
        announce(self.bar.field, " ".join(part for part in (said, self.bar.also.text()) if part))

    def _hit_words(self) -> str:
        """Say which hit is gone to, of how many, in its words; "" where there is none."""
        where = self._current()
        if where is None or not self._found:
            return ""
        words = covered_words() if self.pane.view.is_veiled(where) else self._words_around(where)
        told = _("{number} of {count}: {words}")
        return told.format(number=self._hits.current() + 1, count=len(self._found), words=words)

    def _words_around(self, where: Range) -> str:
        words, _at = in_context(self.pane.text, where, self.pane.view.covered())
        return words


def _wrap_words(by: int) -> str:
    return _("From the start again.") if by > 0 else _("From the end again.")
