"""Checks of words.yaml beyond names that differ: words that judge or hedge, who calls what how."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.row_checks import RowChecks, no_floor
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.sources.compare_parts import Naming, WordUse
from crossread.questions.claims import CellPassage
from crossread.texts.passages.anchors import FEWEST_WORDS, place_words
from crossread.texts.passages.quotes import find_quote, fold
from crossread.texts.text import Range, Text

Step = str | int


def check_wording(draft: Draft, originals: Mapping[str, Text], problems: Problems) -> None:
    """Note words and names that their own passages do not have, and those of nobody.

    `originals` are the authors' own texts by source, as far as they are at hand: with them it is seen
    whether the words of an anchor hold what it stands for.
    """
    if draft.loaded or draft.hedging or draft.named or draft.words_floor:
        _Wording(draft, originals, problems).check()


class _Wording(RowChecks):
    def __init__(self, draft: Draft, originals: Mapping[str, Text], problems: Problems) -> None:
        super().__init__(draft, problems)
        self._all_problems = problems
        self._digests = {row.value.id: text for row, text in draft.sources}
        self._with_original = {row.value.id for row, _text in draft.sources if row.value.original}
        self._originals = originals
        self._folded: dict[tuple[str, int], str] = {}  # blocks by source and number: folding them takes long

    def check(self) -> None:
        for words in (self.draft.loaded, self.draft.hedging):
            before: dict[tuple[str, str], Written[WordUse]] = {}
            for written in words:
                self._word(written)
                word = written.value
                first = before.setdefault((word.source, word.word.casefold()), written)
                if first is not written:
                    message = _("“{id}” is this word of this source already. Leave one out.")
                    self.error(written, ("word",), "word-twice", message.format(id=first.value.id[:64]))
        for naming in self.draft.named:
            self._naming(naming)
        self._floor()

    def _floor(self) -> None:
        line = self.draft.words_floor
        lists = self.draft.loaded or self.draft.hedging
        if line is not None:
            self.ids.check(pack_files.WORDS, (line.line, line.column), line.text, pack_files.FLOOR)
        elif self.draft.floor and lists:
            self._all_problems.warning(pack_files.WORDS, lists[0].at(), "no-floor", no_floor())

    def _word(self, written: Written[WordUse]) -> None:
        word = written.value
        self.source(written, ("source",), word.source)
        self.filled(written, ("word",), word.word)
        self.filled(written, ("effect",), word.effect)
        if word.voice == "own" and word.whom.strip():
            message = _("In the author's own voice nobody else says it. Leave “whom” out, or mend “voice”.")
            self.error(written, ("whom",), "whom-of-own", message)
        elif word.voice != "own" and not word.whom.strip():
            message = _("Whose word does the source pass on? Say so in “whom”.")
            self.warning(written, ("whom",), "no-whom", message)
        self._passages(written, ("passages",), word.source, word.passages, word.word, quoted=True)

    def _naming(self, written: Written[Naming]) -> None:
        naming = written.value
        self.filled(written, ("what",), naming.what)
        if len(naming.sources) < 2:
            message = _("What one source names is not compared. Add how another names it.")
            self.error(written, ("sources",), "too-few-forms", message)
        for source, uses in naming.sources.items():
            self.ids.check_source(written.file, written.at_key("sources", source), source)
            if not uses:
                message = _("This source names nothing here. Leave it out.")
                self.error(written, ("sources", source), "empty", message)
            self.once(written, ("sources", source), [use.name for use in uses])
            for number, use in enumerate(uses):
                path = ("sources", source, number)
                self.filled(written, (*path, "name"), use.name)
                self._passages(written, (*path, "passages"), source, use.passages, use.name, quoted=False)
        self.floor(written, naming.floor)

    def _passages(
        self,
        written: Written[WordUse] | Written[Naming],
        path: Sequence[Step],
        source: str,
        passages: Sequence[CellPassage],
        word: str,
        *,
        quoted: bool,
    ) -> None:
        """Check that passages have the word; if `quoted`, in a digest between quotation marks."""
        if not passages:
            message = _("No passage shows this. Add the words in which it stands.")
            self.warning(written, path, "no-passage", message)
        for number, passage in enumerate(passages):
            at = (*path, number)
            self.passage(written, at, passage.of(source))
            if passage.quote.strip() and _in(word, passage.quote) is None:
                message = _("“{word}” does not stand in this quote. Quote the place where it does.")
                message = message.format(word=word[:64])
                self.error(written, (*at, "quote"), "word-not-quoted", message)
            elif quoted and self._of_digest(source, passage.quote, word):
                message = _(
                    "In the digest “{word}” stands without quotation marks, so it is a word of those who "
                    "wrote the digest. Take a place where the digest quotes it, or leave the quote out."
                )
                message = message.format(word=word[:64])
                self.error(written, (*at, "quote"), "word-of-digest", message)
            self._in_original(written, at, source, passage, word)

    def _of_digest(self, source: str, quote: str, word: str) -> bool:
        """Tell whether a word in a digest of an original is not quoted from that."""
        digest = self._digests.get(source)
        inner = _in(word, quote)
        if digest is None or inner is None or source not in self._with_original:
            return False
        places = find_quote(digest, quote, 1)
        if not places:
            return False
        block = bisect_right(digest.starts, places[0].start) - 1
        shown = self._folded.get((source, block))
        if shown is None:
            shown = self._folded[source, block] = fold(digest.blocks[block].text).text
        return shown.count('"', 0, shown.find(fold(quote).text) + inner) % 2 == 0

    def _in_original(
        self,
        written: Written[WordUse] | Written[Naming],
        at: Sequence[Step],
        source: str,
        passage: CellPassage,
        word: str,
    ) -> None:
        original = self._originals.get(source)
        if original is None or passage.original is None or passage.original.words < FEWEST_WORDS:
            return
        place = place_words(original, passage.original)
        if place is not None and _in(word, _shown(original, place)) is None:
            message = _("“{word}” is not among the words of the original that this anchor stands for.")
            message = message.format(word=word[:64])
            self.error(written, (*at, "original"), "word-not-there", message)


def _shown(text: Text, place: Range) -> str:
    return text.shown[place.start : place.end]


def _in(word: str, words: str) -> int | None:
    """Return where a word stands in others, however capitals, spaces and marks are; None: nowhere."""
    found = fold(words).text.casefold().find(fold(word).text.casefold().strip())
    return None if found < 0 else found
