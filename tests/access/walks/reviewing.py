"""Practice after a stage, and review: what is there on the day itself, and a question asked alone."""

from tests.access.walk import Walk
from tests.access.walks.inquiry import KHOJALY, to_stage, welcome


def go(walk: Walk) -> None:
    """Hand one stage in with a question that was not known, then practise it; look at review."""
    welcome(walk)
    walk.keys("ctrl+shift+D")
    walk.find("push button", "To the library")
    walk.look("review, first day")
    walk.press("push button", "To the library")
    walk.press("push button", f"Begin: {KHOJALY}")
    walk.find("push button", "Begin: Before")
    walk.press("push button", "Begin: ")
    to_stage_from_first(walk)
    walk.press("radio button", "I don’t know")
    walk.press("radio button", walk.names("radio button", "Question ")[-1])
    walk.press("push button", "Hand in")
    walk.press("push button", "Hand in all the same")
    walk.find("push button", "Try again")
    walk.keys("ctrl+shift+K")
    walk.find("push button", "Close reading")
    walk.look("practice, the skills")
    walk.press("push button", "Close reading")
    walk.find("push button", "Show the text")
    walk.look("practice, a question")
    walk.press("radio button", "I don’t know")
    walk.press("push button", "Check")
    walk.find("push button", "Next")
    walk.look("practice, checked")
    walk.press("push button", "Show the text")
    walk.find("push button", "Card")
    walk.look("practice, with the text")
    walk.press("push button", "Hide the text")
    walk.press("push button", "Enough for now")
    walk.look("practice, the end", "1 question practised")
    walk.keys("ctrl+shift+D")
    walk.find("push button", "Practise a skill")
    walk.look("review, nothing today", "The days to come")


def to_stage_from_first(walk: Walk) -> None:
    """Go to the first stage that asks questions."""
    walk.find("text", "What you expect")
    to_stage(walk, "Who speaks?")
