"""What is compared, as far as its parts go together: circles, passages of neither end, words, and stages."""

from pathlib import Path

import pytest

from crossread.packs.check import check_pack
from tests.packs.conftest import Edit
from tests.packs.test_check import originals, told

HEAD, CLAIMS, EDGES, FIGURES, WORDS = "pack.yaml", "claims.yaml", "edges.yaml", "figures.yaml", "words.yaml"


def circle(compared_copy: Path, edit: Edit, claims: str) -> list[str]:
    edit(
        EDGES,
        "- id: talk-of-the-village\n",
        f"- {{id: back, from: warden, to: miller, how: credited, claims: {claims}, floor: pier, passages: "
        '[{source: warden, quote: "three planks"}, {source: miller, quote: "seven planks"}]}\n'
        "- id: talk-of-the-village\n",
    )
    return [str(problem) for problem in check_pack(compared_copy).problems]


@pytest.mark.parametrize("claims", ["[van]", "[sunk, van]", "[]"])
def test_sources_that_rest_on_one_another_for_one_claim_go_in_a_circle(
    compared_copy: Path, edit: Edit, claims: str
) -> None:
    told_of = circle(compared_copy, edit, claims)
    assert len(told_of) == 1
    assert ": error circle For “van” these edges go in a circle: " in told_of[0]
    assert "back" in told_of[0]
    assert "talk-of-the-village" in told_of[0]


def test_for_different_claims_sources_may_rest_on_one_another(compared_copy: Path, edit: Edit) -> None:
    assert circle(compared_copy, edit, "[planks]") == []


def test_whole_texts_that_rest_on_one_another_are_a_circle_for_no_claim(
    compared_copy: Path, edit: Edit
) -> None:
    edit(EDGES, "  claims: [van]\n", "")
    told_of = circle(compared_copy, edit, "[]")
    assert len(told_of) == 1
    assert ": error circle These edges go in a circle: " in told_of[0]


def test_a_passage_of_neither_end_is_told_of(compared_copy: Path, edit: Edit) -> None:
    edit(EDGES, "from: warden\n  to: engineer-2011", "from: warden\n  to: survey-2006")
    result = check_pack(compared_copy)
    # The warden has no edge to the engineer's report any more, so her words show nothing of it.
    assert [problem.code for problem in result.problems] == ["passage-elsewhere"]


def test_what_is_silent_on_a_claim_gives_no_figure_for_it(compared_copy: Path, edit: Edit) -> None:
    edit(FIGURES, "claim: planks", "claim: survey")
    assert {problem.code for problem in check_pack(compared_copy).problems} == {"source-silent"}


def test_the_same_figure_twice_is_told_of(compared_copy: Path, edit: Edit) -> None:
    edit(
        FIGURES,
        "    - {source: warden, value: 40",
        '    - {source: miller, high: 60, counted: "for a loaded cart", quote: "The price"}\n'
        "    - {source: warden, value: 40",
    )
    assert {problem.code for problem in check_pack(compared_copy).problems} == {"figure-twice"}


def test_a_word_of_the_digest_s_authors_is_none_of_the_source(compared_copy: Path, edit: Edit) -> None:
    edit(WORDS, 'word: "on my own decision"', 'word: "without pay"')
    edit(WORDS, "original: {words: 6", 'quote: "the bridge without pay", original: {words: 6')
    assert {problem.code for problem in check_pack(compared_copy).problems} == {"word-of-digest"}


def test_a_word_that_the_digest_quotes_is_the_source_s(compared_copy: Path, edit: Edit) -> None:
    edit(WORDS, 'word: "on my own decision"', 'word: "Without  pay"')
    edit(WORDS, "original: {words: 6", 'quote: "the bridge “without pay”", original: {words: 6')
    edit("sources/A-warden.md", "the bridge without pay", "the bridge “without pay”")
    assert told(check_pack(compared_copy)) == []


def test_where_the_original_is_at_hand_the_word_has_to_stand_there(compared_copy: Path, edit: Edit) -> None:
    edit(WORDS, 'word: "on my own decision"', 'word: "without pay"')
    assert told(check_pack(compared_copy)) == []
    assert {problem.code for problem in check_pack(compared_copy, originals()).problems} == {"word-not-there"}


def test_a_stage_to_compare_what_there_is_not_is_pointed_out(compared_copy: Path) -> None:
    for file in (CLAIMS, EDGES, FIGURES, WORDS):
        (compared_copy / file).unlink()
    path = compared_copy / HEAD
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "side-by-side" not in line), "utf-8")
    assert {problem.code for problem in check_pack(compared_copy).problems} == {"stage-empty"}


def test_a_question_may_stand_in_a_stage_after_reading_but_not_before(compared_copy: Path) -> None:
    path = compared_copy / "questions" / "1-night.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("stage: read-night", "stage: side-by-side", 1), "utf-8")
    assert told(check_pack(compared_copy)) == []
    path.write_text(text.replace("stage: read-night", "stage: meet", 1), "utf-8")
    assert {problem.code for problem in check_pack(compared_copy).problems} == {"stage-kind"}
