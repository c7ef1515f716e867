"""No test is timed: one that asks a clock fails on a busy machine. Speed is told by `make bench`."""

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import timed_by_hypothesis

TESTS = Path(__file__).parent
# What measures, waits for other programs or tells how long it took, by `python -m tests.bench` and its like;
# their tests may not.
TOOLS = ("access", "bench", "looks", "peers", "screens", "term", "torture")
PATIENCE = TESTS / "patience.py"
CLOCKS = {
    *("monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time", "process_time_ns"),
    *("thread_time", "thread_time_ns", "times", "getrusage", "timeit", "QElapsedTimer", "elapsed"),
}
MODULES = {"time", "timeit", "resource", "os", "QtCore"}


def _is_tool(path: Path) -> bool:
    return path.relative_to(TESTS).parts[0] in TOOLS and not path.name.startswith(("test_", "conftest"))


def _is_utime(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "os.utime"


def clocks_asked(source: str) -> list[int]:
    """Return the lines in which a program asks how much time has passed; not where it makes a file old."""
    lines = []
    tree = ast.parse(source)
    aged = {id(part) for call in ast.walk(tree) if _is_utime(call) for part in ast.walk(call)}
    for node in ast.walk(tree):
        if id(node) in aged:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            of_clocks = node.module.split(".")[-1] in MODULES
            asks = of_clocks and any(name.name in {*CLOCKS, "time"} for name in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            module = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            asks = module in MODULES and node.func.attr in {*CLOCKS, "time"}
        else:
            continue
        if asks:
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize(
    "source",
    [
        "import time\nbegan = time.perf_counter()\n",
        "import time\nassert time.time() < 5\n",
        "\nfrom time import monotonic\n",
        "\nfrom PySide6.QtCore import QElapsedTimer\n",
        "import os\nprint(os.times())\n",
    ],
)
def test_a_clock_is_noticed(source: str) -> None:
    assert clocks_asked(source) == [2]


def test_the_time_of_an_entry_is_no_clock() -> None:
    assert clocks_asked("clock.monotonic()\nentry.monotonic\nimport time\ntime.sleep(1)\n") == []
    assert clocks_asked("import os, time\nos.utime('a', (time.time() - 60,) * 2)\n") == []


def test_no_test_asks_a_clock() -> None:
    asked = {
        str(path.relative_to(TESTS)): lines
        for path in TESTS.rglob("*.py")
        if path != PATIENCE and not _is_tool(path) and (lines := clocks_asked(path.read_text("utf-8")))
    }
    assert asked == {}


@pytest.mark.parametrize(
    ("own", "timed"),
    [
        (settings(), []),
        (settings(max_examples=5), []),
        (settings(deadline=200), ["one"]),
        (settings(suppress_health_check=[HealthCheck.function_scoped_fixture]), ["one"]),
    ],
)
def test_a_clock_of_hypothesis_is_noticed(own: settings, timed: list[str]) -> None:
    @own
    @given(st.none())
    def test(_nothing: None) -> None: ...

    assert timed_by_hypothesis([("one", test), ("another", test_no_test_asks_a_clock)]) == timed


def test_each_run_tries_the_same_examples(pytestconfig: pytest.Config) -> None:
    searching = pytestconfig.getoption("hypothesis_profile", None) == "searching"
    assert settings().derandomize is not searching
