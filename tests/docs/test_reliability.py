"""The page on reliability shows the sentences that the program says of every fault."""

import re
from pathlib import Path

from tests.torture.faults import FAULTS
from tests.torture.messages import FITTING, SHOWN, complaints_on

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reliability.md").read_text("utf-8")


def test_the_table_shows_what_is_said() -> None:
    for error, when in SHOWN:
        assert f"| `{error.code}` | {error.template} | {when} |" in PAGE
        assert not complaints_on(error.message)


def test_whatever_may_be_told_of_a_fault_stands_in_the_table() -> None:
    shown = {error.code for error, _when in SHOWN}
    nested = {"nothing-restored", "upgrade-not-backed-up"}  # they say why in one of the sentences above
    of_files = {"not-written", "not-kept"}
    told = {code for codes in FITTING.values() for code in codes}
    assert told <= shown | nested | of_files
    assert all(f"`{code}`" in PAGE for code in told)


def test_each_promise_names_faults_and_tests_that_there_are() -> None:
    promised = re.findall(r"^(\d+)\. \*\*", PAGE, re.MULTILINE)
    rows = re.findall(r"^\| (\d+) \| (.*) \| (.*) \|$", PAGE, re.MULTILINE)
    assert [number for number, _faults, _tests in rows] == promised
    for _number, faults, tests in rows:
        assert {name.strip("` ") for name in faults.split(",") if name != "–"} <= FAULTS.keys()
        paths = [name.strip("` ") for name in tests.split(",")]
        assert [path for path in paths if not (ROOT / path).is_file()] == []
