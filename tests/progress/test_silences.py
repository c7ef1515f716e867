"""What a source leaves out while others report it, as far as the claim matrix may tell it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.progress.silences import Silences, silences_of
from crossread.questions.claims import STANCES, Claim, Stance
from crossread.questions.passages import PassageKey
from tests.progress.matrices import CLAIMS, AtWork
from tests.questions.making import VERDICT

NINE = PassageKey(source="gazette", quote="saw smoke over the rope store at nine")


def of(work: AtWork, source: str = "pilot", claims: tuple[Claim, ...] = CLAIMS) -> Silences:
    return silences_of(source, work.matrix, claims)


def ids(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.id for claim in claims]


def test_of_an_empty_matrix_no_silence_is_told_and_every_claim_is_open() -> None:
    found = of(AtWork())
    assert found.known == ()
    assert ids(found.open) == ["forty", "at-nine"]


def test_what_is_filled_in_tells_all_silences() -> None:
    work = AtWork()
    work.give("all")
    (silence,) = of(work).known
    assert (silence.claim.id, silence.speaking) == ("at-nine", ("gazette",))
    assert silence.key is not None
    assert of(work).open == ()
    assert of(work, "gazette").known == ()


def test_a_row_that_is_shown_tells_its_silence_and_the_rest_stays_open() -> None:
    work = AtWork()
    work.show("at-nine")
    found = of(work)
    assert [one.claim.id for one in found.known] == ["at-nine"]
    assert ids(found.open) == ["forty"]


def test_a_silence_of_the_learners_own_is_listed_without_the_authors_word() -> None:
    work = AtWork()
    work.fill("at-nine", "pilot", "silent")
    assert of(work).known == ()
    assert "at-nine" in ids(of(work).open)  # nobody is known to speak of it yet
    work.fill("at-nine", "gazette", "reports")
    (silence,) = of(work).known
    assert silence.key is None
    work.check("at-nine", "pilot")
    (silence,) = of(work).known
    assert silence.key is not None


def test_the_check_sets_right_what_the_learner_took_for_silence() -> None:
    work = AtWork()
    for source, stance in (("gazette", "reports"), ("pilot", "silent")):
        work.fill("forty", source, "reports" if stance == "reports" else "silent")
    assert [one.claim.id for one in of(work).known] == ["forty"]
    work.check("forty", "pilot")
    assert of(work).known == ()
    assert "forty" not in ids(of(work).open)


def test_what_an_open_question_asks_is_counted_and_not_listed() -> None:
    asks = replace(VERDICT, of="pilot", answer="does-not-say", evidence=(NINE,))
    work = AtWork(asks)
    work.give("all")
    found = of(work)
    assert (found.known, found.open, found.asked) == ((), (), 1)


def test_where_the_others_are_asked_about_nobody_is_said_to_speak() -> None:
    work = AtWork(replace(VERDICT, evidence=(NINE,)))
    work.give("all")
    assert of(work).known == ()
    assert of(work, "gazette").asked == 1


@given(st.lists(st.sampled_from(list(STANCES)), min_size=4, max_size=4))
def test_no_source_is_silent_and_speaking_at_once(stances: list[Stance]) -> None:
    work = AtWork()
    places = [(claim.id, source) for claim in CLAIMS for source in ("gazette", "pilot")]
    for (claim, source), stance in zip(places, stances, strict=True):
        work.fill(claim, source, stance)
    known = [one for source in ("gazette", "pilot") for one in of(work, source).known]
    silent = {(one.claim.id, one.source) for one in known}
    assert not silent & {(one.claim.id, other) for one in known for other in one.speaking}
    assert silent <= {place for place, stance in zip(places, stances, strict=True) if stance == "silent"}
