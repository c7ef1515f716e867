"""Names of files that are offered: of learners in any script, and such as any system can have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.pages.save_as import file_name


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("मीरा", "मीरा.csv"),
        ("สมชาย ใจดี", "สมชาย ใจดี.csv"),
        ("N\u0303ina", "Ñina.csv"),
        ("می\u200cخواهم", "میخواهم.csv"),
        ("Ann/Bob: 7.b", "Ann-Bob, 7.b.csv"),
        ("CON", "answers CON.csv"),
        ("nul.old", "answers nul.old.csv"),
        ("console", "console.csv"),
        ("...", "answers.csv"),
    ],
)
def test_a_name_is_kept_as_far_as_a_system_can_have_it(name: str, offered: str) -> None:
    assert file_name(name, "csv", "answers") == offered


@given(st.text(max_size=120))
def test_whatever_the_name_a_disk_can_have_it(name: str) -> None:
    offered = file_name(name, "csv", "answers")
    assert offered.endswith(".csv")
    assert len(offered.encode()) <= 255
    assert not set('/\\:*?"<>|\0\n') & set(offered)
    assert not offered.startswith((".", " "))


def test_the_longest_name_in_the_widest_script_fits() -> None:
    assert len(file_name("𐍈" * 120, "csv", "answers").encode()) <= 255
