"""What is still open in a conclusion: a check, and no mark; each remark leads to the field it is about."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from crossread.base.translation import _, ngettext
from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.comparison import CellId, Conclusion, Reason
from crossread.inquiry.notes import NotedPassage
from crossread.packs.pack import Pack
from crossread.packs.sources.origins import Independence, Root, independent_accounts
from crossread.progress.notes_board import Piece
from crossread.questions.claims import Claim
from crossread.texts.figures.figure import Figure, FigureKind
from crossread.texts.figures.figures import find_figures
from crossread.texts.text import Block, Text
from crossread.texts.words.normal import normal_words
from crossread.texts.words.sentences import sentences

ConclusionField = Literal["text", "reasons", "reason", "counter", "answer", "unheard"]
RemarkKind = Literal[
    "no-conclusion",
    "no-reason",
    "no-words",
    "no-evidence",
    "one-source",
    "one-origin",
    "bare-figure",
    "no-counter",
    "no-answer",
    "nobody-unheard",
]

# Figures that somebody must have counted or measured; a date or a rank may stand for itself.
_COUNTED: frozenset[FigureKind] = frozenset({"count", "share", "percent", "money", "measure"})
_SHORTEST_NAME = 4  # letters of a word of a source's short name that a sentence names it by
_BY_LETTER = re.compile(r"\b(?:[Ss]ource|[Tt]ext) ([A-Z])\b|\(([A-Z])\)|\b([B-HJ-Z])\b")

_Bounds = tuple[str, Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is open: a sentence on it, and the field that it is about; `reason` is the id of one."""

    kind: RemarkKind
    words: str
    field: ConclusionField
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind the reasons: each passage with its place, and the claims that it may be counted for.

    Nothing is said of claims that are `withheld` for a source: an open question asks for them.
    """

    pieces: Mapping[NotedPassage, Piece]
    claims: ClaimPlaces | None = None
    withheld: Collection[CellId] = frozenset()


def check_conclusion(pack: Pack, conclusion: Conclusion, evidence: Evidence) -> tuple[Remark, ...]:
    """Say what is open, in the order of the fields; nothing where all of it stands."""
    return tuple(_remarks(pack, conclusion, evidence))


def firm_line(pack: Pack, conclusion: Conclusion, evidence: Evidence) -> str:
    """Return the id of the line of what stands firm that belongs to a conclusion; "" where there is none.

    It is that of the first claim that its passages speak of, else the first of all.
    """
    for claim in pack.claims:
        if claim.floor and _citing(claim, conclusion.reasons, evidence):
            return claim.floor
    return pack.floor[0].id if pack.floor else ""


def _remarks(pack: Pack, conclusion: Conclusion, evidence: Evidence) -> Iterator[Remark]:
    reasons = conclusion.reasons
    if not conclusion.text.strip():
        yield Remark("no-conclusion", _("What you conclude is not written down yet."), "text")
    yield from _bare_figures(pack, conclusion, evidence)
    if not reasons:
        yield Remark("no-reason", _("There is no reason for it yet."), "reasons")
    for number, reason in enumerate(reasons, 1):
        if not reason.text.strip():
            told = _("Reason {number} has no words yet.").format(number=number)
            yield Remark("no-words", told, "reason", reason.id)
        if not reason.passages:
            told = _("Reason {number} has no passage behind it.").format(number=number)
            yield Remark("no-evidence", told, "reason", reason.id)
            for text, figure in _figures(pack, reason.text):
                yield Remark("bare-figure", _whose(text, figure), "reason", reason.id)
    yield from _one_source(pack, reasons)
    yield from _one_origin(pack, reasons, evidence)
    if not conclusion.counter.strip():
        told = _("What speaks against what you weigh or leave open is not written down yet.")
        yield Remark("no-counter", told, "counter")
    elif not conclusion.answer.strip():
        told = _("The argument against it has no answer yet.")
        yield Remark("no-answer", told, "answer")
    if not conclusion.unheard.strip():
        told = _("You have not yet named anybody who was not heard.")
        yield Remark("nobody-unheard", told, "unheard")


# Where the evidence comes from


def _one_source(pack: Pack, reasons: Sequence[Reason]) -> Iterator[Remark]:
    """Say so where several passages all stand in one source; a pack with one source has no others."""
    passages = [passage for reason in reasons for passage in reason.passages]
    sources = {passage.source for passage in passages}
    if len(passages) > 1 and len(sources) == 1 and len(pack.sources) > 1:
        told = _("All the passages behind your reasons stand in one source, {letter}.")
        first = next(reason for reason in reasons if reason.passages)
        yield Remark("one-source", told.format(letter=passages[0].letter or "?"), "reason", first.id)


def _one_origin(pack: Pack, reasons: Sequence[Reason], evidence: Evidence) -> Iterator[Remark]:
    """Say for which claims all sources that are cited lead to one origin, as far as the pack knows."""
    for led in _led_to_one(pack, reasons, evidence):
        words = ngettext(
            "{letters}: what is cited of {count} source on “{claim}” has one origin, as far as is known: "
            "{origin}.",
            "{letters}: what is cited of {count} sources on “{claim}” has one origin, as far as is known: "
            "{origin}.",
            len(led.sources),
        ).format(
            letters=", ".join(pack.source(source).letter for source in led.sources),
            count=len(led.sources),
            claim=led.claim.claim.rstrip("."),
            origin=led.origin,
        )
        yield Remark("one-origin", words, "reason", led.citing[0][0])


def _led_to_one(pack: Pack, reasons: Sequence[Reason], evidence: Evidence) -> "list[_Led]":
    """List the claims for which that is so; of several with one root, those with more sources."""
    found: list[_Led] = []
    for claim in pack.claims:
        citing = tuple(_citing(claim, reasons, evidence))
        sources = list(dict.fromkeys(source for _reason, source in citing))
        if len(sources) < 2 or any((claim.id, source) in evidence.withheld for source in sources):
            continue
        root = _only_root(independent_accounts(claim, pack.edges, pack.works), sources)
        if root is not None:
            found.append(_Led(claim, citing, tuple(sources), root.name, _origin(pack, root)))
    return [
        led
        for at, led in enumerate(found)
        if not any(led.is_within(other, later=at > place) for place, other in enumerate(found) if at != place)
    ]


@dataclass(frozen=True, slots=True)
class _Led:
    """A claim whose cited `sources` lead to one root; `citing` are reasons, each with a source."""

    claim: Claim
    citing: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    root: str
    origin: str

    def is_within(self, other: "_Led", *, later: bool) -> bool:
        """Tell whether another one says as much: of the same sources the first does."""
        mine, theirs = set(self.sources), set(other.sources)
        return self.root == other.root and (mine < theirs or (later and mine == theirs))


def _citing(claim: Claim, reasons: Iterable[Reason], evidence: Evidence) -> list[tuple[str, str]]:
    """List the reasons whose passages speak of a claim, each with the source of one, by id."""
    found = []
    for reason in reasons:
        for passage in reason.passages:
            piece = evidence.pieces.get(passage)
            if evidence.claims is None or piece is None or piece.place is None or piece.index < 0:
                continue
            if claim.id in evidence.claims.on(passage.source, piece.place):
                found.append((reason.id, passage.source))
    return found


def _only_root(accounts: Independence, sources: Sequence[str]) -> Root | None:
    """Return the one root that all of the sources lead to, and to no other; None where there are more."""
    if any(source in accounts.unnamed for source in sources):
        return None
    led = [root for root in accounts.roots if any(source in root.sources for source in sources)]
    alone = len(led) == 1 and all(source in led[0].sources for source in sources)
    return led[0] if alone else None


def _origin(pack: Pack, root: Root) -> str:
    if root.kind == "source":
        source = pack.source(root.name)
        return _("{letter}, {source}").format(letter=source.letter, source=source.card.short)
    if root.kind == "work":
        return next((work.title for work in pack.works if work.id == root.name), root.name)
    return root.name


# Figures


def _bare_figures(pack: Pack, conclusion: Conclusion, evidence: Evidence) -> Iterator[Remark]:
    """Name figures of what is concluded of which nothing says on whose word they stand.

    Their sentence may say so, a passage that gives the same figure, or a reason that does and has a passage.
    """
    backed = set(_backed(conclusion.reasons, evidence))
    for text, figure in _figures(pack, conclusion.text):
        if _bounds(figure) not in backed:
            yield Remark("bare-figure", _whose(text, figure), "text")


def _whose(text: Text, figure: Figure) -> str:
    words = " ".join(text.words(figure.where).split())
    return _("“{figure}”: on whose word? Neither the sentence nor a passage says.").format(figure=words)


def _backed(reasons: Iterable[Reason], evidence: Evidence) -> Iterator[_Bounds]:
    for reason in reasons:
        if not reason.passages:
            continue
        yield from (_bounds(figure) for figure in _found(reason.text)[1])
        for passage in reason.passages:
            piece = evidence.pieces.get(passage)
            words = piece.words if piece else passage.quote.quote
            yield from (_bounds(figure) for figure in _found(words)[1])


def _figures(pack: Pack, words: str) -> Iterator[tuple[Text, Figure]]:
    """List the figures of what a learner wrote of which the sentence does not say who says so."""
    text, figures = _found(words)
    names = {word.text for source in pack.sources for word in normal_words(source.card.short)}
    for figure in figures:
        if figure.kind not in _COUNTED or figure.whom or figure.part_of is not None:
            continue
        here = next((one for one in sentences(text) if one.start <= figure.where.start < one.end), None)
        said = text.words(here or figure.where)
        named = any(len(word.text) >= _SHORTEST_NAME and word.text in names for word in normal_words(said))
        if not named and not _names_by_letter(pack, said) and not _names_voice(pack, said):
            yield text, figure


def _names_by_letter(pack: Pack, said: str) -> bool:
    """Tell whether a sentence names a source by its letter; "A" alone, or "I", may be a word."""
    found = {"".join(letter or "" for letter in match.groups()) for match in _BY_LETTER.finditer(said)}
    return any(source.letter in found for source in pack.sources)


def _names_voice(pack: Pack, said: str) -> bool:
    """Tell whether a sentence names one of those whose word works are."""
    words = f" {_plain(said)} "
    return any(f" {_plain(work.voice)} " in words for work in pack.works if work.voice.strip())


def _plain(words: str) -> str:
    return " ".join(word.text for word in normal_words(words))


def _bounds(figure: Figure) -> _Bounds:
    return figure.unit, figure.low, figure.high


@lru_cache(maxsize=256)
def _found(words: str) -> tuple[Text, tuple[Figure, ...]]:
    """Find the figures of what is written in a field; what did not change is not looked through again."""
    text = Text(tuple(Block("paragraph", line.strip()) for line in words.splitlines() if line.strip()))
    return text, tuple(find_figures(text))
