"""What stands in a text beside its words, brought there from its pack: explained words, veils, pictures."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication, QImage

from crossread.base.declared import TERMS
from crossread.base.translation import _
from crossread.desktop.key_tips import first_key
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.panes.explaining import explanation
from crossread.desktop.widgets.layers.terms import Term
from crossread.desktop.widgets.pictures.picture_reading import picture_size, read_picture
from crossread.desktop.widgets.pictures.reading_pictures import PictureShown
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.desktop.widgets.telling.bubble import Explanation
from crossread.packs.in_texts.explained import Entry, Explained
from crossread.packs.pack import GlossaryTerm, NameForms
from crossread.questions.passages import ShownText, Which
from crossread.texts.text import Range, Text

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


class Standing(QObject):
    """Fills one reading view, and acts on what is asked for there.

    `words_asked` asks for the list of all explained words, at the entry with this id.
    """

    words_asked = Signal(str)

    def __init__(self, around: Surroundings, view: ReadingView, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._view = around, view
        self._opened: OpenPack | None = None
        self._explained = Explained((), ())
        self._source = ""
        self._which: Which = ""
        view.beside.veils.asked.connect(self._turn_veil)
        view.beside.pictures.enlarge_asked.connect(self._enlarge)
        view.beside.terms.list_asked.connect(self._ask_list)
        view.cite_asked.connect(self.cite)
        view.beside.key = self._key
        around.veiling.changed.connect(self._cover)
        self.take_settings()

    # Filling

    def covered(self, opened: "OpenPack", source: str, which: Which) -> Sequence[Range]:
        """Return what is covered in a text that is about to be shown."""
        shown = opened.shown(source, which)
        return self._around.veiling.covered(opened, source, shown) if shown else ()

    def fill(self, opened: "OpenPack", source: str, which: Which) -> None:
        """Bring to the text just shown what stands in it; `source` is "" for a text of no source."""
        if self._opened is None or self._opened.pack is not opened.pack:
            self._explained = opened.explained
        self._opened, self._source, self._which = opened, source, which
        text = self._view.text()
        terms = [
            Term(one.range, "term" if isinstance(one.entry, GlossaryTerm) else "name", one.entry)
            for one in self._explained.in_text(text)
        ]
        self._view.beside.terms.set_terms(terms, self._explain)
        self._view.beside.pictures.set_pictures(_pictures(opened, text))
        self._cover()

    def take_settings(self) -> None:
        """Dot explained words, and cover graphic passages, or not, as the settings say."""
        self._view.beside.terms.set_dotted(self._around.settings[TERMS])
        self._cover()

    def _key(self, action: str) -> str:
        """Return the key of an action here: the list of explained words stands only beside a source."""
        return first_key(action) if action != "words" or self._source else ""

    # Explained words

    def _explain(self, term: Term) -> Explanation:
        if self._opened is None or not isinstance(term.about, GlossaryTerm | NameForms):
            return Explanation()
        action = _("All explained words") if self._source else ""
        return explanation(term.about, self._explained, self._opened, action=action)

    def _ask_list(self, about: object) -> None:
        if isinstance(about, GlossaryTerm | NameForms):
            self.words_asked.emit(entry_key(about))

    # Veils

    def _shown(self) -> ShownText | None:
        if self._opened is None or not self._source:
            return None
        return self._opened.shown(self._source, self._which)

    def _cover(self) -> None:
        shown = self._shown()
        if self._opened is None or shown is None or shown.text is not self._view.text():
            return
        veiling = self._around.veiling
        self._view.beside.veils.set_passages(
            veiling.covered(self._opened, self._source, shown),
            veiling.uncovered(self._opened, self._source, shown),
        )

    def _turn_veil(self, where: object) -> None:
        shown = self._shown()
        if isinstance(where, Range) and self._opened is not None and shown is not None:
            self._around.veiling.turn(self._opened, self._source, shown, where)

    # Pictures

    def _enlarge(self, number: int) -> None:
        from crossread.desktop.pages.panes.picture_page import PicturePage

        shown, text = self._view.beside.pictures.picture(number), self._view.text()
        if shown is None:
            return
        start = text.starts[number]
        caption = self._view.words(Range(start, start + len(text.blocks[number].text)))
        PicturePage(shown.read(None), caption, shown.alt, shown.credit, self._view.window())

    # Citing

    def cite(self) -> None:
        """Copy the selection, or the sentence at the caret, with where it is from."""
        from crossread.reports.citation import cite, cite_context

        where = self._view.chosen_range()
        if self._opened is None or where is None:
            self._view.beside.say(_("There are no words to copy here."))
            return
        pack, text, words = self._opened.pack, self._view.text(), self._view.words(where)
        if self._source:
            made = cite(pack, pack.source(self._source), self._which, text, where, words)
        else:
            made = cite_context(pack, text, where, words)
        data = QMimeData()
        data.setText(made.plain)
        data.setHtml(made.html)
        QGuiApplication.clipboard().setMimeData(data)
        self._view.beside.say(_("Copied, with where it is from."))


def entry_key(entry: Entry) -> str:
    """Return what an entry is known by among all entries: ids of terms and of names may be the same."""
    return f"{'term' if isinstance(entry, GlossaryTerm) else 'name'}/{entry.id}"


def _pictures(opened: "OpenPack", text: Text) -> dict[int, PictureShown]:
    """Return the pictures of a text by the number of their caption; without those that cannot be read."""
    described = {picture.file: picture for picture in opened.pack.pictures}
    found = {}
    for number, block in enumerate(text.blocks):
        picture = described.get(block.file) if block.file else None
        held = opened.picture(block.file) if picture else None
        if picture is None or held is None:
            continue
        size = picture_size(*held)
        if not size.isEmpty():
            read = partial(_read, opened, block.file)
            found[number] = PictureShown(size, picture.alt, picture.credit, read)
    return found


def _read(opened: "OpenPack", file: str, most: QSize | None) -> QImage:
    held = opened.picture(file)
    return read_picture(*held, most) if held else QImage()
