"""Looking back: progress with its pictures, a table behind one, all answers, and one of them opened."""

from tests.access.walk import Walk
from tests.access.walks.inquiry import KHOJALY, to_stage, welcome


def go(walk: Walk) -> None:
    """Hand one stage in, look at what it comes to, and at an answer as it was given."""
    welcome(walk)
    walk.keys("ctrl+shift+P")
    walk.find("push button", "Choose a pack")
    walk.look("progress, nothing yet", "What will stand here")
    walk.press("push button", "Choose a pack")
    walk.press("push button", f"Begin: {KHOJALY}")
    walk.find("push button", "Begin: Before")
    walk.press("push button", "Begin: ")
    walk.find("text", "What you expect")
    to_stage(walk, "Who speaks?")
    walk.press("radio button", "I don’t know")
    walk.press("radio button", walk.names("radio button", "Question ")[-1])
    walk.press("push button", "Hand in")
    walk.press("push button", "Hand in all the same")
    walk.find("push button", "Try again")
    walk.keys("ctrl+shift+P")
    walk.find("push button", "All answers")
    walk.look("progress, with something to tell", "Who speaks?: handed in")
    walk.press("push button", "Show as a table")
    walk.find("push button", "Show as a picture")
    walk.look("progress, a table")
    walk.press("push button", "All answers")
    walk.find("push button", "Open the answer to: ")
    walk.look("all answers", "1 answer")
    walk.press("push button", "Open the answer to: ")
    walk.find("push button", "Go to the question")
    walk.look("an answer opened")
