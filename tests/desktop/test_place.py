"""The way through the window: back and forward as in a browser, whatever was done before."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.place import LIBRARY, LONGEST, Place, Spot, Trail

spots = st.none() | st.builds(Spot, st.sampled_from("ab"), st.just("digest"), st.integers(0, 9))
places = st.builds(
    Place, st.sampled_from(("overview", "stage")), st.just("pack"), st.sampled_from("xy"), spot=spots
)
moves = st.lists(st.one_of(places, st.sampled_from(("back", "forward"))), max_size=40)


def walk(trail: Trail, way: list[Place | str]) -> None:
    for move in way:
        if isinstance(move, Place):
            trail.go(move)
        elif move == "back":
            trail.back()
        else:
            trail.forward()


@given(moves)
def test_forward_undoes_back(way: list[Place | str]) -> None:
    trail = Trail()
    walk(trail, way)
    here = trail.here
    back = trail.back()
    if trail.can_go_forward:
        assert trail.forward() == here
    else:
        assert back == LIBRARY, "there was no step to take back"


@given(moves, places)
def test_a_new_step_ends_the_way_forward_and_leads_back_to_where_one_was(
    way: list[Place | str], place: Place
) -> None:
    trail = Trail()
    walk(trail, way)
    here = trail.here
    trail.go(place)
    if trail.here != here:
        assert not trail.can_go_forward
        assert trail.back() == here


@given(moves)
def test_going_where_one_is_leaves_no_step(way: list[Place | str]) -> None:
    trail = Trail()
    walk(trail, way)
    before = trail.here
    trail.go(before)
    trail.go(Place(before.page, before.pack, before.stage))
    assert trail.here == before


def test_a_place_said_more_exactly_is_what_one_comes_back_to() -> None:
    trail = Trail()
    trail.go(Place("stage", "pack", "x"))
    exact = Place("stage", "pack", "x", spot=Spot("a", "digest", 120))
    trail.settle(exact)
    trail.go(LIBRARY)
    assert trail.back() == exact


def test_the_way_is_not_kept_for_ever() -> None:
    trail = Trail()
    for number in range(3 * LONGEST):
        trail.go(Place("stage", "pack", str(number)))
    steps = 0
    while trail.here != LIBRARY and steps < 10 * LONGEST:
        trail.back()
        steps += 1
    assert steps <= LONGEST
