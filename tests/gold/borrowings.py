"""What the program finds of the words that articles took from each other: planted, and in originals."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Range, Text
from crossread.texts.wording.shared_run import SharedRun
from crossread.texts.wording.shared_wording import LEAST, shared_runs
from crossread.texts.words.normal import normal_words, text_words
from tests.gold.gold import FOLDER, INVENTED, Borrowing, read_borrowings, read_folder


def planted() -> list[tuple[str, Borrowing]]:
    """Return the borrowings of the invented sets that are long enough, each with the name of its set."""
    return [
        (name, borrowing)
        for name in INVENTED
        for borrowing in read_borrowings(FOLDER / name / "borrowings.csv")
        if len(_words(borrowing.run)) >= LEAST and not borrowing.how.startswith("changed")
    ]


def found(name: str, borrowing: Borrowing) -> SharedRun | None:
    """Return the run that the program finds for a borrowing."""
    texts, _blocks = read_folder(FOLDER / name)
    wanted = " ".join(_words(borrowing.run))
    sources = {borrowing.taken_from, borrowing.taken_by}
    runs = (run for run in shared_runs(texts) if {run.one, run.other} == sources)
    return next((run for run in runs if wanted in " ".join(words_of(texts, run))), None)


def surplus(name: str) -> list[str]:
    """Return the runs that are found in a set and were not planted."""
    texts, _blocks = read_folder(FOLDER / name)
    runs = [" ".join(_words(one.run)) for one in read_borrowings(FOLDER / name / "borrowings.csv")]
    shared = [" ".join(words_of(texts, run)) for run in shared_runs(texts)]
    return [words for words in shared if not any(one in words or words in one for one in runs)]


def words_of(texts: Mapping[str, Text], run: SharedRun) -> list[str]:
    """Return the normal words of a shared run."""
    return _within(texts[run.one], run.in_one[0].where)


def read_originals(folder: Path) -> dict[str, Text]:
    """Read the originals in a folder, by the names of their files."""
    return {path.stem: read_plain(path.read_bytes()).text for path in sorted(folder.glob("*.txt"))}


def by_looking_everywhere(texts: Mapping[str, Text]) -> set[tuple[str, str, tuple[str, ...]]]:
    """Return every run that two texts share and that cannot be made longer, with their sources.

    Every place of each word is compared with every place of it in the other text.
    """
    words = {source: [word.text for word in text_words(text)] for source, text in texts.items()}
    sources = list(texts)
    return {
        (one, other, run)
        for number, one in enumerate(sources)
        for other in sources[number + 1 :]
        for run in _longest(words[one], words[other])
    }


def _longest(one: Sequence[str], other: Sequence[str]) -> set[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    starts: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        starts.setdefault(word, []).append(place)
    for place, word in enumerate(one):
        for begin in starts.get(word, ()):
            if place and begin and one[place - 1] == other[begin - 1]:
                continue
            length = 0
            while (
                one[place + length : place + length + 1] == other[begin + length : begin + length + 1] != []
            ):
                length += 1
            if length >= LEAST:
                runs.add(tuple(one[place : place + length]))
    return runs


def _words(words: str) -> list[str]:
    return [word.text for word in normal_words(words)]


def _within(text: Text, where: Range) -> list[str]:
    return [word.text for word in text_words(text) if where.start <= word.start < where.end]
