"""What an explained word is told with: its meaning, and which source uses it, in which form."""

from typing import TYPE_CHECKING

from crossread.base.translation import _
from crossread.desktop.widgets.telling.bubble import Explanation, SourceWords
from crossread.packs.in_texts.explained import Entry, Explained, forms, headword, sources_of
from crossread.packs.pack import GlossaryTerm, NameForms, Pack
from crossread.packs.sources.known_from import known_from
from crossread.questions.passages import ORIGINAL

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


def kind_words(entry: Entry) -> str:
    """Say what kind of entry it is."""
    return _("Glossary") if isinstance(entry, GlossaryTerm) else _("A name in several forms")


def meaning_words(entry: Entry, pack: Pack) -> str:
    """Return what an entry means, or where the forms of a name come from.

    On lines below: its other forms, and the works that this is known from.
    """
    lines = [entry.about if isinstance(entry, NameForms) else entry.meaning]
    others = [form for form in forms(entry) if form != headword(entry)]
    if others:
        lines.append(_("Also: {forms}").format(forms=", ".join(others)))
    known = "" if isinstance(entry, NameForms) else known_from(pack, entry.refs, works_only=True)
    if known:
        lines.append(_("Known from: {works}").format(works=known))
    return "\n".join(lines)


def letters_of(entry: Entry, explained: Explained, opened: "OpenPack") -> frozenset[str]:
    """Return the letters of the sources whose texts at hand use an entry."""
    texts = {
        source.id: [shown.text for shown in opened.texts[source.id].values()]
        for source in opened.pack.sources
    }
    using = sources_of(entry, explained, texts)
    return frozenset(source.letter for source in opened.pack.sources if source.id in using)


def in_sources(entry: Entry, explained: Explained, opened: "OpenPack") -> tuple[SourceWords, ...]:
    """List the sources that use a term; of a name, those known to write it, each with its own forms.

    A digest is in the words of the pack's authors, so that it tells nothing of how its source writes a name.
    """
    using = letters_of(entry, explained, opened)
    told = []
    for index, source in enumerate(opened.pack.sources):
        if isinstance(entry, GlossaryTerm):
            if source.letter in using:
                told.append(SourceWords(source.letter, index))
            continue
        written = entry.sources.get(source.id) or _written(entry, explained, opened, source.id)
        if written:
            told.append(SourceWords(source.letter, index, ", ".join(written)))
    return tuple(told)


def _written(entry: NameForms, explained: Explained, opened: "OpenPack", source: str) -> tuple[str, ...]:
    """Return the forms of a name as the author's own text has them; none where that is not at hand."""
    shown = opened.shown(source, ORIGINAL)
    if shown is None:
        return ()
    found = (shown.text.words(one.range) for one in explained.in_text(shown.text) if one.entry is entry)
    return tuple(dict.fromkeys(found))[:4]


def explanation(entry: Entry, explained: Explained, opened: "OpenPack", *, action: str = "") -> Explanation:
    """Return all that is told of an entry beside a text."""
    sources = in_sources(entry, explained, opened)
    about = _("Who writes what") if isinstance(entry, NameForms) else _("Stands in")
    return Explanation(
        kind=kind_words(entry),
        title=headword(entry),
        words=meaning_words(entry, opened.pack),
        about_sources=about if sources else "",
        sources=sources,
        action=action,
    )
