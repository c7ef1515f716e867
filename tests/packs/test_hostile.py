"""Whatever stands in a pack's files, a check ends with problems or a pack, never with an exception."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.packs.check import check_files, check_pack
from crossread.packs.pack_files import read_files
from crossread.packs.problems import Problems
from tests.growing import growth
from tests.packs.conftest import FIXTURES
from tests.packs.hostile_packs import (
    MONSTROUS,
    put_question,
    with_circle,
    with_claims,
    with_edges,
    with_terms,
    with_unknown_ids,
    with_veils,
)

FILES = {
    **read_files(FIXTURES / "two-accounts", Problems()),
    **read_files(FIXTURES / "more-kinds", Problems()),
    **read_files(FIXTURES / "beside-texts", Problems()),
}
COMPARED = {
    **read_files(FIXTURES / "two-accounts", Problems()),
    **read_files(FIXTURES / "compared", Problems()),
}

_SIGNS = [bytes([sign]) for sign in b"\0\t\n:-\"'[]{}#|>&*!?%`\xff"]
_WORDS = rb"""nan .inf no 1e999 <script> "\ud800" "\0" !!binary <<: &a *a %TAG --- ...""".split()
_ROWS = rb"""kind: evidence
kind: verdict
source: nobody
quote: ''
words: 0
words: 999999999
nth: -1
kind: two-part
kind: matrix
answer: {kind: two-part}
gaps: {a: {}}
pairs: {a: a}
text: "{{a}} {{b}"
claims: [van, van]
after: [more-two]
tries: -1
penalty: 1/0
weight: -0
stems: zz
cells: {}
also: [pier, '', [a]]
from: miller
to: warden
to: ''
claims: []
low: -1
high: 0
drop: [{one: {source: a}, other: {source: a}}]
because: [time, time]
overtaken: {when: 1, by: ''}
whom: ''
word: '"'
named: {}
sources: {}
forms: [Wendle, '.', '']
sources: {nobody: [x], miller: [Wend]}
said_by: [warden, warden]
date: 2011-02-31
file: ../../etc/passwd
file: .
language: he-
![](images/x.png)
x ![y](images/bridge.png) [^1][^1]""".split(b"\n")
_UNSEEN = [b"\xc2\x85", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xed\xa0\x80"]
_LONG = [b"[" * 40, b"- " * 40, b"> " * 20, b"`" * 50, b"\n\n", b"    "]
_PIECES = st.sampled_from([*_SIGNS, *_WORDS, *_ROWS, *_UNSEEN, *_LONG])


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, bytes]:
    files = dict(draw(st.sampled_from([FILES, COMPARED])))
    for _number in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        data = files[name]
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 0, 1, 5, 40])))
        files[name] = data[:start] + draw(_PIECES) + data[end:]
    if draw(st.booleans()):
        del files[draw(st.sampled_from(sorted(files)))]
    return files


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_a_spoilt_pack_is_told_of_never_crashed_on(files: dict[str, bytes]) -> None:
    result = check_files(files, Problems())
    assert (result.pack is None) == (result.errors > 0)
    for problem in result.problems:
        assert problem.file in files or problem.file == "pack.yaml" or problem.file.startswith("originals/")
        assert "passwd" not in problem.file
        data = files.get(problem.file, b"")
        assert problem.line <= data.count(b"\n") + data.count(b"\r") + 2


BOMB = b'a: &a ["x","x"]\n' + b"".join(
    f"{later}: &{later} [*{before}, *{before}, *{before}]\n".encode()
    for before, later in pairwise("abcdefghi")
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "yaml-anchor"),
        (b"a: &a\n  <<: *a\n", "yaml-anchor"),
        (b"- !!python/object/apply:os.system ['touch x']\n", "yaml-tag"),
        (b"- " * 100_000, "yaml-too-deep"),
        (b"[" * 100_000, "yaml-too-deep"),
        (b"{a: " * 100_000, "yaml-too-deep"),
        (b"- id: a\n  id: b\n", "yaml-key-twice"),
        (b'- {id: "q\xe2\x80\xae1"}\n', "unseen-character"),
        (b'- {id: "q\\u202e1", kind: choice}\n', "unseen-character"),
        ("- {id: q-\u0430, kind: choice}\n".encode(), "id"),
        (b'- {id: "a\\0b"}\n', "unseen-character"),
        (b'- {id: "\\ud800"}\n', "yaml-backslash"),
        (b"- 5\n", "missing-key"),
        (b"no\n", "layout"),
        (b"%YAML 9.9\n--- {}\n", "yaml-directive"),
        (b"--- []\n--- []\n", "yaml-documents"),
        (b"\xff\xfe-\0 \0a\0", "not-utf-8"),
        (b"- " + b"9" * 5000 + b"\n", "missing-key"),
    ],
)
def test_hostile_question_files_are_refused_with_a_problem_in_them(
    pack_copy: Path, data: bytes, code: str
) -> None:
    (pack_copy / "questions" / "9-hostile.yaml").write_bytes(data)
    result = check_pack(pack_copy)
    assert result.pack is None
    assert code in [problem.code for problem in result.problems if problem.file == "questions/9-hostile.yaml"]
    assert {problem.file for problem in result.problems} == {"questions/9-hostile.yaml"}


@pytest.mark.parametrize(("data", "codes"), MONSTROUS, ids=range(len(MONSTROUS)))
def test_a_question_of_monstrous_size_is_told_of(kinds_copy: Path, data: bytes, codes: set[str]) -> None:
    problems = check_pack(put_question(kinds_copy, data)).problems
    assert codes <= {problem.code for problem in problems}
    assert max(len(problem.message) for problem in problems) < 2_000


def test_a_thousand_terms_with_one_beginning_are_each_looked_up(beside_copy: Path) -> None:
    problems = check_pack(with_terms(beside_copy)).problems
    assert sum(problem.code == "term-nowhere" for problem in problems) == 1_000


def test_one_letter_that_is_veiled_often_is_looked_for_once(beside_copy: Path) -> None:
    with (beside_copy / "sources" / "C-carrier.md").open("a", encoding="utf-8") as source:
        source.write("\n\n" + "sleepless " * 1_000)

    def checked(count: int) -> Callable[[], object]:
        files = read_files(with_veils(beside_copy, count), Problems())
        return partial(check_files, files, Problems())

    assert not [one for one in check_pack(with_veils(beside_copy, 40)).problems if "quote" in one.code]
    assert growth(checked, 40) < 1.3


def test_more_veiled_passages_than_there_may_be_are_told_of(beside_copy: Path) -> None:
    assert check_pack(with_veils(beside_copy, 5_000)).problems[0].code == "list-too-long"


def test_a_matrix_of_a_thousand_claims_is_checked(kinds_copy: Path) -> None:
    result = check_pack(with_claims(kinds_copy))
    assert result.errors == 0
    assert result.pack is not None
    assert len(result.pack.claims) > 1_000


def test_thousands_of_unknown_ids_are_each_told_of(kinds_copy: Path) -> None:
    problems = [p for p in check_pack(with_unknown_ids(kinds_copy)).problems if p.code == "unknown-id"]
    assert len(problems) == 1_500
    assert "Did you mean" in problems[0].message or "Known are" in problems[0].message
    assert problems[-1].message == "“gone-1499” is not an id in questions."


def test_the_norwegian_no_stays_a_word_where_a_word_is_meant(pack_copy: Path) -> None:
    (pack_copy / "questions" / "9.yaml").write_text(
        """\
- id: no
  kind: choice
  stage: read-night
  skill: close-reading
  sources: [miller]
  prompt: no
  options:
    - {id: yes, text: yes, correct: no, feedback: off}
    - {id: no, text: no, correct: yes, feedback: 1:30}
  explanation: 2011-10-18
""",
        "utf-8",
    )
    result = check_pack(pack_copy)
    assert result.pack is not None
    question = result.pack.by_id["no"]
    assert (question.prompt, question.explanation) == ("no", "2011-10-18")


def test_the_check_of_what_is_compared_grows_no_faster_than_the_pack(kinds_copy: Path) -> None:
    def checked(count: int) -> Callable[[], object]:
        return partial(check_files, read_files(with_edges(kinds_copy, count), Problems()), Problems())

    assert growth(checked, 60) < 2.4


def test_a_thousand_sources_in_one_circle_are_told_of_once(kinds_copy: Path) -> None:
    told_of = [
        problem for problem in check_pack(with_circle(kinds_copy)).problems if problem.code == "circle"
    ]
    assert len(told_of) == 1
    assert "e0, e1, e2, e3, e4, e5, …" in told_of[0].message
