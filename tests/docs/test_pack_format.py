"""The pages for those who write packs say what the program does: examples, keys and messages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from crossread.cli import main
from crossread.inquiry.behaviours import BEHAVIOURS
from crossread.packs.check import check_pack
from crossread.packs.pack import (
    FloorLine,
    GlossaryTerm,
    NameForms,
    Picture,
    Pool,
    TextNote,
    TimelineEntry,
    Work,
)
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import conversion
from crossread.packs.reading.question_reading import read_question
from crossread.packs.reading.schema import Head, SourceRow, StageRow, VersionRow
from crossread.packs.reading.yaml_tree import MapNode, load_yaml
from crossread.packs.sources.compare_parts import (
    AuthorsQuantity,
    Dropped,
    Edge,
    FigureValue,
    NameUse,
    Naming,
    WordUse,
)
from crossread.packs.sources.edtf import is_date
from crossread.packs.sources.source import OriginalCard
from crossread.questions.choice import Option
from crossread.questions.claims import CellPassage, Claim, Overtaken, Statement
from crossread.questions.cloze import Gap
from crossread.questions.essay import Idea, Level
from crossread.questions.evidence_passages import EvidencePassage, OriginalPassage
from crossread.questions.item import Item
from crossread.questions.kind import Question, Skill
from crossread.questions.multiple import WeighedOption
from crossread.questions.numerical import Distractor
from crossread.questions.passages import PassageKey, Reference
from crossread.questions.registry import KINDS
from crossread.questions.scale import Reason
from crossread.questions.short_answer import AcceptedAnswer
from crossread.texts.passages.anchors import WordsAnchor
from tests.docs.codes import check_codes
from tests.docs.pages import FOLDER, Table, pages
from tests.docs.writing import FIRST, PACK_FILES, write_pack

# Which table explains the keys of which part of a pack. The tables of kinds leave out what all share.
TABLES: Mapping[type, tuple[str, str]] = {
    Head: (FIRST, "Keys of `pack.yaml`"),
    StageRow: (FIRST, "Keys of a stage"),
    SourceRow: (FIRST, "Keys of a card"),
    OriginalCard: (FIRST, "Keys of `original`"),
    Work: (FIRST, "Keys of a work"),
    FloorLine: (FIRST, "Keys of a line of the floor"),
    Reference: (FIRST, "Keys of `refs`"),
    Question: (FIRST, "Keys of every question"),
    PassageKey: (FIRST, "Keys of a passage under `evidence`"),
    WordsAnchor: (FIRST, "Keys of an anchor"),
    Option: ("choice.md", "Keys of an option"),
    AcceptedAnswer: ("short-answer.md", "Keys of an answer"),
    EvidencePassage: ("evidence.md", "Keys of a passage"),
    OriginalPassage: ("evidence.md", "Keys of `original` in a passage"),
    Distractor: ("numerical.md", "Keys of a distractor"),
    WeighedOption: ("multiple.md", "Keys of an option"),
    Gap: ("cloze.md", "Keys of a gap"),
    Item: ("ordering.md", "Keys of an item"),
    Claim: ("matrix.md", "Keys of a claim"),
    Statement: ("matrix.md", "Keys of what a source says"),
    CellPassage: ("matrix.md", "Keys of a passage in a cell"),
    Overtaken: ("matrix.md", "Keys of `overtaken`"),
    Edge: ("edges.md", "Keys of an edge"),
    AuthorsQuantity: ("figures.md", "Keys of a quantity"),
    FigureValue: ("figures.md", "Keys of a figure"),
    Dropped: ("figures.md", "Keys of a dropped pair"),
    WordUse: ("words.md", "Keys of a word"),
    Naming: ("words.md", "Keys of a naming"),
    NameUse: ("words.md", "Keys of a name that a source uses"),
    Reason: ("scale.md", "Keys of a reason"),
    Level: ("essay.md", "Keys of a level"),
    Idea: ("essay.md", "Keys of an idea"),
    Pool: (FIRST, "Keys of a pool"),
    GlossaryTerm: ("glossary.md", "Keys of a term"),
    NameForms: ("names.md", "Keys of a name"),
    TimelineEntry: ("timeline.md", "Keys of an entry"),
    TextNote: ("notes.md", "Keys of a note"),
    Picture: ("images.md", "Keys of a picture"),
    VersionRow: ("versions.md", "Keys of a version"),
    **{kind.written or kind.question: (f"{name}.md", "Keys") for name, kind in KINDS.items()},
}
# Items stand on several pages, each in the words of its kind.
ITEMS = (("cloze.md", "Keys of a word in the bank"), ("matching.md", "Keys of an item or a target"))


def table(page: str, heading: str) -> Table:
    found = [one for one in pages()[page].tables if one.heading == heading]
    assert len(found) == 1, (page, heading)
    return found[0]


def words_in_code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def keys_of(part: Any) -> dict[str, bool]:
    """Give the keys of a part and whether each is needed; those of a kind beyond what all questions have."""
    shared = {field.name for field in fields(Question)} if part in _kinds() else set()
    return {
        field.name.removesuffix("_"): field.default is MISSING and field.default_factory is MISSING
        for field in fields(part)
        if field.name not in shared
    }


def _kinds() -> set[type]:
    return {kind.written or kind.question for kind in KINDS.values()}


def _parts(hint: Any) -> Iterator[Any]:
    """Give the dataclasses that a type is or holds, and what they hold in turn."""
    if is_dataclass(hint):
        yield hint
        for inner in get_type_hints(hint).values():
            yield from _parts(inner)
    for argument in get_args(hint):
        yield from _parts(argument)


# Examples


def console(command: str) -> str:
    """Return what the first page shows below a command."""
    shown = [one.text.split("\n", 1) for one in pages()[FIRST].examples if one.language == "console"]
    found = [output for line, output in shown if line == f"$ {command}"]
    assert len(found) == 1, command
    return found[0]


def with_original(pack: Path) -> Path:
    """Do what the page on originals tells to do."""
    card, _line, lines = console("crossread fingerprint newsletter.txt").partition("# originals/ID.hashes\n")
    source = pack / "sources" / "A-newsletter.md"
    text = source.read_text("utf-8")
    above, below = text[: text.index("---\n\n")], text[text.index("---\n\n") :]
    source.write_text(above + card.replace("…", '"A guest above the bakery"').strip() + "\n" + below, "utf-8")
    (pack / "originals").mkdir()
    (pack / "originals" / "newsletter.hashes").write_text(lines, "utf-8")
    return pack


def originals(folder: Path) -> Path:
    """Write the author's own text of the page into a folder."""
    folder.mkdir()
    (folder / "newsletter.txt").write_text(pages()[FIRST].files()["newsletter.txt"], "utf-8")
    return folder


def errors_and_warnings(pack: Path) -> set[str]:
    return {str(problem) for problem in check_pack(pack).problems if problem.code != "skill-unused"}


def test_the_first_pack_is_sound_and_the_check_says_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(tmp_path / "goat")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "goat"]) == 0
    assert capsys.readouterr().out == console("crossread check goat")


def test_the_first_pack_has_a_stage_of_each_kind_up_to_reading_and_two_sources(tmp_path: Path) -> None:
    pack = check_pack(write_pack(tmp_path)).pack
    assert pack is not None
    assert [stage.kind for stage in pack.stages] == ["before", "meet", "read"]
    assert len(pack.sources) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_each_kind_go_into_the_first_pack(kind: str, tmp_path: Path) -> None:
    pack = write_pack(tmp_path, f"{kind}.md")
    with_original(pack)
    assert {code for code in errors_and_warnings(pack) if "no-anchor" not in code} == set()
    (pack / "questions" / "1-roof.yaml").unlink()
    checked = check_pack(pack).pack
    assert checked is not None
    assert {question.kind for question in checked.questions} == {kind}


def test_all_examples_together_make_one_pack_that_trains_most_skills(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, *(f"{kind}.md" for kind in KINDS))
    assert {told for told in errors_and_warnings(pack) if "stage-long" not in told} == set()
    checked = check_pack(pack).pack
    assert checked is not None
    assert {question.kind for question in checked.questions} == set(KINDS)


def test_each_kind_has_a_page_with_its_picture() -> None:
    for kind in KINDS:
        assert f"(pictures/{kind}.png)" in (FOLDER / f"{kind}.md").read_text("utf-8")
        assert (FOLDER / "pictures" / f"{kind}.png").read_bytes().startswith(b"\x89PNG")


def test_the_floor_and_the_works_of_the_page_go_into_the_first_pack(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    for name in ("floor.yaml", "works.yaml"):
        (pack / name).write_text(pages()[FIRST].files()[name], "utf-8")
    questions = pack / "questions" / "1-roof.yaml"
    questions.write_text(questions.read_text("utf-8") + "  floor: goat\n", "utf-8")
    assert errors_and_warnings(pack) == set()


@pytest.mark.parametrize("page", ["glossary.md", "names.md", "notes.md", "timeline.md", "versions.md"])
def test_the_examples_of_what_stands_beside_the_texts_go_into_the_first_pack(
    page: str, tmp_path: Path
) -> None:
    pack = write_pack(tmp_path, *{"versions.md", page})
    assert errors_and_warnings(pack) == set()
    checked = check_pack(pack).pack
    assert checked is not None
    brought = {
        "glossary.md": checked.glossary,
        "names.md": checked.names,
        "notes.md": [block for block in checked.context.blocks if block.kind == "item"],
        "timeline.md": checked.timeline,
        "versions.md": checked.source("baker").versions,
    }
    assert brought[page]


@pytest.mark.parametrize("page", ["edges.md", "figures.md", "words.md"])
def test_the_examples_of_what_is_compared_go_into_the_first_pack(page: str, tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "matrix.md", page)
    if "works.yaml" in pages()[page].files():
        (pack / "works.yaml").write_text(pages()[page].files()["works.yaml"], "utf-8")
    assert errors_and_warnings(pack) == set()
    checked = check_pack(pack).pack
    assert checked is not None
    brought = {"edges.md": checked.edges, "figures.md": checked.figures, "words.md": checked.wording.named}
    assert brought[page]


def add_to_head(pack: Path, page: str, key: str) -> None:
    """Put the lines of a page that begin with a key below the others of pack.yaml."""
    lines = next(one.text for one in pages()[page].examples if one.text.startswith(f"{key}:"))
    with (pack / "pack.yaml").open("a", encoding="utf-8") as head:
        head.write(lines)


def test_the_picture_of_the_page_goes_into_the_first_pack(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, "images.md")
    add_to_head(pack, "images.md", "images")
    (pack / "images").mkdir()
    (pack / "images" / "roof.png").write_bytes((FOLDER / "pictures" / "choice.png").read_bytes())
    assert errors_and_warnings(pack) == set()


def test_the_veiled_passages_of_the_page_go_into_the_first_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = with_original(write_pack(tmp_path / "goat"))
    add_to_head(pack, "graphic.md", "graphic")
    assert {told for told in errors_and_warnings(pack) if "1-roof" not in told} == set()
    assert main(["check", str(pack), "--originals", str(originals(tmp_path / "my-texts"))]) == 0


def test_the_fingerprint_of_the_page_s_text_is_what_the_page_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = originals(tmp_path / "my-texts")
    assert main(["fingerprint", str(texts / "newsletter.txt")]) == 0
    assert capsys.readouterr().out == console("crossread fingerprint newsletter.txt")


def test_the_anchor_of_the_page_s_words_is_what_the_page_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "from a cart to a roof is a small step for a goat"
    texts = originals(tmp_path / "my-texts")
    assert main(["fingerprint", str(texts / "newsletter.txt"), "--words", words]) == 0
    assert capsys.readouterr().out == console(f'crossread fingerprint newsletter.txt --words "{words}"')


def test_the_anchors_of_the_pages_are_found_in_the_page_s_original(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = with_original(write_pack(tmp_path / "goat", "evidence.md"))
    evidence = next(one.text for one in pages()[FIRST].examples if one.text.startswith("evidence:"))
    questions = pack / "questions" / "1-roof.yaml"
    text = questions.read_text("utf-8")
    indented = "".join(f"  {line}\n" for line in evidence.splitlines())
    questions.write_text(
        text[: text.index("  evidence:")] + indented + text[text.index("  explanation:") :], "utf-8"
    )
    texts = originals(tmp_path / "my-texts")
    assert main(["check", str(pack), "--originals", str(texts)]) == 0
    assert "no-anchor" not in capsys.readouterr().out
    questions.write_text(questions.read_text("utf-8").replace("51417cf4f803", "000000000000"), "utf-8")
    assert main(["check", str(pack), "--originals", str(texts)]) == 1


def test_every_block_of_yaml_or_markdown_is_one_that_these_tests_try() -> None:
    tried = {"evidence:", "graphic:", "images:"}
    for page in pages().values():
        for example in page.examples:
            if example.language in ("yaml", "markdown"):
                known = example.file or example.text.split("\n", 1)[0]
                assert PACK_FILES.fullmatch(known) or known in tried | {"floor.yaml", "works.yaml"}, known


def test_the_message_shown_as_an_example_is_what_the_check_says(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    questions = pack / "questions" / "1-roof.yaml"
    text = questions.read_text("utf-8")
    questions.write_text(text.replace('wall", correct: no', 'wall", correct: yes'), "utf-8")
    shown = next(one.text.strip() for one in pages()["messages.md"].examples if one.language == "text")
    assert shown in errors_and_warnings(pack)


# Keys


def test_every_part_of_a_pack_has_its_table() -> None:
    files = (Head, SourceRow, VersionRow, FloorLine, Work, Claim, GlossaryTerm, NameForms, TimelineEntry)
    compared = (Edge, AuthorsQuantity, WordUse, Naming)
    roots = (*files, *compared, *_kinds())
    assert {part for root in roots for part in _parts(root)} <= set(TABLES)


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.__name__)
def test_the_table_of_a_part_has_just_its_keys_and_says_which_are_needed(part: type) -> None:
    rows = table(*TABLES[part]).rows
    written = {words_in_code(row[0])[0]: row[1].split(",")[0] for row in rows}
    needed = {key: "yes" if needed else "no" for key, needed in keys_of(part).items()}
    if part is Question:
        needed["kind"] = "yes"
    assert written == needed
    assert len(rows) == len(written)


@pytest.mark.parametrize(("page", "heading"), ITEMS)
def test_items_have_the_same_keys_on_every_page(page: str, heading: str) -> None:
    names = [words_in_code(row[0])[0] for row in table(page, heading).rows]
    assert names == [field.name for field in fields(Item)]


@pytest.mark.parametrize("part", TABLES, ids=lambda part: part.__name__)
def test_every_example_of_a_key_can_be_written_like_that(part: type) -> None:
    for key, _needed, _what, example in table(*TABLES[part]).rows:
        name = words_in_code(key)[0]
        problems = Problems()
        kind = next((name for name, kind in KINDS.items() if part is (kind.written or kind.question)), "")
        head = f"kind: {kind}\n" if kind else ""
        node = load_yaml(head + words_in_code(example)[0], "example", problems)
        assert isinstance(node, MapNode), example
        assert list(node.values)[-1] == name
        if kind:
            read_question(node, "example", problems)
        else:
            conversion(part).read(node, "example", problems)
        told = [problem for problem in problems.in_order() if problem.code != "missing-key"]
        assert told == [], example


@pytest.mark.parametrize(
    ("page", "heading", "column", "known"),
    [
        (FIRST, "Skills", "`skill`", get_args(Skill)),
        (FIRST, "Behaviours", "`behaviour`", tuple(BEHAVIOURS)),
        (FIRST, "Questions", "kind", tuple(KINDS)),
    ],
)
def test_every_word_that_a_key_can_have_is_explained(
    page: str, heading: str, column: str, known: tuple[str, ...]
) -> None:
    found = next(one for one in pages()[page].tables if one.heading == heading and one.head[0] == column)
    assert {re.sub(r"[`\[\]]|\(.*\)", "", row[0]) for row in found.rows} == set(known)


def test_the_dates_of_the_page_are_dates() -> None:
    rows = table(FIRST, "Dates").rows
    assert len(rows) >= 5
    assert all(is_date(words_in_code(row[0])[0].strip('"')) for row in rows)


# Messages


def test_every_code_of_the_check_is_explained_and_no_other() -> None:
    explained = [
        code
        for one in pages()["messages.md"].tables
        if one.head[0] == "code"
        for row in one.rows
        for code in words_in_code(row[0])
    ]
    assert sorted(explained) == sorted(check_codes())


def test_the_commonest_messages_are_messages() -> None:
    rows = next(one for one in pages()["messages.md"].tables if one.head[0] == "you see").rows
    assert {code for row in rows for code in words_in_code(row[0])} <= set(check_codes())


# Links


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for path in FOLDER.glob("*.md"):
        outside_examples = re.sub(r"(?ms)^```.*?^```$", "", path.read_text("utf-8"))
        for target in re.findall(r"\]\(([^)]+)\)", outside_examples):
            page, _hash, anchor = target.partition("#")
            there = FOLDER / (page or path.name)
            assert there.is_file(), (path.name, target)
            if there.suffix == ".png":
                continue
            headings = re.findall(r"(?m)^#+ (.+)$", there.read_text("utf-8"))
            slugs = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
            assert not anchor or anchor in slugs, (path.name, target)
