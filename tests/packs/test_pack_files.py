"""The files of a pack: what is read, what is refused, what names the content."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.check import check_pack
from crossread.packs.pack_files import content_digest, read_files, read_source, signature
from crossread.packs.problems import Problems
from tests.packs.conftest import FIXTURES


def codes(folder: Path) -> list[tuple[str, str]]:
    problems = Problems()
    read_files(folder, problems)
    return [(problem.file, problem.code) for problem in problems.in_order()]


def test_the_files_of_a_pack_are_read_in_order_of_their_names() -> None:
    files = read_files(FIXTURES / "two-accounts", Problems())
    assert list(files) == sorted(files)
    assert {"pack.yaml", "context.md", "sources/A-warden.md", "questions/2-cause.yaml"} <= set(files)


def test_what_is_no_part_of_a_pack_is_named_with_what_is(pack_copy: Path) -> None:
    (pack_copy / "glosary.yaml").write_text("")
    (pack_copy / "riddles.yaml").write_text("")
    (pack_copy / "contxt.md").write_text("")
    (pack_copy / "teachers").mkdir()
    (pack_copy / "question").mkdir()
    (pack_copy / "sources" / "notes.txt").write_text("")
    (pack_copy / "sources" / "more").mkdir()
    (pack_copy / "questions" / "odd\nname.yaml").write_text("")
    assert codes(pack_copy) == [
        ("contxt.md", "unknown-file"),
        ("glosary.yaml", "unknown-file"),
        ("question/", "unknown-file"),
        ("questions/odd?name.yaml", "file-name"),
        ("riddles.yaml", "unknown-file"),
        ("sources/more", "unknown-file"),
        ("sources/notes.txt", "unknown-file"),
        ("teachers/", "unknown-file"),
    ]
    problems = Problems()
    read_files(pack_copy, problems)
    sentences = {problem.file: problem.message for problem in problems.in_order()}
    assert "Did you mean “context.md”?" in sentences["contxt.md"]
    assert "Did you mean “questions/”?" in sentences["question/"]
    assert "Did you mean “glossary.yaml”?" in sentences["glosary.yaml"]
    assert (
        "pack.yaml, context.md, floor.yaml, claims.yaml, edges.yaml, figures.yaml, works.yaml"
        in sentences["riddles.yaml"]
    )


def test_what_systems_and_editors_leave_behind_is_passed_over(pack_copy: Path) -> None:
    before = content_digest(read_files(pack_copy, Problems()))
    (pack_copy / ".DS_Store").write_bytes(b"\0")
    (pack_copy / "Thumbs.db").write_bytes(b"\0")
    (pack_copy / "sources" / ".A-warden.md.swp").write_bytes(b"\0")
    assert codes(pack_copy) == []
    assert content_digest(read_files(pack_copy, Problems())) == before


def test_links_are_refused_wherever_they_lead(pack_copy: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret: canary")
    (pack_copy / "floor.yaml").unlink()
    (pack_copy / "floor.yaml").symlink_to(secret)
    (pack_copy / "questions" / "9.yaml").symlink_to(secret)
    shutil.rmtree(pack_copy / "originals", ignore_errors=True)
    (pack_copy / "originals").symlink_to(tmp_path, target_is_directory=True)
    result = check_pack(pack_copy)
    assert [(p.file, p.code) for p in result.problems if p.code == "link"] == [
        ("floor.yaml", "link"),
        ("originals", "link"),
        ("questions/9.yaml", "link"),
    ]
    assert result.pack is None
    assert "canary" not in "".join(map(str, result.problems))


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(pack_copy: Path) -> None:
    (pack_copy / "works.yaml").unlink()
    os.mkfifo(pack_copy / "works.yaml")
    assert codes(pack_copy) == [("works.yaml", "no-file")]


def test_a_file_over_a_megabyte_is_not_taken(pack_copy: Path) -> None:
    (pack_copy / "context.md").write_bytes(b"word " * 200_001)
    assert codes(pack_copy) == [("context.md", "too-large")]


def test_a_folder_that_is_none_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder, code in ((tmp_path / "gone", "unreadable"), (tmp_path / "file", "not-a-folder")):
        problems = check_pack(folder).problems
        assert [(problem.file, problem.code) for problem in problems] == [("pack.yaml", code)]
        assert str(tmp_path) not in "".join(map(str, problems))


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    assert [str(problem) for problem in check_pack(tmp_path).problems] == [
        "pack.yaml:0:0: error no-pack This folder is not a pack: it has no readable pack.yaml."
    ]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: 1\nb: caf\xe9\n", (2, 7)),
        ("a: é".encode("utf-16"), (1, 1)),
        (b"\xed\xa0\x80", (1, 1)),
    ],
)
def test_other_encodings_are_refused_at_the_first_wrong_byte(data: bytes, place: tuple[int, int]) -> None:
    problems = Problems()
    assert read_source("a.yaml", data, problems) is None
    problem = problems.in_order()[0]
    assert ((problem.line, problem.column), problem.code) == (place, "not-utf-8")
    assert "Save it as UTF-8" in problem.message


def test_a_mark_at_the_start_and_any_line_ends_are_taken_away() -> None:
    assert read_source("a.yaml", b"\xef\xbb\xbfa\r\nb\rc\n", Problems()) == "a\nb\nc\n"


@given(st.dictionaries(st.text("abc/", min_size=1), st.binary(max_size=8)), st.data())
def test_the_digest_names_names_and_content(files: dict[str, bytes], data: st.DataObject) -> None:
    name = content_digest(files)
    assert content_digest(dict(reversed(files.items()))) == name
    if files:
        changed = data.draw(st.sampled_from(sorted(files)))
        assert content_digest({**files, changed: files[changed] + b"x"}) != name
        assert (
            content_digest(
                {**{k: v for k, v in files.items() if k != changed}, f"{changed}x": files[changed]}
            )
            != name
        )


def test_the_signature_changes_with_every_file_of_the_folder(pack_copy: Path) -> None:
    before = signature(pack_copy)
    assert signature(pack_copy) == before
    (pack_copy / "unknown.yaml").write_text("")
    with_unknown = signature(pack_copy)
    assert with_unknown != before
    os.utime(pack_copy / "sources" / "A-warden.md", ns=(1, 1))
    assert signature(pack_copy) != with_unknown
