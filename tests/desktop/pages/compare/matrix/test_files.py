"""Handing the matrix on from its page: three forms, what is covered stays covered, and what went wrong."""

from html import unescape
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from crossread.desktop.pages import save_as
from crossread.desktop.pages.compare.matrix import picture as matrix_picture
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from tests.desktop.pages.compare.matrix_hands import Key, Matrix
from tests.desktop.pages.conftest import EVERY, Opened


@pytest.fixture
def matrix(every: Opened) -> Matrix:
    every.go("read-words", EVERY)
    found = Matrix(every)
    found.turn()
    found.go("wind", "log")
    found.press(Key.Key_1)
    return found


def export(matrix: Matrix, form: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save_as, "ask_where", lambda *_given: path)
    menu = matrix.part.files.menu(matrix.part)
    action = next(one for one in menu.actions() if one.data() == form)
    action.trigger()
    menu.deleteLater()


@pytest.mark.parametrize(("form", "holds"), [("csv", "asserts it"), ("html", "<td")])
def test_the_matrix_is_written_with_what_the_learner_put_there(
    matrix: Matrix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, holds: str
) -> None:
    path = tmp_path / f"matrix.{form}"
    export(matrix, form, path, monkeypatch)
    matrix.opened.wait(path.exists)
    written = path.read_text("utf-8")
    assert holds in written
    assert "The wind was rising that afternoon" in written
    assert "south-west and rising" not in written  # the key is not told yet
    matrix.opened.wait(lambda: "Written: matrix" in matrix.part.head.written.text())


@pytest.mark.parametrize("form", ["csv", "html", "png"])
def test_what_is_written_of_the_matrix_goes_with_whoever_is_deleted(
    matrix: Matrix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    path = tmp_path / f"matrix.{form}"
    export(matrix, form, path, monkeypatch)
    matrix.opened.wait(lambda: "Written: matrix" in matrix.part.head.written.text())
    assert matrix.opened.handed_on() == (str(path),)


def test_the_picture_shows_all_rows_in_the_theme_in_force(
    matrix: Matrix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "matrix.png"
    export(matrix, "png", path, monkeypatch)
    matrix.opened.wait(path.exists)
    image = QImage(str(path))
    assert image.width() > 1000
    assert image.height() > len(matrix.part.matrix.claims) * 50
    assert image.pixelColor(2, 2) == QColor(theme.current().colour("ground"))


def test_only_the_rows_that_are_asked_for_are_handed_on(
    matrix: Matrix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matrix.part.head.filter.words.setText("wind")
    path = tmp_path / "rows.csv"
    export(matrix, "csv", path, monkeypatch)
    matrix.opened.wait(path.exists)
    assert len(path.read_text("utf-8").strip().splitlines()) == 2


def test_a_file_that_cannot_be_written_is_said_so(
    matrix: Matrix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    refused: list[str] = []
    matrix.desk.refused.connect(refused.append)
    export(matrix, "csv", tmp_path / "taken" / "matrix.csv", monkeypatch)
    matrix.opened.wait(lambda: bool(refused))
    assert "matrix.csv could not be written" in refused[0]
    assert str(tmp_path) not in refused[0]


def test_each_claim_is_handed_on_with_its_own_line_of_what_stands_firm(
    matrix: Matrix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = matrix.desk.opened.pack
    floors = [line.text for claim in pack.claims if (line := pack.floor_line(claim.floor))]
    assert len(set(floors)) > 1
    path = tmp_path / "matrix.html"
    export(matrix, "html", path, monkeypatch)
    matrix.opened.wait(path.exists)
    written = unescape(path.read_text("utf-8"))
    assert all(f"What stands firm. {line}" in written for line in floors)


def test_a_picture_that_would_be_too_tall_says_how_many_claims_it_leaves_out(
    matrix: Matrix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Heard(Paragraph):
        def __init__(self, words: str, *given: Any) -> None:
            super().__init__(words, *given)
            self.words = words

        def paint(self, *given: Any) -> None:
            said.append(self.words)
            super().paint(*given)

    tallest = 700
    monkeypatch.setattr(matrix_picture, "TALLEST", tallest)
    monkeypatch.setattr(matrix_picture, "Paragraph", Heard)
    path = tmp_path / "matrix.png"
    matrix.opened.click(matrix.part.head.given.pick("all"))
    export(matrix, "png", path, monkeypatch)
    matrix.opened.wait(path.exists)
    assert QImage(str(path)).height() <= tallest
    told = [words for words in said if "no room in this picture" in words]
    assert len(told) == 1
    assert any(words.startswith("What stands firm.") for words in said)
    assert said.index(told[0]) > 0
