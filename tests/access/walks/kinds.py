"""The pack with questions of every kind: asked, answered, handed in, looked back on."""

from tests.access.walk import Walk
from tests.access.walks.inquiry import welcome

EVERY_KIND = "The ferry"  # how the title of the pack begins


def go(walk: Walk) -> None:
    """Go through the pack with questions of every kind: as they are asked, answered, and once handed in."""
    welcome(walk)
    walk.press("push button", f"Begin: {EVERY_KIND}")
    walk.press("push button", "Begin: Before")
    walk.find("text", "What you expect")
    walk.press("push button", "Next: Meet")
    walk.find("radio button", "Source A")
    for _ in range(3):
        walk.press("push button", "Next source")
    for stage in ("What do they say?", "In what order", "Who can know?", "In your own words", "A short test"):
        walk.press("push button", f"Next: {stage}")
        walk.find("radio button", "Question 1")
        walk_questions(walk, stage)
    walk.press("push button", "Next: Side by side")
    walk.look("the stage that compares", "Claims by sources")
    walk_questions(walk, "Side by side")
    walk.press("push button", "Next: What remains")
    walk.look("the stage that concludes", "What do you conclude?")
    walk.press("radio button", "Questions")
    walk_questions(walk, "What remains")


def walk_questions(walk: Walk, stage: str) -> None:
    """Answer each question of a stage, hand in, and look back on all of them."""
    count = len(walk.names("radio button", "Question "))
    for number in range(1, count + 1):
        walk.press("radio button", f"Question {number}, ")
        walk.look(f"{stage} {number}, asked")
        if walk.answer(f"{stage} {number}"):
            walk.look(f"{stage} {number}, answered")
    walk.press("push button", "Hand in")
    walk.look(f"{stage}, hand in")
    walk.press("push button", "Hand in")
    walk.find("push button", "Try again")
    if walk.names("push button", "Show results"):
        walk.press("push button", "Show results")
        walk.press("push button", "Show them")
    walk.look(f"{stage}, summary")
    for number in range(1, count + 1):
        walk.press("radio button", f"Question {number}, ")
        walk.look(f"{stage} {number}, looked back on")
    walk.press("push button", "Summary")
