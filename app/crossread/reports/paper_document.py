"""A conclusion as a short paper, in its order: what its Markdown and its HTML both say."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.inquiry.comparison import Conclusion, Reason
from crossread.inquiry.notes import NotedPassage
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Source
from crossread.packs.sources.text_names import text_name
from crossread.progress.notes_board import Piece
from crossread.questions.passages import DIGEST, ORIGINAL, VERSION, Which
from crossread.reports.citation import quotation


@dataclass(frozen=True, slots=True)
class Looking:
    """What was expected of the texts before reading, what is thought of it now, and what could have moved it.

    `asked` is what the pack asked then.
    """

    asked: str
    expected: str
    now: str = ""
    passages: tuple[NotedPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperParts:
    """All that a paper is made of: `pieces` tell where each passage stands, `date` is EDTF.

    `author` is "" where no name is given; `looking` holds the expectations that there are; `originals` are
    the sources, by id, of which the author's own text was at hand.
    """

    conclusion: Conclusion
    looking: Sequence[Looking]
    pieces: Mapping[NotedPassage, Piece]
    date: str
    author: str = ""
    originals: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """What a learner wrote, below a heading ("" for none), with the numbers of the passages it rests on."""

    heading: str
    text: str
    cites: tuple[int, ...] = ()
    quoted: bool = False  # whether it is what they wrote earlier


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that is cited: its number, its words as a quotation, where they are from.

    The words are "" where nobody here has them.
    """

    number: int
    words: str
    language: str
    about: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `byline` is who wrote it and when; `references` are sources, a line or more each."""

    title: str
    question: str
    byline: str
    language: str
    conclusion: str
    reasons_title: str
    reasons: tuple[Paragraphs, ...]
    more: tuple[Paragraphs, ...]
    cited_title: str
    cited: tuple[Cited, ...]
    references_title: str
    references: tuple[tuple[str, ...], ...]
    pack: str


def paper(pack: Pack, parts: PaperParts) -> Paper:
    """Put a conclusion into the order of a paper; what was left empty is not mentioned."""
    conclusion = parts.conclusion
    numbers = _numbers(conclusion.reasons, parts.looking)
    date = date_in_words(parts.date)
    return Paper(
        title=_("Conclusion on “{pack}”").format(pack=pack.title),
        question=pack.central_question,
        byline=", ".join(part for part in (parts.author.strip(), date) if part),
        language=pack.language,
        conclusion=conclusion.text,
        reasons_title=_("Reasons"),
        reasons=tuple(
            Paragraphs("", reason.text, _cites(reason.passages, numbers))
            for reason in conclusion.reasons
            if reason.text.strip() or reason.passages
        ),
        more=tuple(_more(conclusion, parts.looking, numbers)),
        cited_title=_("Passages"),
        cited=tuple(_cited(pack, number, parts.pieces[passage]) for passage, number in numbers.items()),
        references_title=_("Sources"),
        references=tuple(_references(pack, [parts.pieces[passage] for passage in numbers], parts.originals)),
        pack=_pack(pack),
    )


def _numbers(reasons: Iterable[Reason], looking: Iterable[Looking]) -> dict[NotedPassage, int]:
    """Give passages numbers from 1, as they are cited; one cited twice has one number."""
    passages = [passage for reason in reasons for passage in reason.passages]
    passages += [passage for one in looking for passage in one.passages]
    return {passage: number for number, passage in enumerate(dict.fromkeys(passages), 1)}


def _cites(passages: Iterable[NotedPassage], numbers: Mapping[NotedPassage, int]) -> tuple[int, ...]:
    return tuple(numbers[passage] for passage in passages)


def _more(
    conclusion: Conclusion, looking: Iterable[Looking], numbers: Mapping[NotedPassage, int]
) -> Iterator[Paragraphs]:
    if conclusion.counter.strip():
        yield Paragraphs(_("The best argument against it"), conclusion.counter)
    if conclusion.answer.strip():
        heading = _("The answer to that") if conclusion.counter.strip() else _("Against objections")
        yield Paragraphs(heading, conclusion.answer)
    if conclusion.unheard.strip():
        yield Paragraphs(_("Whom this has not heard"), conclusion.unheard)
    for one in looking:
        asked = _("Before reading: {question}").format(question=one.asked) if one.asked else ""
        yield Paragraphs(asked or _("What was expected before reading"), one.expected, quoted=True)
        if one.now.strip() or one.passages:
            yield Paragraphs(_("After reading"), one.now, _cites(one.passages, numbers))


def _cited(pack: Pack, number: int, piece: Piece) -> Cited:
    source = next((one for one in pack.sources if one.id == piece.passage.source), None)
    about = piece.cited
    if piece.place is None:
        about = f"{about} ({_('not placed: the text has changed, or is not here')})"
    words = quotation(piece.words) if piece.words.strip() else ""
    return Cited(number, words, (source.language if source else "") or pack.language, about)


# References


def _references(pack: Pack, pieces: Sequence[Piece], originals: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Return the lines on each source that is cited, those that have left the pack last."""
    cited: dict[str, list[Piece]] = {}
    for piece in pieces:
        cited.setdefault(piece.passage.source, []).append(piece)
    for source in pack.sources:
        here = cited.pop(source.id, None)
        if here:
            whiches = dict.fromkeys(one.place.which if one.place else one.passage.which for one in here)
            yield tuple(
                line
                for line in (_card(source), *_read(source, tuple(whiches), at_hand=source.id in originals))
                if line
            )
    for gone in cited.values():
        yield (_("{source} (no longer in the pack)").format(source=gone[0].cited),)


def _card(source: Source) -> str:
    card = source.card
    known = (card.author, _("“{title}”").format(title=card.title), card.outlet, date_in_words(card.published))
    return f"{source.letter}: {', '.join(part for part in known if part)}."


def _read(source: Source, whiches: Sequence[Which], *, at_hand: bool) -> Iterator[str]:
    """Say from which texts a source is cited, whether its original was at hand, and where that is."""
    for which in whiches:
        if which == ORIGINAL:
            yield _("Cited from the author’s own text.")
        elif which == DIGEST and source.own:
            yield _("Cited from the article as it was added.")
        elif which == DIGEST:
            told = _("Cited from a digest that the pack’s authors wrote; it is not the author’s own wording.")
            yield told if source.original else _("Cited from the text of the pack.")
        else:
            edition = next((one for one in source.versions if VERSION + one.id == which), None)
            date = date_in_words(edition.published) if edition else ""
            name = ", ".join(part for part in (text_name(source, which), date) if part)
            yield _("Cited from the edition: {name}.").format(name=name)
    original = source.original
    if original is not None:
        if ORIGINAL not in whiches:
            at, away = _("The author’s own text was at hand."), _("The author’s own text was not at hand.")
            yield at if at_hand else away
        other = original.title if original.title != source.card.title else ""
        known = (_("“{title}”").format(title=other) if other else "", original.url, original.licence)
        where = ", ".join(part for part in known if part)
        if where:
            yield _("The author’s own text: {where}").format(where=where)
    if source.card.licence:
        yield _("Licence: {licence}").format(licence=source.card.licence)


def _pack(pack: Pack) -> str:
    named = _("{pack}, version {version}").format(pack=pack.title, version=pack.version)
    parts = [part for part in (pack.authors, named, pack.licence) if part]
    return _("The sources were read in: {pack}. Made with Crossread.").format(pack=", ".join(parts))
