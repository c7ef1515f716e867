"""Words: what judges and what is cautious by source, and what each source calls the same thing."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.laid_out.shared_height import SharedHeight
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.told.passages import MatrixPassages
from crossread.desktop.pages.compare.words.card import WordCard
from crossread.desktop.pages.compare.words.names import FoundNames
from crossread.desktop.pages.compare.words.table import WordCell, WordHead, WordsBySource
from crossread.desktop.pages.compare.words.telling import WordsTold
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.packs.sources.compare_parts import Naming
from crossread.progress.words_compared import (
    ComparedWord,
    ListKind,
    counts,
    namings_of,
    word_ids,
    words_away,
    words_of,
)
from crossread.questions.passages import Selection

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.packs.pack import Stage

KINDS: dict[str, ListKind] = {"loaded": "loaded", "hedging": "hedging"}
NAMED = "named"
CARD_SHARE = 0.4  # of the height, for the word in hand


class WordsPart(ComparePart):
    """Three lists, a column a source, and below them the word in hand.

    Arrow keys go through the cells, Enter to the passages of the one in hand, Escape back.
    """

    name = "words"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._letters: Letters = {one.id: (one.letter, at) for at, one in enumerate(opened.pack.sources)}
        self._words: dict[str, ComparedWord] = {}
        self._away = 0  # words of the list in hand that stand in no text that is here
        self._namings: dict[str, Naming] = {}
        self.lists = Segmented(
            (
                ("loaded", _("Words that judge")),
                ("hedging", _("Words of caution")),
                (NAMED, _("Names for the same")),
            ),
            self,
            look="pills",
            name=_("Which words"),
        )
        self.lists.set_value("loaded")
        self.lists.chosen.connect(self._list_chosen)
        self.about_list = labels.muted("", self)
        self.table = WordsBySource(_("Words by source; Enter leads to the passages"), self)
        self.table.reached.connect(self._reached)
        self.table.entered.connect(self._entered)
        self.card = WordCard(self._letters, self)
        self.card.shown.connect(self._show_passage)
        self.card.left.connect(self.enter)
        border = _("Border between the words and the one in hand; arrow keys move it")
        self.split = SharedHeight(border, CARD_SHARE, self)
        self.split.addWidget(self.table)
        self.split.addWidget(self.card)
        self.empty = CardFrame(self, look="dashed")
        self.empty.body.addWidget(labels.heading(_("No words here"), self.empty))
        self._why = labels.body("", self.empty)
        self.empty.body.addWidget(self._why)
        self.again = link_button(_("Look again for names"), self.empty)
        self.again.clicked.connect(self._look_again)
        self.empty.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(10)
        column.addWidget(self.lists)
        column.addWidget(self.about_list)
        column.addWidget(self.empty)
        column.addWidget(self.split, 1)
        column.addStretch(0)
        self._take_up()
        self._names = FoundNames(around.session, opened, self._told, self)
        self._names.came.connect(self._names_came)
        self._refresh()

    def _take_up(self) -> None:
        self._passages = MatrixPassages(self.opened, self.around.veiling)
        self._told = WordsTold(self.opened, self.around.veiling, self._passages.told)

    # What a part is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the words that a stage works at, else all."""
        super().open_stage(stage)
        self._refresh()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self._take_up()
        self._names.set_opened(opened, self._told)
        self._refresh()

    def show_again(self, what: "Changed") -> None:
        """List again what may be listed, as questions open and close."""
        mine = "state" in what.what and what.pack == self.opened.pack.id
        if mine and self.opened.held(self.state()) is not self._held:
            self._refresh()

    def show_covers(self) -> None:
        """Show passages with what of them is covered now."""
        self._refresh()

    def arranged(self) -> Mapping[str, str]:
        """Return which list is in view, and the share of the word in hand."""
        return {"list": self.lists.value(), "share": self.split.kept()}

    def arrange(self, kept: Mapping[str, str]) -> None:
        """Take up what `arranged` returned; all stays as it is without it."""
        self.split.take(kept.get("share", ""))
        if kept.get("list") in (*KINDS, NAMED):
            self.lists.set_value(kept["list"])
            self._refresh()

    def about(self) -> str:
        """Return the list and the cell in hand."""
        cell = self.table.current()
        return f"{self.lists.value()}/{cell.key if cell else ''}".rstrip("/")

    def go_to(self, about: str) -> None:
        """Take a list and a cell in hand."""
        name, _slash, key = about.partition("/")
        if name in (*KINDS, NAMED):
            self.lists.set_value(name)
            self._refresh(key)

    def firm(self) -> Sequence[str]:
        """Return the line of what is named, or that of the lists."""
        floor = self.opened.pack.wording.floor
        naming = self._naming_in_hand() if self.lists.value() == NAMED else None
        return [line for line in (naming.floor if naming else "", floor) if line]

    def enter(self) -> None:
        """Put the focus on the words, where there are none on the lists."""
        (self.lists if self.split.isHidden() else self.table).setFocus(Qt.FocusReason.TabFocusReason)

    # What is shown

    def _only(self) -> Sequence[str]:
        stage = self.stage
        return stage.words if stage is not None and stage.kind == "compare" else ()

    def _refresh(self, key: str = "") -> None:
        self._held = self.opened.held(self.state())
        current = self.table.current()
        key = key or (current.key if current else "")
        name = self.lists.value()
        if name == NAMED:
            self._show_named(key)
        else:
            self._show_words(KINDS[name], key)
        filled = self.table.rowCount() > 0
        self.split.setVisible(filled)
        self.empty.setVisible(not filled)
        self._why.setText(self._why_empty())
        self.again.setVisible(name == NAMED and bool(self._names.trouble))
        self._show_card()

    def _show_words(self, kind: ListKind, key: str) -> None:
        pack = self.opened.pack
        only = word_ids(pack, self._only())
        found = {
            source.id: words_of(pack, source.id, kind, self.opened.shown_now[source.id], self._held, only)
            for source in pack.sources
        }
        self._away = sum(
            words_away(pack, source.id, kind, self.opened.shown_now[source.id], self._held, only)
            for source in pack.sources
        )
        many = counts(found)
        heads = [
            WordHead(source.letter, at, f"{source.card.short} · {many[source.id]}")
            for at, source in enumerate(pack.sources)
        ]
        self._words = {
            f"{source}:{number}": word for source, words in found.items() for number, word in enumerate(words)
        }
        columns = [
            [self._told.cell(f"{source}:{number}", word) for number, word in enumerate(words)]
            for source, words in found.items()
        ]
        rows: list[list[WordCell | None]] = [
            [column[row] if row < len(column) else None for column in columns]
            for row in range(max(map(len, columns), default=0))
        ]
        self.table.set_cells(heads, rows, key)
        told = (
            _("Words that judge as they tell. They may be right: look what bears them. Counts are no score.")
            if kind == "loaded"
            else _(
                "Words that leave something open: how many, how sure, or who says so. Counts are no score."
            )
        )
        self.about_list.setText(" ".join(filter(None, (told, self._told_away() if rows else ""))))

    def _told_away(self) -> str:
        """Say how many words of the authors' list nobody can look at without the originals."""
        return (
            ngettext(
                "Of the authors’ list, {count} word stands only in an original that is not here.",
                "Of the authors’ list, {count} words stand only in originals that are not here.",
                self._away,
            ).format(count=self._away)
            if self._away
            else ""
        )

    def _show_named(self, key: str) -> None:
        pack = self.opened.pack
        self._namings = {one.id: one for one in namings_of(pack, self._only())}
        sources = [source.id for source in pack.sources]
        heads = [WordHead(source.letter, at, source.card.short) for at, source in enumerate(pack.sources)]
        rows = [self._told.naming_cells(naming, sources, self._held) for naming in self._namings.values()]
        told = _("The same people, or the same deed, as each source names them.")
        if self._names.are_shown:
            self._names.look()
            rows, told = self._names.rows(self._held), self._names.about()
        self.table.set_cells(heads, rows, key, _("What is named"))
        self.about_list.setText(told)

    def _names_came(self) -> None:
        if self.lists.value() == NAMED:
            self._refresh()
            if self.isVisible():
                announce(self, self._names.what_came())

    def _look_again(self) -> None:
        self.lists.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self._names.look_again()
        self._refresh()

    def _why_empty(self) -> str:
        if self.lists.value() == NAMED:
            listed = _("The authors of this pack list nothing that its sources name differently.")
            more = _("In two originals or more the program looks for names; add them.")
            return self._names.instead() if self._names.are_shown else f"{listed} {more}"
        count = len(self.opened.own_words)
        if self._away:
            more = _("Add the originals to look at them.") if not count else ""
            return " ".join(filter(None, (self._told_away(), more)))
        told = ngettext(
            "The authors list none, and the program found none in the {count} original that is here.",
            "The authors list none, and the program found none in the {count} originals that are here.",
            count,
        ).format(count=count)
        quoted = _(
            "The authors list none, and the digests quote none. Add the originals to look through them."
        )
        return told if count else quoted

    def _naming_in_hand(self) -> Naming | None:
        cell = self.table.current()
        return self._namings.get(cell.key.partition("/")[0]) if cell is not None else None

    def _show_card(self) -> None:
        cell = self.table.current()
        word = self._words.get(cell.key) if cell is not None else None
        naming = self._naming_in_hand()
        found = self._names.card(cell.key) if cell is not None else None
        if self.lists.value() == NAMED and found is not None:
            self.card.show_card(found)
        elif self.lists.value() == NAMED and naming is not None and cell is not None:
            self.card.show_card(self._told.naming_card(naming, cell.key.partition("/")[2], self._held))
        elif self.lists.value() != NAMED and word is not None:
            self.card.show_card(self._told.card(word))
        self.card.setVisible(bool(cell is not None and cell.key))

    # What the learner does

    def _list_chosen(self, _name: str) -> None:
        self._refresh()
        self.table.scrollToTop()
        self.turned.emit()

    def _reached(self, _key: str) -> None:
        self._show_card()
        self.turned.emit()

    def _entered(self, _key: str) -> None:
        self.card.focus()

    def _show_passage(self, what: object) -> None:
        spot = self._passages.spot(what) if isinstance(what, Selection) else None
        if spot is not None:
            self.spot_asked.emit(spot)
