"""Figures that part from outside: predicted, seen on an axis, by date, as a table, and why they part."""

from tests.access.walk import Walk
from tests.access.walks.desk import in_group, to_desk
from tests.access.walks.inquiry import welcome

KILLED = "how many people were killed"
WOMEN = "how many of the dead were women"


def go(walk: Walk) -> None:
    """Look at the figures in their states."""
    welcome(walk)
    to_desk(walk, "Who speaks?")
    predicted(walk)
    on_the_axis(walk)
    in_other_forms(walk)
    why(walk)
    found(walk)


def turn_to(walk: Walk, tab: str) -> None:
    """Turn to a part of the comparison; which one it is now is announced."""
    walk.announced.clear()
    walk.act(in_group(walk, "radio button", tab, "What to compare"))
    walk.expect(tab in walk.announced, f"{tab}: turning to it is announced as {walk.announced}")


def predicted(walk: Walk) -> None:
    """Predict how the sources stand: that is asked by name, answered by keys, and what came is announced."""
    walk.keys("ctrl+e")
    turn_to(walk, "Figures")
    walk.wait_for_words("Found by the program")
    walk.look("figures, to be predicted", f"{KILLED}: do the sources agree here?")
    walk.focus("radio button", "They agree")
    walk.keys("Right")
    walk.announced.clear()
    walk.keys("space")
    said = [one for one in walk.announced if "You predicted that they part. The figures differ." in one]
    walk.expect(said, f"figures: what came of a prediction is announced as {walk.announced}")


def on_the_axis(walk: Walk) -> None:
    """Go from figure to figure, to a passage and back."""
    focus = walk.focused()
    walk.expect(focus and focus.name == KILLED, f"figures: a prediction leads to {focus}")
    first = focus.description if focus else ""
    walk.expect(first.startswith("C, Military Wiki: 161"), f"figures: the first figure is told as {first!r}")
    walk.look("figures on an axis", first)
    heard = [one for one in focus.inside if " people" in one.name] if focus else []
    walk.expect(len(heard) == 10, f"figures: {len(heard)} figures of an axis are told")
    walk.announced.clear()
    walk.keys("Right")
    focus = walk.focused()
    second = focus.description if focus else ""
    walk.expect(
        second != first and walk.announced == [second], f"figures: the next is announced as {walk.announced}"
    )
    walk.keys("Return")
    walk.rest(0.6)
    focus = walk.focused()
    walk.expect(focus and "C, " in focus.way(), f"figures: Enter leads to {focus}, not to the passage")
    walk.keys("alt+Left")
    walk.rest(0.6)
    focus = walk.focused()
    walk.expect(focus and focus.description == second, f"figures: one comes back to {focus}")


def in_other_forms(walk: Walk) -> None:
    """Look at the same by date and as a table, whose rows and columns have names."""
    walk.press("radio button", "By date")
    walk.look("figures by date", "In order of time")
    walk.press("radio button", "Table")
    table = walk.find("table", f"{KILLED}, as a table").it.queryTable()
    heads = [table.getColumnHeader(at) for at in range(table.nColumns)]
    walk.expect(all(one is not None and one.name for one in heads), "figures: a column has no head")
    walk.expect(table.nRows >= 8, f"figures: {table.nRows} rows are told")
    walk.look("figures as a table")
    walk.press("radio button", "Axis")


def why(walk: Walk) -> None:
    """Say why they part, and have the authors' reasons told."""
    walk.focus("check box", "who counted")
    walk.keys("space")
    walk.focus("text", "In your own words")
    walk.type("They say whom they ask.")
    walk.look("why figures part")
    walk.announced.clear()
    walk.press("push button", "What the pack’s authors say")
    walk.expect(
        any(one.startswith("The pack’s authors: ") for one in walk.announced),
        f"figures: what the authors say is announced as {walk.announced}",
    )
    walk.look("why figures part, as the authors see it", "The pack’s authors: ")


def found(walk: Walk) -> None:
    """See all figures, and why the program put some together."""
    walk.press("push button", "Show all without predicting")
    walk.look("all figures", WOMEN)
    walk.announced.clear()
    walk.press("push button", "Why is this here?")
    walk.expect(walk.announced, "figures: why the program put them together is not announced")
    walk.look("why figures are here")
    walk.focus("push button", "Why is this here?")
    walk.keys("Escape")
    focus = walk.focused()
    walk.expect(
        focus and focus.name == "26 February", f"figures: Escape leads to {focus}, not to the figures"
    )
    walk.keys("ctrl+e")
    walk.look("texts again", "Source A")
    walk.keys("ctrl+e")
    focus = walk.focused()
    walk.expect(focus and focus.name == "26 February", f"figures: one comes back to {focus}")
