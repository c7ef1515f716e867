"""Writes the texts of a pack as an EPUB and as one page, for programs that read no packs."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from crossread.packs.check import check_pack
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Source
from crossread.texts.text import PICTURES, Block, Span

_TAGS = {"emphasis": "em", "strong": "strong", "code": "code"}
_MEDIA = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_CONTAINER = (
    f'{_HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


@dataclass(frozen=True)
class Book:
    """What was written: an EPUB of one chapter a source, and one page with the same words."""

    epub: Path
    page: Path


def write_book(pack_folder: Path, into: Path) -> Book:
    """Write the digests of a pack's sources, with their notes and pictures.

    ValueError where the pack has an error.
    """
    pack = check_pack(pack_folder).pack
    if pack is None:
        raise ValueError(f"{pack_folder.name} cannot be read: see `crossread check`")
    book = Book(into / f"{pack.id}.epub", into / f"{pack.id}.html")
    title = pack.title
    chapters = {
        f"{source.id}.xhtml": _page(source.card.title, "".join(_chapter(pack, source)), pack.language)
        for source in pack.sources
    }
    files = [picture.file for picture in pack.pictures]
    with zipfile.ZipFile(book.epub, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("book.opf", _contents_of(pack, files))
        archive.writestr("nav.xhtml", _page(title, _contents(pack), pack.language))
        for name, chapter in chapters.items():
            archive.writestr(name, chapter)
        for file in files:
            archive.write(pack_folder / PICTURES / file, file)
    all_chapters = "".join(part for source in pack.sources for part in _chapter(pack, source))
    book.page.write_text(_page(title, all_chapters, pack.language), "utf-8")
    for file in files:
        (into / file).write_bytes((pack_folder / PICTURES / file).read_bytes())
    return book


def _page(title: str, body: str, language: str) -> str:
    return (
        f'{_HEAD}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}">'
        f'<head><title>{escape(title)}</title><meta charset="utf-8"/></head>\n<body>\n{body}</body></html>\n'
    )


def _chapter(pack: Pack, source: Source) -> Iterator[str]:
    yield f"<h1>{escape(source.card.title)}</h1>\n"
    told = {picture.file: picture.alt for picture in pack.pictures}
    for block in source.digest.blocks:
        words = _words(source, block)
        if block.kind == "picture":
            yield f'<figure><img src="{block.file}" alt="{escape(told.get(block.file, block.text))}"/>'
            yield f"<figcaption>{words}</figcaption></figure>\n"
        elif block.note:
            name = f"{source.id}-{block.note}"
            yield f'<aside epub:type="footnote" role="doc-footnote" id="{name}"><p>{words}</p></aside>\n'
        elif block.kind == "heading":
            yield f"<h{block.level + 1}>{words}</h{block.level + 1}>\n"
        else:
            yield f"<p>{words}</p>\n"


def _words(source: Source, block: Block) -> str:
    """Return a block's words with its styles; of styles one within another, the first that begins holds."""
    parts, at = [], 0
    for span in sorted(block.spans, key=lambda span: span.start):
        if span.start >= at:
            parts += [escape(block.text[at : span.start], quote=False), _styled(source, block, span)]
            at = span.end
    return "".join([*parts, escape(block.text[at:], quote=False)])


def _styled(source: Source, block: Block, span: Span) -> str:
    words = escape(block.text[span.start : span.end], quote=False)
    if span.style == "note":
        link = f'<a epub:type="noteref" role="doc-noteref" href="#{source.id}-{span.target}">{words}</a>'
        return f"<sup>{link}</sup>"
    tag = _TAGS.get(span.style)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _contents(pack: Pack) -> str:
    rows = "".join(
        f'<li><a href="{source.id}.xhtml">{escape(source.card.title)}</a></li>' for source in pack.sources
    )
    return f'<nav epub:type="toc"><ol>{rows}</ol></nav>\n'


def _contents_of(pack: Pack, files: list[str]) -> str:
    items = "".join(
        f'<item id="{source.id}" href="{source.id}.xhtml" media-type="application/xhtml+xml"/>'
        for source in pack.sources
    )
    items += "".join(
        f'<item id="picture-{number}" href="{file}" media-type="{_MEDIA[Path(file).suffix.lower()]}"/>'
        for number, file in enumerate(files)
    )
    spine = "".join(f'<itemref idref="{source.id}"/>' for source in pack.sources)
    return (
        f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{pack.id}</dc:identifier><dc:title>{escape(pack.title)}</dc:title>'
        f"<dc:language>{pack.language}</dc:language>"
        '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>'
        f'<manifest>{items}<item id="nav" href="nav.xhtml" properties="nav" '
        f'media-type="application/xhtml+xml"/></manifest><spine>{spine}</spine></package>'
    )
