"""The page on reliability shows the sentences that the program says of every fault."""

from pathlib import Path

from tests.torture.messages import FITTING, SHOWN, complaints_on

PAGE = (Path(__file__).parents[2] / "docs" / "reliability.md").read_text("utf-8")


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
