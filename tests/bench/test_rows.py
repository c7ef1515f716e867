"""The table of the bench: what is kept, what is missed, and what could not be measured here."""

from tests.bench.rows import NO_ORIGINALS, Row, table


def test_a_row_says_its_budget_and_whether_it_is_kept() -> None:
    kept = Row(what="a", value=32.9, unit="ms", budget=33)
    missed = Row(what="b", value=33.1, unit="ms", budget=33)
    free = Row(what="c", value=1, unit="x")
    assert [row.kept for row in (kept, missed, free)] == [True, False, None]
    lines = table([kept, missed, free]).splitlines()
    assert [line.split()[-1] for line in lines[1:]] == ["kept", "MISSED", "x"]


def test_what_could_not_be_measured_stands_there_with_what_it_lacks() -> None:
    row = Row(what="the originals: figures missed", value=None, unit="%", budget=5, lacks=NO_ORIGINALS)
    assert row.kept is None
    (_head, line) = table([row]).splitlines()
    assert "not measured" in line
    assert line.endswith(NO_ORIGINALS)
