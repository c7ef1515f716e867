"""Checks of what a pack quotes: words that stand once in a digest, hashed words that stand in an original."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from crossread.base.translation import _, ngettext
from crossread.packs.checks.references import passages_of
from crossread.packs.checks.texts.quoted import Path, Row, quoted_passages
from crossread.packs.pack import FloorLine, GlossaryTerm, TextNote, TimelineEntry
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.schema import Head
from crossread.packs.sources.compare_parts import Edge
from crossread.questions.claims import Claim
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey, Reference
from crossread.questions.registry import KINDS
from crossread.texts.passages.anchors import FEWEST_WORDS, WordsAnchor, all_places, find_quote
from crossread.texts.passages.quotes import find_anywhere
from crossread.texts.text import Text

_MARKS = " “”„‟«»‘’\"'"

_Quoting: TypeAlias = Written[Question] | Written[Head] | Row
_Referring: TypeAlias = (
    Written[Claim]
    | Written[FloorLine]
    | Written[GlossaryTerm]
    | Written[TimelineEntry]
    | Written[Edge]
    | Written[TextNote]
    | Written[Question]
)


def check_quotations(draft: Draft, originals: Mapping[str, Text], problems: Problems) -> None:
    """Note each quote that is not in its digest just once, and each anchor that is not in its original.

    `originals` are the authors' own texts by source, as far as they are at hand; anchors in others are
    taken on trust.
    """
    quotations = _Quotations(draft, originals, problems)
    for question in draft.questions:
        for path, passage in passages_of(question):
            quotations.passage(question, path, passage)
        quotations.anchored(question)
    for row, path, passage in quoted_passages(draft):
        quotations.passage(row, path, passage)
    referring: list[_Referring] = [
        *draft.claims,
        *draft.floor,
        *draft.glossary,
        *draft.timeline,
        *draft.edges,
        *draft.questions,
        *(note for notes in draft.notes.values() for note in notes),
    ]
    for written in referring:
        quotations.refs(written, written.value.refs)
    if draft.head:
        quotations.graphic(draft.head)


class _Quotations:
    def __init__(self, draft: Draft, originals: Mapping[str, Text], problems: Problems) -> None:
        self._digests = {row.value.id: text for row, text in draft.sources}
        self._with_original = {row.value.id for row, _text in draft.sources if row.value.original}
        self._originals = originals
        self._problems = problems
        self._counts: dict[tuple[str, str], int] = {}

    def passage(self, written: _Quoting, path: Path, passage: PassageKey) -> None:
        """Check one passage; `path` leads to it, or to the quote itself."""
        digest = self._digests.get(passage.source)
        if passage.quote.strip() and digest is not None:
            self._quote(written, path, digest, passage)
        if passage.original is not None:
            self.anchor(written, (*path, "original"), passage.source, passage.original)

    def refs(self, written: _Referring, refs: Sequence[Reference]) -> None:
        """Check references to originals."""
        for number, reference in enumerate(refs):
            if reference.source:
                self.anchor(written, ("refs", number), reference.source, reference.anchor)

    def anchored(self, written: Written[Question]) -> None:
        """Point out what those who read an original cannot be led to, or cannot mark.

        One entry of `evidence` with an anchor is enough: others may show what a source leaves out, and
        of that no words can stand in its original. Each passage to be marked needs an anchor of its own.
        """
        question = written.value
        silent = KINDS[question.kind].silent(question)
        able = [
            passage
            for passage in question.evidence
            if self._has_original(passage) and passage.source not in silent
        ]
        if able and not any(passage.original for passage in question.evidence):
            message = _(
                "No evidence here has an anchor in an original, so those who read the originals are led "
                "nowhere. Add “original” with words and hash to the passage that shows most."
            )
            self._problems.warning(written.file, written.at("evidence"), "no-anchor", message)
        for path, passage in KINDS[question.kind].quoted(question):
            if passage.original is None and self._has_original(passage):
                message = _(
                    "This passage has no anchor in the original, so those who read that cannot mark it. "
                    "Add “original” with a core of words and hash."
                )
                self._problems.warning(written.file, written.at(*path[:-1]), "no-anchor", message)

    def graphic(self, written: Written[Head]) -> None:
        """Check what is veiled, and point out a source of which only the digest has something veiled."""
        graphic = written.value.graphic
        anchored = {passage.source for passage in graphic if passage.original}
        for number, passage in enumerate(graphic):
            self.passage(written, ("graphic", number), passage)
            if self._has_original(passage) and passage.source not in anchored:
                message = _(
                    "Nothing of the original of “{source}” is veiled, so those who read that meet such "
                    "passages without a warning. Add “original” with words and hash."
                )
                where = written.at("graphic", number)
                message = message.format(source=passage.source)
                self._problems.warning(written.file, where, "no-anchor", message)
                anchored.add(passage.source)  # once for each source

    def _has_original(self, passage: PassageKey) -> bool:
        return passage.source in self._with_original

    def _quote(self, written: _Quoting, path: Path, digest: Text, passage: PassageKey) -> None:
        # Which place is meant is said beside the quote, or around it where `path` leads to the quote itself.
        says_which = written.gives(*path, "occurrence") or written.gives(*path[:-1], "occurrence")
        found = self._count(digest, passage)
        if found == 0 and find_anywhere(digest, passage.quote, 1):
            code = "quote-across"
            message = _("This quote goes across two paragraphs of “{source}”. Quote from one of them.")
        elif found == 0:
            code = "quote-absent"
            message = self._why_absent(digest, passage.quote)
        elif found > 1 and not says_which:
            code = "quote-ambiguous"
            message = _(
                "These words stand {count} times in the text of “{source}”. Quote more of it, or say which "
                "place is meant with the key “occurrence”."
            )
        elif passage.occurrence > found:
            code = "quote-occurrence"
            message = ngettext(
                "These words stand {count} time in the text of “{source}”, not {occurrence} times.",
                "These words stand {count} times in the text of “{source}”, not {occurrence} times.",
                found,
            )
        else:
            return
        message = message.format(source=passage.source, count=found, occurrence=passage.occurrence)
        self._problems.error(written.file, written.at(*path, "quote"), code, message)

    def _count(self, digest: Text, passage: PassageKey) -> int:
        """Count the places of a quote; once for all who quote it, as one letter may have very many."""
        known = passage.source, passage.quote
        if known not in self._counts:
            self._counts[known] = len(find_quote(digest, passage.quote))
        return self._counts[known]

    def _why_absent(self, digest: Text, quote: str) -> str:
        bare = quote.strip(_MARKS)
        if bare != quote and find_quote(digest, bare, 1):
            return _(
                "Without the quotation marks around them these words stand in the text of “{source}”. "
                'Put straight ones around the quote: "…".'
            )
        return _(
            "These words do not stand like this in the text of “{source}”. Copy them from there, in one run: "
            "capitals and commas count, signs such as * and … do not belong."
        )

    def anchor(self, written: _Quoting | _Referring, path: Path, source: str, anchor: WordsAnchor) -> None:
        """Check one hashed anchor against the original, where that is at hand."""
        original = self._originals.get(source)
        if original is None or anchor.words < FEWEST_WORDS:
            return
        found = len(all_places(original, anchor))
        if found == 0:
            code = "anchor-absent"
            message = _("No {words} words of the original of “{source}” have this hash.")
        elif found > 1 and not written.gives(*path, "nth"):
            code = "anchor-ambiguous"
            message = _(
                "These words stand {count} times in the original of “{source}”. Take more of them, or say "
                "which place is meant with the key “nth”."
            )
        elif anchor.nth > found:
            code = "anchor-occurrence"
            message = _("These words stand only {count} times in the original of “{source}”.")
        else:
            return
        message = message.format(words=anchor.words, source=source, count=found)
        self._problems.error(written.file, written.at(*path), code, message)
