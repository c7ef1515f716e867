"""What is compared: edges, figures, words, silences and stages, and where their slips are told."""

from pathlib import Path

import pytest

from crossread.packs.check import check_pack
from crossread.packs.compiled import load_pack, read_compiled
from tests.packs.conftest import Edit, place_of
from tests.packs.test_check import originals, told

HEAD, CLAIMS, EDGES, FIGURES, WORDS = "pack.yaml", "claims.yaml", "edges.yaml", "figures.yaml", "words.yaml"


def test_a_pack_with_all_of_it_has_no_problem_and_says_what_its_authors_wrote(compared_copy: Path) -> None:
    result = check_pack(compared_copy, originals())
    assert told(result) == []
    pack = result.pack
    assert pack is not None
    again = pack.edges[1]
    assert (again.from_, again.to, again.how, again.claims) == (
        "miller",
        "engineer-2011",
        "probable",
        ("sunk",),
    )
    assert again.changed == ("three of four for four",)
    assert [passage.source for passage in again.passages] == ["miller", "warden"]
    assert [[one.source if one else "" for one in pair] for pair in again.pairs] == [["miller", "warden"]]
    assert [[one.source if one else "" for one in pair] for pair in pack.edges[0].pairs] == [["warden", ""]]
    planks, way = pack.figures
    assert [(one.source, one.bounds, one.when) for one in planks.figures] == [
        ("warden", (3, 3), "2011-10-18"),
        ("miller", (7, 7), "2011-10-19"),
    ]
    assert planks.drop[0].other.source == "miller"
    assert [one.bounds for one in way.figures] == [(40, 40), (None, 60)]
    assert (pack.wording.floor, pack.wording.loaded[0].word) == ("closed", "on my own decision")
    assert pack.wording.named[0].sources["warden"][0].name == "the road"
    assert pack.claims[0].overtaken is not None
    assert pack.claims[0].overtaken.by == "The planks were mended."
    assert pack.claims[2].cells["warden"][0].because == ("knowledge", "choice")
    stage = pack.stage("side-by-side")
    assert (stage.title, stage.claims, stage.given) == ("Compare", ("planks", "van"), "some")
    assert (stage.figures, stage.edges, stage.silences) == (
        ("planks-gone",),
        ("sunk-from-report",),
        ("survey",),
    )
    assert stage.opens == "silence"
    assert pack.stages[-1].title == "Conclude"


def test_all_of_it_comes_back_from_the_compiled_copy_as_it_was_checked(
    compared_copy: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    made = load_pack(compared_copy, cache)
    assert load_pack(compared_copy, cache) == made
    assert len(made.edges) == 3
    assert len(made.figures) == 2
    assert made.wording.named[0].kind == "act"


def test_a_copy_of_the_shape_before_is_made_anew(compared_copy: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    pack = load_pack(compared_copy, cache)
    copy = cache / f"{pack.digest}.json"
    shape, _space, rest = copy.read_bytes().partition(b" ")
    copy.write_bytes(b"%d " % (int(shape) - 1) + rest)
    assert read_compiled(copy) is None
    assert load_pack(compared_copy, cache) == pack
    assert read_compiled(copy) == pack


@pytest.mark.parametrize(
    # ¦ marks the place where the problem has to be told.
    ("file", "old", "new", "code", "word"),
    [
        (EDGES, "from: warden", "¦form: warden", "unknown-key", "Did you mean “from”?"),
        (
            EDGES,
            "- id: sunk-from-report\n  from: warden\n",
            "- ¦id: sunk-from-report\n",
            "missing-key",
            "“from”",
        ),
        (EDGES, "from: warden", "from: ¦wardn", "unknown-id", "“warden”"),
        (EDGES, "from: warden", "from: ¦engineer-2011", "unknown-id", "source"),
        (EDGES, "to: warden", "to: ¦waden", "unknown-id", "“warden”"),
        (EDGES, "to: warden", "to: ¦miller", "rests-on-itself", "other"),
        (EDGES, "how: credited", "how: ¦creditted", "unknown-word", "“credited”"),
        (EDGES, "claims: [van]", "claims: [¦vans]", "unknown-id", "“van”"),
        (EDGES, "claims: [van]", "claims: [van, ¦van]", "named-twice", "twice"),
        (EDGES, "claims: [van]", "claims: [¦survey]", "source-silent", "“warden”"),
        (EDGES, "id: sunk-again", "id: ¦sunk-from-report", "id-twice", "line 1"),
        (EDGES, '  why: "He names', '  ¦because: "He names', "unknown-key", "why"),
        (
            EDGES,
            '"He names the same number, and the report hung on the door of the hall."',
            '¦" "',
            "no-why",
            "why",
        ),
        (EDGES, '["three of four for four"]', '["three", ¦""]', "empty", "changed"),
        (
            EDGES,
            'source: warden, quote: "she had',
            'source: ¦werden, quote: "she had',
            "unknown-id",
            "warden",
        ),
        (EDGES, '"shortly after ten"', '¦"shortly before ten"', "quote-absent", "Copy"),
        (EDGES, "floor: pier\n- id: talk", "floor: ¦peer\n- id: talk", "unknown-id", "“pier”"),
        (EDGES, "work: survey-2006", "work: ¦survey", "unknown-id", "survey-2006"),
        (
            EDGES,
            "to: warden\n  how: uncredited\n  claims: [van]",
            "to: engineer-2011\n  how: uncredited\n  claims: [¦sunk]",
            "edge-twice",
            "sunk-again",
        ),
        (FIGURES, "value: 3", "value: ¦three", "no-number", "485"),
        (FIGURES, "value: 3, ", "value: ¦3, low: 2, ", "value-and-bounds", "not both"),
        (FIGURES, "{source: warden, value: 3, ", "¦{source: warden, ", "no-value", "low"),
        (FIGURES, "high: 60", "low: ¦60, high: 50", "range-upside-down", "less"),
        (FIGURES, "value: 3", "¦valeu: 3", "unknown-key", "“value”"),
        (FIGURES, "source: warden, value: 3", "source: ¦wardan, value: 3", "unknown-id", "warden"),
        (FIGURES, 'when: "2011-10-18"', 'when: ¦"on Tuesday"', "date", "1992"),
        (FIGURES, 'quote: "lose forty minutes"', 'quote: ¦"lose fifty minutes"', "quote-absent", "Copy"),
        (FIGURES, "claim: planks", "claim: ¦plank", "unknown-id", "“planks”"),
        (FIGURES, "why: [when-written, what", "why: [¦when, what", "unknown-word", "when-written"),
        (
            FIGURES,
            "why: [when-written, what-is-counted]",
            "why: [rounding, ¦rounding]",
            "named-twice",
            "twice",
        ),
        (FIGURES, '"planks of the bridge that were gone"', '¦""', "empty", "what"),
        (FIGURES, "unit: planks", 'unit: ¦" "', "empty", "unit"),
        (FIGURES, 'quote: "three of the four', 'quote: ¦"three of the for', "quote-absent", "Copy"),
        (FIGURES, "floor: closed\n  drop", "floor: ¦closd\n  drop", "unknown-id", "“closed”"),
        (WORDS, "loaded:", "¦loadd:", "unknown-key", "“loaded”"),
        (WORDS, "floor: closed\nloaded", "floor: ¦shut\nloaded", "unknown-id", "floor.yaml"),
        (WORDS, "id: told", "id: ¦far-side", "id-twice", "line"),
        (WORDS, "source: warden", "source: ¦warder", "unknown-id", "“warden”"),
        (
            WORDS,
            '{id: decision, source: warden, word: "on my own decision", ',
            "¦{id: decision, source: warden, ",
            "missing-key",
            "word",
        ),
        (
            WORDS,
            'source: warden, word: "on my own decision"',
            'source: warden, voice: own, whom: ¦"she", word: "on my own decision"',
            "whom-of-own",
            "own voice",
        ),
        (WORDS, 'effect: "takes all of it upon herself"', 'effect: ¦""', "empty", "effect"),
        (WORDS, "voice: reported", "voice: ¦others", "unknown-word", "reported"),
        (WORDS, "kind: act", "kind: ¦deed", "unknown-word", "actor"),
        (WORDS, "miller: [{name", "¦tasker: [{name", "unknown-id", "miller"),
        (
            WORDS,
            'name: "barrier", passages: [{quote: "with',
            'name: "gate", passages: [{quote: ¦"with',
            "word-not-quoted",
            "gate",
        ),
        (WORDS, 'miller: [{name: "barrier"', 'miller: [{name: ¦""', "empty", "name"),
        (WORDS, "hedging:", "hedging: ¦none\nhedges:", "no-list", "list"),
        (CLAIMS, "floor: closed", "floor: ¦open", "unknown-id", "closed"),
        (CLAIMS, 'when: "2011-12"', 'when: ¦"December"', "date", "1992"),
        (CLAIMS, 'by: "The planks were mended."', 'by: ¦""', "empty", "by"),
        (CLAIMS, 'overtaken: {when: "2011-12", by', 'overtaken: {when: "2011-12", ¦of', "unknown-key", "by"),
        (CLAIMS, "because: [knowledge,", "because: [¦ignorance,", "unknown-word", "knowledge"),
        (CLAIMS, "[knowledge, choice]", "[choice, ¦choice]", "named-twice", "twice"),
        (
            CLAIMS,
            "could: no, because: [knowledge",
            "could: yes, because: ¦[knowledge",
            "could-know",
            "knowledge",
        ),
        (
            CLAIMS,
            'says: "three", own: yes',
            'says: "three", whom: "her sister", own: ¦yes',
            "own-of-other",
            "whom",
        ),
        (
            CLAIMS,
            'says: "seven", own: yes',
            'says: "seven", because: ¦[time]',
            "because-not-silent",
            "silence",
        ),
        (CLAIMS, "stance: silent, could", "stance: silent, own: ¦yes, could", "silence-speaks", "own"),
        (HEAD, "claims: [planks, van]", "claims: [planks, ¦lorry]", "unknown-id", "van"),
        (HEAD, "figures: [planks-gone]", "figures: [¦planks]", "unknown-id", "planks-gone"),
        (HEAD, "edges: [sunk-from-report]", "edges: [¦sunk-agan]", "unknown-id", "“sunk-again”"),
        (HEAD, "words: [decision,", "words: [¦decission,", "unknown-id", "“decision”"),
        (HEAD, "silences: [survey]", "silences: [¦planks]", "no-silence", "leaves out"),
        (HEAD, "given: some", "given: ¦half", "unknown-word", "all"),
        (
            HEAD,
            'title: "Cost and cause", minutes: 15',
            'title: "Cost and cause", figures: ¦[planks-gone]',
            "stage-key",
            "compare",
        ),
        (HEAD, "kind: conclude,", "kind: conclude, given: ¦some,", "stage-key", "compare"),
        (HEAD, "kind: conclude,", "kind: conclude, opens: ¦matrix,", "stage-key", "compare"),
        (HEAD, "opens: silence", "opens: ¦silences", "unknown-word", "silence”"),
    ],
)
def test_a_single_error_is_told_at_its_place(
    compared_copy: Path, edit: Edit, file: str, old: str, new: str, code: str, word: str
) -> None:
    start = edit(file, old, new.replace("¦", ""))
    place = place_of(compared_copy, file, start, new)
    result = check_pack(compared_copy)
    assert result.pack is None
    errors = [p for p in result.problems if str(p).startswith(f"{place}: error {code} ")]
    assert errors, told(result)
    assert word in errors[0].message


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "word"),
    [
        (EDGES, '    - {source: miller, quote: "shortly after ten"}\n', "", "no-passage", "“miller”"),
        (EDGES, '    - {source: warden, quote: "she had been told so"}\n', "", "no-passage", "“warden”"),
        (EDGES, "  floor: closed\n  refs", "  refs", "no-floor", "floor: ID"),
        (FIGURES, "  why: [when-written, what-is-counted]\n", "", "no-why", "part"),
        (FIGURES, '  explanation: "A child is quicker than a cart."\n', "", "no-explanation", "explanation"),
        (FIGURES, "  floor: closed\n  drop", "  drop", "no-floor", "floor: ID"),
        (WORDS, "floor: closed\nloaded", "loaded", "no-floor", "floor: ID"),
        (WORDS, "    floor: closed\n", "", "no-floor", "floor: ID"),
        (WORDS, ', whom: "nobody named"', "", "no-whom", "whom"),
        (WORDS, 'passages: [{quote: "she closed the road"}]', "passages: []", "no-passage", "stands"),
        (CLAIMS, "  floor: pier\n", "", "no-floor", "floor: ID"),
        (
            CLAIMS,
            'explanation: "Nothing shows that she knew of it."',
            'explanation: ""',
            "no-explanation",
            "Add",
        ),
    ],
)
def test_what_would_make_it_better_is_a_warning(
    compared_copy: Path, edit: Edit, file: str, old: str, new: str, code: str, word: str
) -> None:
    edit(file, old, new)
    result = check_pack(compared_copy, originals())
    assert result.pack is not None
    assert [(problem.file, problem.code) for problem in result.problems] == [(file, code)]
    assert word in result.problems[0].message


def test_nothing_wants_a_line_of_a_floor_that_there_is_not(compared_copy: Path) -> None:
    (compared_copy / "floor.yaml").unlink()
    named = [compared_copy / file for file in (CLAIMS, EDGES, FIGURES, WORDS)]
    for path in (*named, *(compared_copy / "questions").iterdir()):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not line.strip().startswith("floor:")), "utf-8")
    assert told(check_pack(compared_copy)) == []


def test_several_slips_are_told_all_at_once(compared_copy: Path, edit: Edit) -> None:
    edit(EDGES, "from: warden", "from: wardn")
    edit(EDGES, "how: uncredited", "how: silently")
    edit(FIGURES, "value: 7", "value: 7, high: 9")
    edit(WORDS, "kind: act", "kind: deed")
    edit(CLAIMS, 'when: "2011-12"', 'when: "soon"')
    codes = {(problem.file, problem.code) for problem in check_pack(compared_copy).problems}
    assert codes >= {
        (EDGES, "unknown-id"),
        (EDGES, "unknown-word"),
        (FIGURES, "value-and-bounds"),
        (WORDS, "unknown-word"),
        (CLAIMS, "date"),
    }
