from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.answers.cloze.words import Atom, clusters, gap_name, told
from crossread.questions.cloze_text import pieces

TEXT = "The dam ({{which}}), called the {{name}}\n\nin the log, broke.{{x}}"
_words = st.text(st.sampled_from("ab.,( \n\t"), max_size=12)


def test_what_touches_a_gap_stays_with_it() -> None:
    found = clusters(pieces(TEXT))
    assert found[2].atoms == (Atom("("), Atom(gap=0), Atom("),"))
    assert found[5].atoms == (Atom(gap=1),)
    assert found[-1].atoms == (Atom("broke."), Atom(gap=2))


def test_a_blank_line_begins_a_paragraph() -> None:
    assert [cluster.breaks for cluster in clusters(pieces(TEXT))] == [0, 0, 0, 0, 0, 0, 2, 0, 0, 0]


def test_a_gap_is_named_after_the_words_around_it() -> None:
    text = pieces("In the old days of the mill they called the {{a}}, in the year of the flood, a {{b}}.")
    assert gap_name(text, 0) == "Gap 1 of 2: … mill they called the ___, in the year …"
    assert gap_name(text, 1) == "Gap 2 of 2: … of the flood, a ___."
    assert gap_name(pieces("{{only}}"), 0) == "Gap 1 of 1: ___"


def test_the_whole_text_is_told_with_its_gaps_by_number() -> None:
    assert told(pieces("The {{a}} and\nthe {{b}}.")) == "The [gap 1] and the [gap 2]."


@given(st.lists(_words, min_size=1, max_size=6))
def test_nothing_of_a_text_is_lost_and_no_space_is_within_a_cluster(words: list[str]) -> None:
    several = [words[0]]
    for number, more in enumerate(words[1:]):
        several += [f"g{number}", more]
    atoms = [atom for cluster in clusters(several) for atom in cluster.atoms]
    written = "".join(atom.word for atom in atoms)
    assert written == "".join("".join(piece.split()) for piece in several[::2])
    assert [atom.gap for atom in atoms if atom.gap >= 0] == list(range(len(words) - 1))
