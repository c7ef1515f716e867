"""The page on comparing any articles says what the program prints."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from crossread.cli import main
from crossread.reports.comparison_json import FORMAT
from tests.docs.pages import FOLDER, read_page

PAGE = read_page(FOLDER.parent / "compare-format.md")

# Under which heading the keys of each kind of object stand.
HEADINGS = {
    "sources": "A source",
    "figures": "A figure",
    "quantities": "A quantity",
    "shared": "A shared run",
    "names": "A name",
    "words": "A telling word",
}


def _keys(heading: str) -> list[list[str]]:
    tables = [table for table in PAGE.tables if table.heading == heading]
    return [[row[0].strip("`") for row in table.rows] for table in tables]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for name, words in PAGE.files().items():
        (tmp_path / name).write_text(words, "utf-8")
    monkeypatch.chdir(tmp_path)
    return sorted(PAGE.files())


@pytest.fixture
def told(files: list[str], capsys: pytest.CaptureFixture[str]) -> Mapping[str, Any]:
    assert main(["compare", *files, "--json"]) == 0
    values: Mapping[str, Any] = json.loads(capsys.readouterr().out)
    return values


def test_what_the_page_shows_is_what_is_printed(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = [example.text for example in PAGE.examples if example.language == "console"]
    command, _line, text = shown.partition("\n")
    assert command == f"$ crossread compare {' '.join(files)}"
    assert main(["compare", *files]) == 0
    assert capsys.readouterr().out == text


def test_the_figure_of_the_page_is_one_of_those(told: Mapping[str, Any]) -> None:
    (shown,) = [example.text for example in PAGE.examples if example.language == "json"]
    assert json.loads(shown) in told["figures"]


def test_every_key_is_explained_and_no_other(told: Mapping[str, Any]) -> None:
    assert _keys("The JSON") == [list(told)]
    assert told["crossread-compare"] == FORMAT
    for kind, heading in HEADINGS.items():
        assert told[kind], kind
        for one in told[kind]:
            assert list(one) == _keys(heading)[0]


def test_so_is_every_key_within_them(told: Mapping[str, Any]) -> None:
    (place,) = _keys("A place")
    _run, of_place, of_change = _keys("A shared run")
    _name, of_form = _keys("A name")
    for run in told["shared"]:
        assert all(list(one) == [*place, *of_place] for one in run["places"])
        assert all(list(one) == of_change for one in run["changed"])
    assert all(list(form) == of_form for name in told["names"] for form in name["forms"])
    assert all(list(figure["place"]) == place for figure in told["figures"])


def test_every_word_that_stands_for_something_is_named(told: Mapping[str, Any]) -> None:
    page = (FOLDER.parent / "compare-format.md").read_text("utf-8")
    for word in _words_within(told):
        assert f"`{word}`" in page


def _words_within(told: Mapping[str, Any]) -> Iterator[str]:
    for kind, key in (("figures", "kind"), ("names", "kind"), ("words", "kind"), ("shared", "credited")):
        yield from (one[key] for one in told[kind])
    yield from (piece["change"] for run in told["shared"] for piece in run["changed"])
