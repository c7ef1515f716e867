"""Pictures of a pack: what they are and how large, told from their first bytes without decoding any."""

import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from crossread.packs.pack_files import IMAGES, MAX_PICTURE_BYTES

Format = Literal["png", "jpeg", "webp"]

MOST_PIXELS = 25_000_000

ENDINGS: dict[Format, tuple[str, ...]] = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "webp": (".webp",),
}

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length behind them
_JPEG_SIZE = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # those of a frame: the size stands there


@dataclass(frozen=True, slots=True)
class Measure:
    """What a picture is, and its size in pixels; 0 by 0 where its first bytes do not tell."""

    format: Format
    width: int = 0
    height: int = 0

    @property
    def known(self) -> bool:
        """Whether the picture has a size."""
        return self.width > 0 and self.height > 0

    @property
    def too_large(self) -> bool:
        """Whether it has more than 25 million pixels."""
        return self.width * self.height > MOST_PIXELS


def measure(data: bytes) -> Measure | None:
    """Tell what a picture is by its first bytes; None for what is no PNG, JPEG or WebP."""
    if data.startswith(_PNG):
        return Measure("png", *_png(data))
    if data.startswith(_JPEG):
        return Measure("jpeg", *_jpeg(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Measure("webp", *_webp(data))
    return None


def read_picture(folder: Path, file: str) -> tuple[bytes, Format] | None:
    """Read a picture of the pack in a folder, with the format that it has to be decoded as.

    None where it is gone, too large or no picture: the files may have changed since the pack was checked.
    """
    if not _NAME.fullmatch(file):
        return None
    path = folder / IMAGES / file
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as opened:
            data = opened.read(MAX_PICTURE_BYTES + 1)
    except OSError:
        return None
    found = measure(data)
    if len(data) > MAX_PICTURE_BYTES or found is None or not found.known or found.too_large:
        return None
    return data, found.format


def _png(data: bytes) -> tuple[int, int]:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return 0, 0
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
        elif marker in _JPEG_ALONE:
            at += 2
        elif marker in _JPEG_SIZE:
            if at + 9 > len(data):
                break
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        else:
            (length,) = struct.unpack(">H", data[at + 2 : at + 4])
            at += 2 + max(length, 2)
    return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    kind = data[12:16]
    if kind == b"VP8X" and len(data) >= 30:
        return _three_bytes(data, 24) + 1, _three_bytes(data, 27) + 1
    if kind == b"VP8L" and len(data) >= 25 and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and len(data) >= 30 and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0


def _three_bytes(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")
