"""The ratios of design section 5, computed from the theme files as they are."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crossread.base.folders import assets_folder
from tests.desktop.theme.contrast import contrast

FILES = sorted((assets_folder() / "themes").glob("*.toml"))
GROUNDS = ("ground", "surface")
MARKS = (
    "mark", "own", "found", "hl-evidence", "hl-question", "hl-doubt", "hl-loaded", "hit", "hit-current"
)  # fmt: skip
PLAIN = (*GROUNDS, "hover", "selected", "selection", "caution-soft", "wrong-soft")
MARKED = (*MARKS, "right-soft", "wrong-soft", "ruler")
WORDS = ("muted", "accent", "right", "caution", "wrong")
FILLED = (("on-accent", "accent"), ("on-accent", "accent-hover"), ("on-chosen", "chosen"))
TINTED = (
    ("muted", "selected"),  # the number of an option that is picked, of a row that is carried
    ("right", "right-soft"),  # the verdict within a cell of a matrix, and so on
    ("caution", "caution-soft"),
    ("wrong", "wrong-soft"),
    ("surface", "muted"),  # the tick of a box that can no longer be changed
)
TOLD = Path(__file__).parents[3] / "docs" / "accessibility.md"


def small(read: dict[str, Any]) -> float:
    """Give what other text than that of the sources has to have: as much, where contrast is the point."""
    return 7 if read["name"] == "high-contrast" else 4.5


@pytest.fixture(params=FILES, ids=[path.stem for path in FILES])
def read(request: pytest.FixtureRequest) -> dict[str, Any]:
    return tomllib.loads(request.param.read_text("utf-8"))


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # a well-known pair


@pytest.mark.parametrize("ground", PLAIN)
def test_reading_text_and_prompts_have_seven_to_one(read: dict[str, Any], ground: str) -> None:
    assert contrast(read["roles"]["ink"], read["roles"][ground]) >= 7


@pytest.mark.parametrize("mark", MARKED)
def test_words_upon_a_mark_have_seven_to_one(read: dict[str, Any], mark: str) -> None:
    assert contrast(read["roles"]["ink"], read["roles"][mark]) >= 7


@pytest.mark.parametrize("ground", [*GROUNDS, "hover"])
@pytest.mark.parametrize("text", WORDS)
def test_other_text_has_four_and_a_half_to_one(read: dict[str, Any], text: str, ground: str) -> None:
    assert contrast(read["roles"][text], read["roles"][ground]) >= small(read)


@pytest.mark.parametrize(("text", "ground"), FILLED)
def test_words_upon_a_filled_control_have_four_and_a_half_to_one(
    read: dict[str, Any], text: str, ground: str
) -> None:
    assert contrast(read["roles"][text], read["roles"][ground]) >= small(read)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    "edge",
    [
        "control-line", "focus", "accent", "chosen", "right", "caution", "wrong", "ruler-line", "note-line",
    ],
)  # fmt: skip
def test_edges_of_controls_and_the_focus_have_three_to_one(
    read: dict[str, Any], edge: str, ground: str
) -> None:
    assert contrast(read["roles"][edge], read["roles"][ground]) >= 3


@pytest.mark.parametrize("edge", ["focus", "accent"])
def test_the_edge_of_a_picked_option_stands_out_from_its_ground(read: dict[str, Any], edge: str) -> None:
    assert contrast(read["roles"][edge], read["roles"]["selected"]) >= 3


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        *((f"{mark}-line", mark) for mark in MARKS), ("right", "right-soft"), ("wrong", "wrong-soft"),
        ("ruler-line", "ruler"),
    ],
)  # fmt: skip
def test_the_line_of_a_mark_stands_out_from_mark_and_page(
    read: dict[str, Any], line: str, ground: str
) -> None:
    assert contrast(read["roles"][line], read["roles"][ground]) >= 3
    assert contrast(read["roles"][line], read["roles"]["surface"]) >= 3


def test_badges_stand_out_and_their_letters_can_be_read(read: dict[str, Any]) -> None:
    for source in read["sources"]:
        assert contrast(source["on"], source["colour"]) >= small(read)
        for ground in GROUNDS:
            assert contrast(source["colour"], read["roles"][ground]) >= 3


@pytest.mark.parametrize(("text", "ground"), TINTED)
def test_words_and_signs_upon_a_tinted_ground_have_four_and_a_half_to_one(
    read: dict[str, Any], text: str, ground: str
) -> None:
    assert contrast(read["roles"][text], read["roles"][ground]) >= small(read)


@pytest.mark.parametrize("ground", ["hover", "selected"])
def test_the_edge_of_a_control_stands_out_under_the_mouse_and_while_it_is_carried(
    read: dict[str, Any], ground: str
) -> None:
    assert contrast(read["roles"]["control-line"], read["roles"][ground]) >= 3


def test_high_contrast_shows_every_line_and_a_wide_ring_around_what_has_the_focus() -> None:
    read = tomllib.loads((assets_folder() / "themes" / "high-contrast.toml").read_text("utf-8"))
    roles = read["roles"]
    for line in ("line", "control-line", "focus", *(f"{mark}-line" for mark in MARKS), "ruler-line"):
        assert contrast(roles[line], roles["surface"]) >= 7
    for source in read["sources"]:
        assert contrast(source["colour"], roles["surface"]) >= 7
    assert read["ring"] == 3


def least(read: dict[str, Any]) -> list[str]:
    """Give the least ratio of what is read, other words, borders, focus and badges, as they are told."""
    roles, sources = read["roles"], read["sources"]

    def of(*pairs: tuple[str, str]) -> float:
        return min(contrast(roles[one], roles[other]) for one, other in pairs)

    found = (
        of(*(("ink", ground) for ground in (*PLAIN, *MARKED))),
        of(*((word, ground) for word in WORDS for ground in (*GROUNDS, "hover")), *FILLED, *TINTED),
        of(*(("control-line", ground) for ground in (*GROUNDS, "hover", "selected"))),
        of(*(("focus", ground) for ground in (*GROUNDS, "selected"))),
        min(contrast(one["colour"], roles[ground]) for one in sources for ground in GROUNDS),
    )
    return [f"{int(10 * ratio) / 10:.1f}" for ratio in found]  # rounded down: no better than it is


def test_the_table_in_the_docs_tells_the_least_of_each(read: dict[str, Any]) -> None:
    title = str(read["name"]).capitalize().replace("-", " ")
    assert f"| {title} | {' | '.join(least(read))} |" in TOLD.read_text("utf-8")


def test_themes_differ() -> None:
    """A theme that is another one under a new name would be no choice."""
    grounds = {tomllib.loads(file.read_text("utf-8"))["roles"]["surface"] for file in FILES}
    assert len(grounds) == len(FILES) == 4
