"""The pages of the repository: links lead somewhere, pictures are there, and no machine is named."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LARGEST_PICTURE = 90_000  # bytes of one picture of the comparison

_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_MACHINE = re.compile(r"(?<![\w.])/(tmp|home|root|work|usr/bin|Users)/|[A-Z]:\\")

each = pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])


def links(page: Path) -> Iterator[tuple[bool, str]]:
    """Give what a page links to, and whether it is a picture; not what stands as code."""
    source = _CODE.sub("", _FENCED.sub("", page.read_text("utf-8")))
    return ((found[1] == "!", unquote(found[2])) for found in _LINK.finditer(source))


def anchors(page: Path) -> set[str]:
    """Return what leads to a page's headings, as forges make it of their words."""
    words = (heading.lower() for heading in _HEADING.findall(_FENCED.sub("", page.read_text("utf-8"))))
    return {re.sub(r"[^\w\- ]", "", heading).strip().replace(" ", "-") for heading in words}


@each
def test_every_link_and_picture_leads_to_a_file_that_is_there(page: Path) -> None:
    for is_picture, target in links(page):
        if not target.startswith(("https://", "http://", "mailto:")):
            name, _, anchor = target.partition("#")
            file = page.parent / name if name else page
            assert file.exists(), target
            assert not is_picture or file.suffix in (".png", ".jpg", ".webp"), target
            assert not anchor or anchor in anchors(file), target


@each
def test_no_page_names_the_machine_that_it_was_written_on(page: Path) -> None:
    assert not _MACHINE.search(page.read_text("utf-8"))


def test_the_comparison_shows_each_of_its_pictures_once_and_they_are_small() -> None:
    shown = [target for is_picture, target in links(ROOT / "docs" / "compare.md") if is_picture]
    assert len(shown) == len(set(shown)) <= 6
    there = (ROOT / "docs" / "pictures").glob("compare-*.png")
    assert sorted(shown) == sorted(f"pictures/{path.name}" for path in there)
    for target in shown:
        assert (ROOT / "docs" / target).stat().st_size < LARGEST_PICTURE, target
