"""What a source is once its pack has been read: its card, its texts, and how its original is recognised."""

from dataclasses import dataclass

from crossread.texts.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalCard:
    """How the author's own text is recognised: its title, its count of normal words, and its sketch."""

    title: str
    words: int
    sketch: tuple[str, ...]
    url: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Who is speaking, before what is said: everything known of a source. Dates are EDTF ("2024-02~")."""

    title: str
    short: str
    author: str = ""
    outlet: str = ""
    published: str = ""
    written_about: str = ""
    kind: str = ""
    audience: str = ""
    purpose: str = ""
    standing: str = ""
    rests_on: tuple[str, ...] = ()
    missing: str = ""
    licence: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Another edition of a source's text, as it stood at another time: `about` says what became different.

    `label` names it on a switch ("First edition"); `published` is EDTF.
    """

    id: str
    label: str
    text: Text
    published: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One account: its card, its digest, and how its original is recognised.

    `language` is the text's own (a BCP 47 tag), empty where it is the pack's; `versions` are other editions.
    Where the text is the article's `own` words, it is no digest, though it is called so wherever it is cited;
    where it was `written` for the pack, it is nobody's article either.
    """

    id: str
    letter: str
    card: Card
    digest: Text
    original: OriginalCard | None = None
    language: str = ""
    versions: tuple[Version, ...] = ()
    own: bool = False
    written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalSentence:
    """One sentence of an original by hash: its block (from 0, of non-blank ones), how many words."""

    block: int
    words: int
    hash: str
    note: bool = False
