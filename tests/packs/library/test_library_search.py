"""Searching all packs on the shelf: what is found where, what is never told, and what users may type."""

import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.folders import DataFolders
from crossread.packs.library import library_index
from crossread.packs.library.library import Library
from crossread.packs.library.library_index import Index, Row, ShelfPack
from crossread.packs.library.library_passages import PackWords, Passage
from crossread.packs.library.library_search import LibraryFindings, search
from crossread.texts.finding.search_folding import fold_words
from tests.packs.conftest import FIXTURES

Add = Callable[..., Path]


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


@pytest.fixture
def library(folders: DataFolders, tmp_path: Path) -> Library:
    shutil.copytree(FIXTURES / "two-accounts", tmp_path / "content" / "two-accounts")
    return Library(folders, tmp_path / "content")


@pytest.fixture
def add(folders: DataFolders) -> Add:
    """Return a function that takes in a copy of the sound pack under another id and title, with edits."""

    def copy(pack_id: str, title: str, **edits: tuple[str, str]) -> Path:
        folder = shutil.copytree(FIXTURES / "two-accounts", folders.packs / pack_id)
        head = folder / "pack.yaml"
        text = head.read_text("utf-8").replace("id: two-accounts", f"id: {pack_id}", 1)
        head.write_text(text.replace("The Fuller Bridge: two accounts", title), "utf-8")
        for name, (old, new) in edits.items():
            path = next(folder.rglob(f"*{name}.md"))
            assert old in path.read_text("utf-8")
            path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        return folder

    return copy


def passage(words: str, kind: str = "context", **more: object) -> Passage:
    return Passage(kind=kind, words=words, folded=fold_words(words), **more)  # type: ignore[arg-type]


def index_of(folders: DataFolders, *passages: Passage, **spellings: tuple[str, ...]) -> Library:
    """Make a library of one pack with these words, straight in its index."""
    forms = tuple((fold_words(form), group) for group in spellings.values() for form in group)
    title = passage("A title", "pack")
    words = PackWords((title, *passages), forms)
    shelf = ShelfPack(id="p", title="A title")
    Index(folders.library).change(put=[Row("taken-in", "p", "", shelf, words)])
    return Library(folders, folders.root / "nowhere")


def told(findings: LibraryFindings) -> list[tuple[str, str]]:
    return [(hit.kind, hit.words) for pack in findings.packs for hit in pack.hits]


def test_nothing_is_found_before_the_first_look_and_all_after_it(library: Library) -> None:
    assert library.search("planks") == LibraryFindings(query=library.search("planks").query)
    library.refresh()
    findings = library.search("planks")
    (pack,) = findings.packs
    assert pack.pack.title == "The Fuller Bridge: two accounts"
    assert pack.count == findings.count >= 3
    assert {hit.kind for hit in pack.hits} == {"source", "question"}
    assert [hit.item for hit in library.search("how many planks did a").packs[0].hits] == ["night-planks"]


def test_a_hit_in_a_source_says_where_it_stands_in_its_text(library: Library) -> None:
    from crossread.packs.compiled import load_pack

    library.refresh()
    (hit,) = library.search("almost reached").packs[0].hits
    pack = load_pack(library.folder("two-accounts"), Path("/nowhere"))
    assert (hit.kind, hit.source, hit.which) == ("source", "warden", "digest")
    assert hit.where is not None
    assert pack.source("warden").digest.words(hit.where) == "almost"
    assert [hit.words[mark.start : mark.end] for mark in hit.marks] == ["almost", "reached"]


def test_titles_and_authors_are_found_and_lead_to_the_source(library: Library) -> None:
    library.refresh()
    hits = library.search("rowntree closed").packs[0].hits
    hit = next(hit for hit in hits if "Rowntree" in hit.words)
    assert (hit.kind, hit.source, hit.where) == ("source", "warden", None)


def test_all_words_have_to_be_there_each_perhaps_only_begun(folders: DataFolders) -> None:
    library = index_of(folders, passage("The shooting at the village"), passage("A village far away"))
    assert told(library.search("vill shoot")) == [("context", "The shooting at the village")]
    assert library.search("vil").count == 2
    assert library.search("illage").count == 0


def test_words_within_quotation_marks_are_found_as_they_stand(folders: DataFolders) -> None:
    library = index_of(folders, passage("the long night"), passage("a night too long"))
    assert library.search("long night").count == 2
    assert told(library.search("“long night”")) == [("context", "the long night")]
    assert library.search('"long nigh"').count == 0


def test_case_accents_and_spaces_make_no_difference(folders: DataFolders) -> None:
    library = index_of(folders, passage("In Xocalı\u00a0– the Straße"))
    assert library.search("XOCALI strasse").count == 1


def test_a_name_is_found_in_its_other_spellings_whole(folders: DataFolders) -> None:
    library = index_of(
        folders, passage("They left Khankendi."), passage("Khan"), town=("Stepanakert", "Khankendi")
    )
    findings = library.search("left stepanakert")
    assert told(findings) == [("context", "They left Khankendi.")]
    assert findings.query is not None
    assert [spelling.form for spelling in findings.query.spellings[1:]] == ["Khankendi"]


def test_packs_whose_title_says_it_come_first_then_those_that_say_it_most(library: Library, add: Add) -> None:
    add(
        "often",
        "Often",
        warden=("## The order", "Zinnober.\n\nZinnober again.\n\n## The order"),
    )
    add("once", "Once", context=("Lower Wend is", "Zinnober. Lower Wend is"))
    add("named", "All about Zinnober")
    library.refresh()
    assert [pack.pack.id for pack in library.search("zinnober").packs] == ["named", "often", "once"]


def test_many_hits_are_counted_and_the_first_told(folders: DataFolders) -> None:
    library = index_of(folders, *(passage(f"bell number {number}") for number in range(40)))
    (pack,) = library.search("bell").packs
    assert (len(pack.hits), pack.count) == (5, 40)


def test_a_change_is_found_after_the_next_look_and_what_was_there_is_not(library: Library, add: Add) -> None:
    folder = add("one", "One", context=("Lower Wend is", "Zinnober. Lower Wend is"))
    library.refresh()
    assert library.search("zinnober").count == 1
    path = folder / "context.md"
    path.write_text(path.read_text("utf-8").replace("Zinnober", "Vermilion"), "utf-8")
    library.refresh()
    assert library.search("zinnober").count == 0
    assert library.search("vermilion").count == 1
    shutil.rmtree(folder)
    library.refresh()
    assert library.search("vermilion").count == 0
    assert library.search("planks").all_packs == 1


def test_of_several_copies_only_the_one_on_the_shelf_is_found(library: Library, folders: DataFolders) -> None:
    newer = shutil.copytree(FIXTURES / "two-accounts", folders.packs / "newer")
    head = newer / "pack.yaml"
    head.write_text(head.read_text("utf-8").replace("version: 1.0.0", "version: 2.0.0"), "utf-8")
    library.refresh()
    (pack,) = library.search("planks").packs
    assert pack.pack.version == "2.0.0"


def test_a_broken_pack_is_not_found(library: Library, add: Add) -> None:
    (add("one", "Zinnober") / "exports.yaml").write_text("[]")
    library.refresh()
    assert library.search("zinnober").count == 0


def test_answers_and_questions_that_not_all_are_asked_are_not_found(library: Library, add: Add) -> None:
    folder = add("one", "One")
    library.refresh()
    assert library.search("crossing eyes").all_packs == 2
    assert library.search("saw one heard of it").count == 0  # explained so
    with (folder / "pack.yaml").open("a", encoding="utf-8") as head:
        head.write("pools:\n  - {id: some, questions: [night-planks, night-van, night-witness], draw: 1}\n")
    library.refresh()
    assert library.search("“on whose own eyes”").all_packs == 1


def test_of_a_covered_passage_no_word_is_told(folders: DataFolders) -> None:
    words = "They came at dawn and saw the dead by the road."
    covered = (words.index("saw"), words.index(" by"))
    library = index_of(
        folders, passage(words, "source", source="a", which="digest", start=100, covered=(covered,))
    )
    (hit,) = library.search("dead").packs[0].hits
    assert hit.covered
    assert (hit.words, hit.marks) == ("", ())
    assert hit.where is not None
    assert hit.where.start == 100 + words.index("dead")
    (beside,) = library.search("dawn").packs[0].hits
    assert beside.words == "They came at dawn and …"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        '"',
        '""',
        "*",
        "a*",
        "NEAR(a b)",
        "words:bell",
        "^bell",
        "bell OR",
        "-",
        "\0",
        "\ud800",
        "NOT",
    ],
)
def test_nothing_that_users_type_is_read_as_a_search_language(folders: DataFolders, typed: str) -> None:
    library = index_of(folders, passage("the bell and words"))
    library.search(typed)
    assert library.search("bell").count == 1  # the index was not thrown away over it


# What search languages know, and what folds or parts into words in its own way.
SIGNS = [
    "bell",
    "Bé",
    '"',
    "“",
    "*",
    "(",
    ")",
    ":",
    "^",
    "-",
    "+",
    "OR",
    "NEAR",
    "\0",
    " ",
    "'",
    "鐘",
    "ि",
    "\ud800",
]


@given(st.lists(st.sampled_from(SIGNS), max_size=8).map("".join))
def test_no_query_fails(typed: str) -> None:
    connection = apsw.Connection(":memory:")
    library_index._make(connection)
    words = PackWords((passage("title", "pack"), passage("a bell (or bé) 鐘 in words")))
    library_index._put(connection, [Row("taken-in", "p", "", ShelfPack(id="p", title="A title"), words)])
    findings = search(connection, typed)
    for pack in findings.packs:
        for hit in pack.hits:
            assert hit.words
            assert all(0 <= mark.start < mark.end <= len(hit.words) for mark in hit.marks)


def test_where_the_index_cannot_be_written_any_more_words_are_found_after_the_next_look(
    library: Library, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.refresh()
    refusals = iter([apsw.FullError("injected")])
    put = library_index._put

    def refuse(*arguments: object) -> None:
        for error in refusals:
            raise error
        put(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(library_index, "_put", refuse)
    add("new", "Zinnober")
    library.refresh()
    library.refresh()
    assert library.search("zinnober").count == 1
    assert library.search("planks").all_packs == 2
