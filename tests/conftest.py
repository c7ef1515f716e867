"""What all tests share."""

from collections.abc import Iterable
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

# No test is timed: how fast something goes is measured by tests/bench, on a machine that does nothing else.
# Nor is one judged by chance: each run tries the same examples, whether the environment has CI in it or not.
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("untimed", UNTIMED, derandomize=True, database=None)

# `pytest -m hypothesis --hypothesis-profile searching` draws others, and keeps those that fail.
KEPT = DirectoryBasedExampleDatabase(".hypothesis/examples")
settings.register_profile("searching", UNTIMED, derandomize=False, database=KEPT)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the settings of pytest-qt stand in pyproject.toml where Qt is not installed."""
    if find_spec("pytestqt") is None:
        parser.addini("qt_api", "unused without Qt")
        parser.addini("qt_log_level_fail", "unused without Qt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse tests whose own settings of hypothesis bring a clock back."""
    tests = ((item.nodeid, getattr(item, "obj", None)) for item in items)
    if timed := timed_by_hypothesis(tests):
        raise pytest.UsageError(f"these fail on a busy machine (deadline=None, too_slow): {timed}")


def timed_by_hypothesis(tests: Iterable[tuple[str, object]]) -> list[str]:
    """Return the names of the tests that hypothesis fails for how long an example takes to make or to try."""
    return [
        name for name, test in tests if _is_timed(getattr(test, "_hypothesis_internal_use_settings", None))
    ]


def _is_timed(own: settings | None) -> bool:
    if own is None:
        return False
    return own.deadline is not None or HealthCheck.too_slow not in own.suppress_health_check
