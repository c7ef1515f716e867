"""A conclusion as a short paper: all that was written, as it was typed, with passages and sources."""

import re
from dataclasses import replace

import markdown
import pytest
from hypothesis import given, settings

from crossread.base.errors import Expected
from crossread.inquiry.comparison import Conclusion, Reason
from crossread.inquiry.placing_notes import Places, TextsNow
from crossread.inquiry.typed_words import readable
from crossread.operations.handing_on.concluding import paper_as, paper_parts, passages_of
from crossread.packs.pack import Pack
from crossread.packs.sources.source import OriginalCard
from crossread.progress.notes_board import pieces_of
from crossread.reports.paper_document import Looking, PaperParts
from tests.inquiry.making import PACK
from tests.inquiry.noting_samples import noted, now
from tests.questions.making import GAZETTE_ORIGINAL, PILOT
from tests.reports.test_notes_files import Page, squeezed, typed

FORTY, DAWN = noted("forty boats"), noted("twenty-six", "pilot", PILOT)
ORIGINAL = noted("dreadful speed", text=GAZETTE_ORIGINAL, which="original")
WHOLE = Conclusion(
    stage="end",
    text="Nobody knows how many boats were lost.",
    reasons=(
        Reason(id="r1", text="The gazette gives no name.", passages=(FORTY,)),
        Reason(id="r2", text="The pilot counted at dawn.", passages=(DAWN, FORTY)),
    ),
    counter="Both were there.",
    answer="Neither says that he was.",
    unheard="The owners of the boats.",
)
LOOKING = Looking("Where will they differ?", "In the number of boats.", "In who counted.", (DAWN,))


def parts(
    conclusion: Conclusion = WHOLE,
    *looking: Looking,
    author: str = "",
    pack: Pack = PACK,
    texts: TextsNow | None = None,
) -> PaperParts:
    there = now() if texts is None else texts
    place = Places(there).of
    passages = passages_of(conclusion, looking)
    pieces = pieces_of(pack, [(one, place(one)) for one in passages], there)
    return paper_parts(conclusion, looking, pieces, "2026-03-01", author)


def raw(made: PaperParts, pack: Pack = PACK) -> tuple[str, str]:
    return paper_as(pack, made, "html").decode(), paper_as(pack, made, "md").decode()


def both(made: PaperParts, pack: Pack = PACK) -> tuple[Page, Page]:
    """Return what a reader sees of the page, and of the Markdown once it is made into one."""
    html, text = raw(made, pack)
    return Page(html), Page(markdown.markdown(text))


def test_both_say_everything_in_its_order() -> None:
    for page in both(parts(WHOLE, LOOKING, author="Mira Holt")):
        at = 0
        for words in (
            "Conclusion on “Alder Bay",
            "Mira Holt, 1 March 2026",
            WHOLE.text,
            "Reasons",
            "The gazette gives no name. [1]",
            "The pilot counted at dawn. [2]",
            "[1]",
            "The best argument against it",
            WHOLE.counter,
            WHOLE.answer,
            WHOLE.unheard,
            "Before reading: Where will they differ?",
            LOOKING.expected,
            LOOKING.now,
            "[2]",
            "Passages",
            "“forty boats”",
            "A, “The fire” (digest by the pack’s authors), paragraph 2",
            "“twenty-six”",
            "Sources",
            "A: “The fire”",
            "B: ",
        ):
            found = page.said.find(squeezed(words), at)
            assert found >= 0, words
            at = found + len(squeezed(words))


def test_a_name_stands_there_only_where_it_is_given() -> None:
    for page in both(parts()):
        assert "1March2026" in page.said
        assert ",1March2026" not in page.said


def test_a_passage_cited_twice_has_one_number_and_stands_once() -> None:
    for page in both(parts()):
        assert page.said.count(squeezed("“forty boats”")) == 1
        assert page.said.count("[1]") == 2


def test_what_was_left_empty_is_not_mentioned() -> None:
    for page in both(parts(Conclusion(stage="end", text="Nobody knows."))):
        for words in ("Reasons", "argument", "heard", "expected", "Passages", "Sources"):
            assert words not in page.words
            assert squeezed(words) not in page.said.replace(squeezed("The sources were read in"), "")


def test_how_each_source_was_read_is_named() -> None:
    reasons = (Reason(id="r", text="So.", passages=(FORTY, ORIGINAL)),)
    for page in both(parts(replace(WHOLE, reasons=reasons))):
        assert squeezed("Cited from the author’s own text.") in page.said


def test_an_article_that_was_added_is_cited_as_that() -> None:
    sources = tuple(replace(one, own=True) if one.id == "gazette" else one for one in PACK.sources)
    for page in both(parts(), pack=replace(PACK, sources=sources)):
        assert squeezed("Cited from the article as it was added.") in page.said
        assert squeezed("Cited from the author’s own text.") not in page.said


def test_whether_an_original_was_at_hand_is_named() -> None:
    card = OriginalCard(title="The Great Fire", words=48, sketch=(), url="https://example.org/fire")
    sources = tuple(replace(one, original=card) if one.id == "gazette" else one for one in PACK.sources)
    pack = replace(PACK, sources=sources)
    made = parts(pack=pack)
    for originals, told in ((frozenset({"gazette"}), "was at hand."), (frozenset(), "was not at hand.")):
        for page in both(replace(made, originals=originals), pack):
            assert squeezed(f"The author’s own text {told}") in page.said
            assert squeezed("“The Great Fire”, https://example.org/fire") in page.said


def test_marks_within_a_quotation_become_single_ones() -> None:
    made = parts()
    pieces = {one: replace(piece, words="He calls it “great”.") for one, piece in made.pieces.items()}
    for page in both(replace(made, pieces=pieces)):
        assert squeezed("“He calls it ‘great’.”") in page.said


def test_what_is_not_placed_says_so_and_keeps_its_words() -> None:
    for page in both(parts(texts=now(gazette=None))):
        assert squeezed("not placed") in page.said
        assert squeezed("“forty boats”") in page.said


def test_a_source_that_left_the_pack_is_still_named() -> None:
    left = replace(PACK, sources=tuple(one for one in PACK.sources if one.id != "gazette"))
    for page in both(parts(pack=left), left):
        assert squeezed("no longer in the pack") in page.said
        assert squeezed("The fire") in page.said


def test_numbers_in_the_page_lead_to_passages_and_nothing_is_fetched_or_run() -> None:
    html, _ = raw(parts(WHOLE, LOOKING))
    led = set(re.findall(r'href="([^"]*)"', html))
    there = {f"#{name}" for name in re.findall(r' id="([^"]*)"', html)}
    assert led == there == {"#passage-1", "#passage-2"}
    assert "default-src 'none'" in html
    assert not re.search(r"(?i)src=|url\(|@import|<script", html)


def test_without_anything_written_there_is_nothing_to_export() -> None:
    with pytest.raises(Expected) as refused:
        paper_parts(Conclusion(stage="end", text=" \n"), (), (), "2026-03-01", "")
    assert refused.value.code == "no-conclusion"


@given(typed, typed, typed, typed)
@settings(deadline=None)
def test_whatever_was_typed_shows_as_it_was_typed(text: str, reason: str, expected: str, name: str) -> None:
    def made(text: str, reason: str, expected: str, name: str) -> PaperParts:
        text, reason, expected = map(readable, (text, reason, expected))  # as the record keeps it
        conclusion = replace(
            WHOLE, text=text, counter=text, reasons=(Reason(id="r", text=reason, passages=(FORTY,)),)
        )
        return parts(conclusion, replace(LOOKING, expected=expected, now=reason), author=name)

    plain = both(made("plain", "plain", "plain", "plain"))
    for page, before in zip(both(made(text, reason, expected, name)), plain, strict=True):
        for words in (text, reason, expected, name):
            assert squeezed(readable(words)) in page.said
        assert set(page.elements) - {"br"} <= set(before.elements)
        assert page.attributes <= before.attributes
        assert page.elements.count("h2") == before.elements.count("h2")
