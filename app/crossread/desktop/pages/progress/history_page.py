"""Every answer given, newest first: narrowed by what one looks for, each opened as it was then."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.desk.history_veils import HistoryVeils
from crossread.desktop.pages.library.library_words import why_unknown
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.progress.answer_then import AnswerThen
from crossread.desktop.pages.progress.answers_read import AnswersRead
from crossread.desktop.pages.progress.begun_packs import titles_known
from crossread.desktop.pages.progress.history_list import HistoryList
from crossread.desktop.pages.progress.history_row import HistoryRow
from crossread.desktop.pages.progress.history_words import none_words
from crossread.desktop.pages.progress.looked_into import LookedInto
from crossread.desktop.place import LIBRARY, PROGRESS, Place
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.frames.stack import Stack
from crossread.operations.sessions.changed import Changed
from crossread.progress.history import AnswerGiven
from crossread.progress.names_told import pack_told
from crossread.progress.way import PackWay

ALL = "all"  # what a place is about that asks for the list, narrowed as it was by hand
WAIT_MS = 250  # a pause in typing after which it is looked for


class HistoryPage(Page):
    """The list, or one answer of it. `Place.about` asks for an outcome ("certain-wrong"), or for the list."""

    name = "history"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._packs = LookedInto(around, self._pack_known)
        self._veils = HistoryVeils(around, self._tell_again)
        self._reader = AnswersRead(around.session, self._show_found)
        self._wanted_about: str | None = None
        self._came = False
        self._opening = ""  # the entry of the answer that is about to be shown
        self._by_hand = True  # whether the filter is changed by whoever reads
        self._packs_then: tuple[PackWay, ...] = ()  # what was done when it was looked for answers last
        self.then: AnswerThen | None = None
        self._stack = Stack(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._list = HistoryList(self)
        self.back, self.filter, self.count = self._list.back, self._list.filter, self._list.count
        self.nothing = self._list.nothing
        self.more, self.all_again = self._list.more, self._list.all_again
        self.back.clicked.connect(self._to_progress)
        self.more.clicked.connect(self._more)
        self.nothing.choose.clicked.connect(self._to_library)
        self._stack.addWidget(self._list)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._ask)
        self.filter.changed.connect(self._soon.start)
        self.filter.changed.connect(self._keep_filter)
        around.veiling.changed.connect(self._tell_again)

    def rows(self) -> tuple[HistoryRow, ...]:
        """Return the rows shown."""
        return tuple(self._list.rows)

    def is_looking(self) -> bool:
        """Tell whether more is about to be found."""
        return self._reader.reading or self._soon.isActive()

    # Looking for answers

    def _titles(self) -> Mapping[str, str]:
        return {pack.id: pack.title for pack in self._around.session.shelf()}

    def _known_titles(self) -> Mapping[str, str]:
        return titles_known(self._around.session)

    def _offer_packs(self) -> None:
        """Offer the packs in which something was answered; all of them as long as that is not known."""
        titles = self._titles()
        if not why_unknown(self._around.session):
            ways = self._around.session.progress().packs
            answered = {way.pack for way in ways if way.given or way.practised or way.reviewed}
            titles = {pack: title for pack, title in titles.items() if pack in answered}
        self.filter.pack.set_options(list(titles.items()))

    def _ask(self) -> None:
        self._soon.stop()
        self._list.clear()
        why = why_unknown(self._around.session)
        if why:
            self._list.show_nothing(False)
            self._say(why)
            return
        self.all_again.setVisible(not self.filter.is_all())
        self._reader.ask(self.filter.wanted())
        self._say(self._count_words())

    def _more(self) -> None:
        self._reader.more()

    def _show_found(self) -> None:
        titles = self._known_titles()
        for answer in self._reader.found[len(self._list.rows) :]:
            row = HistoryRow(
                self._told(answer),
                pack_told(titles, answer.pack),
                self._then(answer, "explanation"),
                self._list.page,
            )
            row.opened.connect(self._open)
            self._list.add(row)
        self.more.setVisible(not self._reader.done and not self._reader.reading)
        self._list.show_nothing(self._is_empty())
        self._say(self._count_words())

    def _is_empty(self) -> bool:
        """Tell whether there is no answer at all, and all of them were asked for."""
        reader = self._reader
        wants_all = reader.wanted.is_all and not reader.wanted.pack
        return wants_all and reader.done and reader.error is None and not (reader.reading or reader.found)

    def _told(self, answer: AnswerGiven) -> AnswerGiven:
        from dataclasses import replace

        return replace(answer, response=self._veils.words(answer))

    def _then(self, answer: AnswerGiven, what: str) -> str:
        """Return a part of the question as it was then."""
        seen = self._around.session.seen(answer.seen_digest) if answer.seen_digest else None
        question = seen.get("question") if seen else None
        return str(question.get(what, "")) if isinstance(question, Mapping) else ""

    def _count_words(self) -> str:
        reader, count = self._reader, len(self._reader.found)
        if reader.error is not None:
            return reader.error.message
        if not count and (reader.reading or reader.done):
            return _("Looking…") if reader.reading else none_words(reader.wanted)
        given = count - reader.taken_back
        told = ngettext("{count} answer", "{count} answers", given).format(count=given)
        if reader.taken_back:
            told = _("{told}, and {count} taken back").format(told=told, count=reader.taken_back)
        if reader.done:
            return told
        if reader.wanted.is_all:
            return _("The newest {count} answers").format(count=count)
        looked = _("{told} so far, {looked} looked through")
        return looked.format(told=told, looked=reader.looked)

    def _keep_filter(self) -> None:
        """Remember what is chosen by hand, for the next time; the words are not."""
        if self._by_hand:
            with suppress(OSError):  # it is only a comfort
                self._around.settings.remember("answers", {"chosen": self.filter.chosen()})

    def _say(self, words: str) -> None:
        if words != self.count.text():
            self.count.setText(words)
            if self.isVisible() and not self._reader.reading:
                announce(self, words)

    def _tell_again(self) -> None:
        if not self.isVisible():
            return
        for row, answer in zip(self._list.rows, self._reader.found, strict=False):
            row.tell(self._veils.words(answer))
        if self.then is not None:
            self.then.tell_again()

    def _pack_known(self, _pack: str) -> None:
        if self.then is not None:
            self.then.see_pack()

    # One answer

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, HistoryRow):
            answer = self._reader.found[self._list.rows.index(row)]
            self._opening = answer.entry
            self._around.session.when_known(answer.pack, partial(self._known, answer))

    def _known(self, answer: AnswerGiven, error: Expected | None) -> None:
        """Show an answer, now that it is known where one is in its pack."""
        if answer.entry != self._opening:
            return  # another one is wanted by now, or none
        self._opening = ""
        if error is not None:
            self._say(error.message)
            self._list.ensureWidgetVisible(self.count)
            return
        title = pack_told(self._known_titles(), answer.pack)
        self._close()
        self.then = AnswerThen(self._around, answer, title, self._packs, self._veils, self)
        self.then.asked.connect(self.asked)
        self.then.closed.connect(self._to_list)
        self._stack.addWidget(self.then)
        self._stack.setCurrentWidget(self.then)
        self.then.enter()
        for number in self.then.attempts.numbers:
            self._around.session.read_answers(number + 1, 1, answer.pack, self._take_attempt)

    def _take_attempt(self, result: Sequence[AnswerGiven] | Expected) -> None:
        if self.then is not None and not isinstance(result, Expected):
            self.then.attempts.take(result)

    def _close(self) -> int:
        """Let go of the answer that is open, and return which row it is of; -1 where none is."""
        then, self.then = self.then, None
        if then is None:
            return -1
        ids = [answer.entry for answer in self._reader.found]
        self._stack.removeWidget(then)
        then.hide()
        then.deleteLater()
        return ids.index(then.answer.entry) if then.answer.entry in ids else -1

    def _to_list(self) -> None:
        number = self._close()
        self._stack.setCurrentWidget(self._list)
        if 0 <= number < len(self._list.rows):
            self._list.rows[number].open.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.ensureWidgetVisible(self._list.rows[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the answer that is open by Escape, before the page is left by it."""
        if event.key() == Qt.Key.Key_Escape and self.then is not None:
            self._to_list()
        else:
            super().keyPressEvent(event)

    def _to_progress(self) -> None:
        self.asked.emit(PROGRESS)

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    # Coming and going

    def go_to(self, place: Place) -> None:
        """Ask for what a place names; where it names nothing, the page is come back to as it was."""
        self._wanted_about = place.about or None

    def here(self) -> Place:
        """Return the page as it is: what was looked for is found again."""
        return Place("history")

    def enter(self) -> None:
        """Show how things stand."""
        self._list.fit()
        self._offer_packs()
        packs = self._around.session.progress().packs
        if self._wanted_about is None and self._list.rows and packs == self._packs_then:
            self._come_back()
            return
        self._packs_then = packs
        self._close()
        self._stack.setCurrentWidget(self._list)
        self._ask_as_wanted()
        self._ask()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_as_wanted(self) -> None:
        """Ask for what the place names; for all, and at first, as was chosen last by hand."""
        about, self._wanted_about = self._wanted_about, None
        self._by_hand = False
        if about == ALL or (about is None and not self._came):
            self.filter.come_back_to(self._around.settings.place("answers").get("chosen"))
        elif about is not None:
            self.filter.ask_for(about)
        self._came = self._by_hand = True

    def _come_back(self) -> None:
        """Show the list, or the answer that was open, as it was left; what is covered may be other now."""
        self._tell_again()
        if self.then is None:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.then.see_pack()
            self.then.enter()

    def leave(self) -> None:
        """Let go of the packs that were looked into."""
        self._opening = ""
        self._veils.forget()
        self._packs.forget()

    def changed(self, what: Changed) -> None:
        """Look again once the record is open; what is being looked at stays."""
        if what.what & {"state", "status"} and self.isVisible() and not self._list.rows and self.then is None:
            self._offer_packs()
            self._ask()

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        if self.then is not None:
            return [self.then.back, self.then]
        first = self.nothing.choose if self._is_empty() else self.filter.words
        return [self.back, first, self._list]
