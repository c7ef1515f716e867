"""Checking whole packs: a sound one, one with ten faults, and single faults one by one."""

from pathlib import Path

import pytest

from crossread.packs.check import CheckResult, check_pack
from crossread.texts.text import Block, Text
from tests.packs.conftest import FIXTURES, Edit, place_of


def told(result: CheckResult) -> list[str]:
    """Give the problems without their sentences."""
    return [f"{p.file}:{p.line}:{p.column}: {p.severity} {p.code}" for p in result.problems]


def originals() -> dict[str, Text]:
    texts = {}
    for source in ("warden", "miller"):
        lines = (FIXTURES / "originals" / f"{source}.txt").read_text("utf-8").split("\n")
        texts[source] = Text(tuple(Block("paragraph", line) for line in lines if line))
    return texts


def test_a_sound_pack_has_no_problem_and_says_what_its_authors_wrote() -> None:
    result = check_pack(FIXTURES / "two-accounts", originals())
    assert told(result) == []
    pack = result.pack
    assert pack is not None
    assert pack.title == "The Fuller Bridge: two accounts"
    assert [stage.kind for stage in pack.stages] == ["before", "meet", "read", "read"]
    assert [stage.title for stage in pack.stages][:2] == ["Before you read", "Meet the sources"]
    assert [(source.letter, source.id) for source in pack.sources] == [("A", "warden"), ("B", "miller")]
    assert {question.kind for question in pack.questions} == {
        "choice",
        "verdict",
        "numerical",
        "short-answer",
        "evidence",
    }
    assert pack.questions[0].id == "night-planks"
    assert pack.source("miller").card.rests_on == ("warden", "engineer-2011", "survey-2006")
    assert pack.source("warden").digest.blocks[0].text == "The order"
    assert pack.by_id["cause-wagon"].needs == "original"
    assert pack.by_id["cause-wagon"].review is False
    assert len(pack.digest) == 64


def test_all_ten_faults_are_reported_at_once_each_at_its_place() -> None:
    result = check_pack(FIXTURES / "ten-faults")
    assert result.pack is None
    assert told(result) == [
        "pack.yaml:11:21: error unknown-id",
        "context.md:4:1: warning list-without-blank",
        "exports.yaml:0:0: error unknown-file",
        "floor.yaml:4:14: error unknown-id",
        "questions/1-night.yaml:9:43: error several-right-options",
        "questions/2-cause.yaml:11:14: error quote-absent",
        "questions/3-more.yaml:6:32: error yaml-quote",
        "sources/A-warden.md:6:1: error unknown-key",
        "sources/B-miller.md:3:9: error letter",
        "works.yaml:1:67: error date",
    ]
    assert result.errors == 9


NIGHT, CAUSE = "questions/1-night.yaml", "questions/2-cause.yaml"
WARDEN, MILLER = "sources/A-warden.md", "sources/B-miller.md"


@pytest.mark.parametrize(
    # ¦ marks the place where the problem has to be told.
    ("file", "old", "new", "code", "word"),
    [
        ("pack.yaml", "crossread: 1", "crossread: ¦2", "format-version", "format 2"),
        ("pack.yaml", "crossread: 1", "crossread: ¦one", "no-whole-number", "digits"),
        ("pack.yaml", "version: 1.0.0", "version: ¦new", "version", "1.2.0"),
        ("pack.yaml", "language: en", "language: ¦English", "language", "code"),
        ("pack.yaml", "id: two-accounts", "id: ¦Two Accounts", "id", "small letters"),
        ("pack.yaml", "id: two-accounts", "id: ¦tw\u043e", "id", "small letters"),
        ("pack.yaml", "id: two-accounts", "id: ¦tw\u200bo", "id", "small letters"),
        ("pack.yaml", "kind: before", "kind: ¦befor", "unknown-word", "“before”"),
        ("pack.yaml", "kind: before", "kind: ¦comparing", "unknown-word", "compare"),
        ("pack.yaml", "deferred", "¦defered", "unknown-word", "“deferred”"),
        (
            "pack.yaml",
            "  - id: read-night\n    kind: read\n    title: The night",
            "  - ¦id: read-night\n    kind: read",
            "empty",
            "title",
        ),
        (
            "pack.yaml",
            "crossread: 1\nid: two-accounts\n",
            "¦id: two-accounts\n",
            "missing-key",
            "“crossread”",
        ),
        ("pack.yaml", "id: meet,", "id: ¦before,", "id-twice", "line 12"),
        ("pack.yaml", "panes: [warden", "panes: [¦wardn", "unknown-id", "“warden”"),
        ("pack.yaml", "stages:", "¦claims: []\nstages:", "unknown-key", "Known are: advisory, ages, authors"),
        ("floor.yaml", "id: pier", "id: ¦closed", "id-twice", "line 1"),
        (
            "floor.yaml",
            "work: engineer-2011",
            "source: warden, words: ¦4, hash: aabbccddeeff",
            "anchor-too-short",
            "5",
        ),
        ("floor.yaml", "{work: engineer-2011}", "¦{nth: 2}", "reference", "either"),
        ("floor.yaml", "- id: closed", "¦closed:\n- id: closed", "layout", "list"),
        ("works.yaml", "id: survey-2006", "id: ¦warden", "id-twice", "sources/A-warden.md"),
        (MILLER, "letter: B", "letter: ¦A", "letter-twice", "A-warden"),
        (WARDEN, "rests_on: [engineer-2011]", "rests_on: [¦engineer]", "unknown-id", "engineer-2011"),
        (WARDEN, "rests_on: [engineer-2011]", "rests_on: [¦warden]", "rests-on-itself", "itself"),
        (WARDEN, "---\nid: warden", "¦id: warden", "layout", "---"),
        (WARDEN, 'short: "The warden"', "short:¦", "empty", "short"),
        (MILLER, '"2011-12-02"', '¦"2011-02-30"', "date", "1992-02-26"),
        (MILLER, '  title: "Letter to the Wendale Courier"', "  title: ¦…", "empty", "title"),
        (MILLER, "words: 372", "words: ¦none", "no-whole-number", "whole number"),
        (MILLER, '"00a5e97ed838"', '¦"sketch"', "no-hash", "12"),
        (MILLER, "## The price", "¦" + "word " * 4_001, "paragraph-too-long", "Part it"),
        (NIGHT, "kind: verdict", "kind: ¦verdikt", "unknown-kind", "“verdict”"),
        (NIGHT, "kind: verdict", "kind: ¦riddle", "unknown-kind", "short-answer"),
        (NIGHT, "- id: night-van\n  kind: verdict\n", "- ¦id: night-van\n", "missing-key", "“kind”"),
        (
            NIGHT,
            "- id: night-agree\n  kind: evidence",
            "- ¦id: night-agree\n  kind: [evidence]",
            "missing-key",
            "“kind”",
        ),
        (NIGHT, "id: night-van", "id: ¦night-planks", "id-twice", "line 1"),
        (NIGHT, "answer: says-otherwise", "answer: ¦no", "unknown-word", "says-so"),
        (NIGHT, "answer: 3", "answer: ¦a few", "not-a-number", "number"),
        (NIGHT, "skill: corroborate", "skill: ¦corrobrate", "unknown-word", "“corroborate”"),
        (
            NIGHT,
            '"On the miller\'s", correct: yes',
            '"On the miller\'s", correct: ¦on',
            "no-yes-or-no",
            "“yes”",
        ),
        (NIGHT, "floor: closed", "floor: ¦close", "unknown-id", "“closed”"),
        (NIGHT, "statement: ", "¦statment: ", "unknown-key", "“statement”"),
        (NIGHT, '"On the warden\'s"', "On hers, ¦not his", "unknown-key", "straight quotation marks"),
        ("pack.yaml", "central_question:", "¦central question:", "unknown-key", "“central_question”"),
        ("pack.yaml", "id: two-accounts", "id: ¦two–accounts", "id", "“–” (U+2013)"),
        ("pack.yaml", "panes: [warden", "panes: [¦A", "unknown-id", "“warden”"),
        (CAUSE, "read-cause\n  skill: cont", "¦read‑cause\n  skill: cont", "unknown-id", "U+2011"),
        (MILLER, '"2011-12-02"', '¦"2011–12–02"', "date", "hyphens"),
        (NIGHT, '"did not see it"', "¦“did not see it”", "quote-absent", "straight"),
        (
            NIGHT,
            '{source: warden, quote: "did not see it", original: {words: 9, hash: "8949ac7b3371"}}',
            '¦"did not see it"',
            "no-keys",
            "quote",
        ),
        (NIGHT, '"did not see it"', '¦"did not watch it"', "quote-absent", "Copy"),
        (NIGHT, '"did not see it"', '¦"the"', "quote-ambiguous", "times"),
        (NIGHT, '"did not see it"', '¦"*did not see it*"', "quote-absent", "Copy"),
        (NIGHT, '"did not see it"', '¦"see it. The engineer"', "quote-across", "paragraphs"),
        (NIGHT, '"did not see it"', '¦"did not see it", occurrence: 3', "quote-occurrence", "not 3"),
        (
            NIGHT,
            'core: "by eleven there was one"',
            'core: ¦"by twelve there was one"',
            "quote-absent",
            "Copy",
        ),
        (
            NIGHT,
            'sources: [warden]\n  prompt: "How',
            'sources: [¦wardens]\n  prompt: "How',
            "unknown-id",
            "“warden”",
        ),
        (NIGHT, 'explanation: "One saw', 'hints: ¦["One saw', "yaml-bracket", "bracket"),
        (NIGHT, "choose: [2, 2]", "choose: ¦[2]", "list-length", "values"),
        (NIGHT, "choose: [2, 2]", "choose: [2, ¦1e9]", "no-whole-number", "digits"),
        (
            CAUSE,
            "read-cause\n  skill: contextualise",
            "¦read-case\n  skill: contextualise",
            "unknown-id",
            "“read-cause”",
        ),
        (CAUSE, "read-cause\n  skill: contextualise", "¦meet\n  skill: contextualise", "stage-kind", "read"),
        (CAUSE, "required: false", "required: ¦f", "no-yes-or-no", "“no”"),
        (CAUSE, "review: no\n", "review: no\n  behaviour: ¦exams\n", "unknown-word", "“exam”"),
        (CAUSE, "review: no", "review: ¦later", "no-yes-or-no", "“no”"),
        ("pack.yaml", "title: The night", "title: The night\n    review: ¦never", "no-yes-or-no", "“no”"),
        (CAUSE, '"county", score: 1', '"county", score: ¦nan', "no-number", "0.5"),
        (CAUSE, '"county", score: 1', '"county", score: ¦.inf', "no-number", "0.5"),
    ],
)
def test_a_single_error_is_told_at_its_place(
    pack_copy: Path, edit: Edit, file: str, old: str, new: str, code: str, word: str
) -> None:
    start = edit(file, old, new.replace("¦", ""))
    place = place_of(pack_copy, file, start, new)
    result = check_pack(pack_copy)
    assert result.pack is None
    assert f"{place}: error {code}" in told(result)
    assert word in next(p.message for p in result.problems if str(p).startswith(f"{place}: error {code} "))


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("context.md", "know:\n\n-", "know:\n-", "context.md:6:1: warning list-without-blank"),
        (MILLER, "words: 372", "words: 200", f"{MILLER}:18:10: warning digest-long"),
        (CAUSE, "skill: contextualise", "skill: integrate", "pack.yaml:1:1: warning skill-unused"),
        (NIGHT, 'explanation: "A counted', 'hints: ["A counted', f"{NIGHT}:1:3: warning no-explanation"),
    ],
)
def test_a_warning_leaves_the_pack_usable(
    pack_copy: Path, edit: Edit, file: str, old: str, new: str, expected: str
) -> None:
    edit(file, old, new)
    if "hints" in new:
        edit(file, 'some hours apart."', 'some hours apart."]')
        edit(file, '  hints: ["Look where she stands with her lantern."]\n', "")
    result = check_pack(pack_copy)
    assert told(result) == [expected]
    assert result.pack is not None


def test_more_than_twelve_required_questions_in_a_stage_are_too_many(pack_copy: Path) -> None:
    more = "".join(
        f"""- id: more-{number}
  kind: verdict
  stage: read-night
  skill: close-reading
  sources: [miller]
  prompt: "What does B say to this?"
  statement: "Statement {number}."
  of: miller
  answer: does-not-say
  explanation: "B does not."
"""
        for number in range(8)
    )
    (pack_copy / "questions" / "3-more.yaml").write_text(more, "utf-8")
    assert told(check_pack(pack_copy)) == ["pack.yaml:14:5: warning stage-long"]


def test_a_source_that_no_question_uses_is_pointed_out(pack_copy: Path) -> None:
    spare = '---\nid: spare\nletter: C\nshort: "Spare"\ntitle: "Spare"\n---\n\nNothing is asked about this.\n'
    (pack_copy / "sources" / "C-spare.md").write_text(spare, "utf-8")
    assert told(check_pack(pack_copy)) == ["sources/C-spare.md:2:5: warning source-unused"]


def drop_anchor(pack: Path, file: str, after: str) -> None:
    """Take out the first anchor in an original that follows some words of a file."""
    path = pack / file
    text = path.read_text("utf-8")
    start = text.index(", original: {words", text.index(after))
    path.write_text(text[:start] + text[text.index("}", start) + 1 :], "utf-8")


def drop_original(pack: Path) -> None:
    """Take out what the miller's card says of the original, and its sentences."""
    path = pack / MILLER
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("original:")] + text[text.index("---\n\n## From") :], "utf-8")
    (pack / "originals" / "miller.hashes").unlink()


def test_evidence_without_any_anchor_is_pointed_out_where_there_is_an_original(pack_copy: Path) -> None:
    drop_anchor(pack_copy, CAUSE, "id: cause-report")
    assert told(check_pack(pack_copy)) == [f"{CAUSE}:12:5: warning no-anchor"]


def test_one_anchor_among_the_evidence_of_a_question_is_enough(pack_copy: Path) -> None:
    drop_anchor(pack_copy, NIGHT, "id: night-witness")
    assert told(check_pack(pack_copy)) == []
    drop_anchor(pack_copy, NIGHT, "id: night-witness")
    assert told(check_pack(pack_copy)) == [f"{NIGHT}:37:5: warning no-anchor"]


def test_evidence_from_sources_without_an_original_needs_no_anchor(pack_copy: Path) -> None:
    drop_original(pack_copy)
    drop_anchor(pack_copy, CAUSE, "id: cause-survey")
    assert "no-anchor" not in [problem.code for problem in check_pack(pack_copy).problems]


def test_a_question_cannot_wait_for_an_original_that_no_card_describes(pack_copy: Path) -> None:
    drop_original(pack_copy)
    problem = next(p for p in check_pack(pack_copy).problems if p.severity == "error")
    assert (problem.file, problem.line, problem.code) == (CAUSE, 50, "no-original")
    assert "“miller”" in problem.message


def test_each_passage_to_be_marked_needs_an_anchor_of_its_own(pack_copy: Path) -> None:
    path = pack_copy / NIGHT
    text = path.read_text("utf-8")
    start = text.index("      original: {core: {words: 6")
    path.write_text(text[:start] + text[text.index("\n", start) + 1 :], "utf-8")
    assert told(check_pack(pack_copy)) == [f"{NIGHT}:52:7: warning no-anchor"]


def test_what_a_source_leaves_out_needs_no_anchor_in_its_original(pack_copy: Path, edit: Edit) -> None:
    drop_anchor(pack_copy, CAUSE, "id: cause-survey")
    assert [problem.code for problem in check_pack(pack_copy).problems] == ["no-anchor"]
    edit(CAUSE, "answer: says-otherwise", "answer: does-not-say")
    assert told(check_pack(pack_copy)) == []


def test_an_anchor_is_looked_up_in_an_original_that_is_at_hand(pack_copy: Path) -> None:
    path = pack_copy / CAUSE
    text = path.read_text("utf-8")
    start = text.index('hash: "') + len('hash: "')
    path.write_text(text[:start] + "000000000000" + text[start + 12 :], "utf-8")
    assert told(check_pack(pack_copy)) == []
    assert [problem.code for problem in check_pack(pack_copy, originals()).problems] == ["anchor-absent"]


def test_an_anchor_that_fits_two_places_has_to_say_which(pack_copy: Path) -> None:
    twice = {"warden": Text((*originals()["warden"].blocks, *originals()["warden"].blocks))}
    codes = {problem.code for problem in check_pack(pack_copy, twice).problems}
    assert codes == {"anchor-ambiguous"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1 id: roof}", "not-plain-text"),
        (b"PK\x03\x04 word/document.xml", "not-plain-text"),
        ("- id: b\u00e4r".encode("cp1252"), "not-utf-8"),
    ],
)
def test_a_file_that_is_no_text_is_all_that_is_told_of(pack_copy: Path, data: bytes, code: str) -> None:
    (pack_copy / NIGHT).write_bytes(data)
    assert [(p.file, p.code) for p in check_pack(pack_copy).problems] == [(NIGHT, code)]


@pytest.mark.parametrize("name", ["A warden.md", "A-wärden.md", "A-warden.markdown"])
def test_a_source_in_a_file_of_another_name_is_not_also_missed(pack_copy: Path, name: str) -> None:
    (pack_copy / WARDEN).rename(pack_copy / "sources" / name)
    problems = check_pack(pack_copy).problems
    assert {p.code for p in problems} <= {"file-name", "unknown-file"}
    assert len(problems) == 1


def test_odd_spaces_around_words_without_quotation_marks_are_no_part_of_them(
    pack_copy: Path, edit: Edit
) -> None:
    edit(NIGHT, "skill: corroborate", "skill: \u00a0corroborate\u00a0")
    assert told(check_pack(pack_copy)) == []


def test_a_file_lost_to_a_slip_does_not_make_its_ids_unknown(pack_copy: Path, edit: Edit) -> None:
    edit(WARDEN, 'short: "The warden"', 'short: "The warden')
    assert [(p.file, p.code) for p in check_pack(pack_copy).problems] == [(WARDEN, "yaml-quote")]


def test_a_row_left_out_for_a_fault_does_not_make_its_id_unknown(pack_copy: Path, edit: Edit) -> None:
    edit(WARDEN, "author:", "autor:")
    assert [(p.file, p.code) for p in check_pack(pack_copy).problems] == [(WARDEN, "unknown-key")]


def test_windows_line_ends_and_a_mark_at_the_start_change_nothing(pack_copy: Path) -> None:
    before = check_pack(pack_copy).pack
    for path in pack_copy.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = check_pack(pack_copy)
    assert told(after) == []
    assert after.pack is not None
    assert before is not None
    assert (after.pack.questions, after.pack.sources) == (before.questions, before.sources)
