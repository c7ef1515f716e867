"""Writing each kind of question, and claims: slips are told where they stand, with what was meant."""

from pathlib import Path

import pytest

from crossread.packs.check import check_pack
from crossread.questions.registry import KINDS
from tests.packs.conftest import Edit, place_of
from tests.packs.test_check import originals, told

MORE, CLAIMS, HEAD = "questions/3-kinds.yaml", "claims.yaml", "pack.yaml"


def test_a_pack_with_every_kind_has_no_problem(kinds_copy: Path) -> None:
    result = check_pack(kinds_copy, originals())
    assert told(result) == []
    assert result.pack is not None
    assert {question.kind for question in result.pack.questions} == set(KINDS)
    assert [claim.id for claim in result.pack.claims] == ["planks", "van", "survey"]
    assert [(pool.id, pool.draw) for pool in result.pack.pools] == [("pairs", 1)]
    night = result.pack.stage("read-cause")
    assert (night.tries, night.penalty, night.certainty) == (2, "1/4", "no")


@pytest.mark.parametrize(
    # ¦ marks the place where the problem has to be told.
    ("file", "old", "new", "code", "word"),
    [
        (MORE, "weight: -0.5", "¦wieght: -0.5", "unknown-key", "“weight”"),
        (MORE, "weight: -0.5", "weight: ¦less", "no-number", "0.5"),
        (MORE, "weight: -0.5", "weight: ¦-2", "weight-out-of-range", "-1 to 1"),
        (MORE, "weight: -0.5", "weight: ¦[-0.5]", "no-number", "0.5"),
        (MORE, "weight: -0.5", "correct: yes, weight: ¦nan", "no-number", "0.5"),
        (MORE, 'first: "earliest"', '¦frist: "earliest"', "unknown-key", "“first”"),
        (MORE, 'first: "earliest"', "first: ¦[a]", "no-text", "text"),
        (
            MORE,
            """    - {id: van, text: "A van crosses"}
    - {id: closing, text: "The road is closed", feedback: "By eleven at the latest."}
    - {id: dawn""",
            "    ¦- {id: dawn",
            "one-item",
            "two items",
        ),
        (MORE, "pairs: {a: three,", "pairs: {a: ¦thre,", "unknown-id", "“three”"),
        (MORE, "pairs: {planks: seen", "pairs: {¦plank: seen", "unknown-id", "“planks”"),
        (MORE, "pairs: {a: three, b: seven}", "pairs: ¦[[a, three]]", "no-keys", "key: value"),
        (MORE, "pairs: {a: three,", "pairs: {a: ¦[three],", "no-text", "text"),
        (MORE, "b: seven}", "b: ¦three}", "target-twice", "categorise"),
        (MORE, 'items: [{id: a, text: "A"}', 'items: [{id: a, ¦txt: "A"}', "unknown-key", "“text”"),
        (MORE, 'items: [{id: a, text: "A"}', "items: [¦a", "no-keys", "feedback, id, text"),
        (MORE, 'text: "A counted {{number}}', 'text: ¦"A counted {{numbre}}', "unknown-gap", "“number”"),
        (MORE, 'text: "A counted {{number}}', 'text: ¦"A counted {{numb\u0435r}}', "unknown-gap", "(U+0435)"),
        (MORE, "  thing: {word", "  ¦thin: {word", "gap-not-in-text", "“thing”"),
        (MORE, "word: railing", "word: ¦raling", "unknown-id", "“railing”"),
        (MORE, "{word: railing}", "{¦wrod: railing}", "unknown-key", "“word”"),
        (MORE, "{word: railing}", "¦railing", "no-keys", "answers, feedback, options, word"),
        (MORE, "{word: railing}", "{answers: ¦railing}", "no-list", "[a, b]"),
        (MORE, "{word: railing}", "{answers: [{text: x, ¦skore: 1}]}", "unknown-key", "“score”"),
        (
            MORE,
            "  gaps:\n    number: {answers",
            "  gaps: ¦[]\n  bnak:\n    number: {answers",
            "no-keys",
            "key: value",
        ),
        (
            MORE,
            'stems: en\n  explanation: "So',
            'stems: ¦eng\n  explanation: "So',
            "unknown-language",
            "“en”",
        ),
        (
            MORE,
            'stems: en\n  explanation: "Planks',
            'stems: ¦xx\n  explanation: "Planks',
            "unknown-language",
            "da, de, el, en",
        ),
        (MORE, "[{answer: 3,", "[{¦anser: 3,", "unknown-key", "“answer”"),
        (MORE, "[{answer: 3,", "[{answer: ¦many,", "not-a-number", "number"),
        (MORE, "claims: [planks,", "claims: [¦plank,", "unknown-id", "“planks”"),
        (MORE, "claims: [planks, survey]", "claims: ¦planks", "no-list", "[a, b]"),
        (MORE, "claims: [planks, survey]", "claims: ¦[]", "no-claim", "claims.yaml"),
        (MORE, "claims: [planks, survey]", "claims: [planks, survey, ¦planks]", "claim-twice", "twice"),
        (MORE, "given: none", "given: ¦half", "unknown-word", "all, some, none"),
        (MORE, "given: none", "¦rows: []", "unknown-key", "Known are: claims, given, prove, after,"),
        (MORE, "of: miller\n  steps", "of: ¦millr\n  steps", "unknown-id", "“miller”"),
        (MORE, "defensible: [partly,", "defensible: [¦party,", "unknown-step", "“partly”"),
        (MORE, "  defensible:", "  ¦defensable:", "unknown-key", "“defensible”"),
        (MORE, "counts: yes", "counts: ¦often", "no-yes-or-no", "“yes”"),
        (MORE, "counts: yes", "¦count: yes", "unknown-key", "“counts”"),
        (MORE, "  answer:\n    kind: choice", "  answer:\n    kind: ¦choise", "unknown-kind", "“choice”"),
        (
            MORE,
            "  answer:\n    kind: choice",
            "  answer:\n    kind: ¦essay",
            "nested-kind",
            "choice, multiple",
        ),
        (MORE, "  answer:\n    kind: choice", "  answer:\n    kind: ¦two-part", "nested-kind", "choice"),
        (MORE, "  answer:\n    kind: choice\n", "  answer:\n    ¦knid: choice\n", "missing-key", "“kind”"),
        (
            MORE,
            "  answer:\n    kind: choice",
            "  answer:\n    kind: choice\n    ¦points: 2",
            "key-of-outer",
            "“points”",
        ),
        (
            MORE,
            "  answer:\n    kind: choice",
            "  answer:\n    kind: choice\n    ¦promt: x",
            "unknown-key",
            "“prompt”",
        ),
        (
            MORE,
            'correct: no, feedback: "By eleven',
            'correct: ¦yes, feedback: "By eleven',
            "several-right-options",
            "write “no”",
        ),
        (MORE, "because: ", "¦becuase: ", "unknown-key", "“because”"),
        (MORE, 'core: "by eleven there', 'core: ¦"by twelve there', "quote-absent", "Copy"),
        (MORE, 'descriptor: "Tells', '¦description: "Tells', "unknown-key", "“descriptor”"),
        (MORE, "length: [80, 150]", "length: ¦80", "no-list", "[1, 2]"),
        (MORE, "choose: [2, 2]", "choose: ¦2", "no-list", "[1, 2]"),
        (MORE, "of: miller\n  steps", "of: ¦B\n  steps", "unknown-id", "not by their letter: “miller”"),
        (MORE, "    - source: miller\n", "    - source: ¦B\n", "unknown-id", "not by their letter: “miller”"),
        (MORE, "of: miller\n  steps", "of: ¦warden\n  steps", "source-not-named", "Add it there"),
        (MORE, "pairs: {planks: seen", "pairs: {¦planks:seen", "no-pair", "a colon and a space"),
        (MORE, "pairs: {a: three, b: seven}", "pairs: ¦{three: a, seven: b}", "no-pair", "wrong way round"),
        (MORE, '{id: a, text: "A"}', '{id: a, ¦text:"A"}', "unknown-key", "space is missing"),
        (MORE, "    kind: choice", "    ¦Kind: choice", "unknown-key", "“kind”"),
        (
            MORE,
            "    kind: choice",
            '    kind: choice\n    ¦prompt: "When?"',
            "key-of-outer",
            "around this one",
        ),
        (MORE, "length: [80, 150]", "length: ¦[80]", "list-length", "two values"),
        (MORE, "length: [80, 150]", "length: ¦[150, 80]", "length-out-of-range", "least"),
        (MORE, "length: [80, 150]", "length: [80, ¦many]", "no-whole-number", "digits"),
        (MORE, "cite: 1", "cite: ¦-1", "cite-out-of-range", "0"),
        (MORE, 'words: ["pier*"]', 'words: ¦"pier*"', "no-list", "[a, b]"),
        (MORE, 'words: ["pier*"]', 'words: [¦"*"]', "catches-all", "any text"),
        (MORE, "moves: [", "¦move: [", "unknown-key", "“moves”"),
        (MORE, 'moves: ["Where does it say so?"]', "moves: ¦Where", "no-list", "[a, b]"),
        (MORE, "shuffle: yes", "shuffle: ¦mixed", "no-yes-or-no", "“yes”"),
        (CLAIMS, "relation: differ", "relation: ¦differs", "unknown-word", "“differ”"),
        (CLAIMS, "relation: differ", "¦relations: differ", "unknown-key", "“relation”"),
        (CLAIMS, "relation: differ", "relation: ¦only-one", "relation-not-so", "2"),
        (
            CLAIMS,
            '    miller:\n      - {stance: asserts, says: "seven"',
            '    ¦miler:\n      - {stance: asserts, says: "seven"',
            "unknown-id",
            "“miller”",
        ),
        (
            CLAIMS,
            '{stance: asserts, says: "three"',
            '{stance: ¦says, says: "three"',
            "unknown-word",
            "asserts",
        ),
        (CLAIMS, "could: no", "could: ¦maybe", "unknown-word", "not yet written"),
        (CLAIMS, '"did not see it"', '¦"did not watch it"', "quote-absent", "Copy"),
        (CLAIMS, '"did not see it"', '¦"the"', "quote-ambiguous", "times"),
        (CLAIMS, '"did not see it"', '"did not see it", occurrence: ¦0', "occurrence-out-of-range", "1"),
        (CLAIMS, '{quote: "did not see it"}', '¦"did not see it"', "no-keys", "occurrence, original, quote"),
        (CLAIMS, '{quote: "did not see it"}', '{¦qoute: "did not see it"}', "unknown-key", "“quote”"),
        (CLAIMS, '{quote: "did not see it"}', '¦{quote: ""}', "empty-passage", "quote"),
        (CLAIMS, "[{stance: silent, could: no}]", "¦{stance: silent, could: no}", "no-list", "- "),
        (CLAIMS, "[{stance: silent, could: no}]", "¦[]", "empty-cell", "silent"),
        (CLAIMS, "could: no", "says: ¦x", "silence-speaks", "says"),
        (CLAIMS, "work: engineer-2011", "work: ¦engineer", "unknown-id", "“engineer-2011”"),
        (CLAIMS, "{work: engineer-2011}", "¦{nth: 1}", "reference", "either"),
        (CLAIMS, "source: warden, words: 10", "source: ¦wardn, words: 10", "unknown-id", "“warden”"),
        (CLAIMS, "source: warden, words: 10", "source: warden, words: ¦3", "anchor-too-short", "5"),
        (CLAIMS, "- id: van", "- id: ¦planks", "id-twice", "line 1"),
        (CLAIMS, "- id: van", "- id: ¦Van", "id", "small letters"),
        (CLAIMS, 'claim: "How many planks were gone"', "claim:¦", "no-text", "statement"),
        (CLAIMS, "- id: planks", "¦claims:\n- id: planks", "layout", "list"),
        (HEAD, "draw: 1", "draw: ¦0", "out-of-range", "at least 1"),
        (HEAD, "draw: 1", "draw: ¦half", "no-whole-number", "digits"),
        (HEAD, "draw: 1", "¦drew: 1", "unknown-key", "“draw”"),
        (HEAD, "more-categorise]", "¦more-categorize]", "unknown-id", "“more-categorise”"),
        (HEAD, "more-categorise]", "¦more-matching]", "named-twice", "twice"),
        (HEAD, "more-categorise]", "¦night-planks]", "pool-stages", "one stage"),
        (HEAD, "[more-matching, more-categorise]", "¦[]", "pool-empty", "ids"),
        (
            HEAD,
            "draw: 1}",
            "draw: 1}\n  - {id: two, questions: [more-cloze, ¦more-matching], draw: 1}",
            "in-two-pools",
            "“pairs”",
        ),
        (
            HEAD,
            "draw: 1}",
            "draw: 1}\n  - {id: ¦pairs, questions: [more-cloze, more-scale], draw: 1}",
            "id-twice",
            "“pairs”",
        ),
        (HEAD, "- {id: pairs", "- {id: ¦Pairs", "id", "small letters"),
        (HEAD, "pools:", "¦pool:", "unknown-key", "“pools”"),
        (HEAD, "tries: 2, penalty", "tries: ¦11, penalty", "out-of-range", "1 to 10"),
        (HEAD, "penalty: 1/4", "penalty: ¦5/4", "not-a-share", "1/4"),
        (HEAD, "penalty: 1/4", "¦penality: 1/4", "unknown-key", "“penalty”"),
        (HEAD, "certainty: no", "certainty: ¦never", "unknown-word", "yes, no"),
        (HEAD, "behaviour: deferred", "behaviour: deferred\nshuffle: ¦often", "no-yes-or-no", "“yes”"),
        (HEAD, "behaviour: deferred", "behaviour: deferred\n¦trys: 3", "unknown-key", "“tries”"),
        (MORE, "tries: 2", "tries: ¦0", "out-of-range", "1 to 10"),
        (MORE, "tries: 2", "tries: ¦two", "no-whole-number", "digits"),
        (MORE, "penalty: 25 %", "penalty: ¦25", "not-a-share", "25 %"),
        (MORE, "penalty: 25 %", "penalty:¦", "not-a-share", "expected"),
        (MORE, "certainty: yes", "certainty: ¦true", "unknown-word", "yes, no"),
        (MORE, "after: [more-multiple]", "after: [¦more-multipel]", "unknown-id", "“more-multiple”"),
        (MORE, "after: [more-multiple]", "after: ¦more-multiple", "no-list", "[a, b]"),
        (MORE, "after: [more-multiple]", "after: [¦more-short]", "after-itself", "itself"),
        (MORE, "after: [more-multiple]", "after: [more-scale, ¦more-scale]", "named-twice", "twice"),
    ],
)
def test_a_slip_is_told_at_its_place_with_what_was_meant(
    kinds_copy: Path, edit: Edit, file: str, old: str, new: str, code: str, word: str
) -> None:
    start = edit(file, old, new.replace("¦", ""))
    place = place_of(kinds_copy, file, start, new)
    result = check_pack(kinds_copy)
    assert result.pack is None
    found = [problem for problem in result.problems if str(problem).startswith(f"{place}: error {code} ")]
    assert len(found) == 1, result.problems
    assert word in found[0].message


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (MORE, "weight: -0.5", "weight: 0", "no-wrong-option"),
        (MORE, "claims: [planks, survey]", "claims: [planks]", "no-silent-cell"),
        (MORE, "given: none", "given: all", "nothing-asked"),
        (MORE, "[{answer: 3,", "[{answer: 7,", "tolerance-swallows"),
        (MORE, "behaviour: tries\n  tries: 2\n", "behaviour: immediate\n", "tries-unused"),
        (MORE, 'notes: "Note one person."', "certainty: yes", "certainty-unused"),
        (MORE, 'notes: "Note one person."', "points: 2", "points-unused"),
        (MORE, "after: [more-multiple]", "after: [more-matching]", "after-not-drawn"),
        (HEAD, "draw: 1", "draw: 2", "pool-draws-all"),
        (MORE, 'because: "Why do these show it?"', "because: yes", "no-because"),
        (MORE, 'text: "Count planks"', "text: „Count planks“", "curly-quotes"),
        (HEAD, "more-categorise]", "more-essay]", "pool-mixed"),
    ],
)
def test_what_has_no_effect_is_a_warning_alone(
    kinds_copy: Path, edit: Edit, file: str, old: str, new: str, code: str
) -> None:
    edit(file, old, new)
    result = check_pack(kinds_copy)
    assert result.pack is not None
    assert [(problem.severity, problem.code) for problem in result.problems] == [("warning", code)]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (MORE, "    - source: miller\n", "    - source: B\n", "unknown-id"),
        (MORE, "pairs: {a: three, b: seven}", "pairs: {three: a, seven: b}", "no-pair"),
        (MORE, "pairs: {a: three, b", "pairs: {a: three, bb", "unknown-id"),
        (MORE, '{id: a, text: "A"}', '{id: a, text:"A"}', "unknown-key"),
        (MORE, "pairs: {a: three, b: seven}", "pairs: {a: three, b:seven}", "no-pair"),
        (
            MORE,
            'core: "by eleven there was one"',
            'core: "by twelve there was one"\n      acceptable: "by eleven there was one"',
            "quote-absent",
        ),
    ],
)
def test_one_slip_is_told_once(
    kinds_copy: Path, edit: Edit, file: str, old: str, new: str, code: str
) -> None:
    edit(file, old, new)
    assert [problem.code for problem in check_pack(kinds_copy).problems] == [code]


def test_a_question_in_a_misspelt_stage_does_not_make_its_pool_wrong(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "kind: matching\n  stage: read-more", "kind: matching\n  stage: read-mroe")
    assert [problem.code for problem in check_pack(kinds_copy).problems] == ["unknown-id"]


def test_where_there_are_no_claims_the_file_for_them_is_named(kinds_copy: Path) -> None:
    (kinds_copy / CLAIMS).unlink()
    messages = [problem.message for problem in check_pack(kinds_copy).problems]
    assert messages
    assert all("there is no claims.yaml" in message for message in messages)


def test_a_claim_that_no_matrix_asks_about_is_no_problem(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "claims: [planks, survey]", "claims: [survey]")
    assert told(check_pack(kinds_copy)) == []


def test_a_claim_left_out_for_a_slip_makes_nothing_else_of_the_matrix_wrong(
    kinds_copy: Path, edit: Edit
) -> None:
    edit(CLAIMS, "could: no", "could: maybe")
    assert [problem.file for problem in check_pack(kinds_copy).problems] == [CLAIMS]


def test_claims_that_cannot_be_read_are_not_also_missed(kinds_copy: Path, edit: Edit) -> None:
    edit(CLAIMS, 'claim: "How many planks were gone"', 'claim: "How many planks were gone')
    assert [(p.file, p.code) for p in check_pack(kinds_copy).problems] == [(CLAIMS, "yaml-quote")]


def test_an_anchor_of_a_claim_is_looked_up_in_the_original(kinds_copy: Path, edit: Edit) -> None:
    edit(
        CLAIMS,
        'refs: [{source: warden, words: 10, hash: "17797ee69586"}',
        'refs: [{source: warden, words: 10, hash: "000000000000"}',
    )
    assert told(check_pack(kinds_copy)) == []
    assert [problem.code for problem in check_pack(kinds_copy, originals()).problems] == ["anchor-absent"]
