"""What an explained word is told with: its meaning, and which source uses it, in which form."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from crossread.base.translation import _
from crossread.desktop.widgets.bubble import Explanation, SourceWords
from crossread.packs.explained import Entry, Explained, forms, headword, sources_of
from crossread.packs.pack import GlossaryTerm, NameForms
from crossread.texts.text import Text

if TYPE_CHECKING:
    from crossread.operations.opened import OpenPack


def kind_words(entry: Entry) -> str:
    """Say what kind of entry it is."""
    return _("Glossary") if isinstance(entry, GlossaryTerm) else _("A name in several forms")


def title_words(entry: Entry) -> str:
    """Return what stands above an explanation: the term, or all forms of a name."""
    return " · ".join(entry.forms) if isinstance(entry, NameForms) else entry.term


def meaning_words(entry: Entry) -> str:
    """Return what an entry means; of a name, where its forms come from."""
    if isinstance(entry, NameForms):
        return entry.about
    others = [form for form in forms(entry) if form != headword(entry)]
    if not others:
        return entry.meaning
    return _("{meaning} Also: {forms}.").format(meaning=entry.meaning, forms=", ".join(others))


def in_sources(entry: Entry, explained: Explained, opened: "OpenPack") -> tuple[SourceWords, ...]:
    """List the sources whose texts at hand use an entry; for a name with the forms each writes."""
    texts = {
        source.id: [shown.text for shown in opened.texts[source.id].values()]
        for source in opened.pack.sources
    }
    using = sources_of(entry, explained, texts)
    told = []
    for index, source in enumerate(opened.pack.sources):
        written = entry.sources.get(source.id, ()) if isinstance(entry, NameForms) else ()
        if source.id not in using and not written:
            continue
        if isinstance(entry, NameForms) and not written:
            written = _written(entry, explained, texts, source.id)
        told.append(SourceWords(source.letter, index, ", ".join(written)))
    return tuple(told)


def _written(
    entry: NameForms, explained: Explained, texts: Mapping[str, list[Text]], source: str
) -> tuple[str, ...]:
    """Return the forms of a name as a source's texts have them."""
    found = (
        text.words(one.range)
        for text in texts[source]
        for one in explained.in_text(text)
        if one.entry is entry
    )
    return tuple(dict.fromkeys(found))[:4]


def explanation(entry: Entry, explained: Explained, opened: "OpenPack", *, action: str = "") -> Explanation:
    """Return all that is told of an entry beside a text."""
    sources = in_sources(entry, explained, opened)
    about = _("Who writes what") if isinstance(entry, NameForms) else _("Stands in")
    return Explanation(
        kind=kind_words(entry),
        title=title_words(entry),
        words=meaning_words(entry),
        about_sources=about if sources else "",
        sources=sources,
        action=action,
    )
