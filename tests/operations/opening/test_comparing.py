import shutil
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.operations.opening.comparing import MOST, compare_files

WORDS = {
    "diary.txt": "Forty houses were lost. The bells of the lower mill rang twice before the water came.",
    "letter.md": "Some **43 houses** were lost, wrote Tam Brask.",
    "page.html": "<html><p>The bells of the lower mill rang twice before the morning, said the letter.</p>",
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, words in WORDS.items():
        (tmp_path / name).write_text(words, "utf-8")
    return [tmp_path / name for name in WORDS]


def _refused(files: list[Path]) -> Expected:
    with pytest.raises(Expected) as told:
        compare_files(files)
    return told.value


def test_files_of_all_kinds_are_compared_under_letters(files: list[Path]) -> None:
    compared = compare_files(files)
    assert {letter: article.name for letter, article in compared.articles.items()} == {
        "A": "diary.txt",
        "B": "letter.md",
        "C": "page.html",
    }
    assert compared.comparison.sources == ("A", "B", "C")
    assert [given.source for given in compared.comparison.quantities[0].given] == ["A", "B"]
    (run,) = compared.comparison.shared
    assert (run.one, run.other) == ("A", "C")
    assert (
        compared.texts["A"].words(run.in_one[0].where) == "The bells of the lower mill rang twice before the"
    )


def test_a_file_is_known_by_its_name_where_another_credits_it(tmp_path: Path) -> None:
    shared = "the bells of the lower mill rang twice before the water came"
    (tmp_path / "orla-venn_1907.txt").write_text(f"In winter {shared}.")
    (tmp_path / "b.txt").write_text(f"As Clerk Orla Venn wrote, {shared}.")
    compared = compare_files([tmp_path / "orla-venn_1907.txt", tmp_path / "b.txt"])
    assert compared.comparison.shared[0].credited == "other-names-one"


def test_one_file_has_nothing_to_be_compared_with(files: list[Path]) -> None:
    assert _refused(files[:1]).code == "compare-too-few"
    assert _refused([]).code == "compare-too-few"


def test_more_than_twenty_are_too_many(tmp_path: Path) -> None:
    files = []
    for number in range(MOST + 1):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(f"The mill had {number} wheels.")
    assert _refused(files).code == "compare-too-many"
    assert len(compare_files(files[:MOST]).articles) == MOST


def test_a_file_given_twice_is_refused_also_by_another_way(files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    refused = _refused([files[0], files[1], tmp_path / "folder" / ".." / "diary.txt"])
    assert refused.code == "compare-same-file"
    assert "diary.txt" in refused.message


def test_two_files_with_the_same_text_are_refused(files: list[Path], tmp_path: Path) -> None:
    copy = Path(shutil.copy(files[0], tmp_path / "copy.txt"))
    refused = _refused([files[0], copy])
    assert refused.code == "compare-same-text"
    assert "diary.txt" in refused.message
    assert "copy.txt" in refused.message


def test_a_file_that_cannot_be_read_stops_all_of_it(files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    refused = _refused([*files, tmp_path / "empty.txt"])
    assert refused.code == "text-empty"
    assert refused.message.startswith("empty.txt: ")
    assert _refused([*files, tmp_path / "nowhere.txt"]).code == "file-gone"
