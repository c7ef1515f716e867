"""Damaged settings never keep the window from opening: it begins with its usual ones, and says so."""

import random
from collections.abc import Callable

import pytest

from crossread.base.declared import TEXT_SIZE, THEME
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.inquiry.commands import Flag
from crossread.operations.opening.opened import OpenPack
from tests.desktop.pages.conftest import Opened
from tests.torture.damage import flip_a_bit
from tests.torture.settings_file import TOO_DEEP, write

WRONG_TYPES = b"""
theme = 17
text-size = "large"
learner = 5
language = ["de"]
keys = "Ctrl+S"
[places]
window = {geometry = 5}
last = {pack = ["two-accounts"]}
palette = {recent = 3}
panes = "both"
"""


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 4096, b"theme = ", b"\xff\xfe", TOO_DEEP, b"places = 1\nkeys = 1", WRONG_TYPES]
)
def test_the_window_opens_with_its_usual_settings(
    open_window: Callable[[], Opened], folders: DataFolders, content: bytes
) -> None:
    folders.root.mkdir(parents=True, exist_ok=True)
    folders.settings.write_bytes(content)
    opened = open_window()
    assert opened.settings[TEXT_SIZE] == TEXT_SIZE.default
    aside = folders.settings.with_name("settings.damaged.toml")
    assert aside.exists() == ("put aside" in opened.window.banners.news.message())
    opened.settings.set(THEME, "sepia")
    opened.close()
    assert open_window().settings[THEME] == "sepia"


def test_whatever_bit_is_flipped_the_window_opens(
    open_window: Callable[[], Opened], folders: DataFolders
) -> None:
    write(folders.settings)
    whole = folders.settings.read_bytes()
    for seed in range(6):
        folders.settings.write_bytes(flip_a_bit(whole, random.Random(seed)))
        opened = open_window()
        assert opened.window.isVisible()
        opened.close()


def test_damaged_settings_and_a_repaired_record_are_both_told_of(
    open_window: Callable[[], Opened], folders: DataFolders
) -> None:
    opened = open_window()
    opened.session.do(_pack(opened), Flag(question="night-planks", on=True))
    opened.saved()
    opened.close()
    (record,) = folders.learners.glob("*/record.sqlite")
    record.write_bytes(record.read_bytes()[:5000])
    folders.settings.write_bytes(TOO_DEEP)
    again = open_window()
    again.wait(lambda: "found damaged" in again.window.banners.news.message())
    assert "put aside" in again.window.banners.news.message()


def _pack(opened: Opened) -> OpenPack:
    got: list[OpenPack | Expected] = []
    opened.session.open_pack("two-accounts", got.append)
    opened.wait(lambda: bool(got))
    assert isinstance(got[0], OpenPack)
    return got[0]
