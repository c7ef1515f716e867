"""Reading YAML: places, caps, refusals, and words a teacher can use."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from crossread.packs.problems import Problem, Problems
from crossread.packs.reading.yaml_tree import ListNode, MapNode, Node, Scalar, load_yaml
from tests.patience import LONGEST_S


def read(source: str) -> tuple[Node | None, tuple[Problem, ...]]:
    problems = Problems()
    return load_yaml(source, "f.yaml", problems), problems.in_order()


def only_problem(source: str) -> Problem:
    _node, problems = read(source)
    assert len(problems) == 1, problems
    return problems[0]


def test_every_scalar_is_text_with_its_place() -> None:
    node, problems = read("a: no\nb: [017, 1_000]\n\nc: {d: 2024-13-45, e: 1:30, f: ~}\n")
    assert not problems
    assert isinstance(node, MapNode)
    assert node.values["a"] == Scalar("no", 1, 4)
    assert node.values["b"] == ListNode([Scalar("017", 2, 5), Scalar("1_000", 2, 10)], 2, 4)
    inner = node.values["c"]
    assert isinstance(inner, MapNode)
    assert [value.text for value in inner.values.values() if isinstance(value, Scalar)] == [
        "2024-13-45",
        "1:30",
        "~",
    ]
    assert inner.keys["e"] == Scalar("e", 4, 20)


def test_places_count_characters_not_bytes() -> None:
    node, _problems = read("“ü😀”: x\nb: y\n")
    assert isinstance(node, MapNode)
    assert node.values["“ü😀”"] == Scalar("x", 1, 7)


def test_an_empty_file_is_nothing_and_no_problem() -> None:
    assert read("") == (None, ())
    assert read("# only a remark\n") == (None, ())


@pytest.mark.parametrize(
    ("source", "place", "code", "word"),
    [
        ("a:\n\tb: c\n", (2, 1), "yaml-tab", "tab"),
        ("a: b\n\tc: d\n", (2, 1), "yaml-tab", "tab"),
        ('a: "x\nb: c\n', (1, 4), "yaml-quote", "never closed"),
        ("a: 'it's so'\n", (1, 8), "yaml-quote", "other kind"),
        ("a: Who said so: A or B?\n", (1, 15), "yaml-colon", "quotation marks"),
        ("a: b\n   c: d\n", (2, 5), "yaml-indent", "indentation"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "yaml-indent", "indentation"),
        ("- id: q\n prompt: x\n", (2, 2), "yaml-indent", "indentation"),
        ("a: b\nccc\nd: e\n", (2, 1), "yaml-colon", "space after the colon"),
        ("a: [1, 2\nb: c\n", (1, 4), "yaml-bracket", "comma"),
        ("a: , b\n", (1, 4), "yaml-bracket", "quotation marks"),
        ("a: [b]]\n", (1, 7), "yaml-after-text", "belong"),
        ('a: "x\nb: "y"\nc: z\n', (1, 4), "yaml-quote", "on to line 2"),
        ("a: b\n\u00a0\u00a0c: d\n", (2, 1), "yaml-space", "ordinary"),
        ("a: b\n \u00a0c: d\n", (2, 2), "yaml-space", "ordinary"),
        ("a:\u00a0b\nc: d\n", (1, 3), "yaml-space", "ordinary"),
        ("-\u00a0a: b\n  c: d\n", (1, 2), "yaml-space", "ordinary"),
        ("- {a:\u2009b}\n", (1, 6), "yaml-space", "ordinary"),
        ("- a\n– b: c\n", (2, 1), "yaml-item", "hyphen"),
        ("• a: b\n  c: d\n", (1, 1), "yaml-item", "hyphen"),
        ("a:\n  -{b: c, d: e}\n", (2, 3), "yaml-item", "hyphen"),
        ("– a: b\n", (1, 1), "yaml-item", "hyphen"),
        ("-a: b\n", (1, 1), "yaml-item", "hyphen"),
        ("a:\n  - {b: c}\n  2. {b: d}\n", (3, 3), "yaml-item", "hyphen"),
        ('- id: a, text: "b"\n', (1, 14), "yaml-colon", "between braces"),
        ('- {a: "x, b: "y"}\n', (1, 3), "yaml-bracket", "quotation mark"),
        ("a: @home\n", (1, 4), "yaml-first-character", "begins with @"),
        ("a: *strong* words\n", (1, 4), "yaml-first-character", "begins with *"),
        ('a: "C:\\quest"\n', (1, 7), "yaml-backslash", "single"),
        ('a: "\\ud800"\n', (1, 7), "yaml-backslash", "single"),
        ("a: - b\n", (1, 4), "yaml-list", "line of its own"),
        ("a: |text\n", (1, 4), "yaml-block-text", "next line"),
        ("a: &x b\n", (1, 4), "yaml-anchor", "&"),
        ("a: *x\n", (1, 4), "yaml-alias", "*"),
        ("a: !!python/object/apply:os.system [ls]\n", (1, 4), "yaml-tag", "!"),
        ("<<: {a: b}\n", (1, 1), "yaml-merge", "<<"),
        ("a: b\n---\nc: d\n", (2, 1), "yaml-documents", "second document"),
        ("%YAML 9.9\n---\na: b\n", (1, 1), "yaml-directive", "%"),
        ("? [a]\n: b\n", (1, 3), "yaml-key", "key"),
        ("a: b\nc: {{gap}}\n", (2, 5), "yaml-key", "quotation marks"),
        ("a: x\u0085y\n", (1, 5), "unseen-character", "U+0085"),
        ("a: b\nc: x\u2028y\n", (2, 5), "unseen-character", "U+2028"),
        ("a: b\n\ufeffc: d\n", (2, 1), "unseen-character", "U+FEFF"),
        ("a: \u202eb\n", (1, 4), "unseen-character", "U+202E"),
        ('a: b\nc: "\\0"\n', (2, 4), "unseen-character", "U+0000"),
        ("a: \x07\n", (1, 4), "unseen-character", "U+0007"),
    ],
)
def test_each_mistake_is_told_in_plain_words_at_its_place(
    source: str, place: tuple[int, int], code: str, word: str
) -> None:
    problem = only_problem(source)
    assert (problem.line, problem.column, problem.code) == (*place, code)
    assert word in problem.message


def test_a_key_given_twice_names_the_first_and_keeps_it() -> None:
    node, problems = read("a: 1\nb: 2\nb: {c: 3}\nd: 4\n")
    assert [(p.line, p.column, p.code) for p in problems] == [(3, 1, "yaml-key-twice")]
    assert "line 2" in problems[0].message
    assert isinstance(node, MapNode)
    assert node.values["b"] == Scalar("2", 2, 4)
    assert node.values["d"] == Scalar("4", 4, 4)


def test_an_item_that_begins_without_its_hyphen_is_told_once() -> None:
    node, problems = read("- id: q\n  kind: x\n  id: r\n  kind: y\n  odd: {kind: z}\n- id: s\n")
    assert [(p.line, p.column, p.code) for p in problems] == [(3, 3, "yaml-key-twice")]
    assert isinstance(node, ListNode)
    first, second = node.items
    assert isinstance(first, MapNode)
    assert isinstance(second, MapNode)
    assert (list(first.values), list(second.values)) == (["id", "kind"], ["id"])


@pytest.mark.parametrize("text", ["„So“", "“So”", "»So«", "«So»", "‘So’", "“Don’t”"])
def test_curly_marks_around_a_whole_text_are_pointed_out(text: str) -> None:
    node, problems = read(f"a: {text}\n")
    assert [(p.severity, p.line, p.column, p.code) for p in problems] == [("warning", 1, 4, "curly-quotes")]
    assert isinstance(node, MapNode)
    assert node.values["a"] == Scalar(text, 1, 4)


@pytest.mark.parametrize("text", ['"“So”"', "“Says” and “believes”", "“So”, he says", "He says “so”", "’tis"])
def test_curly_marks_that_are_meant_are_no_problem(text: str) -> None:
    _node, problems = read(f"a: {text}\n")
    assert not problems


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = 'a: &a ["x"]\n' + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert only_problem(bomb).code == "yaml-anchor"


@pytest.mark.parametrize("opening", ["[", "{", "[?", "- ", "? ", "[[{"])
def test_deep_nesting_is_refused_early(opening: str) -> None:
    problem = only_problem(opening * (900_000 // len(opening)))
    assert problem.code in {"yaml-too-deep", "yaml-key"}


def test_deep_nesting_does_not_bring_the_process_down() -> None:
    program = (
        "from crossread.packs.problems import Problems\n"
        "from crossread.packs.reading.yaml_tree import load_yaml\n"
        "problems = Problems()\n"
        "assert load_yaml('[' * 100_000, 'f', problems) is None\n"
        "print(*problems.in_order())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=LONGEST_S
    )
    assert done.returncode == 0, done.stderr
    assert "yaml-too-deep" in done.stdout


def test_sixteen_deep_is_allowed() -> None:
    assert not read("[" * 16 + "]" * 16)[1]
    assert only_problem("[" * 17 + "]" * 17).code == "yaml-too-deep"


def test_too_many_values_are_refused() -> None:
    assert not read("- a\n" * 49_999)[1]
    assert only_problem("- a\n" * 50_000).code == "yaml-too-many"


def test_a_file_over_the_cap_is_refused_whatever_it_holds() -> None:
    assert only_problem("a: " + "x" * 1_000_000).code == "yaml-too-large"


def test_many_directives_are_refused_before_the_parser_compares_them_all() -> None:
    assert only_problem("".join(f"%TAG !a{n}! b\n" for n in range(50_000))).code == "yaml-directive"


def test_lines_count_from_where_the_document_stands_in_its_file() -> None:
    problems = Problems()
    node = load_yaml("a: 1\nb: 2", "f.md", problems, first_line=5)
    assert isinstance(node, MapNode)
    assert node.values["b"] == Scalar("2", 6, 4)


def texts_of(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [texts_of(item) for item in node.items]
    return {key: texts_of(value) for key, value in node.values.items()} if node else None


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=20
).filter(
    lambda text: (
        not any("\u2028" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" or c == "\ufeff" for c in text)
    )
)
trees = st.recursive(
    words,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(words.filter(lambda w: w != "<<"), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(trees, min_size=1, max_size=3))
def test_what_is_written_is_what_is_read(tree: list[object]) -> None:
    written = yaml.dump(tree, Dumper=_QuotedDumper, allow_unicode=True, width=1000)
    node, problems = read(written)
    assert not problems
    assert texts_of(node) == tree


class _QuotedDumper(yaml.SafeDumper):
    """Puts every text in quotation marks and repeats what stands twice."""

    def represent_str(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style='"')

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  (PyYAML's signature)
        return True


_QuotedDumper.add_representer(str, _QuotedDumper.represent_str)

_PIECES = st.sampled_from(
    [
        *"abé😀[]{},\"'|>#%?~`@ \t\n\\",
        "b: ",
        "- ",
        "\n  ",
        "&a",
        "*a",
        "!x",
        ": ",
        "---",
        "...",
        "\\u",
        "\\x00",
        "<<: ",
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
@example("a: !<tag:yaml.org,2002:str> b")
@example("--- |\n...\n--- >\n")
def test_nothing_but_problems_comes_of_any_text(source: str) -> None:
    assert_told(source)


@given(st.text(max_size=60))
def test_nothing_but_problems_comes_of_odd_characters(source: str) -> None:
    assert_told(source)


def assert_told(source: str) -> None:
    """Fail where a problem has no place in the text, or no words."""
    _node, problems = read(source)
    assert all(problem.message for problem in problems)
    assert all(1 <= problem.line <= source.count("\n") + 2 for problem in problems)
