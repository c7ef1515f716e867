"""What all tests share."""

from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings

# No test is timed: how fast something goes is measured by tests/bench, on a machine that does nothing else.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the settings of pytest-qt stand in pyproject.toml where Qt is not installed."""
    if find_spec("pytestqt") is None:
        parser.addini("qt_api", "unused without Qt")
        parser.addini("qt_log_level_fail", "unused without Qt")
