"""The language of the program: by a setting, by the environment for once, or by the command line."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.base import translation
from crossread.cli import main

PACK = Path(__file__).parent / "fixtures" / "two-accounts"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("CROSSREAD_DATA", str(tmp_path))
    yield tmp_path
    translation.install(gettext.NullTranslations())


def test_the_command_line_asks_for_another_language_for_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "x-stretched", "check", str(PACK)]) == 0
    assert capsys.readouterr().out.startswith("[0 errors m]")
    assert main(["check", str(PACK)]) == 0
    assert capsys.readouterr().out.strip() == "0 errors, 0 warnings."


def test_so_does_the_environment(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSREAD_LANGUAGE", "x-mirrored")
    assert main(["check", str(PACK)]) == 0
    assert "\u200f‹" in capsys.readouterr().out


def test_the_setting_holds_where_nothing_else_is_said(
    capsys: pytest.CaptureFixture[str], in_a_folder_of_its_own: Path
) -> None:
    (in_a_folder_of_its_own / "settings.toml").write_text('language = "x-stretched"\n')
    assert main(["check", str(PACK)]) == 0
    assert capsys.readouterr().out.startswith("[")


def test_the_made_up_languages_are_not_offered_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "--language" not in capsys.readouterr().out
