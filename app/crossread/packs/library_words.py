"""The words of a pack by which the library finds it."""

from collections.abc import Iterator, Sequence

from crossread.packs.graphic import graphic_places
from crossread.packs.library_passages import PackWords, Passage
from crossread.packs.pack import Pack
from crossread.packs.search_parts import Part, around, texts_of, variants_of
from crossread.questions.passages import DIGEST, ShownText
from crossread.texts.search_folding import fold_words
from crossread.texts.text import Range


def words_of(pack: Pack) -> PackWords:
    """Return all words of a pack that anyone may find before opening it.

    Of questions those are the prompts, without the ones that not every learner is asked, or not at once.
    What users add, the authors' own texts, is not among them.
    """
    passages = [*_heads(pack)]
    for part in (*texts_of(pack), *around(pack)):
        passages += _passages(pack, part)
    passages += _prompts(pack)
    spellings = tuple(
        (fold_words(form).strip(), tuple(group)) for group in variants_of(pack) for form in group
    )
    return PackWords(tuple(passages), spellings)


def _heads(pack: Pack) -> Iterator[Passage]:
    """Return the titles; that of the pack comes first."""
    yield Passage(kind="pack", words=pack.title, folded=fold_words(pack.title))
    if pack.central_question.strip():
        yield Passage(kind="pack", words=pack.central_question, folded=fold_words(pack.central_question))
    for source in pack.sources:
        card = source.card
        words = " · ".join(part for part in (card.title, card.author, card.outlet) if part.strip())
        if words:
            yield Passage(
                kind="source", words=words, folded=fold_words(words), source=source.id, which=DIGEST, start=-1
            )


def _passages(pack: Pack, part: Part) -> Iterator[Passage]:
    graphic: Sequence[Range] = ()
    if part.kind == "source":
        shown = ShownText(part.which, part.text)
        graphic = [where for where, _key in graphic_places(pack, part.source, shown)]
    for number, (block, start) in enumerate(zip(part.text.blocks, part.text.starts, strict=True)):
        item = part.items[number] if part.items else None
        end = start + len(block.text)
        yield Passage(
            kind=part.kind,
            words=block.text,
            folded=fold_words(block.text),
            source=part.source,
            which=part.which,
            item=item.id if item else "",
            label=item.label if item else "",
            start=start,
            covered=tuple(
                (max(one.start, start) - start, min(one.end, end) - start)
                for one in graphic
                if one.start < end and start < one.end
            ),
        )


def _prompts(pack: Pack) -> Iterator[Passage]:
    drawn = {question for pool in pack.pools for question in pool.questions}
    titles = {stage.id: stage.title for stage in pack.stages}
    for question in pack.questions:
        if question.id not in drawn and not question.after and question.prompt.strip():
            yield Passage(
                kind="question",
                words=question.prompt,
                folded=fold_words(question.prompt),
                which=question.stage,
                item=question.id,
                label=titles.get(question.stage, ""),
            )
