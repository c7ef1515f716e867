"""Pictures of a pack: which may be shown, how they are described, and where they stand."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.check import check_pack
from crossread.packs.in_texts.pictures import Measure, measure, read_picture
from tests.packs.conftest import FIXTURES, Edit
from tests.packs.test_check import told

PNG = (FIXTURES / "beside-texts" / "images" / "bridge.png").read_bytes()
HEAD, CONTEXT = "pack.yaml", "context.md"


def png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def jpeg(width: int, height: int) -> bytes:
    thumbnail = b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 8, 8)
    application = b"\xff\xe1" + struct.pack(">H", len(thumbnail) + 2) + thumbnail
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(10)
    return b"\xff\xd8" + application + b"\xff\xff\xdb\x00\x03\x00" + frame


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(body) + 12) + b"WEBP" + kind + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PNG, Measure("png", 64, 32)),
        (png(6000, 5000), Measure("png", 6000, 5000)),
        (jpeg(640, 480), Measure("jpeg", 640, 480)),
        (webp(b"VP8X", bytes(4) + b"\x7f\x02\x00\xdf\x01\x00"), Measure("webp", 640, 480)),
        (webp(b"VP8L", b"\x2f" + (639 | 479 << 14).to_bytes(4, "little")), Measure("webp", 640, 480)),
        (webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a\x80\x02\xe0\x01"), Measure("webp", 640, 480)),
        (PNG[:20], Measure("png")),
        (jpeg(640, 480)[:-12], Measure("jpeg")),
        (webp(b"ICCP", bytes(20)), Measure("webp")),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"GIF89a" + bytes(20), None),
        (b"", None),
    ],
)
def test_a_picture_is_measured_by_its_first_bytes(data: bytes, expected: Measure | None) -> None:
    assert measure(data) == expected


@given(st.sampled_from([PNG, jpeg(9, 9), webp(b"VP8X", bytes(10))]), st.data())
def test_whatever_the_bytes_are_measuring_ends_with_an_answer(sound: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(sound)))
    found = measure(sound[:cut] + data.draw(st.binary(max_size=40)))
    assert found is None or found.known == (found.width > 0 and found.height > 0)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.png", b"<svg/>", "picture-format"),
        ("x.png", jpeg(9, 9), "picture-format"),
        ("x.jpg", PNG, "picture-format"),
        ("x.webp", b"RIFF....WEBP", "picture-broken"),
        ("x.png", PNG[:18], "picture-broken"),
        ("x.png", png(5001, 5000), "picture-too-large"),
        ("x.png", PNG + bytes(10_000_000), "too-large"),
        ("x.svg", b"<svg/>", "unknown-file"),
        ("x.gif", b"GIF89a", "unknown-file"),
        ("x y.png", PNG, "file-name"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(
    beside_copy: Path, name: str, data: bytes, code: str
) -> None:
    (beside_copy / "images" / name).write_bytes(data)
    result = check_pack(beside_copy)
    assert code in {p.code for p in result.problems if p.file == f"images/{name}"}
    assert result.pack is None


@pytest.mark.parametrize("name", ["PHOTO.JPG", "photo.jpeg", "a-b_c.1.jpg"])
def test_names_as_cameras_write_them_are_taken(beside_copy: Path, edit: Edit, name: str) -> None:
    (beside_copy / "images" / name).write_bytes(jpeg(640, 480))
    edit(HEAD, "images:\n", f'images:\n  - {{file: {name}, alt: "The bridge."}}\n')
    edit(CONTEXT, "below the mill.[^1]", f"below the mill.[^1]\n\n![A photograph](images/{name})")
    assert told(check_pack(beside_copy)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected", "word"),
    [
        (HEAD, "bridge.png", "brigde.png", "pack.yaml:32:12: error picture-missing", "bridge"),
        (HEAD, "bridge.png", "images/bridge.png", "pack.yaml:32:12: error picture-missing", "bridge"),
        (HEAD, '"A bridge of planks on three piers; the second one stands lower."', '""',
         "pack.yaml:32:29: error empty", "alt"),
        (HEAD, "images:\n", "images:\n  - {file: bridge.png, alt: x}\n",
         "pack.yaml:33:12: error picture-twice", "line 32"),
        (HEAD, "images:\n", "no-images:\n", "pack.yaml:31:1: error unknown-key", "images"),
        (CONTEXT, "mill.[^1]", "mill.\n\n![Bridge](images/brige.png)",
         "context.md:5:1: error picture-missing", "“bridge.png”"),
        (CONTEXT, "mill.[^1]", "mill: ![Bridge](images/bridge.png)[^1]",
         "context.md:3:52: error picture-inline", "paragraph of its own"),
        (CONTEXT, "mill.[^1]", "mill.\n\n![Bridge](https://example.org/bridge.png)",
         "context.md:5:1: error picture-elsewhere", "own folder"),
        (CONTEXT, "mill.[^1]", "mill.\n\n![](images/bridge.png)",
         "context.md:5:1: error no-caption", "caption"),
    ],
)  # fmt: skip
def test_a_slip_with_a_picture_is_told_at_its_place(
    beside_copy: Path, edit: Edit, file: str, old: str, new: str, expected: str, word: str
) -> None:
    edit(file, old, new)
    result = check_pack(beside_copy)
    assert expected in told(result)
    assert word in next(p.message for p in result.problems if p.code == expected.rpartition(" ")[2])


def test_a_picture_that_no_text_shows_or_nobody_describes_is_pointed_out(
    beside_copy: Path, edit: Edit
) -> None:
    edit("versions/miller.first.md", "\n![The bridge, from the mill](images/bridge.png)\n", "")
    assert told(check_pack(beside_copy)) == ["pack.yaml:32:12: warning picture-unused"]
    (beside_copy / "images" / "spare.png").write_bytes(PNG)
    assert "images/spare.png:0:0: error picture-undescribed" in told(check_pack(beside_copy))


def test_a_picture_in_code_is_no_picture(beside_copy: Path, edit: Edit) -> None:
    code = "mill.[^1] `![](images/x.png)`\n\n```\n![](images/y.png)\n```\n"
    edit(CONTEXT, "mill.[^1]", code)
    assert told(check_pack(beside_copy)) == []


def test_a_picture_is_read_with_the_format_it_is_to_be_decoded_as(beside_copy: Path) -> None:
    assert read_picture(beside_copy, "bridge.png") == (PNG, "png")


def test_a_picture_that_has_been_changed_since_the_check_is_not_shown(
    beside_copy: Path, tmp_path: Path
) -> None:
    picture = beside_copy / "images" / "bridge.png"
    for data in (b"<svg/>", png(5001, 5000), PNG + bytes(10_000_000)):
        picture.write_bytes(data)
        assert read_picture(beside_copy, "bridge.png") is None
    picture.unlink()
    (tmp_path / "secret.png").write_bytes(PNG)
    picture.symlink_to(tmp_path / "secret.png")
    for name in ("bridge.png", "gone.png", "../pack.yaml", "", "..", "images"):
        assert read_picture(beside_copy, name) is None
