"""What authors write about covered passages repeats none of them, so that nothing hangs on the covers."""

from collections.abc import Iterator
from functools import cache

import pytest

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.packs.in_texts.graphic import graphic_places
from crossread.packs.pack import Pack
from crossread.questions.passages import DIGEST, ShownText
from crossread.texts.words.normal import normal_words

RUN = 3  # words in a row


@cache
def pack_of(name: str) -> Pack:
    pack = check_pack(content_folder() / name).pack
    assert pack is not None
    return pack


def written(pack: Pack) -> Iterator[str]:
    """Go through all that the authors of a pack say of what its sources say."""
    for claim in pack.claims:
        yield from (claim.claim, claim.why, claim.note, claim.overtaken.by if claim.overtaken else "")
        for statement in (one for cell in claim.cells.values() for one in cell):
            yield from (statement.says, statement.whom, statement.explanation)
    for edge in pack.edges:
        yield from (edge.why, *edge.changed)
    for figure in pack.figures:
        yield from (figure.what, figure.unit, figure.explanation, *(drop.why for drop in figure.drop))
        for value in figure.figures:
            yield from (value.hedge, value.whom, value.counted)
    for use in (*pack.wording.loaded, *pack.wording.hedging):
        yield from (use.word, use.whom, use.effect, use.plainer)
    for naming in pack.wording.named:
        yield from (naming.what, naming.about)
        for name in (one for names in naming.sources.values() for one in names):
            yield from (name.name, name.whom)


def runs(words: str) -> set[tuple[str, ...]]:
    normal = [word.text for word in normal_words(words)]
    return {tuple(normal[at : at + RUN]) for at in range(len(normal) - RUN + 1)}


def in_the_open(pack: Pack) -> set[tuple[str, ...]]:
    """Return the runs that stand in a digest beside what is veiled: they are nobody's secret."""
    found: set[tuple[str, ...]] = set()
    for source in pack.sources:
        shown = ShownText(DIGEST, source.digest)
        at = 0
        for where, _key in sorted(graphic_places(pack, source.id, shown)):
            found |= runs(shown.text.shown[at : where.start])
            at = where.end
        found |= runs(shown.text.shown[at:])
    return found


@pytest.mark.parametrize("name", ["khojaly-1992", "every-kind"])
def test_no_authors_word_repeats_a_run_of_what_is_veiled(name: str) -> None:
    pack = pack_of(name)
    veiled = {run for passage in pack.graphic for run in runs(passage.quote)} - in_the_open(pack)
    assert veiled or not pack.graphic
    assert not [words for words in written(pack) if runs(words) & veiled]


def test_there_is_much_that_authors_write_and_that_is_looked_through() -> None:
    assert len([words for words in written(pack_of("khojaly-1992")) if words]) > 500
