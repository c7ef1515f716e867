"""A conclusion is exported as a file that the user chooses, with their name only where they give it."""

from dataclasses import replace
from pathlib import Path

import pytest

from crossread.desktop.pages import save_as
from crossread.questions.passages import PassageKey
from tests.desktop.pages.conclude.conftest import EXPECTED, conclude
from tests.desktop.pages.conftest import Opened
from tests.desktop.pages.noting import passage, words


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a place chosen for whatever is written."""
    path = tmp_path / "paper"
    monkeypatch.setattr(save_as, "ask_where", lambda *_args: path)
    return path


def export(opened: Opened, form: str) -> None:
    files = conclude(opened).files
    (action,) = [one for one in files.menu(conclude(opened)).actions() if one.data() == form]
    action.trigger()


def test_it_is_written_with_passages_sources_and_the_expectation(concluding: Opened, chosen: Path) -> None:
    companion = conclude(concluding)
    companion.page.text.reach()
    concluding.type("Nobody saw the van.")
    companion.add_evidence(passage(concluding.pages.opened, "miller", 1))
    companion.page.author.setText("Mira Holt")
    for form in ("html", "md"):
        export(concluding, form)
        path = chosen.with_suffix(f".{form}")
        concluding.wait(path.exists)
        text = path.read_text("utf-8")
        for said in ("Nobody saw the van.", EXPECTED, "Mira Holt, 1 March 2026", "Jonas Tasker"):
            assert said in text
        assert words(concluding.pages.opened, "miller", 1)[:20] in text
    concluding.wait(lambda: companion.banner.message().startswith("Written: paper.md, in the folder “"))


def test_papers_go_with_whoever_is_deleted(concluding: Opened, chosen: Path) -> None:
    companion = conclude(concluding)
    companion.page.text.reach()
    concluding.type("Nobody saw the van.")
    for form in ("html", "md"):
        export(concluding, form)
        concluding.wait(chosen.with_suffix(f".{form}").exists)
    concluding.wait(lambda: "paper.md" in companion.banner.message())
    there = [chosen.with_suffix(f".{form}") for form in ("html", "md")]
    assert concluding.handed_on() == tuple(str(one) for one in there)


def test_with_nothing_written_there_is_nothing_to_export(concluding: Opened, chosen: Path) -> None:
    told: list[str] = []
    conclude(concluding).refused.connect(told.append)
    export(concluding, "html")
    assert told == ["There is nothing to export yet. Write down what you conclude first."]
    assert not chosen.with_suffix(".html").exists()


def test_a_disk_that_refuses_is_told(
    concluding: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paper.html").mkdir()
    monkeypatch.setattr(save_as, "ask_where", lambda *_args: tmp_path / "paper.html")
    told: list[str] = []
    conclude(concluding).refused.connect(told.append)
    conclude(concluding).page.text.reach()
    concluding.type("So.")
    export(concluding, "html")
    concluding.wait(lambda: bool(told))
    assert "paper.html could not be written" in told[0]


def test_covered_words_stay_covered_in_it(concluding: Opened, chosen: Path) -> None:
    companion = conclude(concluding)
    opened = concluding.pages.opened
    graphic = (PassageKey(source="miller", quote=words(opened, "miller", 1)),)
    companion.opened = replace(opened, pack=replace(opened.pack, graphic=graphic))
    companion.add_evidence(passage(opened, "miller", 1))
    export(concluding, "md")
    concluding.wait(chosen.with_suffix(".md").exists)
    text = chosen.with_suffix(".md").read_text("utf-8")
    assert words(opened, "miller", 1)[:20] not in text
    assert "Jonas Tasker" in text
