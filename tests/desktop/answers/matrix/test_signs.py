"""The sign and the short word of a cell: what a source says six times in one way stands there once."""

from crossread.desktop.answers.matrix.signs import SHORTEST, short_word, signs
from crossread.questions.claims import Stance


def test_the_same_said_by_several_has_one_sign_and_its_word() -> None:
    six: tuple[Stance, ...] = ("reports",) * 6
    assert (signs(six), short_word(six, 0)) == (signs(("reports",)), short_word(("reports",), 0))
    assert short_word(six, SHORTEST) == ""


def test_different_things_have_a_sign_each_and_are_several() -> None:
    assert signs(("asserts", "hedges", "asserts")) == "= ≈"
    assert short_word(("asserts", "hedges", "asserts"), 0) == "several"
