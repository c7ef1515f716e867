"""Packs to try things on."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"

Edit = Callable[[str, str, str], int]


@pytest.fixture
def pack_copy(tmp_path: Path) -> Path:
    """Copy a sound pack that a test may spoil."""
    return shutil.copytree(FIXTURES / "two-accounts", tmp_path / "two-accounts")


@pytest.fixture
def edit(pack_copy: Path) -> Edit:
    """Return a function that replaces words standing once in a file of the copy, and gives their place."""

    def replace(file: str, old: str, new: str) -> int:
        path = pack_copy / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8")
        return text.index(old)

    return replace
