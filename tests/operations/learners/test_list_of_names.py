"""A list of names from a file: everybody in it is added, or nobody, and what is in the way is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.own_settings import begin_own
from crossread.operations.learners.learners import MAKING, add_learner, learners
from crossread.operations.learners.list_of_names import add_from

Add = Callable[..., list[str]]


@pytest.fixture
def data(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


@pytest.fixture
def add(data: DataFolders, tmp_path: Path) -> Add:
    """Return a function that adds who is in a file of these bytes, and returns their names."""

    def add_them(content: bytes, encoding: str | None = None) -> list[str]:
        file = tmp_path / "class 7b.csv"
        file.write_bytes(content)
        return [one.shown for one in add_from(data, file, encoding).learners]

    return add_them


def refusal(add: Add, content: bytes) -> str:
    with pytest.raises(Expected) as refused:
        add(content)
    assert refused.value.code == "list-not-taken"
    assert refused.value.message.startswith("Nobody was added. In class 7b.csv:\n  Line ")
    return refused.value.message


def test_a_name_a_line_is_a_learner_each_in_the_order_of_the_file(add: Add, data: DataFolders) -> None:
    assert add(b"Zoe\nada\n7b-12\n") == ["Zoe", "ada", "7b-12"]
    assert {one.shown for one in learners(data)} == {"Zoe", "ada", "7b-12"}
    assert len({one.picture for one in learners(data)}) == 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-with-mark", "utf-16-be-with-mark", "cp1252"]
)
def test_lines_may_end_in_any_way_and_be_written_as_spreadsheets_write_them(
    end: str, encoding: str, add: Add
) -> None:
    words = end.join(["", "Jürgen", "  Zoë  ", "", "Anaïs Müller", ""])
    if encoding.endswith("-with-mark"):
        name = encoding.removesuffix("-with-mark")
        content = ("\ufeff" + words).encode(name)
    else:
        content = words.encode(encoding)
    assert add(content) == ["Jürgen", "Zoë", "Anaïs Müller"]


def test_another_alphabet_can_be_said(add: Add) -> None:
    names = ["Лейла", "Наталья", "Владимир Петров"]
    assert add("\n".join(names).encode("cp1251"), "cp1251") == names


def test_the_encoding_is_told_where_it_was_guessed(data: DataFolders, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes("Zoë".encode("cp1252"))
    assert add_from(data, file).encoding == "cp1252"


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_says_in_its_head_which_column_the_names_are_in(between: str, add: Add) -> None:
    table = [["Class", "Name", "Seat"], ["7b", "Ada", "1"], ["", "", ""], ["7b", '"Meier, Bo"', "2"]]
    assert add("\r\n".join(between.join(row) for row in table).encode()) == ["Ada", "Meier, Bo"]


def test_of_codes_and_names_in_one_table_the_names_are_meant(add: Add) -> None:
    assert add(b"Code,Pupil,Name\n17,x,Ada\n18,y,Bo\n") == ["Ada", "Bo"]


def test_a_comma_within_a_name_parts_no_columns(add: Add) -> None:
    assert add(b"Meier, Ada\nMeier, Bo\n") == ["Meier, Ada", "Meier, Bo"]


@pytest.mark.parametrize("line", ["7b;Ada", "7b\tAda", "7b,Ada"])
def test_columns_without_a_head_are_told(line: str, add: Add, data: DataFolders) -> None:
    assert "Line 2: There are several columns" in refusal(add, f"Zoe\n{line}\n".encode())
    assert learners(data) == []


def test_each_line_that_is_in_the_way_is_told_and_nobody_is_added(add: Add, data: DataFolders) -> None:
    add_learner(data, "Mara")
    told = refusal(add, "Ada\n\nmara\nx\x07y\nADA\n{}\nBo\n".format("n" * 61).encode())
    assert "Line 3: Somebody here is called “mara” already." in told
    assert "Line 4: This name holds a sign that cannot be seen" in told
    assert "Line 5: “ADA” stands in line 1 already." in told
    assert "Line 6: This name has 61 characters" in told
    assert "Line 7" not in told
    assert [one.shown for one in learners(data)] == ["Mara"]


def test_lines_of_a_table_are_counted_as_an_editor_counts_them(add: Add) -> None:
    told = refusal(add, b'\n\nname;note\nAda;"two\nlines"\n;nobody\n"B\no";x\n')
    assert "Line 6: There is no name in this line." in told
    assert "Line 7: This name holds a sign that cannot be seen" in told


def test_of_many_lines_the_first_ten_are_told(add: Add) -> None:
    told = refusal(add, b"Ada\n" * 30)
    assert told.count("Line ") == 10
    assert "and 19 more lines" in told


@pytest.mark.parametrize("content", [b"", b"\n \n\r\n", b"\xef\xbb\xbf", b"name;class\n;;\n"])
def test_a_file_without_names_is_told(content: bytes, add: Add) -> None:
    assert "There is no name in this file" in refusal(add, content)


def test_a_quotation_mark_that_never_ends_is_told(add: Add) -> None:
    assert "Line 2: " in refusal(add, b'name\n"' + b"x\n" * 100_000)


def test_what_is_no_list_is_told_with_the_name_of_the_file(
    add: Add, data: DataFolders, tmp_path: Path
) -> None:
    for content in (b"\0" * 50, "Ada".encode("utf-16-le"), b"PK\x03\x04\0\0", b"Ada\n" * 300_000):
        with pytest.raises(Expected, match=r"class 7b\.csv: "):
            add(content)
    with pytest.raises(Expected, match=r"gone\.csv"):
        add_from(data, tmp_path / "gone.csv")


def test_a_disk_that_refuses_one_leaves_nobody(
    add: Add, data: DataFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_learner(data, "Mara")
    made: list[object] = []

    def refuse(folder: Path) -> None:
        made.append(folder)
        if len(made) == 3:
            raise OSError(28, "full")
        begin_own(folder)

    monkeypatch.setattr("crossread.operations.learners.learners.begin_own", refuse)
    with pytest.raises(OSError, match="full"):
        add(b"Ada\nBo\nCem\nDi\n")
    assert [one.shown for one in learners(data)] == ["Mara"]
    assert sorted(one.name for one in data.learners.iterdir() if one.is_dir()) == [learners(data)[0].id]


def test_a_rename_that_is_refused_leaves_nobody(
    add: Add, data: DataFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, renamed = Path.replace, []

    def refuse(path: Path, to: Path) -> Path:
        if path.name.startswith(MAKING):
            renamed.append(path)
            if len(renamed) == 2:
                raise OSError(13, "refused")
        return replace(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="refused"):
        add(b"Ada\nBo\nCem\n")
    assert learners(data) == []
