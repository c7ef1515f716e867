import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.patience import LONGEST_S

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it where nothing of the clone is."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _run(installed: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(installed), "CROSSREAD_DATA": str(installed / "data")}
    command = [sys.executable, "-P", "-c", "import sys; from crossread.cli import main; sys.exit(main())"]
    return subprocess.run(
        [*command, *arguments],
        cwd=installed,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )


def test_the_wheel_brings_content_themes_and_help_and_no_tests(installed: Path) -> None:
    package = installed / "crossread"
    assert (package / "content" / "khojaly-1992" / "pack.yaml").is_file()
    assert (package / "assets" / "themes" / "paper.toml").is_file()
    assert (package / "texts" / "wording" / "english.toml").is_file()
    assert (package / "texts" / "figures" / "figures.toml").is_file()
    assert (package / "help" / "reading.md").is_file()
    assert not list(installed.rglob("test_*.py"))


def test_an_installed_program_finds_its_packs_without_the_clone(installed: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.txt"
    nothing.write_text("Nothing of the kind stands here, not even once or by chance. " * 10)
    ended = _run(installed, "attach", "khojaly-1992", str(nothing))
    assert "Khojaly, 1992: five accounts" in ended.stdout, ended.stderr
    assert ended.returncode == 1
