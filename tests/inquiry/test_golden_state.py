"""The version of stored states is tied to what is stored: neither changes without the other."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from crossread.base.entries import Entry
from crossread.inquiry import fold
from crossread.inquiry.state import InquiryState
from crossread.inquiry.state_storing import VERSION
from tests.inquiry import golden_state
from tests.inquiry.golden_state import WHAT_TO_DO, entries, stored_now, stored_then


def test_what_fixed_entries_are_stored_as_changes_only_with_the_version() -> None:
    version, then = stored_then()
    assert version == VERSION, "run `python -m tests.inquiry.golden_state` and commit what it writes"
    assert stored_now() == then, WHAT_TO_DO


def test_the_entries_are_of_every_kind_that_the_fold_knows() -> None:
    assert fold._FOLDERS.keys() <= {one.kind for one in entries()}, (
        f"add an entry of a new kind behind those in {golden_state.FOLDER.name}/entries.json; {WHAT_TO_DO}"
    )


@pytest.mark.parametrize("kind", sorted(fold._FOLDERS))
def test_a_fold_that_takes_a_kind_otherwise_is_noticed(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    takes: dict[str, Callable[[InquiryState, Entry], InquiryState]] = {
        **fold._FOLDERS,
        kind: lambda state, _entry: state,
    }
    monkeypatch.setattr(fold, "_FOLDERS", takes)
    assert stored_now() != stored_then()[1]


def test_nothing_is_written_over_a_state_that_changed_under_the_same_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def otherwise(state: InquiryState, _entry: Entry) -> InquiryState:
        return replace(state, stage="elsewhere")

    before: Any = stored_then()
    monkeypatch.setattr(fold, "_FOLDERS", {**fold._FOLDERS, "flagged": otherwise})
    assert golden_state.main() == 1
    assert "Raise VERSION" in capsys.readouterr().err
    assert stored_then() == before
