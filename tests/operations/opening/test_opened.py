"""A pack that is open: its pictures, and the texts of it that are the authors' own words."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Pack, Picture
from crossread.packs.pack_files import MAX_PICTURE_BYTES
from crossread.packs.sources.source import Card, Source
from crossread.questions.passages import DIGEST
from crossread.texts.text import Block, Text

PICTURE = Path(__file__).parent.parent.parent / "fixtures" / "beside-texts" / "images" / "bridge.png"
PACK = Pack(
    id="p", version="1", title="P", language="en", digest="", central_question="?",
    stages=(), sources=(), questions=(),
    pictures=(Picture(file="bridge.png", alt="A bridge."), Picture(file="gone.png", alt="Nothing.")),
)  # fmt: skip


@pytest.fixture
def opened(tmp_path: Path) -> OpenPack:
    (tmp_path / "images").mkdir()
    shutil.copy(PICTURE, tmp_path / "images" / "bridge.png")
    shutil.copy(PICTURE, tmp_path / "images" / "other.png")
    return OpenPack(PACK, folder=tmp_path)


def test_a_picture_that_the_pack_describes_is_read_with_its_format(opened: OpenPack) -> None:
    assert opened.picture("bridge.png") == (PICTURE.read_bytes(), "png")


@pytest.mark.parametrize("file", ["gone.png", "other.png", "../images/bridge.png", ""])
def test_no_other_file_is_ever_read(opened: OpenPack, file: str) -> None:
    assert opened.picture(file) is None


def test_a_picture_that_has_become_something_else_is_not_shown(opened: OpenPack) -> None:
    assert opened.folder is not None
    there = opened.folder / "images" / "bridge.png"
    there.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert opened.picture("bridge.png") is None
    there.write_bytes(PICTURE.read_bytes() + b"\0" * MAX_PICTURE_BYTES)
    assert opened.picture("bridge.png") is None


def test_a_pack_that_lies_nowhere_has_no_pictures(opened: OpenPack) -> None:
    assert replace(opened, folder=None).picture("bridge.png") is None


def test_a_text_that_is_the_article_itself_is_the_authors_own_words() -> None:
    text = Text((Block("paragraph", "The goat climbed."),))
    sources = [
        Source(id=id_, letter=id_.upper(), card=Card(title=id_, short=id_), digest=text, own=own)
        for id_, own in (("a", True), ("b", False))
    ]
    opened = OpenPack(replace(PACK, sources=tuple(sources)))
    assert {source: shown.which for source, shown in opened.own_words.items()} == {"a": DIGEST}
