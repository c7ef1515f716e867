"""What each room may stand on, beside what import-linter holds."""

import pkgutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

import crossread
from tests.patience import LONGEST_S

MODULES = [
    module.name
    for module in pkgutil.walk_packages(crossread.__path__, "crossread.")
    if not module.name.startswith("crossread.desktop") and not module.name.endswith("__main__")
]


def _run(program: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=LONGEST_S, check=False
    )


def test_every_room_but_the_desktop_is_imported_without_qt() -> None:
    """Import all of them in one fresh process, in which Qt cannot be found."""
    ended = _run(
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        f"for name in {MODULES!r}: importlib.import_module(name)\n"
        "print(len(sys.modules))"
    )
    assert ended.returncode == 0, ended.stderr
    assert len(MODULES) > 100


@pytest.mark.skipif(find_spec("PySide6") is None, reason="the window needs Qt")
def test_the_first_window_loads_nothing_that_only_a_pack_needs() -> None:
    ended = _run("import sys, crossread.desktop.start\nprint('\\n'.join(sys.modules))")
    assert ended.returncode == 0, ended.stderr
    late = {"pydantic", "markdown", "yaml", "msgspec", "syntok", "rapidfuzz", "charset_normalizer", "apsw"}
    assert late.isdisjoint(ended.stdout.split())
    assert "crossread.desktop.window" in ended.stdout.split()
    # Who reads alone loads nothing of several learners.
    several = (
        "crossread.desktop.learners",
        "crossread.operations.learners.learners",
        "crossread.base.own_settings",
    )
    assert not [name for name in ended.stdout.split() if name.startswith(several)]
