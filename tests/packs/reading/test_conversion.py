"""From trees to objects: types, places and the names of keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.problems import Problem, Problems
from crossread.packs.reading.conversion import Written, conversion, locate, locate_key
from crossread.packs.reading.yaml_tree import ListNode, MapNode, Node, Scalar, load_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    name: str
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    title: str
    open: bool = True
    share: float = 1.0
    kind: Literal["oak", "ash"] = "oak"
    leaves: tuple[Leaf, ...] = ()
    pair: tuple[str, str] | None = None
    best: Leaf | None = None
    by_name: Mapping[str, Leaf] = field(default_factory=dict)
    weight: float | None = None


def node_of(source: str) -> Node:
    node = load_yaml(source, "f.yaml", Problems())
    assert node is not None
    return node


def read(source: str) -> tuple[Tree | None, tuple[Problem, ...]]:
    problems = Problems()
    return conversion(Tree).read(node_of(source), "f.yaml", problems), problems.in_order()


def test_texts_become_what_the_dataclass_asks_for() -> None:
    tree, problems = read(
        "{title: no, open: no, share: '0.5', kind: ash, leaves: [{name: 017, count: -3}], pair: [a, b],"
        " best: {name: x}, by_name: {one: {name: y}}}"
    )
    assert not problems
    assert tree == Tree(
        title="no",
        open=False,
        share=0.5,
        kind="ash",
        leaves=(Leaf(name="017", count=-3),),
        pair=("a", "b"),
        best=Leaf(name="x"),
        by_name={"one": Leaf(name="y")},
    )


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("true", True), ("no", False), ("false", False)])
def test_yes_and_no_have_four_words(word: str, value: bool) -> None:
    tree, _problems = read(f"{{title: x, open: {word}}}")
    assert tree is not None
    assert tree.open is value


@pytest.mark.parametrize("word", ["on", "off", "y", "t", "1", "0", "True", "NO", "''", "[yes]"])
def test_no_other_word_is_yes_or_no(word: str) -> None:
    _tree, (problem,) = read(f"{{title: x, open: {word}}}")
    assert (problem.code, problem.column) == ("no-yes-or-no", 18)


@pytest.mark.parametrize(
    "word",
    [
        "nan",
        ".nan",
        "inf",
        "-inf",
        "Infinity",
        "1e9",
        "1_000",
        "0x10",
        "1.",
        ".5",
        "٣",
        "9" * 5000,
        "1.5.2",
        "[1]",
    ],
)
def test_odd_numbers_are_no_numbers(word: str) -> None:
    _tree, (problem,) = read(f"{{title: x, share: {word}}}")
    assert problem.code == "no-number"
    _tree, (problem,) = read(f"{{title: x, leaves: [{{name: y, count: {word}}}]}}")
    assert problem.code == "no-whole-number"


def test_every_fault_is_told_at_its_own_place() -> None:
    tree, problems = read(
        "titel: x\n"
        "open: maybe\n"
        "kind: elm\n"
        "leaves:\n"
        "  - {count: 1}\n"
        "  - {name: a, cuont: 2}\n"
        "  - plain\n"
        "pair: [one]\n"
        "best: {name: [x], nmae: y}\n"
        "by_name: {k: {name: z, extra: 1}}\n"
    )
    assert tree is None
    assert [(p.line, p.column, p.code) for p in problems] == [
        (1, 1, "missing-key"),
        (1, 1, "unknown-key"),
        (2, 7, "no-yes-or-no"),
        (3, 7, "unknown-word"),
        (5, 5, "missing-key"),
        (6, 15, "unknown-key"),
        (7, 5, "no-keys"),
        (8, 7, "list-length"),
        (9, 14, "no-text"),
        (9, 19, "unknown-key"),
        (10, 24, "unknown-key"),
    ]
    sentences = [problem.message for problem in problems]
    assert "“title” is missing" in sentences[0]
    assert "Did you mean “title”?" in sentences[1]
    assert "Known are: oak, ash." in sentences[3]
    assert "Did you mean “count”?" in sentences[5]
    assert "Did you mean “name”?" in sentences[9]
    assert "Known are: count, name." in sentences[10]


def test_keys_of_a_mapping_are_names_and_not_keys_of_what_they_stand_for() -> None:
    _tree, problems = read("{title: x, by_name: {count: {name: y, cuont: 1}, leaves: [z], name: z}}")
    assert [(p.column, p.code) for p in problems] == [(39, "unknown-key"), (58, "no-keys"), (69, "no-keys")]
    assert "Did you mean “count”?" in problems[0].message
    assert "Known are: count, name." in problems[1].message
    assert "Known are: count, name." in problems[2].message


@pytest.mark.parametrize("word", ["plain", "[a]", "[{k: {name: z}}]"])
def test_where_a_mapping_of_names_is_wanted_no_keys_are_offered(word: str) -> None:
    _tree, (problem,) = read(f"{{title: x, by_name: {word}}}")
    assert (problem.code, problem.column) == ("no-keys", 21)
    assert "Known are" not in problem.message


def test_a_value_that_may_be_left_out_is_read_as_strictly_as_others() -> None:
    tree, problems = read("{title: x, weight: '-0.5'}")
    assert not problems
    assert tree == Tree(title="x", weight=-0.5)
    for word in ("half", "", "nan", "null", "~", "[1]"):
        _tree, (problem,) = read(
            f"{{title: x, weight: '{word}'}}" if word != "[1]" else "{title: x, weight: [1]}"
        )
        assert (problem.code, problem.column) == ("no-number", 20)


def test_what_was_read_elsewhere_stands_in_the_place_of_what_is_written() -> None:
    leaf = Leaf(name="ready")
    problems = Problems()
    made = conversion(Tree).read(node_of("{title: x, best: nonsense}"), "f.yaml", problems, {"best": leaf})
    assert made is not None
    assert made.best is leaf


@pytest.mark.parametrize("source", ["just words", "[a, b]"])
def test_where_keys_are_wanted_other_things_are_told(source: str) -> None:
    _tree, (problem,) = read(source)
    assert (problem.code, problem.line) == ("no-keys", 1)


def test_a_place_is_found_past_steps_that_lead_nowhere() -> None:
    node = node_of("a:\n  - {b: 1}\n")
    assert locate(node, ("a", 0, "b")) == (2, 9)
    assert locate(node, ("a", "tuple[Leaf]", 0, "Leaf", "b")) == (2, 9)
    assert locate(node, ("a", 0, "gone")) == (2, 5)
    assert locate(node, ("a", 7)) == (2, 3)
    assert locate_key(node, ("a",)) == (1, 1)
    assert locate_key(node, ("a", 0, "gone")) == (2, 5)


def test_what_the_author_wrote_is_told_from_what_was_left_out() -> None:
    written = Written(None, "f.yaml", node_of("a:\n  - {b: 1}\n"))
    assert written.gives("a", 0, "b")
    assert not written.gives("a", 0, "c")
    assert not written.gives("a", 1)
    assert written.at("a", 0, "b") == (2, 9)
    assert written.at_key("a", 0, "b") == (2, 6)
    assert (written.text("a", 0, "b"), written.text("a"), written.text("gone")) == ("1", "", "")


scalars = st.builds(
    Scalar, st.sampled_from(["", "x", "yes", "1", "0.5", "oak", "nan"]), st.just(1), st.just(1)
)


def as_map(values: dict[str, Node]) -> MapNode:
    return MapNode(values, {key: Scalar(key, 1, 1) for key in values}, 1, 1)


keys = st.sampled_from(
    ["title", "open", "share", "kind", "leaves", "pair", "best", "by_name", "name", "count", "odd"]
)
nodes: st.SearchStrategy[Node] = st.recursive(
    scalars,
    lambda inner: (
        st.builds(ListNode, st.lists(inner, max_size=3), st.just(1), st.just(1))
        | st.dictionaries(keys, inner, max_size=5).map(as_map)
    ),
    max_leaves=15,
)


@given(nodes)
def test_any_tree_is_either_an_object_or_has_problems(node: Node) -> None:
    problems = Problems()
    tree = conversion(Tree).read(node, "f.yaml", problems)
    assert (tree is None) == problems.has_errors
