"""A pack made of articles: their own words as the texts, and stages that end in a first comparison."""

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil

from crossread.base.canonical import canonical_json, digest
from crossread.base.errors import N_, Expected
from crossread.base.translation import _, ngettext
from crossread.packs import pack_files
from crossread.packs.making.from_articles_card import ArticleCard, in_lines, one_line
from crossread.packs.sources.edtf import is_date
from crossread.texts.words.normal import normal_words

LETTERS = "ABCDEFGH"
FEWEST, MOST = 2, len(LETTERS)

COMPARE = "compare"  # the id of the stage that such a pack opens at
_LONGEST_SLUG = 40  # characters
_SHORT = 32  # characters of a source's short name
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WORDS_A_MINUTE = 150  # that a pupil of fourteen reads with care
_SLOWLY = 10  # minutes beyond which a plan is told in fives
_NO_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class OwnArticle:
    """An article as a pack keeps it: its words as Markdown, and its card."""

    markdown: str
    card: ArticleCard


def files_of(title: str, articles: Sequence[OwnArticle], taken: Collection[str] = ()) -> dict[str, bytes]:
    """Return the files of a pack, by name; the same title and articles always give the same.

    `taken` are ids of other packs, which this one may not have.

    Raises Expected: "new-pack-title", "new-pack-few", "new-pack-many", "new-pack-date", "new-pack-language",
    "text-too-long".
    """
    title = one_line(title)
    if not title:
        raise Expected("new-pack-title", N_("The pack has no title yet. Write one."))
    if len(articles) < FEWEST:
        raise Expected("new-pack-few", N_("A pack needs two articles or more. Add another one."))
    if len(articles) > MOST:
        raise Expected("new-pack-many", N_("A pack holds at most {most} articles. Take some out."), most=MOST)
    articles = [OwnArticle(article.markdown, in_lines(article.card)) for article in articles]
    for letter, article in zip(LETTERS, articles, strict=False):
        refuse_card(letter, article.card)
    shorts = _unlike([short_name(article.card) for article in articles])
    ids = _ids(shorts)
    language = _language(article.card.language for article in articles)
    files = {
        pack_files.HEAD: _head(_id(articles, taken), title, ids, language, _planned(articles)).encode(),
        pack_files.CONTEXT: _context(len(articles)).encode(),
    }
    for letter, article, short, id_ in zip(LETTERS, articles, shorts, ids, strict=False):
        source = _source(letter, article, short, id_, language).encode()
        if len(source) > pack_files.MAX_BYTES:
            raise Expected(
                "text-too-long",
                N_(
                    "The text is too long: {size} bytes, where at most {most} are read. Part it into several."
                ),
                size=len(source),
                most=pack_files.MAX_BYTES,
            )
        files[f"{pack_files.SOURCES}/{letter}-{id_}.md"] = source
    return files


def refuse_card(letter: str, card: ArticleCard) -> None:
    """Raise Expected for a date or a language that a pack could not have."""
    if card.published and not is_date(card.published):
        raise Expected(
            "new-pack-date",
            N_("{letter}: write the date as 2024-03-12, 2024-03 or 2024, or leave it out."),
            letter=letter,
        )
    if card.language and not _LANGUAGE.fullmatch(card.language):
        raise Expected(
            "new-pack-language",
            N_("{letter}: write the language as its code, such as en, fr or hy, or leave it out."),
            letter=letter,
        )


def renamed(files: Mapping[str, bytes], title: str) -> dict[str, bytes]:
    """Return the files of a pack under another title; its id, and all that hangs on that, stays.

    Raises Expected "new-pack-title" where there is none, "pack-not-renamed" where pack.yaml has no line
    for it.
    """
    title = one_line(title)
    if not title:
        raise Expected("new-pack-title", N_("The pack has no title yet. Write one."))
    lines = files[pack_files.HEAD].decode().split("\n")
    places = [number for number, line in enumerate(lines) if line.startswith("title: ")]
    if len(places) != 1:
        raise Expected(
            "pack-not-renamed",
            N_("The title of this pack does not stand on a line of its own. Change it in its pack.yaml."),
        )
    lines[places[0]] = f"title: {_quoted(title)}"
    return {**files, pack_files.HEAD: "\n".join(lines).encode()}


def short_name(card: ArticleCard) -> str:
    """Return what a source is called in narrow places: its outlet, its author, or how its title begins."""
    words = card.outlet or card.author or card.title or _("Article")
    if len(words) <= _SHORT:
        return words
    cut = words[:_SHORT]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,:;–-')}…"


def slug(words: str) -> str:
    """Return words as part of an id: small letters a to z and digits, with hyphens between; "" for none."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return _NO_SLUG.sub("-", plain).strip("-")[:_LONGEST_SLUG].strip("-")


def _id(articles: Sequence[OwnArticle], taken: Collection[str]) -> str:
    """Return an id that hangs on the articles alone: whoever makes a pack of them again finds their work."""
    content = digest(canonical_json(sorted(digest(article.markdown) for article in articles)))[:10]
    return _free(f"articles-{content}", taken)


def _planned(articles: Sequence[OwnArticle]) -> Mapping[str, int]:
    """Plan the minutes of each stage, by how many articles there are and how long they are.

    No stage has questions: what there is to compare takes as long as reading, and somewhat for each article.
    """
    reading = sum(len(normal_words(article.markdown)) for article in articles) / _WORDS_A_MINUTE
    return {
        "before": 2,
        "meet": _in_minutes(len(articles) / 2),
        "read": _in_minutes(reading),
        COMPARE: _in_minutes(reading + len(articles)),
    }


def _in_minutes(planned: float) -> int:
    """Round minutes up, a longer plan to fives: nobody could tell it closer."""
    return 5 * ceil(planned / 5) if planned > _SLOWLY else max(1, ceil(planned))


def _head(pack_id: str, title: str, ids: Sequence[str], language: str, minutes: Mapping[str, int]) -> str:
    number = len(ids)
    differ = ngettext(
        "Where will this {count} article differ?", "Where will these {count} articles differ?", number
    )
    lines: list[tuple[str, str]] = [
        ("crossread", "1"),
        ("id", pack_id),
        ("version", "1.0.0"),
        ("title", _quoted(title)),
        ("language", language),
        ("licence", _quoted(_own_use())),
        ("central_question", _quoted(_("Where do these articles agree, where do they part, and why?"))),
        ("stages", ""),
    ]
    expectation = _quoted(differ.format(count=number))
    panes = ", ".join(ids[:2])
    reading = _quoted(_("Reading"))
    stages = [
        f"  - {{id: before, kind: before, minutes: {minutes['before']}, expectation: {expectation}}}",
        f"  - {{id: meet, kind: meet, minutes: {minutes['meet']}}}",
        f"  - {{id: read, kind: read, title: {reading}, minutes: {minutes['read']}, panes: [{panes}]}}",
        f"  - {{id: {COMPARE}, kind: compare, minutes: {minutes[COMPARE]}}}",
    ]
    return "\n".join([*(f"{key}: {value}".rstrip() for key, value in lines), *stages]) + "\n"


def _context(number: int) -> str:
    told = ngettext(
        "You made this pack from {count} article. Nobody has written questions or an introduction for it.",
        "You made this pack from {count} articles. Nobody has written questions or an introduction for it.",
        number,
    )
    found = _(
        "What is compared was found by the program alone: figures, shared words, names. It can miss "
        "things and it can be wrong. The passages themselves are always a step away."
    )
    return f"{told.format(count=number)}\n\n{found}\n\n{_own_use()}\n"


def _source(letter: str, article: OwnArticle, short: str, id_: str, language: str) -> str:
    card = article.card
    rows = [
        ("id", id_),
        ("letter", letter),
        ("text", "own"),
        ("title", _quoted(card.title or _("Article {letter}").format(letter=letter))),
        ("short", _quoted(short)),
        ("author", _quoted(card.author) if card.author else ""),
        ("outlet", _quoted(card.outlet) if card.outlet else ""),
        ("published", _quoted(card.published) if card.published else ""),
        ("licence", _quoted(_("Belongs to its author. For your own use, not to be passed on."))),
        ("language", card.language if card.language != language else ""),
    ]
    keys = "\n".join(f"{key}: {value}" for key, value in rows if value)
    return f"---\n{keys}\n---\n\n{article.markdown}"


def _own_use() -> str:
    return _("The articles belong to their authors. This pack is for your own use and not to be passed on.")


def _quoted(words: str) -> str:
    """Write words as YAML: in double quotation marks, which JSON's rules are part of."""
    return json.dumps(one_line(words), ensure_ascii=False)


def _language(given: Iterable[str]) -> str:
    """Return the language that most articles are in; English where none says."""
    known = [language for language in given if language]
    return max(known, key=known.count) if known else "en"


def _unlike(names: Sequence[str]) -> list[str]:
    """Tell names that are alike apart by the letters of their sources."""
    return [
        f"{name} ({letter})" if names.count(name) > 1 else name
        for letter, name in zip(LETTERS, names, strict=False)
    ]


def _ids(shorts: Sequence[str]) -> list[str]:
    wanted = (slug(short) or f"article-{at}" for at, short in zip("abcdefgh", shorts, strict=False))
    ids: list[str] = []
    for id_ in wanted:
        ids.append(_free(id_, ids))
    return ids


def _free(wanted: str, taken: Collection[str]) -> str:
    """Return an id, with a number behind it where it is taken."""
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(id_ for id_ in numbered if id_ not in taken)
