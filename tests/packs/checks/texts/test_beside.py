"""What a pack brings beside its texts: glossary, names, timeline, editions, veiled passages."""

from pathlib import Path

import pytest

from crossread.packs.check import check_pack
from crossread.texts.text import Block, Text
from tests.packs.conftest import Edit, place_of
from tests.packs.test_check import drop_original, originals, told

GLOSSARY, WORDS, TIMELINE, HEAD = "glossary.yaml", "words.yaml", "timeline.yaml", "pack.yaml"
FIRST, CARRIER, MILLER = "versions/miller.first.md", "sources/C-carrier.md", "sources/B-miller.md"


def test_a_pack_with_all_of_it_has_no_problem_and_says_what_its_authors_wrote(beside_copy: Path) -> None:
    result = check_pack(beside_copy, originals())
    assert told(result) == []
    pack = result.pack
    assert pack is not None
    assert [(term.term, term.also) for term in pack.glossary][1] == ("ford", ("ford road",))
    assert pack.names[0].forms == ("Wend", "Wendle")
    assert pack.names[0].sources == {"miller": ("Wendle",)}
    assert pack.timeline[1].refs[0].work == "survey-2006"
    assert pack.graphic[0].original is not None
    assert pack.pictures[0].alt.startswith("A bridge")
    carrier, miller = pack.source("carrier"), pack.source("miller")
    assert (carrier.language, miller.language) == ("he", "")
    assert [(one.id, one.label, one.published) for one in miller.versions] == [
        ("first", "First letter", "2011-11-25")
    ]
    assert miller.versions[0].text.blocks[0].text == "From the loft window"


def test_who_is_quoted_in_the_timeline_says_so(beside_copy: Path) -> None:
    pack = check_pack(beside_copy).pack
    assert pack is not None
    assert [entry.said_by for entry in pack.timeline] == [("warden",), ("miller",), ("warden",)]


@pytest.mark.parametrize(
    # ¦ marks the place where the problem has to be told.
    ("file", "old", "new", "code", "word"),
    [
        (GLOSSARY, '  meaning: "A pillar', '  ¦meening: "A pillar', "unknown-key", "“meaning”"),
        (GLOSSARY, '"A pillar that carries a bridge."', '¦""', "empty", "meaning"),
        (GLOSSARY, 'term: "pier"', 'term: ¦"…"', "empty", "word"),
        (GLOSSARY, "id: ford", "id: ¦pier", "id-twice", "line 1"),
        (GLOSSARY, '["ford road"]', '[¦"Pier"]', "form-twice", "line 2"),
        (GLOSSARY, '["ford road"]', '[¦"ford"]', "form-twice", "line 7"),
        (GLOSSARY, '["ford road"]', '[¦"a b c d e f g h i"]', "form-too-long", "8"),
        (GLOSSARY, '["ford road"]', '¦"ford road"', "no-list", "list"),
        (GLOSSARY, "work: engineer-2011", "work: ¦engineer", "unknown-id", "engineer-2011"),
        (GLOSSARY, "- id: pier\n", "¦pier:\n- id: pier\n", "layout", "list"),
        (WORDS, "names:", "¦loded: []\nnames:", "unknown-key", "loaded"),
        (WORDS, 'forms: ["Wend", "Wendle"]', 'forms: ¦["Wend"]', "too-few-forms", "two"),
        (WORDS, '["Wend", "Wendle"]', '["Wend", "Wendle", ¦"wend"]', "form-twice", "line 3"),
        (WORDS, 'miller: ["Wendle"]', '¦miler: ["Wendle"]', "unknown-id", "“miller”"),
        (WORDS, 'miller: ["Wendle"]', 'miller: [¦"Wendel"]', "form-unlisted", "“Wendle”"),
        (WORDS, "    about:", "    ¦abuot:", "unknown-key", "“about”"),
        (TIMELINE, '"2011-10-18"', '¦"18 October 2011"', "date", "1992-02-26"),
        (TIMELINE, '"2011-10-18"', '¦""', "empty", "date"),
        (TIMELINE, '"2011–10–18"', "", "", ""),
        (TIMELINE, "source: warden", "source: ¦wardn", "unknown-id", "“warden”"),
        (TIMELINE, "had almost reached the planks", "had reached the planks", "quote-absent", "Copy"),
        (TIMELINE, "said_by: [miller]", "said_by: [¦B]", "unknown-id", "“miller”"),
        (TIMELINE, "said_by: [miller]", "said_by: [miller, ¦miller]", "named-twice", "twice"),
        (TIMELINE, "{work: survey-2006}", "¦{nth: 1}", "reference", "either"),
        (HEAD, '"felt a railing give"', '¦"felt the railing give"', "quote-absent", "Copy"),
        (HEAD, 'source: warden, quote: "felt', 'source: ¦porter, quote: "felt', "unknown-id", "warden"),
        (HEAD, "words: 7", "words: ¦4", "anchor-too-short", "5"),
        (HEAD, 'quote: "felt', '¦qoute: "felt', "unknown-key", "“quote”"),
        (FIRST, "source: miller", "source: ¦miler", "unknown-id", "“miller”"),
        (FIRST, '"2011-11-25"', '¦"soon"', "date", "1992"),
        (FIRST, '"First letter"', '¦" "', "empty", "label"),
        (FIRST, "label:", "¦lable:", "unknown-key", "“label”"),
        (CARRIER, "language: he", "language: ¦Hebrew", "language", "pt-BR"),
    ],
)
def test_a_single_error_is_told_at_its_place(
    beside_copy: Path, edit: Edit, file: str, old: str, new: str, code: str, word: str
) -> None:
    if not code:  # long dashes in a date are told of as such
        old, new, code, word = '"2011-10-18"', f"¦{old}", "date", "hyphens"
    new = new if "¦" in new else f"¦{new}"
    start = edit(file, old, new.replace("¦", ""))
    place = place_of(beside_copy, file, start, new)
    result = check_pack(beside_copy)
    assert result.pack is None
    errors = [p for p in result.problems if str(p).startswith(f"{place}: error {code} ")] or [
        p for p in result.problems if p.code == code == "quote-absent" and p.file == file
    ]
    assert errors, told(result)
    assert word in errors[0].message


def test_words_that_are_no_list_of_names_are_told_of(beside_copy: Path) -> None:
    for text, place, code in (
        ("- {id: river}\n", "1:1", "layout"),
        ("names: Wend\n", "1:8", "no-list"),
        ("names:\n  - Wend\n", "2:5", "no-keys"),
    ):
        (beside_copy / WORDS).write_text(text, "utf-8")
        assert told(check_pack(beside_copy)) == [f"{WORDS}:{place}: error {code}"]


def test_files_of_it_may_be_empty(beside_copy: Path) -> None:
    for file in (GLOSSARY, WORDS, TIMELINE):
        (beside_copy / file).write_text("# later\n", "utf-8")
    assert told(check_pack(beside_copy)) == []


def without_originals(pack: Path) -> Path:
    drop_original(pack)
    path = pack / "sources" / "A-warden.md"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("original:")] + text[text.index("---\n\n## The order") :], "utf-8")
    (pack / "originals" / "warden.hashes").unlink()
    return pack


def nowhere(pack: Path, texts: dict[str, Text] | None = None) -> list[str]:
    problems = check_pack(pack, texts).problems
    return [f"{p.file}:{p.line}:{p.column} {p.code}" for p in problems if p.severity == "warning"]


def test_a_term_that_no_text_has_is_pointed_out_once_all_texts_are_at_hand(
    beside_copy: Path, edit: Edit
) -> None:
    edit(GLOSSARY, 'term: "barrier"', 'term: "weir"')
    assert nowhere(beside_copy) == []  # it may stand in an original
    assert nowhere(beside_copy, originals()) == [f"{GLOSSARY}:11:9 term-nowhere"]
    there = Text((*originals()["warden"].blocks, Block("paragraph", "The weir.")))
    assert nowhere(beside_copy, {**originals(), "warden": there}) == []


def test_a_form_of_a_name_that_no_text_has_is_pointed_out(beside_copy: Path, edit: Edit) -> None:
    edit(WORDS, '["Wend", "Wendle"]', '["Wend", "Wendle", "Vend"]')
    assert nowhere(beside_copy, originals()) == [f"{WORDS}:3:31 name-nowhere"]


def test_a_form_that_a_source_does_not_have_is_pointed_out(beside_copy: Path, edit: Edit) -> None:
    edit(WORDS, 'miller: ["Wendle"]', 'carrier: ["Wend"]\n      miller: ["Wendle"]')
    assert nowhere(beside_copy) == [f"{WORDS}:6:17 form-not-there"]


def test_a_form_stands_in_an_edition_of_a_source_too(beside_copy: Path, edit: Edit) -> None:
    edit(FIRST, "watched the Wendle", "watched the river")
    assert nowhere(beside_copy, originals())[-1] == f"{WORDS}:6:16 form-not-there"


def test_what_nobody_says_is_pointed_out(beside_copy: Path, edit: Edit) -> None:
    edit(TIMELINE, "  said_by: [warden]\n", "")
    assert nowhere(beside_copy) == [f"{TIMELINE}:14:9 nobody-says"]


def test_what_is_veiled_in_the_digest_only_is_pointed_out_once_a_source(
    beside_copy: Path, edit: Edit
) -> None:
    edit(
        HEAD,
        'quote: "felt a railing give", original: {words: 7, hash: "',
        'quote: "felt a railing give"}\n  - {source: warden, quote: "was hers alone"} #',
    )
    told = [one for one in nowhere(beside_copy) if "veiled-in-review" not in one]  # as a question cites it
    assert told == [f"{HEAD}:30:5 no-anchor"]


def test_an_anchor_of_what_is_veiled_is_looked_up(beside_copy: Path, edit: Edit) -> None:
    path = beside_copy / HEAD
    text = path.read_text("utf-8")
    start = text.index('hash: "') + len('hash: "')
    path.write_text(text[:start] + "000000000000" + text[start + 12 :], "utf-8")
    assert [p.code for p in check_pack(beside_copy, originals()).problems] == ["anchor-absent"]


def test_an_edition_is_called_after_its_source_and_its_id(beside_copy: Path) -> None:
    (beside_copy / FIRST).rename(beside_copy / "versions" / "first.md")
    (problem,) = check_pack(beside_copy).problems
    assert (problem.file, problem.line, problem.code) == ("versions/first.md", 0, "version-file")
    assert FIRST in problem.message


def test_editions_come_in_the_order_in_which_they_appeared(beside_copy: Path) -> None:
    text = (beside_copy / FIRST).read_text("utf-8")
    for name, published in (("draft", '"2010"'), ("undated", '""'), ("later", '"2012~"')):
        more = text.replace("id: first", f"id: {name}").replace('"2011-11-25"', published)
        (beside_copy / "versions" / f"miller.{name}.md").write_text(more, "utf-8")
    pack = check_pack(beside_copy).pack
    assert pack is not None
    assert [one.id for one in pack.source("miller").versions] == ["draft", "first", "later", "undated"]


def test_an_edition_without_card_or_text_is_none(beside_copy: Path) -> None:
    (beside_copy / FIRST).write_text("Only words.\n", "utf-8")
    assert told(check_pack(beside_copy)) == [f"{FIRST}:1:1: error layout"]
    (beside_copy / FIRST).write_text("---\nid: first\nsource: miller\nlabel: First\n---\n", "utf-8")
    assert f"{FIRST}:5:1: error no-digest" in told(check_pack(beside_copy))
