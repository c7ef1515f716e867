"""What is told of words and names: their cells, sentences on them, and their passages as they may be told."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.compare.words.card import CardShown
from crossread.desktop.pages.compare.words.table import WordCell
from crossread.inquiry.held_back import HeldBack
from crossread.packs.sources.compare_parts import NameUse, Naming, Voice
from crossread.progress.claim_words import Told
from crossread.progress.strip_lines import StripLine
from crossread.progress.words_compared import ComparedWord, Found, is_away, places_of
from crossread.questions.passages import PassageKey, Selection
from crossread.texts.text import Range
from crossread.texts.wording.telling_reasons import why_telling
from crossread.texts.words.sentences import sentences_around

LINE = 80  # characters

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opening.opened import OpenPack


class WordsTold:
    """Tells words of a pack; `veiling` decides what of them is covered, `told` what of the authors' words."""

    def __init__(self, opened: "OpenPack", veiling: "Veiling", told: Told) -> None:
        self._opened, self._veiling, self._told = opened, veiling, told

    # Words

    def cell(self, key: str, word: ComparedWord) -> WordCell:
        """Return the cell of a word: whose word it is stands below it, or that the program found it."""
        below = _("found by the program")
        if word.use:
            keys = [passage.of(word.source) for passage in word.use.passages]
            below = voice_words(word.use.voice, self._told(word.use.whom, keys))
        if len(word.places) > 1:
            times = ngettext("{count} time", "{count} times", len(word.places)).format(count=len(word.places))
            below = " · ".join(part for part in (below, times) if part)
        letter = self._opened.pack.source(word.source).letter
        words = self.word(word)
        name = _("{letter}: {quote}").format(letter=letter, quote="; ".join(filter(None, (words, below))))
        return WordCell(key, words, below, name)

    def card(self, word: ComparedWord) -> CardShown:
        """Return what the card says of a word."""
        sentences = []
        if word.use is not None:
            use = word.use
            keys = [passage.of(use.source) for passage in use.passages]
            whom, effect, plainer = (self._told(one, keys) for one in (use.whom, use.effect, use.plainer))
            sentences = [
                voice_words(use.voice, whom),
                _("What it does: {effect}").format(effect=effect) if effect else "",
                _("Plainer: {words}").format(words=plainer) if plainer else "",
            ]
        elif word.telling is not None:
            sentences = [_("Found by the program. {why}").format(why=why_telling(word.telling))]
        quoted = f"“{self.word(word)}”"
        return CardShown(quoted, sentences, self.lines(word.source, word.places))

    def word(self, word: ComparedWord) -> str:
        """Return the word itself, with a sign in its place where it stands in what is covered."""
        for one in word.places:
            if any(
                covered.start < one.where.end and one.where.start < covered.end
                for covered in self._veiling.covered(self._opened, word.source, one.shown)
            ):
                return self._veiling.words(self._opened, word.source, one.shown, one.where)
        return word.word

    # Names

    def naming_cells(self, naming: Naming, sources: Iterable[str], held: HeldBack) -> list[WordCell | None]:
        """Return a row: what is named, and what each source calls it, but for what a question asks."""
        what = self._told(naming.what, passages_of_naming(naming))
        cells: list[WordCell | None] = [WordCell("", what)]
        for source in sources:
            names = naming.sources.get(source, ())
            if not names:
                cells.append(WordCell("", "–", "", _("does not name it")))
                continue
            if any(held.holds_passage(passage.of(source)) for one in names for passage in one.passages):
                cells.append(WordCell("", "…", _("asked in a question"), _("asked in a question")))
                continue
            here = [one for one in names if not is_away(self._places(one, source))]
            if not here:
                away = _("in the original, which is not here")
                cells.append(WordCell(f"{naming.id}/{source}", "…", away, f"{what}: {away}"))
                continue
            told = [self._name(one, source) for one in here]
            letter = self._opened.pack.source(source).letter
            words = told[0] if len(told) == 1 else "\n".join(f"· {one}" for one in told)
            name = _("{letter}: {quote}").format(letter=letter, quote="; ".join(told))
            cells.append(WordCell(f"{naming.id}/{source}", words, "", f"{what}: {name}"))
        return cells

    def _name(self, one: NameUse, source: str) -> str:
        keys = [passage.of(source) for passage in one.passages]
        name, whom = self._told(one.name, keys), self._told(one.whom, keys)
        return _("{name} (after {whom})").format(name=name, whom=whom) if whom else name

    def _places(self, one: NameUse, source: str) -> tuple[Found, ...]:
        keys = [passage.of(source) for passage in one.passages]
        return places_of(keys, self._opened.shown_now.get(source, ()))

    def naming_card(self, naming: Naming, source: str, held: HeldBack) -> CardShown:
        """Return what the card says of how a source names something."""
        found: list[Found] = []
        for one in naming.sources.get(source, ()):
            found += self._places(one, source)
        letter = self._opened.pack.source(source).letter
        every = passages_of_naming(naming)
        what, about = self._told(naming.what, every), self._told(naming.about, every)
        title = _("{what}, in {letter}").format(what=what, letter=letter)
        asked = any(map(held.holds_passage, every))  # what is said of all names may tell one of them
        return CardShown(title, [] if asked else [about], self.lines(source, tuple(dict.fromkeys(found))))

    # Passages

    def lines(self, source: str, places: Sequence[Found]) -> list[StripLine]:
        """Return the lines of places of one source, each in its sentence."""
        if not places:
            return [StripLine(source, None, _("It stands in the original, which is not here."))]
        lines = []
        for one in places:
            told = self._in_context(source, one)
            selection = Selection(
                source=source,
                which=one.shown.which,
                text_digest=one.shown.text.digest,
                start=one.where.start,
                end=one.where.end,
                quote=one.shown.text.words(one.where),
            )
            lines.append(StripLine(source, selection, told))
        return lines

    def _in_context(self, source: str, one: Found) -> str:
        """Return a word among as many others of its sentence as a line of passages shows uncut."""
        shown, where = one.shown.text.shown, one.where
        sentence = sentences_around(one.shown.text, where)
        beside = max(12, (LINE - (where.end - where.start)) // 2)
        start, end = max(sentence.start, where.start - beside), min(sentence.end, where.end + beside)
        if start > sentence.start:
            start += len(shown[start : where.start].partition(" ")[0]) + 1
            start = min(start, where.start)
        if end < sentence.end:
            end = max(where.end, where.end + len(shown[where.end : end].rpartition(" ")[0]))
        told = self._veiling.words(self._opened, source, one.shown, Range(start, end))
        before, after = start > sentence.start, end < sentence.end
        return ("… " if before else "") + told + (" …" if after else "")


def passages_of_naming(naming: Naming) -> list[PassageKey]:
    """Return all passages in which something is named."""
    return [
        passage.of(source)
        for source, names in naming.sources.items()
        for one in names
        for passage in one.passages
    ]


def voice_words(voice: Voice, whom: str) -> str:
    """Say whose word it is: the source's own, or another's that it tells or quotes."""
    if voice == "own":
        return _("in its own voice")
    if voice == "quoted":
        return _("quotes {whom}").format(whom=whom) if whom else _("in a quotation")
    return _("after {whom}").format(whom=whom) if whom else _("tells what others say")
