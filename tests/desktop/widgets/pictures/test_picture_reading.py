"""Pictures from bytes."""

import struct
import zlib

import pytest
from PySide6.QtCore import QSize

from crossread.desktop.widgets.pictures.picture_reading import picture_size, read_picture
from tests.desktop.widgets.pictures_made import SVG, picture

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_picture_is_measured_before_it_is_decoded_and_then_decoded(kind: str) -> None:
    data = picture(60, 40, kind)
    assert picture_size(data, kind) == QSize(60, 40)
    assert read_picture(data, kind).size() == QSize(60, 40)


def test_it_is_never_decoded_larger_than_asked_for_nor_made_larger() -> None:
    data = picture(600, 300)
    assert read_picture(data, "png", QSize(100, 100)).size() == QSize(100, 50)
    assert read_picture(data, "png", QSize(4000, 4000)).size() == QSize(600, 300)


@pytest.mark.qt_log_ignore("JPEG", extend=True)  # Qt says what is wrong with it
@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_what_only_calls_itself_a_picture_is_none(kind: str) -> None:
    for data in (SVG, b"", b"\x89PNG\r\n\x1a\n", picture(10, 10, "png")[:40]):
        assert read_picture(data, kind).isNull()
    other = picture(10, 10, "jpeg" if kind == "png" else "png")
    assert read_picture(other, kind).isNull()


def test_a_picture_of_too_many_pixels_is_not_decoded() -> None:
    head = struct.pack(">IIBBBBB", 6000, 6000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert picture_size(data, "png").isEmpty()
    assert read_picture(data, "png").isNull()
