"""Who rests on whom, silence and words from outside: counted, opened, explained, and gone back from."""

from tests.access.walk import Walk
from tests.access.walks.desk import in_group, nothing_covered, to_desk
from tests.access.walks.figures import turn_to
from tests.access.walks.inquiry import welcome

NUMBERS = "How many witnesses, as you see it"
LINKS = "Who rests on whom, line by line"
WORDS = "Words by source"


def go(walk: Walk) -> None:
    """Look at the three parts in their states, with all cells of the matrix told."""
    welcome(walk)
    to_desk(walk, "Who speaks?")
    walk.keys("ctrl+e")
    walk.press("radio button", "Filled in")
    origins(walk)
    silence(walk)
    words(walk)
    nothing_covered(walk, "words")


def came_back(walk: Walk, to: str, page: str) -> None:
    """Press Escape and expect the focus where one came from, by the name of it or of what it stands in."""
    walk.keys("Escape")
    focus = walk.focused()
    walk.expect(focus and to in focus.way(), f"{page}: Escape leads to {focus}, not to “{to}”")


def origins(walk: Walk) -> None:
    """Say how many witnesses a claim has, hear the count, open a link, and go back twice."""
    turn_to(walk, "Who rests on whom")
    walk.look("who rests on whom", "How many witnesses is that?")
    claims = walk.find("list", "Claims")
    walk.expect(len(claims.inside) >= 8, f"origins: {len(claims.inside)} claims are told")
    said = [one.name for one in claims.inside]
    walk.expect(
        any(one.endswith("killed by Armenian fire; a question asks about it") for one in said),
        f"origins: what a question keeps back is not told so: {said}",
    )
    walk.focus("list", "Claims")
    walk.keys("Down")  # to one that no question asks about
    focus = walk.focused()
    told = focus.name if focus else ""
    walk.expect(
        told == "The number of people killed; A, B, C, D and E", f"origins: a claim is told as {told!r}"
    )
    walk.announced.clear()
    walk.act(in_group(walk, "radio button", "5", NUMBERS))
    counted = [one for one in walk.announced if "At least" in one or "independent account" in one]
    walk.expect(counted, f"origins: the count is announced as {walk.announced}")
    walk.look("witnesses counted", "Counted for this claim alone")
    picture = [node for node in walk.nodes() if node.name.startswith("Who rests on whom, as a picture")]
    walk.expect(
        all(node.description for node in picture), "origins: the picture does not say in words what it shows"
    )
    links = walk.focus("list", LINKS)
    walk.expect(all(": " in one.name for one in links.inside), "origins: a link does not say how it is known")
    walk.announced.clear()
    walk.keys("Return")
    walk.look("link opened")
    focus = walk.focused()
    walk.expect(walk.announced, "origins: opening a link is not announced")
    walk.expect(focus and "“" in focus.name, f"origins: a link leads to {focus}, not to its passages")
    came_back(walk, LINKS, "link opened")
    came_back(walk, "Claims", "who rests on whom")


def silence(walk: Walk) -> None:
    """Say why a source is silent, hear what the author thinks, and go back to the list."""
    turn_to(walk, "Silence")
    walk.look("silence", "Why may A leave it out?")
    left_out = walk.find("list", "What this source leaves out")
    walk.expect(len(left_out.inside) >= 3, f"silence: {len(left_out.inside)} claims are told")
    walk.focus("list", "What this source leaves out")
    walk.keys("Return")
    focus = walk.focused()
    walk.expect(focus and focus.role == "check box", f"silence: Enter leads to {focus}, not to the reasons")
    walk.announced.clear()
    walk.keys("2")
    walk.expect(
        any("author" in one for one in walk.announced), f"silence: a reason is announced as {walk.announced}"
    )
    walk.look("silence explained")
    walk.focus("text", "Why, in your words")
    walk.type("It is about other things.")
    came_back(walk, "What this source leaves out", "silence")


def words(walk: Walk) -> None:
    """Go through the words by source in their three lists, to a passage and back."""
    turn_to(walk, "Words")
    for name in ("Words that judge", "Words of caution", "Names for the same"):
        walk.press("radio button", name)
        walk.look(f"words: {name}", WORDS)
        table = walk.find("table", WORDS).it.queryTable()
        heads = [table.getColumnHeader(at) for at in range(table.nColumns)]
        walk.expect(
            all(one is not None and one.name for one in heads), f"words: a column of “{name}” has no head"
        )
    walk.focus("table", WORDS)
    walk.keys("Right", "Down")
    walk.keys("Return")
    walk.look("word in hand", "Shows the passage in its text")
    focus = walk.focused()
    walk.expect(focus and "“" in focus.name, f"words: Enter leads to {focus}, not to a passage")
    came_back(walk, WORDS, "words")
