"""A new pack from articles, from outside: chosen, put in order, made, and its first comparison."""

from pathlib import Path

from tests.access.walk import Walk
from tests.access.walks.inquiry import welcome

FERRY = Path(__file__).parents[2] / "gold" / "ferry"
READ_S = 20.0


def go(walk: Walk) -> None:
    """Make a pack of three invented articles by keys, and look at what comes of it."""
    welcome(walk)
    walk.keys("ctrl+n")
    walk.look("new pack", "Two to eight articles on one event")
    articles = sorted(FERRY.glob("*.txt"))[:3]
    choose(walk, articles)
    in_order(walk, articles)
    made(walk)


def choose(walk: Walk, articles: list[Path]) -> None:
    """Choose files in the dialog; that they are read is announced."""
    walk.announced.clear()
    walk.focus("push button", "Add articles")
    walk.keys("space")
    walk.rest(1)
    walk.type(" ".join(f'"{path}"' for path in articles))
    walk.keys("Return")
    walk.wait(
        lambda: any("articles read" in one for one in walk.announced) or None, "the articles to be read"
    )
    walk.expect("3 articles read." in walk.announced, f"new pack: reading is announced as {walk.announced}")
    walk.look("articles chosen", "Make the pack")


def in_order(walk: Walk, articles: list[Path]) -> None:
    """Move an article by its button and by keys; where it goes is announced, and the focus goes along."""
    last = articles[-1].name
    walk.announced.clear()
    walk.focus("push button", f"Move up: {last}")
    walk.keys("space")
    walk.expect(walk.announced, "new pack: moving an article is not announced")
    focus = walk.focused()
    walk.expect(focus and focus.name == f"Move up: {last}", f"new pack: moving leads to {focus}")
    title = walk.find("text", f"Title of {last}")
    walk.expect(title.text, "new pack: the title of an article was not found in it")
    walk.press("push button", f"Read as…, in another encoding: {last}")
    walk.look("encodings", "Cyrillic")
    walk.keys("Escape")


def made(walk: Walk) -> None:
    """Make the pack: it opens with what its texts share, and the focus is there."""
    walk.focus("push button", "Make the pack")
    walk.keys("space")
    walk.wait(lambda: next(iter(walk.all_of("panel", "Comparison")), None), "the comparison")
    walk.wait_for_words("found by the program")
    walk.look("first comparison", "Why is this here?")
    for tab in ("Who says what", "Who rests on whom", "Silence", "When"):
        walk.press("radio button", tab)
        walk.look(f"first comparison: {tab}")
    walk.press("radio button", "Figures")
    walk.focus("radio button", "They agree")
    walk.announced.clear()
    walk.keys("space")
    walk.expect(walk.announced, "first comparison: what came of a prediction is not announced")
    walk.look("first comparison, predicted")
