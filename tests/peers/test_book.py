"""The text that is given to other programs: all words of the pack's sources, in files that can be read."""

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from tests.peers.book import Book, write_book

PACK = "every-kind"


class Reading(HTMLParser):
    """What a chapter shows below its head: its words, and its parts by their tags."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self._said: list[str] = []
        self.parts: dict[str, list[dict[str, str]]] = {}
        self.feed(source.decode().partition("<body>")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.setdefault(tag, []).append({key: value or "" for key, value in attrs})

    def handle_data(self, data: str) -> None:
        self._said.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self._said).split())


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return write_book(content_folder() / PACK, tmp_path)


def test_each_source_is_a_chapter_with_all_its_words_in_their_order(book: Book) -> None:
    pack = check_pack(content_folder() / PACK).pack
    assert pack is not None
    page = Reading(book.page.read_bytes()).words
    with zipfile.ZipFile(book.epub) as archive:
        assert archive.namelist()[0] == "mimetype"
        for source in pack.sources:
            told = " ".join([source.card.title, *source.digest.shown.split()])
            assert Reading(archive.read(f"{source.id}.xhtml")).words == told
            assert told in page


def test_footnotes_and_pictures_come_along(book: Book) -> None:
    with zipfile.ZipFile(book.epub) as archive:
        log, lorne = (Reading(archive.read(f"{name}.xhtml")).parts for name in ("log", "lorne"))
        (mark,), (note,), (picture,) = log["a"], log["aside"], lorne["img"]
        assert mark["epub:type"] == "noteref"
        assert mark["href"] == f"#{note['id']}"
        assert "mole" in picture["alt"]
        assert archive.read(picture["src"]).startswith(b"\x89PNG")
        listed = re.findall(r' href="([^"]+)"', archive.read("book.opf").decode())
        assert sorted(listed) == sorted(archive.namelist()[3:])


def test_a_pack_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="crossread check"):
        write_book(tmp_path, tmp_path)
