"""What is open in a conclusion: said where it is, calmly, and not where nothing is open."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.comparison import CellId, Conclusion, Reason
from crossread.inquiry.notes import NotedPassage
from crossread.inquiry.placing_notes import Places
from crossread.packs.pack import Pack, Work
from crossread.packs.sources.compare_parts import Edge
from crossread.progress.conclusion_check import Evidence, Remark, check_conclusion
from crossread.progress.notes_board import pieces_of
from crossread.questions.claims import CellPassage, Claim, Statement
from crossread.texts.figures.figure import Figure
from crossread.texts.figures.figures import find_figures
from crossread.texts.text import Text
from tests.inquiry.making import PACK
from tests.inquiry.noting_samples import noted, now
from tests.questions.making import PILOT

FORTY, TWENTY_SIX = "By midnight forty boats were lost", "I counted twenty-six at dawn"
AT_NIGHT, AT_DAWN = noted("forty boats"), noted("twenty-six", "pilot", PILOT)


def said(quote: str, whom: str = "") -> tuple[Statement, ...]:
    return (Statement(stance="asserts", whom=whom, passages=(CellPassage(quote=quote),)),)


BOATS = Claim(
    id="boats",
    claim="How many boats were lost",
    relation="differ",
    cells={"gazette": said(FORTY, "the harbour office"), "pilot": said(TWENTY_SIX, "the harbour office")},
)
BOTH_FROM_ONE = replace(PACK, claims=(BOATS,))
WHOLE = Conclusion(
    stage="end",
    text="Many boats were lost, and nobody knows how many.",
    reasons=(
        Reason(id="r1", text="The gazette does not say who counted.", passages=(AT_NIGHT,)),
        Reason(id="r2", text="The pilot counted later.", passages=(AT_DAWN,)),
    ),
    counter="The gazette was printed the next day.",
    answer="It was printed, but not counted.",
    unheard="The owners of the boats.",
)


def checked(
    conclusion: Conclusion, pack: Pack = PACK, withheld: frozenset[CellId] = frozenset()
) -> list[Remark]:
    texts = now()
    place = Places(texts).of
    passages = [passage for reason in conclusion.reasons for passage in reason.passages]
    pieces = pieces_of(pack, [(one, place(one)) for one in passages], texts)
    evidence = Evidence({one.passage: one for one in pieces}, ClaimPlaces(pack, texts), withheld)
    return list(check_conclusion(pack, conclusion, evidence))


def kinds(remarks: list[Remark]) -> list[str]:
    return [remark.kind for remark in remarks]


def with_text(text: str, *reasons: Reason) -> Conclusion:
    return replace(WHOLE, text=text, reasons=reasons or WHOLE.reasons)


def test_where_all_stands_nothing_is_said() -> None:
    assert checked(WHOLE) == []


def test_of_an_empty_one_each_field_is_named_in_order() -> None:
    remarks = checked(Conclusion(stage="end"))
    assert kinds(remarks) == ["no-conclusion", "no-reason", "no-counter", "nobody-unheard"]
    assert [remark.field for remark in remarks] == ["text", "reasons", "counter", "unheard"]


def test_a_reason_without_passage_and_one_without_words_are_named_by_their_number() -> None:
    bare, mute = Reason(id="b", text="It is so."), Reason(id="m", text=" ", passages=(AT_NIGHT,))
    remarks = checked(with_text("Some were lost.", bare, mute))
    assert [(one.kind, one.reason) for one in remarks] == [("no-evidence", "b"), ("no-words", "m")]
    assert "Reason 1" in remarks[0].words
    assert "Reason 2" in remarks[1].words


def test_an_argument_against_it_wants_an_answer() -> None:
    assert kinds(checked(replace(WHOLE, answer="  "))) == ["no-answer"]


def test_passages_that_all_stand_in_one_source_are_told() -> None:
    again = noted("windless night")
    remarks = checked(with_text("Some were lost.", Reason(id="r", text="So.", passages=(AT_NIGHT, again))))
    assert kinds(remarks) == ["one-source"]
    assert "source, A" in remarks[0].words


def test_two_sources_with_one_voice_are_one_origin() -> None:
    (remark,) = checked(WHOLE, BOTH_FROM_ONE)
    assert (remark.kind, remark.reason) == ("one-origin", "r1")
    for words in ("A, B", "How many boats were lost", "the harbour office", "as far as is known"):
        assert words in remark.words


def test_two_sources_with_two_voices_are_not() -> None:
    cells = {"gazette": said(FORTY, "the harbour office"), "pilot": said(TWENTY_SIX, "a fisherman")}
    assert checked(WHOLE, replace(PACK, claims=(replace(BOATS, cells=cells),))) == []


def test_a_source_that_names_nobody_may_be_an_origin_of_its_own() -> None:
    cells = {"gazette": said(FORTY, "the harbour office"), "pilot": said(TWENTY_SIX)}
    assert checked(WHOLE, replace(PACK, claims=(replace(BOATS, cells=cells),))) == []


def test_an_edge_to_one_work_makes_one_origin_that_is_told_by_its_title() -> None:
    cells = {"gazette": said(FORTY), "pilot": said(TWENTY_SIX)}
    edges = tuple(
        Edge(id=source, from_=source, to="ledger", how="uncredited", claims=("boats",))
        for source in ("gazette", "pilot")
    )
    pack = replace(
        PACK,
        claims=(replace(BOATS, cells=cells),),
        edges=edges,
        works=(Work(id="ledger", title="The harbour ledger"),),
    )
    (remark,) = checked(WHOLE, pack)
    assert "The harbour ledger" in remark.words


def test_of_claims_with_one_origin_the_one_with_most_sources_is_told_once() -> None:
    same = replace(BOATS, id="again", claim="How many boats were gone")
    assert len(checked(WHOLE, replace(PACK, claims=(BOATS, same)))) == 1
    assert "were lost" in checked(WHOLE, replace(PACK, claims=(BOATS, same)))[0].words


def test_a_sentence_that_names_whose_word_it_is_leaves_no_figure_open() -> None:
    voiced = replace(PACK, works=(Work(id="w", title="A report", voice="Harbour Watch"),))
    text = with_text("Harbour Watch has 90 boats lost on its list.")
    assert kinds(checked(text)) == ["bare-figure"]
    assert checked(text, voiced) == []


def test_what_an_open_question_asks_for_is_not_told() -> None:
    assert checked(WHOLE, BOTH_FROM_ONE, frozenset({("boats", "pilot")})) == []


def test_what_is_not_placed_is_no_evidence_for_a_claim() -> None:
    gone = replace(AT_DAWN, quote=replace(AT_DAWN.quote, quote="nowhere to be found", text_digest="old"))
    reasons = (WHOLE.reasons[0], replace(WHOLE.reasons[1], passages=(gone,)))
    assert checked(replace(WHOLE, reasons=reasons), BOTH_FROM_ONE) == []


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("There were 90 boats lost.", True),
        ("About ninety boats were lost.", True),
        ("According to the harbour office, 90 boats were lost.", False),
        ("Source B counts 90 boats.", False),
        ("There were 90 boats lost (B).", False),
        ("It was written in 1921.", False),
        ("Nobody knows how many boats were lost.", False),
        ("By midnight 40 boats were lost.", False),  # the passage of the first reason gives it
        ("It was a 3rd fire.", False),
    ],
)
def test_a_figure_in_the_conclusion_wants_somebody_who_says_so(text: str, open_: bool) -> None:
    remarks = checked(with_text(text))
    assert kinds(remarks) == (["bare-figure"] if open_ else [])
    if open_:
        assert remarks[0].field == "text"
        assert "on whose word" in remarks[0].words


def test_a_figure_in_a_reason_is_open_only_without_a_passage() -> None:
    bare = Reason(id="b", text="There were 90 boats lost.")
    remarks = checked(with_text("Many.", bare))
    assert [(one.kind, one.reason) for one in remarks] == [("no-evidence", "b"), ("bare-figure", "b")]
    assert checked(with_text("Many.", replace(bare, passages=(AT_NIGHT,)), WHOLE.reasons[1])) == []


passages = st.lists(st.sampled_from([AT_NIGHT, AT_DAWN, noted("windless night")]), unique=True, max_size=3)


@given(st.text(), st.lists(st.tuples(st.text(), passages), max_size=4), st.text(), st.text(), st.text())
def test_whatever_is_written_each_remark_leads_to_a_field_that_there_is(
    text: str,
    reasons: list[tuple[str, list[NotedPassage]]],
    counter: str,
    answer: str,
    unheard: str,
) -> None:
    made = tuple(
        Reason(id=str(at), text=words, passages=tuple(there)) for at, (words, there) in enumerate(reasons)
    )
    conclusion = Conclusion(
        stage="end", text=text, reasons=made, counter=counter, answer=answer, unheard=unheard
    )
    for remark in checked(conclusion, BOTH_FROM_ONE):
        assert remark.words.strip()
        assert (remark.field == "reason") == (remark.reason in {reason.id for reason in made})


def test_only_the_fields_that_changed_are_looked_through_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def find(text: Text) -> tuple[Figure, ...]:
        looked.append(text.blocks[0].text)
        return find_figures(text)

    monkeypatch.setattr("crossread.progress.conclusion_check.find_figures", find)
    whole = replace(WHOLE, text="Of 5,117 boats nothing is known.")
    checked(whole)
    assert len(looked) == len(set(looked))
    looked.clear()
    checked(replace(whole, text="Of 5,118 boats nothing is known."))
    assert len(looked) == 1
