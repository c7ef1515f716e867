"""What is meant to do harm, and very long texts: how much CPU time the program spends on them."""

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from crossread.base.errors import Expected
from crossread.packs.check import check_pack
from crossread.packs.problems import Problems
from crossread.packs.reading.yaml_tree import load_yaml
from crossread.questions.essay import EssayResponse, Idea, found_ideas
from crossread.questions.essay_ideas import LONGEST_SEARCHED, is_found, searched
from crossread.questions.wildcards import compile_pattern
from crossread.texts.readers.markdown_reader import read_markdown
from crossread.texts.words.normal import normal_words
from tests.bench.rows import Row
from tests.packs.hostile_packs import (
    MONSTROUS,
    put_question,
    with_circle,
    with_claims,
    with_terms,
    with_unknown_ids,
)
from tests.questions.open_samples import ESSAY
from tests.texts.hostile_markdown import CORPUS

FIXTURES = Path(__file__).parent.parent / "fixtures"
RUNS = 3

_NESTED = [opening * (900_000 // len(opening)) for opening in ("[", "{", "[?", "- ", "? ", "[[{")]
_DIRECTIVES = "".join(f"%TAG !a{number}! b\n" for number in range(50_000))
_PATTERNS = ("*a" * 200 + "b", "a*" * 200 + "b", "*?" * 200 + "b", "?" * 400 + "*b")


def measure() -> Sequence[Row]:
    """Give each reader the worst that is known for it; of several, the slowest is told."""
    prose = "The ferrymen’s log — as the clerk said — was lost, they “could not say” where[12]. " * 3_700
    return (
        _row("the words of a text of 50,000 words", 500, [partial(normal_words, prose)]),
        _row("the slowest hostile Markdown", 2_000, [partial(_read, text) for text in CORPUS.values()]),
        _row(
            "the slowest hostile YAML",
            1_000,
            [partial(load_yaml, text, "f.yaml", Problems()) for text in (*_NESTED, _DIRECTIVES)],
        ),
        _row(
            "a pattern of 200 stars on 40,000 letters",
            1_000,
            [partial(compile_pattern(pattern).matches, "a" * 40_000) for pattern in _PATTERNS],
        ),
        _row("ten ideas in an essay of 5,000 words", 200, [_essay()]),
        _row("stars without end in the longest essay that is searched", 2_000, [_endless]),
        *_packs(),
    )


def _row(what: str, budget: float, jobs: Sequence[Callable[[], object]]) -> Row:
    return Row(what=what, value=max(_cpu_ms(job) for job in jobs), unit="ms", budget=budget)


def _cpu_ms(job: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that a job takes, the least of some runs."""
    taken = []
    for _run in range(RUNS):
        began = time.process_time()
        job()
        taken.append(time.process_time() - began)
    return min(taken) * 1000


def _read(text: str) -> None:
    with suppress(Expected):
        read_markdown(text)


def _essay() -> Callable[[], object]:
    lines = [" ".join(f"word{number * line % 977}" for number in range(50)) for line in range(100)]
    words = ("nobody saw", "report*", "not * known", "*tell*", "was ?old")
    ideas = tuple(Idea(id=f"i{number}", text=f"Idea {number}", words=words) for number in range(10))
    question = replace(ESSAY, ideas=ideas)
    return partial(found_ideas, question, EssayResponse("\n".join(lines)))


def _endless() -> None:
    is_found("*a*a*a*a*a*a*b", searched("a" * LONGEST_SEARCHED))
    is_found("a* * a* * a* * b", searched("a " * 50_000))


def _packs() -> Sequence[Row]:
    with tempfile.TemporaryDirectory() as place:
        room = Path(place)
        monstrous = [
            put_question(_pack(room / f"{number}"), data) for number, (data, _codes) in enumerate(MONSTROUS)
        ]
        return [
            _row("check the slowest question of monstrous size", 3_000, _checks(*monstrous)),
            _row(
                "check 1,000 terms that begin alike",
                6_000,
                _checks(with_terms(_pack(room / "terms", "beside-texts"))),
            ),
            _row("check a matrix of 1,000 claims", 3_000, _checks(with_claims(_pack(room / "claims")))),
            _row("check 1,500 unknown ids", 4_000, _checks(with_unknown_ids(_pack(room / "ids")))),
            _row("check 1,000 sources in a circle", 6_000, _checks(with_circle(_pack(room / "circle")))),
        ]


def _checks(*packs: Path) -> list[Callable[[], object]]:
    return [partial(check_pack, pack) for pack in packs]


def _pack(folder: Path, beside: str = "more-kinds") -> Path:
    """Copy the small sound pack, with claims or with a glossary, to where it may be spoilt."""
    shutil.copytree(FIXTURES / "two-accounts", folder)
    return shutil.copytree(FIXTURES / beside, folder, dirs_exist_ok=True)
