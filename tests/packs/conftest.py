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
def kinds_copy(pack_copy: Path) -> Path:
    """Add claims, pools and a question of each kind to the sound pack."""
    return shutil.copytree(FIXTURES / "more-kinds", pack_copy, dirs_exist_ok=True)


@pytest.fixture
def beside_copy(pack_copy: Path) -> Path:
    """Add a glossary, names, a timeline, an edition, a picture and a source in Hebrew to the sound pack."""
    return shutil.copytree(FIXTURES / "beside-texts", pack_copy, dirs_exist_ok=True)


@pytest.fixture
def compared_copy(kinds_copy: Path) -> Path:
    """Add edges, figures, words and stages to compare them to the pack with claims."""
    (kinds_copy / "questions" / "3-kinds.yaml").unlink()
    return shutil.copytree(FIXTURES / "compared", kinds_copy, dirs_exist_ok=True)


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


def place_of(pack: Path, file: str, old_start: int, new: str) -> str:
    """Return file, line and column of the sign ¦ in words that were put at a place, without that sign."""
    before = (pack / file).read_text("utf-8")[: old_start + new.index("¦")]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
