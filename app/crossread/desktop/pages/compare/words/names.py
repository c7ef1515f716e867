"""Names of own articles and originals, where no author lists any: found by the program, with the reason."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.compare.words.card import CardShown
from crossread.desktop.pages.compare.words.table import WordCell
from crossread.desktop.pages.compare.words.telling import WordsTold
from crossread.inquiry.held_back import HeldBack
from crossread.progress.names_compared import ComparedName, compared_names
from crossread.texts.names.name import Name
from crossread.texts.names.name_reasons import kind_label, why_form, why_name

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session

MOST_PLACES = 12  # of a name in one source that are shown


class FoundNames(QObject):
    """Looks for the names of an open pack when first asked for; `came`: they are there, or cannot be.

    `are_shown`: no author lists names, and there are texts to look in.
    """

    came = Signal()

    def __init__(self, session: "Session", opened: "OpenPack", told: WordsTold, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.set_opened(opened, told)

    def set_opened(self, opened: "OpenPack", told: WordsTold) -> None:
        """Take up a pack as it is now; `told` tells words and their passages as they may be told."""
        self._opened, self._told = opened, told
        self._names: tuple[Name, ...] | None = None
        self._compared: Mapping[str, ComparedName] = {}
        self._looks = False
        self.trouble = ""  # why they could not be worked out
        self.are_shown = not opened.pack.wording.named and len(opened.own_words) > 1

    def look(self) -> None:
        """Have them looked for, where nobody has yet."""
        if self._looks or self._names is not None:
            return
        self._looks = True
        texts = {source: shown.text for source, shown in self._opened.own_words.items()}
        self._session.find_names(texts, partial(_deliver, ref(self), self._opened))

    def look_again(self) -> None:
        """Have them looked for once more, after it was in vain."""
        self._names, self.trouble = None, ""
        self.look()

    def take(self, opened: "OpenPack", found: tuple[Name, ...] | Expected) -> None:
        """Take what was found in the texts of a pack, or why that could not be worked out."""
        if opened is not self._opened:
            return
        self._looks = False
        if isinstance(found, Expected):
            self._names, self.trouble = (), found.message
        else:
            self._names = found
        self.came.emit()

    def rows(self, held: HeldBack) -> list[list[WordCell | None]]:
        """Return a row for each name: what it is the name of, then what each source calls it."""
        names = compared_names(self._names or (), self._opened.own_words, held)
        self._compared = {name.id: name for name in names}
        return [self._row(name) for name in names]

    def _row(self, name: ComparedName) -> list[WordCell | None]:
        below = _("{kind}, found by the program").format(kind=kind_label(name.name.kind))
        cells: list[WordCell | None] = [WordCell("", self._title(name), below)]
        for source in self._opened.pack.sources:
            if source.id in name.forms:
                cells.append(self._cell(name, source.id, source.letter))
            elif source.id in name.name.sources:
                cells.append(WordCell("", "…", _("asked in a question"), _("asked in a question")))
            elif source.id in self._opened.own_words:
                cells.append(WordCell("", "–", "", _("does not name it")))
            else:
                cells.append(WordCell("", "–", "", _("its own words are not here")))
        return cells

    def _cell(self, name: ComparedName, source: str, letter: str) -> WordCell:
        told = [self._told.word(one.word) for one in name.forms[source]]
        words = told[0] if len(told) == 1 else "\n".join(f"· {one}" for one in told)
        count = sum(len(one.word.places) for one in name.forms[source])
        below = ngettext("{count} time", "{count} times", count).format(count=count) if count > 1 else ""
        heard = _("{letter}: {quote}").format(letter=letter, quote="; ".join(filter(None, (*told, below))))
        return WordCell(f"{name.id}/{source}", words, below, f"{self._title(name)}: {heard}")

    def _title(self, name: ComparedName) -> str:
        """Return the form that most write, as it may be told."""
        every = [one for forms in name.forms.values() for one in forms]
        first = next((one for one in every if one.form is name.name.forms[0]), every[0])
        return self._told.word(first.word)

    def card(self, key: str) -> CardShown | None:
        """Return what the card says of how a source writes a name, by the key of its cell; None for none."""
        name_id, _slash, source = key.partition("/")
        name = self._compared.get(name_id)
        forms = name.forms.get(source, ()) if name is not None else ()
        if name is None or not forms:
            return None
        letter = self._opened.pack.source(source).letter
        sentences = [_("Found by the program. {why}").format(why=why_name(name.name))]
        for one in forms:
            if one.form.joined_by:
                told = _("“{name}”: {why}")
                sentences.append(told.format(name=self._told.word(one.word), why=why_form(one.form)))
        places = sorted(
            (place for one in forms for place in one.word.places), key=lambda one: one.where.start
        )
        more = len(places) - MOST_PLACES
        if more > 0:
            told = ngettext("{count} more place is not shown.", "{count} more places are not shown.", more)
            sentences.append(told.format(count=more))
        title = _("{what}, in {letter}").format(what=self._title(name), letter=letter)
        return CardShown(title, sentences, self._told.lines(source, places[:MOST_PLACES]))

    def about(self) -> str:
        """Say what the list is."""
        return _(
            "People, places and bodies as each text writes them, found by the program; first those that "
            "they write differently. Nobody has checked them: look at the passages."
        )

    def instead(self) -> str:
        """Say why there are no names to be seen."""
        if self._names is None:
            return _("Looking for names…")
        return self.trouble or _("The program found no name that two of these texts write.")

    def what_came(self) -> str:
        """Say what has come meanwhile."""
        count = len(self._compared)
        if not count:
            return self.instead()
        told = ngettext(
            "{count} name that several texts write was found.",
            "{count} names that several texts write were found.",
            count,
        )
        return told.format(count=count)


def _deliver(names: "ref[FoundNames]", opened: "OpenPack", found: tuple[Name, ...] | Expected) -> None:
    """Hand what was found to whoever looked for it, as long as they are there."""
    there = names()
    if there is not None and isValid(there):
        there.take(opened, found)
