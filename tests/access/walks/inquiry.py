"""The way of a learner from the first start to looking back."""

import re

from tests.access.walk import Walk

IN_BAR = re.compile(r" · (\d+) of \d+$")  # how the button of the stages says which of them it is
IN_MENU = re.compile(r"^(✓ )?\d+ · ")  # before the title of a stage in their menu
KHOJALY = "Khojaly"  # how the title of the pack begins


def go(walk: Walk) -> None:
    """Go the way of a learner from the library to looking back, and look at each page once on the way."""
    welcome(walk)
    walk.look("library, first day")
    walk.press("push button", f"Begin: {KHOJALY}")
    walk.find("push button", "Begin: Before")
    walk.look("overview")
    walk.press("push button", "Begin: ")
    walk.find("text", "What you expect")
    walk.look("before")
    walk.press("push button", "Next: ")
    walk.find("radio button", "Source A")
    walk.look("meet")
    for _ in range(4):
        walk.press("push button", "Next source")
    walk.look("meet, last source")
    walk.press("push button", "Meet · 2 of ")
    walk.look("menu of the stages")
    walk.keys("Escape")
    for title in ("Who speaks?", "How many?", "Who is responsible?", "Echoes and gaps"):
        to_stage(walk, title)
        walk.look(f"desk: {title}")
    walk.press("push button", "Card")
    walk.look("desk with a card open")
    walk.press("push button", "‹ Back to the text")
    walk.press("radio button", walk.names("radio button", "Question ")[0])
    walk.press("radio button", "I don’t know")
    walk.press("radio button", walk.names("radio button", "Question ")[-1])
    walk.press("push button", "Hand in")
    walk.find("push button", "Hand in all the same")
    walk.look("hand in")
    walk.press("push button", "Hand in all the same")
    walk.find("push button", "Try again")
    walk.look("summary")
    walk.press("radio button", walk.names("radio button", "Question ")[0])
    walk.look("feedback")
    walk.press("push button", "Crossread: to the library")
    walk.find("push button", "Continue")
    walk.look("library, on the way")
    walk.press("push button", "See all")
    walk.look("how it is going")
    walk.press("push button", "Keys")
    walk.look("the keys")
    walk.press("push button", "Close")
    walk.press("push button", "How it looks")
    walk.look("the menu of how it looks")
    walk.keys("Escape")


def welcome(walk: Walk) -> None:
    """Come past the page that greets who was never here."""
    walk.find("push button", "To the library")
    walk.look("welcome")
    walk.press("push button", "To the library")
    walk.find("push button", f"Begin: {KHOJALY}")


def _titles(walk: Walk) -> list[str]:
    """Return the titles in the menu of the stages, without their numbers and what is done."""
    return [IN_MENU.sub("", name) for name in walk.names("menu item")]


def to_stage(walk: Walk, title: str, *, asks: bool = True) -> None:
    """Go to a stage by its title, in the menu of the bar; one that `asks` opens with its questions."""
    button, here = next(
        (node, int(found[1]))
        for node in walk.all_of("push button")
        if (found := IN_BAR.search(node.name)) is not None
    )
    walk.act(button)
    walk.wait(lambda: title in _titles(walk) or None, f"menu item of the stage “{title}”")
    titles = _titles(walk)
    steps = titles.index(title) - here + 1  # from the stage that one is at
    walk.keys(*["Down" if steps > 0 else "Up"] * abs(steps), "Return")
    walk.find("push button", f"{title} · ")
    if asks:
        walk.find("radio button", "Question 1")
