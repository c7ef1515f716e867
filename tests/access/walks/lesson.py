"""The stages of the Khojaly pack that compare and conclude, from outside, each with its questions."""

from tests.access.walk import Walk
from tests.access.walks.compare import TABLE
from tests.access.walks.desk import in_group, nothing_covered, to_desk
from tests.access.walks.figures import turn_to
from tests.access.walks.inquiry import to_stage, welcome
from tests.access.walks.kinds import walk_questions

PARTS = ("Figures", "Who rests on whom", "Silence", "Words", "When")


def go(walk: Walk) -> None:
    """Come to each of the stages, look at every part of its comparison, and go through its questions."""
    welcome(walk)
    to_desk(walk, "Who says what?")
    compared(walk, "Who says what?", TABLE)
    to_stage(walk, "Who rests on whom?")
    compared(walk, "Who rests on whom?", "How many witnesses has a claim?")
    to_stage(walk, "Talk it over")
    walk.look("talk it over")
    to_stage(walk, "Conclude", asks=False)
    walk.look("conclude", "What do you conclude?")


def compared(walk: Walk, stage: str, shows: str) -> None:
    """Look at a stage that opens on the comparison, at `shows`, and at its parts; then once handed in."""
    walk.look(f"{stage}, as it opens", shows)
    walk.announced.clear()
    for part in PARTS:
        turn_to(walk, part)
        walk.look(f"{stage}: {part}")
        nothing_covered(walk, stage)
    walk.act(in_group(walk, "radio button", "Who says what", "What to compare"))
    walk_questions(walk, stage)
    if not walk.all_of("panel", "Comparison"):  # a passage was shown in its text
        walk.keys("ctrl+e")
    for part in ("Who says what", *PARTS):
        walk.act(in_group(walk, "radio button", part, "What to compare"))
        walk.look(f"{stage}, handed in: {part}")
        nothing_covered(walk, stage)
