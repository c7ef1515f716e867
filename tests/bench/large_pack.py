"""A pack of very many questions, and how long it takes to check it."""

import tempfile
import time
from pathlib import Path

from crossread.packs.check import check_pack

_A_FILE = 1_000  # questions; about 24,000 values

_HEAD = """\
crossread: 1
id: large
version: 1.0.0
title: A large pack
language: en
central_question: How long does this take?
stages:
  - {id: read, kind: read, title: Read}
"""

_SOURCE = """\
---
id: account
letter: A
short: Account
title: An account
---

"""

_QUESTION = """\
- id: question-{number}
  kind: choice
  stage: read
  skill: close-reading
  sources: [account]
  prompt: "What does the account say of number {number}?"
  options:
    - {{id: one, text: "It was early", correct: yes, feedback: "So it is."}}
    - {{id: two, text: "It was late", correct: no, feedback: "It was not."}}
  evidence:
    - {{source: account, quote: "sentence number {quoted} of"}}
  explanation: "The account says so in as many words."
"""


def write_large_pack(folder: Path, questions: int) -> None:
    """Write a pack of one source with 200 sentences and many questions, 1,000 a file."""
    (folder / "sources").mkdir(parents=True)
    (folder / "questions").mkdir()
    (folder / "pack.yaml").write_text(_HEAD, "utf-8")
    sentences = "\n\n".join(f"This is sentence number {number} of the account." for number in range(200))
    (folder / "sources" / "A-account.md").write_text(f"{_SOURCE}{sentences}\n", "utf-8")
    for first in range(0, questions, _A_FILE):
        rows = (
            _QUESTION.format(number=number, quoted=number % 200)
            for number in range(first, min(first + _A_FILE, questions))
        )
        (folder / "questions" / f"{first // _A_FILE:02}.yaml").write_text("".join(rows), "utf-8")


def measure_check(questions: int) -> float:
    """Return how many seconds it takes to check a pack of so many questions; it has no error."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "large"
        write_large_pack(folder, questions)
        started = time.perf_counter()
        result = check_pack(folder)
        seconds = time.perf_counter() - started
    if result.pack is None or len(result.pack.questions) != questions:
        raise AssertionError(result.problems[:3])
    return seconds
