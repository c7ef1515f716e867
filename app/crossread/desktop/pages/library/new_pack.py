"""A new pack from articles: files are chosen, read one after another, put in order, and made a pack of."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.dropped import dropped_files
from crossread.desktop.pages.library.new_pack_frame import NewPackFrame
from crossread.desktop.pages.library.new_pack_row import ArticleRow
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import LIBRARY, Place
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import set_look
from crossread.operations.opening.new_pack import Chosen, own_articles
from crossread.operations.opening.new_pack_reading import ReadArticle
from crossread.operations.sessions.changed import Changed
from crossread.packs.making.from_articles import COMPARE


class NewPackPage(NewPackFrame):
    """The page. What was chosen stays for as long as the window is open, or until a pack is made of it."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._making = around.making
        self._reading: Chosen | None = None
        self._made_of: tuple[Chosen, ...] = ()  # the files of the pack that is being made
        self.back.clicked.connect(self._to_library)
        self.add.clicked.connect(self._ask)
        self.cancel.clicked.connect(self._stop)
        self.field.textEdited.connect(self._title_typed)
        self.field.returnPressed.connect(self._make)
        self.make.clicked.connect(self._make)
        self._show_state()

    # Files

    def _ask(self) -> None:
        kinds = _("Articles (*.txt *.md *.markdown *.html *.htm *.xhtml);;All files (*)")
        files, _kind = QFileDialog.getOpenFileNames(self, _("Add articles"), "", kinds)
        if files:
            self.take([Path(file) for file in files])

    def take(self, files: Sequence[Path]) -> None:
        """Choose files and read them."""
        told = " ".join(self._making.add(files))
        self._say(told)
        self._show_rows()
        self._read_on()

    def go_to(self, place: Place) -> None:  # noqa: ARG002  (there is one of it)
        """Show what was chosen, on the library too."""
        self._say(" ".join(self._making.told))
        self._making.told.clear()
        self._show_rows()
        self._read_on()

    def enter(self) -> None:
        """Begin with adding articles."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_on(self) -> None:
        """Read the next file that waits; one at a time, so that one can stop."""
        if self._reading is None and self._making.waiting:
            self._reading = row = self._making.waiting[0]
            self._around.session.read_article(row.path, row.encoding, partial(self._was_read, row))
        self._show_state()

    def _was_read(self, row: Chosen, result: ReadArticle | Expected) -> None:
        self._reading = None
        if row in self._making.rows and row.waiting:
            self._making.put(row, result)
            self._show_rows()
        self._read_on()
        if not self._making.waiting:
            count = len(self._making.sound)
            words = ngettext("{count} article read.", "{count} articles read.", count)
            announce(self, words.format(count=count))
            self._propose()

    def _stop(self) -> None:
        """Leave out what was not read yet."""
        for row in self._making.waiting:
            self._making.remove(row)
        self._show_rows()
        self._show_state()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose(self) -> None:
        if len(self._making.sound) > 1 and not self._making.title_is_own and not self._made_of:
            self._around.session.propose_title(self._making.texts(), self._proposed)

    def _proposed(self, title: str | Expected) -> None:
        if isinstance(title, str) and not self._making.title_is_own and not self._made_of:
            self._making.title = title
            self.field.setText(title)
            self._show_state()

    # What is shown

    def _show_rows(self) -> None:
        """Show the articles as they are now; what did not change stays as it is, with the focus in it."""
        before = {id(shown.row): shown for shown in self.rows if shown.is_told()}
        gone = [
            shown for shown in self.rows if id(shown.row) not in before or shown.row not in self._making.rows
        ]
        focused = next(((shown.row, shown.focused()) for shown in gone if shown.focused()), (None, ""))
        for shown in gone:
            self._list.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.rows = []
        for number, row in enumerate(self._making.rows):
            shown = before.get(id(row)) or self._make_row(row)
            shown.set_place(
                self._making.letter(row), first=number == 0, last=number == len(self._making.rows) - 1
            )
            self._list.insertWidget(number, shown)
            shown.show()
            self.rows.append(shown)
            if row is focused[0]:
                shown.focus_on(focused[1])
        if self.field.text() != self._making.title:
            self.field.setText(self._making.title)

    def _make_row(self, row: Chosen) -> ArticleRow:
        shown = ArticleRow(row, self._page)
        shown.changed.connect(self._changed_in)
        shown.moved.connect(self._move)
        shown.removed.connect(self._remove)
        shown.encoding_chosen.connect(self._read_again)
        return shown

    def _show_state(self) -> None:
        """Say how far reading is, and what is in the way of the pack."""
        waiting, rows = len(self._making.waiting), self._making.rows
        self.progress.setVisible(bool(waiting))
        if waiting:
            done = len(rows) - waiting
            told = _("Reading {number} of {all}").format(number=done + 1, all=len(rows))
            self.told_progress.setText(told)
            self.bar.set_share(done / len(rows))
        lacks = self._making.lacks() or self._making.left_out()  # a file may stand far below the button
        self.lacks.setText(_("Making the pack…") if self._made_of else lacks)
        self.lacks.setVisible(bool(self.lacks.text()) and bool(rows))
        self.what.setVisible(bool(rows))
        set_look(self.add, "plain" if rows else "primary")  # the one next step, until there is another
        self.add.setEnabled(not self._made_of)
        self.make.setEnabled(not self._made_of and bool(rows))
        self.field.setReadOnly(bool(self._made_of))
        for shown in self.rows:
            shown.set_kept(self._is_kept(shown.row))

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        announce(self, sentence)

    def changed(self, what: Changed) -> None:
        """Take the room that larger words need."""
        if "looks" in what.what:
            self._area.fit()

    # What is said of them

    def _row(self) -> ArticleRow | None:
        sender = self.sender()
        return sender if isinstance(sender, ArticleRow) and not self._is_kept(sender.row) else None

    def _is_kept(self, row: Chosen) -> bool:
        """Tell whether a pack is just being made of a file: it stays as it is until that is done."""
        return any(row is one for one in self._made_of)

    def _changed_in(self) -> None:
        if shown := self._row():
            self._making.change(shown.row, **shown.said())
            self._show_state()

    def _move(self, by: int) -> None:
        shown = self._row()
        if shown and self._making.move(shown.row, by):
            self._show_rows()
            announce(self, _("Source {letter}").format(letter=self._making.letter(shown.row) or "–"))

    def _remove(self) -> None:
        if shown := self._row():
            at = self._making.rows.index(shown.row)
            self._making.remove(shown.row)
            announce(self, _("{name} was taken out.").format(name=shown.row.name))
            self._show_rows()
            self._read_on()
            near = self.rows[min(at, len(self.rows) - 1)].remove if self.rows else self.add
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_again(self, encoding: str) -> None:
        if shown := self._row():
            self._making.read_as(shown.row, encoding)
            self._show_rows()
            self._read_on()

    def _title_typed(self, title: str) -> None:
        self._making.title, self._making.title_is_own = title, bool(title.strip())
        self._show_state()

    # Making it

    def _make(self) -> None:
        if self._made_of:
            return
        lacks = self._making.lacks()
        if lacks:
            self._say(lacks)
            self._area.ensureWidgetVisible(self.told)
            return
        self._say("")
        self._made_of = tuple(self._making.rows)
        self._show_state()
        self._around.session.make_pack(self._making.title, own_articles(self._making.sound), self._made)

    def _made(self, result: str | Expected) -> None:
        made, self._made_of = self._made_of, ()
        if isinstance(result, Expected):
            self._say(result.message)
        else:
            self._making.begin_anew(made)
            self._show_rows()
            self._propose()
            self.asked.emit(Place("stage", result, COMPARE))
        self._show_state()

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        files = dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.take(files)
