"""Several learners: the page of the learners, a second name, switching, the start page, a guest."""

from tests.access.walk import Walk
from tests.access.walks.inquiry import welcome


def go(walk: Walk) -> None:
    """Meet what those meet who share a machine."""
    welcome(walk)
    alone(walk)
    two(walk)
    start_page(walk)


def alone(walk: Walk) -> None:
    """Look at the page, at what it asks, and leave all as it is."""
    walk.keys("ctrl+shift+l")
    walk.look("learners", "Others on this machine")
    walk.press("push button", "Ask for pictures")
    walk.look("learners: a pattern", "Choose three pictures")
    walk.keys("1", "2")
    walk.press("push button", "Leave it")
    walk.press("push button", "Delete everything about me")
    walk.look("learners: deleting", "It cannot be taken back")
    walk.press("push button", "Keep everything")
    walk.press("radio button", "By a class")
    walk.look("learners: a class", "Use it so from now on")
    walk.press("radio button", "By one person")


def two(walk: Walk) -> None:
    """Add somebody by keys, and let them sit down."""
    walk.focus("text", "New name or code")
    walk.type("Zoe")
    walk.keys("Return")
    walk.look("learners: two", "Zoe can read here now")
    walk.press("push button", "Switch to Zoe")
    walk.press("push button", "To the library")
    walk.find("push button", "Zoe reads here")


def start_page(walk: Walk) -> None:
    """Go to the start page, to a new name and back, and on as a guest."""
    walk.keys("ctrl+shift+u")
    walk.look("start page", "Who is reading?")
    walk.press("push button", "New name")
    walk.look("start page: a new name", "What shall we call you?")
    walk.keys("Escape")
    walk.press("push button", "As a guest")
    walk.find("push button", "A guest reads here")
    walk.keys("ctrl+shift+l")
    walk.look("learners: as a guest", "You read as a guest")
