"""Which questions may come back another day: the pack's word for it, and nothing that is veiled."""

from dataclasses import replace
from pathlib import Path

from crossread.packs.check import check_pack
from crossread.packs.in_texts.consent import may_be_reviewed, may_come_back, veiled_in
from crossread.questions.passages import PassageKey, ShownText
from tests.packs.conftest import Edit
from tests.questions.making import CHOICE, GAZETTE, GAZETTE_ORIGINAL, anchor

CAUSE, NIGHT = "questions/2-cause.yaml", "questions/1-night.yaml"


def allowed(pack_copy: Path) -> dict[str, tuple[bool, bool]]:
    """Give for each question whether it may be asked again at all, and whether in review."""
    pack = check_pack(pack_copy).pack
    assert pack is not None
    return {one.id: (may_come_back(pack, one), may_be_reviewed(pack, one)) for one in pack.questions}


def test_a_question_comes_back_unless_it_says_no(pack_copy: Path) -> None:
    found = allowed(pack_copy)
    assert found.pop("cause-wagon") == (False, False)
    pack = check_pack(pack_copy).pack
    assert pack is not None
    kinds = {one.id: one.kind for one in pack.questions}
    assert found == {name: (True, kinds[name] != "evidence") for name in found}
    assert (True, False) in found.values()  # words to be marked are for practice, not for memory


def test_a_stage_says_no_for_all_its_questions(pack_copy: Path, edit: Edit) -> None:
    edit("pack.yaml", "title: The night", "title: The night\n    review: no")
    pack = check_pack(pack_copy).pack
    assert pack is not None
    assert not any(one.review for one in pack.questions_of("read-night"))
    assert any(one.review for one in pack.questions_of("read-cause"))


def test_a_question_may_say_otherwise_than_its_stage(pack_copy: Path, edit: Edit) -> None:
    edit("pack.yaml", "title: What it cost and why", "title: What it cost and why\n    review: no")
    edit(CAUSE, "review: no", "review: yes")
    pack = check_pack(pack_copy).pack
    assert pack is not None
    assert [one.id for one in pack.questions_of("read-cause") if one.review] == ["cause-wagon"]


def test_what_shows_words_that_are_veiled_never_comes_back_and_the_check_says_so(
    pack_copy: Path, edit: Edit
) -> None:
    edit("pack.yaml", 'advisory: ""', 'graphic: [{source: warden, quote: "not see it"}]\nadvisory: ""')
    result = check_pack(pack_copy)
    assert result.pack is not None
    told = [problem for problem in result.problems if problem.code == "veiled-in-review"]
    assert [(one.severity, one.file) for one in told] == [("warning", NIGHT)]
    lines = (pack_copy / NIGHT).read_text("utf-8").splitlines()
    begins = max(at for at in range(told[0].line) if lines[at].startswith("- id: "))
    kept_out = [one.id for one in result.pack.questions if one.review and not may_come_back(result.pack, one)]
    assert [lines[begins].removeprefix("- id: ")] == kept_out


def test_an_author_who_says_no_hears_nothing(pack_copy: Path, edit: Edit) -> None:
    edit("pack.yaml", 'advisory: ""', 'graphic: [{source: warden, quote: "not see it"}]\nadvisory: ""')
    edit("pack.yaml", "title: The night", "title: The night\n    review: no")
    assert not [one for one in check_pack(pack_copy).problems if one.code == "veiled-in-review"]


def test_words_of_an_original_that_hold_veiled_ones_are_known_once_it_is_at_hand() -> None:
    whole = "the great rope store by the western mole took fire towards nine"
    graphic = PassageKey(
        source="gazette", original=anchor(GAZETTE_ORIGINAL, "rope store by the western mole")
    )
    rests_on = PassageKey(source="gazette", original=anchor(GAZETTE_ORIGINAL, whole))
    question = replace(CHOICE, evidence=(rests_on,))
    digest, original = ShownText("digest", GAZETTE), ShownText("original", GAZETTE_ORIGINAL)
    assert veiled_in(question, (graphic,), {"gazette": (digest,)}) is None  # hashes tell no more than that
    assert veiled_in(question, (graphic,), {"gazette": (digest, original)}) == rests_on
    elsewhere = PassageKey(
        source="gazette", original=anchor(GAZETTE_ORIGINAL, "of fishing craft are reported lost")
    )
    assert veiled_in(question, (elsewhere,), {"gazette": (digest, original)}) is None
