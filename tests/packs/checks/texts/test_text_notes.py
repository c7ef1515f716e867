"""Notes above the context and the guide: each becomes a footnote, and each leads somewhere."""

from pathlib import Path

import pytest

from crossread.packs.check import check_pack
from crossread.packs.pack import Pack
from crossread.packs.sources.known_from import known_from
from crossread.questions.passages import Reference
from crossread.texts.text import Text

WORK = '- {id: book, title: "The book *of* it", author: "A. Writer", date: "1999-05~"}\n'
NOTES = '---\nnotes:\n  - {id: fire, says: "Not told by the warden.", refs: [{work: book}]}\n---\n'


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def add_work(folder: Path) -> None:
    path = folder / "works.yaml"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + WORK, encoding="utf-8")


def codes(folder: Path) -> list[tuple[str, str, str, int]]:
    problems = check_pack(folder).problems
    return [(one.file, one.severity, one.code, one.line) for one in problems if one.code != "skill-unused"]


def pack_of(folder: Path) -> Pack:
    result = check_pack(folder)
    assert result.pack is not None, result.problems
    return result.pack


def notes_of(text: Text) -> list[str]:
    return [block.text for block in text.blocks if block.kind == "item"]


@pytest.mark.parametrize(("name", "part"), [("context.md", "context"), ("teacher/guide.md", "guide")])
def test_a_note_is_shown_as_a_footnote_with_what_it_is_known_from(
    pack_copy: Path, name: str, part: str
) -> None:
    add_work(pack_copy)
    write(pack_copy, name, f"{NOTES}There was a fire.[^fire]\n")
    text: Text = getattr(pack_of(pack_copy), part)
    assert text.blocks[0].text == "There was a fire.[1]"
    assert notes_of(text) == ["Not told by the warden. A. Writer: The book *of* it (1999)"]


def test_a_note_may_be_referred_to_twice_and_stands_there_once(pack_copy: Path) -> None:
    add_work(pack_copy)
    write(pack_copy, "context.md", f"{NOTES}A fire.[^fire]\n\nThe same.[^fire]\n")
    text = pack_of(pack_copy).context
    assert [block.text for block in text.blocks[:2]] == ["A fire.[1]", "The same.[1]"]
    assert len(notes_of(text)) == 1


def test_notes_are_numbered_as_the_text_refers_to_them(pack_copy: Path) -> None:
    add_work(pack_copy)
    head = "---\nnotes:\n  - {id: late, refs: [{work: book}]}\n  - {id: early, refs: [{work: book}]}\n---\n"
    write(pack_copy, "context.md", f"{head}First.[^early] Then.[^late] Again.[^early]\n")
    assert pack_of(pack_copy).context.blocks[0].text == "First.[1] Then.[2] Again.[1]"


def test_what_a_note_leads_to_has_to_be_there(pack_copy: Path) -> None:
    write(pack_copy, "context.md", f"{NOTES}A fire.[^fire]\n")
    assert [found[:3] for found in codes(pack_copy)] == [("context.md", "error", "unknown-id")]


def test_a_mark_without_a_note_and_a_note_without_a_mark_are_told_at_their_lines(pack_copy: Path) -> None:
    add_work(pack_copy)
    write(pack_copy, "context.md", f"{NOTES}A house.\n\nA flood.[^flood]\n")
    assert codes(pack_copy) == [
        ("context.md", "warning", "note-unused", 3),
        ("context.md", "error", "no-note", 7),
    ]


def test_footnotes_that_are_written_out_still_do(pack_copy: Path) -> None:
    write(pack_copy, "context.md", "A house.[^1]\n\n[^1]: Of stone.\n")
    assert not [found for found in codes(pack_copy) if found[1] == "error"]


def test_a_note_says_where_it_is_known_from(pack_copy: Path) -> None:
    write(pack_copy, "context.md", "---\nnotes:\n  - {id: fire, refs: []}\n---\nA fire.[^fire]\n")
    assert [found[:3] for found in codes(pack_copy)] == [("context.md", "error", "empty")]


def test_what_is_known_from_one_place_is_told_once_and_works_may_stand_alone(pack_copy: Path) -> None:
    add_work(pack_copy)
    pack = pack_of(pack_copy)
    source = pack.sources[0]
    refs = [Reference(source=source.id, words=5, hash="0" * 12)] * 2 + [Reference(work="book")]
    told = f"{source.letter}, {source.card.short}"
    assert known_from(pack, refs) == f"{told}; A. Writer: The book *of* it (1999)"
    assert known_from(pack, refs, works_only=True) == "A. Writer: The book *of* it (1999)"
