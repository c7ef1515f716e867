"""When was it true, from outside: the slider over the dates of writing, and two editions of one source."""

from tests.access.walk import Walk
from tests.access.walks.figures import turn_to
from tests.access.walks.inquiry import welcome
from tests.access.walks.kinds import EVERY_KIND

SLIDER = "Date of writing"


def go(walk: Walk) -> None:
    """Look at the dates of writing of the ferry pack, one source of which has two editions."""
    welcome(walk)
    walk.press("push button", f"Begin: {EVERY_KIND}")
    walk.press("push button", "Begin: Before")
    walk.find("text", "What you expect")
    walk.keys("ctrl+6")
    walk.find("radio button", "Question 1")
    walk.keys("ctrl+e")
    turn_to(walk, "When")
    walk.look("dates of writing", "What each source could know")
    by_the_slider(walk)
    editions(walk)


def by_the_slider(walk: Walk) -> None:
    """Go through the dates by arrows; each is announced with what was known by then."""
    slider = walk.focus("slider", SLIDER)
    walk.expect("1987" in slider.description, f"dates: the slider is told as {slider.description!r}")
    walk.announced.clear()
    walk.keys("Home")
    said = [one for one in walk.announced if "of 4 sources" in one]
    walk.expect(said, f"dates: the first date is announced as {walk.announced}")
    now = walk.find("slider", SLIDER).description
    walk.expect(said and said[0].startswith(now), f"dates: the slider is told as {now!r}")
    walk.look("dates of writing, the first", "not yet written")
    walk.keys("End")


def editions(walk: Walk) -> None:
    """Hear how two editions differ, go to one of them and come back."""
    walk.announced.clear()
    later = next(node for node in walk.all_of("push button") if node.name.endswith("came later"))
    walk.act(later)
    walk.expect(walk.announced, "dates: what came later is not announced")
    walk.look("dates of writing, with what came later")
    walk.look("two editions", "Two editions of D")
    passages = [node for node in walk.all_of("push button", "Corrected printing") if "≠" in node.name]
    walk.expect(
        passages and all("Put in place of the other’s words: " in node.description for node in passages),
        "dates: the passages of an edition do not say what they have in place of the other’s words",
    )
    walk.act(passages[-1])
    walk.rest(0.6)
    focus = walk.focused()
    walk.expect(focus and "D, " in focus.way(), f"dates: a passage leads to {focus}, not to its text")
    walk.keys("alt+Left")
    walk.look("dates of writing again", "What each source could know")
