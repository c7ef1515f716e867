"""Everything about one learner: nothing is missing in the file, and nothing is told that is held back."""

import json
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from crossread.base.canonical import canonical_json
from crossread.inquiry.commands import Answer, PutHighlight, PutNote, RemoveNote, SetExpectation
from crossread.progress.answers_in_order import standings_of
from crossread.reports import everything_html as page
from crossread.reports.answers_csv import WhoReads
from crossread.reports.counted import counted
from crossread.reports.everything_html import Telling, everything_html
from crossread.reports.everything_json import everything_json
from tests.inquiry.making import PACK, WRONG, Learner
from tests.inquiry.noting_samples import highlight, note
from tests.progress.making import entry

ADA = WhoReads("Ada <Lovelace>", "a" * 32)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def as_json(learner: Learner) -> dict[str, Any]:
    drafts = {"typed/a": {"text": "…"}}
    standings = standings_of(learner.entries)
    lines = everything_json(ADA, NOON, drafts, learner.entries, standings, seen_by(learner))
    found: dict[str, Any] = json.loads("".join(lines))
    return found


def seen_by(learner: Learner) -> Any:
    """Look up what was seen, the keys too."""
    return lambda name: learner.seen.get(name) or {"key": name}


def as_page(learner: Learner, telling: Telling = page.AS_IT_IS) -> str:
    lines = everything_html(
        ADA,
        NOON,
        learner.entries,
        counted(learner.entries, UTC),
        learner.seen.get,
        titles={PACK.id: PACK.title},
        language="en",
        telling=telling,
        zone=UTC,
    )
    return "".join(lines)


class Page(HTMLParser):
    """Collects the tags, the attributes and the words of a page."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.open: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_every_entry_is_there_as_it_is_with_what_was_seen() -> None:
    learner = Learner()
    learner.do(SetExpectation(stage="before", text="On the figures"))
    learner.answer("first")
    learner.hand_in()
    found = as_json(learner)
    assert [one["id"] for one in found["entries"]] == [one.id for one in learner.entries]
    assert [one["payload"] for one in found["entries"]] == [
        json.loads(canonical_json(one.payload)) for one in learner.entries
    ]
    digest = learner.entries[1].seen_digest
    assert found["seen"][digest] == json.loads(canonical_json(learner.seen[digest]))
    assert found["learner"] == {"id": ADA.id, "name": ADA.name}
    assert found["drafts"] == {"typed/a": {"text": "…"}}


def test_an_exam_that_is_held_back_tells_neither_mark_nor_key() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    found = as_json(learner)
    marked = next(one for one in found["entries"] if one["kind"] == "marked")
    assert marked["payload"]["held_back"] is True
    assert not {"raw", "score", "parts", "settled"} & marked["payload"].keys()
    asked = next(one for one in found["entries"] if one["kind"] == "answered")
    told = found["seen"][asked["seen_digest"]]
    assert told["question"]["prompt"] == PACK.by_id["exam"].prompt
    assert "answer" not in told["question"]
    assert "explanation" not in told["question"]
    assert found["seen"][asked["key_digest"]] == {"held_back": True}
    learner.release()
    found = as_json(learner)
    assert "score" in next(one for one in found["entries"] if one["kind"] == "marked")["payload"]
    assert "explanation" in found["seen"][asked["seen_digest"]]["question"]


def test_the_key_of_a_question_waits_until_its_stage_is_handed_in() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    digest = learner.entries[-1].seen_digest
    assert "options" not in as_json(learner)["seen"][digest]["question"]
    learner.hand_in()
    assert "options" in as_json(learner)["seen"][digest]["question"]


def test_the_page_tells_answers_notes_highlights_and_time_to_the_learner() -> None:
    learner = Learner()
    learner.do(Answer(question="first", response=None, dont_know=True, certainty="certain"))
    learner.hand_in()
    learner.do(PutNote(note=note(text="Who <counted>?", tags=("figures",))))
    learner.do(PutNote(note=note("gone", text="Not this one")))
    learner.do(RemoveNote(note="gone"))
    learner.do(PutHighlight(highlight=highlight(meaning="doubt")))
    learner.do(SetExpectation(stage="before", text="On the figures"))
    learner.entries.append(entry(99, "time-spent", "", 0, seconds=600.0, stage="read", page="desk"))
    words = Page(as_page(learner)).words
    for expected in (
        "What Crossread keeps of Ada <Lovelace>",
        PACK.title,
        PACK.by_id["first"].prompt,
        "I don’t know",
        "You said: certain.",
        "not known",
        "Who <counted>?",
        "figures",
        "forty boats",
        "Doubt",
        "On the figures",
        "1 March 2026",
        "You handed a stage in.",
    ):
        assert expected in words, expected
    assert "Not this one" not in words
    assert "10" in words[words.index("Minutes in which") :]


def test_the_page_runs_nothing_fetches_nothing_and_is_whole() -> None:
    learner = Learner()
    learner.check("twice", {"text": "<script>alert(1)</script>\0<img src=x onerror=y>"})
    made = Page(as_page(learner))
    assert "script" not in made.tags
    assert "img" not in made.tags
    assert not {name for name in made.attributes if name.startswith("on") or name in {"src", "href"}}
    assert made.open == []
    assert "<script>alert(1)</script>" in made.words


def test_the_page_keeps_exams_back() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    words = Page(as_page(learner)).words
    assert "marked, not yet shown" in words
    assert "✓ right" not in words


def test_the_page_of_one_who_did_nothing_says_so() -> None:
    words = Page(as_page(Learner())).words
    assert "Nothing yet." in words
    assert "Nothing was answered yet." in words


def test_what_is_covered_stays_covered() -> None:
    learner = Learner()
    learner.do(PutNote(note=note()))
    told = as_page(learner, Telling(quote=lambda pack, source, _quote: f"[{pack}/{source}]"))
    assert "[alder-bay/gazette]" in told
    assert "forty boats" not in told


def test_of_too_many_answers_the_newest_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MOST_ANSWERS", 1)
    learner = Learner()
    learner.answer("first")
    learner.answer("forty")
    words = Page(as_page(learner)).words
    assert "1 earlier answer is not on this page" in words
    assert "The boats" not in words
    assert "The source says otherwise" in words
