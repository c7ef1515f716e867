"""The packs that the pages tell how to write, written out."""

import re
from pathlib import Path

from tests.docs.pages import pages

FIRST = "README.md"
PACK_FILES = re.compile(
    r"(pack|claims|edges|figures|glossary|words|timeline)\.yaml|context\.md|(sources|questions|versions)/.+"
)


def write_pack(folder: Path, *more: str) -> Path:
    """Write the first pack, and with it the files of other pages."""
    files = {name: text for name, text in pages()[FIRST].files().items() if PACK_FILES.fullmatch(name)}
    for page in more:
        files.update(pages()[page].files())
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
