import json

import pytest

from crossread.reports.comparison_json import comparison_json
from crossread.reports.comparison_text import comparison_text
from crossread.texts.comparing import compare
from crossread.texts.comparison import Comparison
from crossread.texts.text import Block, Text

SHARED = "the bells of the lower mill rang twice before the water came"
WORDS = {
    "A": f"Some 40 houses in Sunderwick were lost on 12 March 1907. {SHARED.capitalize()}.\nAgain {SHARED}.",
    "B": f"Forty-three houses were lost, wrote Tam Brask. Shameless: {SHARED}. So Sunderwyck fell.",
    "C": f"At least 40 houses were lost. So {SHARED}, it is said. Nine boats sank.",
}


@pytest.fixture
def texts() -> dict[str, Text]:
    return {
        source: Text(tuple(Block("paragraph", part) for part in words.split("\n")))
        for source, words in WORDS.items()
    }


@pytest.fixture
def told(texts: dict[str, Text]) -> Comparison:
    return compare(texts)


@pytest.fixture
def files() -> dict[str, str]:
    return {source: f"{source.lower()}.txt" for source in WORDS}


def test_every_part_has_its_findings_with_their_places(
    told: Comparison, texts: dict[str, Text], files: dict[str, str]
) -> None:
    said = comparison_text(told, texts, files)
    parts = said.split("\n\n")
    assert [part.split("\n")[0] for part in parts[1:]] == [
        "Where the figures part",
        "Where the figures agree",
        "Words that are shared",
        "Dates, text by text",
        "Figures, text by text",
        "Names that several texts give, or in several forms",
        "Words that tell how a text speaks",
    ]
    assert "A, paragraph 1: “40”; houses; hedged: some" in parts[1].replace(" (lost)", "")
    assert "B, paragraph 1: “Forty-three” = 43; houses" in parts[1]
    assert "C, paragraph 1: “40” = 40 or more; houses" in parts[1]
    assert "    A, paragraph 2: without quotation marks" in parts[3]
    assert "also in: C" in parts[3]
    assert "A, paragraph 1: “12 March 1907”" in parts[4]
    assert "Sunderwyck" in parts[6]
    assert "it is said" in parts[7]


def test_what_was_not_found_is_said(texts: dict[str, Text], files: dict[str, str]) -> None:
    alone = {source: Text((Block("paragraph", "Nothing."),)) for source in texts}
    assert comparison_text(compare(alone), alone, files).count("None was found.") == 6


def test_no_line_is_wider_than_a_hundred_signs(
    told: Comparison, texts: dict[str, Text], files: dict[str, str]
) -> None:
    assert max(map(len, comparison_text(told, texts, files).split("\n"))) <= 100


def test_json_leads_from_quantities_to_their_figures_and_to_the_words(
    told: Comparison, texts: dict[str, Text], files: dict[str, str]
) -> None:
    values = json.loads(comparison_json(told, texts, files))
    assert [source["file"] for source in values["sources"]] == ["a.txt", "b.txt", "c.txt"]
    assert [figure["number"] for figure in values["figures"]] == list(range(len(values["figures"])))
    houses = next(one for one in values["quantities"] if "houses" in one["name"])
    named = [values["figures"][number] for number in houses["figures"]]
    assert [(one["place"]["source"], one["value"], one["low"]) for one in named] == [
        ("A", 40, 40),
        ("B", 43, 43),
        ("C", None, 40),
    ]
    for figure in values["figures"]:
        place = figure["place"]
        assert texts[place["source"]].shown[place["start"] : place["end"]] == place["words"]


def test_the_same_comparison_always_gives_the_same_words(
    told: Comparison, texts: dict[str, Text], files: dict[str, str]
) -> None:
    again = {source: Text(text.blocks) for source, text in texts.items()}
    assert comparison_json(compare(again), again, files) == comparison_json(told, texts, files)
    assert comparison_text(compare(again), again, files) == comparison_text(told, texts, files)
