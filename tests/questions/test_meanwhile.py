"""What a mark says while the question may be tried again: what is amiss, and not what would be right."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.questions.mark import Mark, Part
from crossread.questions.registry import KINDS
from crossread.questions.storing import mark_from_json, mark_json, question_from_json, question_json
from tests.questions.closed_samples import CLOZE_FILLED
from tests.questions.making import RESPONSES, SAMPLES, SCORED, TEXTS
from tests.questions.open_samples import cell

unhurried = settings(deadline=None, max_examples=40)  # for each kind
every_scored_kind = pytest.mark.parametrize("name", SCORED)

TELLS = "This tells the answer."
SAYS_WHICH_STANCE = ("It says so", "It reports", "It says that", "It does not speak")


def telling(value: Any) -> Any:
    """Let what is said of items and gaps, whoever brought what there, tell the answer."""
    if isinstance(value, list):
        return [telling(one) for one in value]
    if not isinstance(value, dict):
        return value
    spelled = {name: telling(one) for name, one in value.items()}
    for things in (spelled.get("items", ()), dict(spelled.get("gaps", {})).values()):
        for one in things:
            one["feedback"] = TELLS
    return spelled


def marked(name: str, response: object) -> Mark:
    question = question_from_json(telling(question_json(SAMPLES[name][0])))
    mark: Mark = KINDS[name].mark(question, response, TEXTS)
    return mark_from_json(mark_json(mark))  # as the record keeps it


def by_id(mark: Mark) -> Mapping[str, Part]:
    return {part.of: part for part in mark.parts}


@every_scored_kind
@given(data=st.data())
@unhurried
def test_what_is_wrong_is_told_without_what_would_have_been_right(name: str, data: st.DataObject) -> None:
    mark = marked(name, data.draw(RESPONSES[name]))
    for part in mark.parts:
        said = part.without_key
        assert (said.key, said.passage, said.meanwhile) == ("", None, None)
        assert (said.of, said.given, said.score) == (part.of, part.given, part.score)
        if part.score != 1:
            assert TELLS not in said.feedback


@pytest.mark.parametrize(
    ("name", "wrong", "of"),
    [
        ("ordering", {"order": ["boats", "smoke", "sheds", "ashore"]}, "boats"),
        ("matching", {"pairs": {"smoke": "pilot"}}, "smoke"),
        ("categorise", {"pairs": {"saw": "heard"}}, "saw"),
        ("cloze", {"gaps": {"who": "nobody"}}, "who"),
        ("cloze", {"gaps": {"what": "flames"}}, "what"),
    ],
)
def test_what_tells_the_answer_is_said_once_all_is_over_and_not_before(
    name: str, wrong: Mapping[str, Any], of: str
) -> None:
    part = by_id(marked(name, KINDS[name].response(**wrong)))[of]
    assert TELLS in part.feedback
    assert TELLS not in part.without_key.feedback


def test_what_is_right_is_explained_at_once() -> None:
    response = KINDS["cloze"].response(CLOZE_FILLED)
    assert by_id(marked("cloze", response))["when"].without_key.feedback == TELLS


def test_a_target_still_speaks_to_those_who_bring_what_does_not_belong_there() -> None:
    part = by_id(marked("matching", KINDS["matching"].response({"smoke": "owner"})))["smoke"]
    assert part.feedback == f"{TELLS} The owner is not heard at all."
    assert part.without_key.feedback == "The owner is not heard at all."


def test_a_near_miss_in_a_gap_is_still_told() -> None:
    part = by_id(marked("cloze", KINDS["cloze"].response({"who": "the wachtman"})))["who"]
    assert part.without_key.feedback == (
        "This is close to an answer, but spelled otherwise, so it does not count."
    )


def test_the_stance_of_a_source_is_not_told_to_one_who_took_it_for_another() -> None:
    mark = marked("matrix", KINDS["matrix"].response((cell("forty", "gazette", ("silent", None)),)))
    part = by_id(mark)["forty/gazette"]
    assert part.score == 0
    assert part.feedback.startswith(SAYS_WHICH_STANCE)
    assert part.without_key.feedback == ""
