"""Where something is known from, in words: the sources and works that references name."""

from collections.abc import Mapping, Sequence

from crossread.packs.pack import Pack, Work
from crossread.questions.passages import Reference


def known_from(pack: Pack, refs: Sequence[Reference], *, works_only: bool = False) -> str:
    """Name what references lead to, each once: "C, Military Wiki; Author: Title (year)"."""
    sources = {source.id: f"{source.letter}, {source.card.short}" for source in pack.sources}
    works = {work.id: work for work in pack.works}
    return named(refs, {} if works_only else sources, works)


def named(refs: Sequence[Reference], sources: Mapping[str, str], works: Mapping[str, Work]) -> str:
    """Name what references lead to by the names of sources and by works; others are passed over."""
    found = []
    for reference in refs:
        if reference.source in sources:
            found.append(sources[reference.source])
        elif reference.work in works:
            found.append(work_words(works[reference.work]))
    return "; ".join(dict.fromkeys(found))


def work_words(work: Work) -> str:
    """Name a work: its author, its title, and the year as it is written."""
    told = f"{work.author}: {work.title}" if work.author else work.title
    return f"{told} ({work.date[:4]})" if work.date else told
