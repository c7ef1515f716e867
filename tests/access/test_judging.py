"""What counts as a fault for who cannot see a page, on trees made up for it."""

from dataclasses import dataclass, field

from tests.access.judging import alike, unheard, upside_down, without_keys, without_name
from tests.access.known import LEFT_OUT


@dataclass(eq=False)
class Thing:
    """Something in a tree, as the judges ask for it."""

    role: str = "label"
    name: str = ""
    description: str = ""
    text: str = ""
    states: frozenset[str] = frozenset()
    inside: list["Thing"] = field(default_factory=list)

    def way(self) -> str:
        return f"{self.role} “{self.name}”"


FOCUSABLE, ENABLED = frozenset({"focusable"}), frozenset({"enabled"})


def line(words: str, widget: str = "Label < Page") -> dict[str, str]:
    return {"widget": widget, "words": words}


def test_what_can_have_the_focus_needs_a_name() -> None:
    nameless, named = Thing("push button", " ", states=FOCUSABLE), Thing("text", "Find", states=FOCUSABLE)
    assert without_name([nameless]) == ["a push button “ ” has no name"]
    assert without_name([named, Thing("label"), Thing("frame", states=FOCUSABLE)]) == []


def test_what_can_be_picked_can_have_the_focus() -> None:
    unreached = Thing("radio button", "They agree", states=ENABLED)
    assert without_keys([unreached]) == ["a radio button “They agree” takes no focus"]
    unreached.states |= FOCUSABLE
    assert without_keys([unreached, Thing("check box", "Later"), Thing("label", states=ENABLED)]) == []


def test_what_stands_above_is_told_before() -> None:
    below, above, beside = (Thing(name=name) for name in ("below", "above", "beside"))
    places = {id(below): (0, 50, 100, 70), id(above): (0, 0, 100, 50), id(beside): (100, 0, 200, 20)}

    def where(one: Thing) -> tuple[int, int, int, int]:
        return places[id(one)]

    assert upside_down([Thing("panel", inside=[above, below, beside])], where) == []
    assert len(upside_down([Thing("panel", inside=[below, above, beside])], where)) == 1
    assert upside_down([Thing("panel", inside=[below, Thing("filler")])], where) == []


def test_neighbours_of_one_kind_need_different_names() -> None:
    one, other = (Thing("push button", "Show", states=FOCUSABLE) for _time in range(2))
    assert len(alike([Thing("panel", "Rows", inside=[one, other])])) == 1
    other.description = "second row"
    assert alike([Thing("panel", "Rows", inside=[one, other])]) == []
    cells = [Thing("table cell", "5 March", states=FOCUSABLE) for _time in range(2)]
    assert alike([Thing("table", "Timeline", inside=cells)]) == []


def test_every_line_shown_has_to_be_told() -> None:
    tree = [Thing(name="Shelling was heavy\nin winter"), Thing(description="Key L"), Thing(text="The bar")]
    assert (
        unheard(tree, [line("Shelling  was heavy in"), line("✓ the bar"), line("Key L…"), line("Aa")]) == []
    )
    assert len(unheard(tree, [line("Shelling was light")])) == 1
    assert len(unheard(tree, [line("17")])) == 1


def test_what_may_go_untold_does_so_in_its_own_widget_only() -> None:
    assert unheard([], [line("12", "QWidget < ReadingView < Pane")]) == []
    assert len(unheard([], [line("12", "Label < Pane")])) == 1
    assert len(unheard([], [line("12 dead", "QWidget < ReadingView < Pane")])) == 1


def test_every_exception_has_its_reason() -> None:
    assert all(len(known.why.split()) > 5 for known in LEFT_OUT)
