"""What authors of packs ask for: everything wrong with a folder, and the fingerprint of a text."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from crossread.base.errors import N_, Expected
from crossread.operations.opening.attaching import read_file
from crossread.packs.check import CheckResult, check_pack
from crossread.packs.library.originals import Originals
from crossread.packs.making.authoring import anchor_words, fingerprint_original
from crossread.packs.pack import Pack
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Text


def check_folder(folder: Path, originals: Path | None = None) -> CheckResult:
    """Check a pack; with a folder of the authors' own texts, check the hashed passages against them too.

    Raises Expected where `originals` cannot be read or holds the text of no source.
    """
    result = check_pack(folder)
    if originals is None or result.pack is None:
        return result
    found = _recognised(result.pack, originals)
    if not found:
        raise Expected(
            "no-originals",
            N_(
                "{folder} holds no .txt file that is the text of one of the sources. "
                "Give the folder they are in."
            ),
            folder=originals.name,
        )
    return check_pack(folder, found)


def _recognised(pack: Pack, folder: Path) -> Mapping[str, Text]:
    """Return the texts in a folder that are the originals of a pack's sources, by source."""
    originals = Originals(folder)
    found = {}
    for file in sorted(folder.glob("*.txt")):
        try:
            recognition = originals.recognise(pack, read_file(file), file.name)
        except Expected:
            continue  # some other file that lies there
        if recognition.source is not None and recognition.match == "same":
            found[recognition.source] = recognition.text
    return found


def anchor_in_file(file: Path, words: str, nth: int | None = None) -> str:
    """Return the `original:` of a passage for words as they stand in an original, as YAML.

    Raises Expected where the file cannot be read, or where the words are too few, not there, or there
    several times without `nth` (from 1) saying which.
    """
    anchor = anchor_words(read_plain(read_file(file)).text, words, nth)
    which = f", nth: {anchor.nth}" if anchor.nth != 1 else ""
    return f'original: {{words: {anchor.words}, hash: "{anchor.hash}"{which}}}\n'


def fingerprint_file(file: Path) -> str:
    """Return what a pack says of an original: the card's `original:` keys, then its .hashes file.

    Raises Expected where the file cannot be read or is too short to be known again.
    """
    made = fingerprint_original(read_plain(read_file(file)).text)
    card = yaml.safe_dump(
        {"original": {"title": "…", **made.card}}, allow_unicode=True, sort_keys=False, width=100
    )
    return card + "\n# originals/ID.hashes\n" + "\n".join(made.lines) + "\n"
