"""A passage with where it is from: whose words they are, in which text, which paragraph, which pack."""

from dataclasses import dataclass
from html import escape

from crossread.base.dates import date_in_words
from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Source
from crossread.packs.sources.text_names import text_name
from crossread.questions.passages import ORIGINAL, VERSION, Which
from crossread.texts.passages.paragraphs import note_in, numbers_in
from crossread.texts.text import Range, Text


@dataclass(frozen=True, slots=True)
class Citation:
    """The same citation as plain words and as HTML (one blockquote, nothing but text in it)."""

    plain: str
    html: str


def cite(pack: Pack, source: Source, which: Which, text: Text, where: Range, words: str = "") -> Citation:
    """Cite a range of one text of a source; `words` is what to quote where that is not the range as it is.

    A digest is the pack's own wording, and the citation says so.
    """
    about = [source.card.author, _("“{title}”").format(title=within_quotes(_title(source, which)))]
    about += [source.card.outlet, _date(source, which)]
    origin = _("{source} ({kind})").format(
        source=", ".join(part for part in about if part), kind=text_name(source, which)
    )
    return _made(pack, origin, text, where, words)


def cite_context(pack: Pack, text: Text, where: Range, words: str = "") -> Citation:
    """Cite a range of what a pack itself tells before the sources are read."""
    return _made(
        pack, _("{authors} (context)").format(authors=pack.authors or pack.title), text, where, words
    )


def _made(pack: Pack, origin: str, text: Text, where: Range, words: str) -> Citation:
    quoted = quotation(words or text.words(where))
    where_from = ", ".join(part for part in (origin, place_in_words(text, where)) if part)
    shelf = _("{pack}, version {version}").format(pack=pack.title, version=pack.version)
    plain = _("{quote} — {origin}. In: {pack}.").format(quote=quoted, origin=where_from, pack=shelf)
    told = _("— {origin}. In: {pack}.").format(
        origin=escape(where_from), pack=f"<cite>{escape(shelf)}</cite>"
    )
    html = f"<blockquote><p>{escape(quoted)}</p><footer>{told}</footer></blockquote>"
    return Citation(plain, html)


def quotation(words: str) -> str:
    """Put words between quotation marks, on one line; their own marks become single ones."""
    return _("“{words}”").format(words=within_quotes(" ".join(words.split())))


def _title(source: Source, which: Which) -> str:
    original = source.original
    return original.title if which == ORIGINAL and original and original.title else source.card.title


def _date(source: Source, which: Which) -> str:
    version = next((one for one in source.versions if VERSION + one.id == which), None)
    return date_in_words(version.published if version and version.published else source.card.published)


def place_in_words(text: Text, where: Range) -> str:
    """Say in which paragraphs or note of a text a range lies; "" where those have no number."""
    numbers = numbers_in(text, where)
    if not numbers:
        note = note_in(text, where)
        return _("note {number}").format(number=note) if note else ""
    if len(numbers) == 1:
        return _("paragraph {number}").format(number=numbers[0])
    return _("paragraphs {first}–{last}").format(first=numbers[0], last=numbers[1])
