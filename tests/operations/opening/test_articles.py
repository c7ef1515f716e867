from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.operations.opening.articles import read_article


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("diary.txt", "The mill stood.\nIt fell."),
        ("diary.md", "The *mill* stood.\n\nIt fell.\n"),
        ("diary.markdown", "---\ntitle: The mill\n---\nThe mill stood.\n\nIt fell.\n"),
        ("diary.html", "<p>The mill stood.<p>It fell."),
        ("diary", "<!DOCTYPE html><body><p>The mill stood.</p><p>It fell.</p>"),
    ],
)
def test_text_markdown_and_web_pages_are_read(tmp_path: Path, name: str, content: str) -> None:
    article = read_article(_file(tmp_path, name, content))
    assert [block.text for block in article.text.blocks] == ["The mill stood.", "It fell."]
    assert (article.name, article.encoding) == (name, "utf-8")


def test_an_encoding_that_was_chosen_is_used(tmp_path: Path) -> None:
    file = _file(tmp_path, "diary.md", "Orla’s café".encode("cp1252"))
    assert read_article(file, "cp1252").text.shown == "Orla’s café"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", "", "text-empty"),
        ("empty.md", "---\ntitle: x\n---\n\n***\n", "text-empty"),
        ("empty.html", "<html><script>words</script>", "text-empty"),
        ("paper.txt", b"%PDF-1.7 ...", "not-plain-text"),
        ("long.txt", "word " * 250_000, "text-too-long"),
        ("deep.md", "> " * 30 + "words", "too-deep"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_name_of_the_file(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    with pytest.raises(Expected) as told:
        read_article(_file(tmp_path, name, content))
    assert told.value.code == code
    assert told.value.message.startswith(f"{name}: ")
    assert str(tmp_path) not in told.value.message


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Expected) as told:
        read_article(tmp_path / "nowhere.txt")
    assert told.value.code == "file-gone"
