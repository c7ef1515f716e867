"""The words of a pack by which the library finds it."""

from collections.abc import Iterator, Mapping

from crossread.packs.in_texts.graphic import graphic_places
from crossread.packs.library.library_passages import PackWords, Passage
from crossread.packs.library.search_parts import Item, Part, around, texts_of, variants_of
from crossread.packs.pack import Pack, StageKind
from crossread.questions.passages import DIGEST, VERSION, ShownText, Which
from crossread.texts.finding.search_folding import fold_words

# The kind of stage in which what stands around the texts is to be seen.
_SEEN_IN: Mapping[str, StageKind] = {
    "context": "before",
    "floor": "before",
    "glossary": "read",
    "name": "read",
    "timeline": "read",
}


def words_of(pack: Pack) -> PackWords:
    """Return all words of a pack that anyone may find before opening it.

    Of questions those are the prompts, without the ones that not every learner is asked, or not at once.
    What users add, the authors' own texts, is not among them.
    """
    passages = [*_heads(pack)]
    for part in texts_of(pack):
        passages += _of_source(pack, part)
    for part in around(pack):
        stages = (stage.id for stage in pack.stages if stage.kind == _SEEN_IN[part.kind])
        passages += _around(part, next(stages, ""))
    passages += _prompts(pack)
    spellings = tuple(
        (fold_words(form).strip(), group) for group in variants_of(pack).groups for form in group
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
                kind="source",
                words=words,
                folded=fold_words(words),
                source=source.id,
                which=DIGEST,
                label=_label(pack, source.id, DIGEST),
                start=-1,
            )


def _label(pack: Pack, source_id: str, which: Which) -> str:
    """Name a source by its letter, and its edition where the text is one."""
    source = pack.source(source_id)
    version = next((one.label for one in source.versions if VERSION + one.id == which), "")
    return " · ".join(part for part in (source.letter, source.card.short, version) if part)


def _of_source(pack: Pack, part: Part) -> Iterator[Passage]:
    graphic = [where for where, _k in graphic_places(pack, part.source, ShownText(part.which, part.text))]
    label = _label(pack, part.source, part.which)
    for block, start in zip(part.text.blocks, part.text.starts, strict=True):
        end = start + len(block.text)
        yield Passage(
            kind=part.kind,
            words=block.text,
            folded=fold_words(block.text),
            source=part.source,
            which=part.which,
            label=label,
            start=start,
            covered=tuple(
                (max(one.start, start) - start, min(one.end, end) - start)
                for one in graphic
                if one.start < end and start < one.end
            ),
        )


def _around(part: Part, stage: str) -> Iterator[Passage]:
    for number, block in enumerate(part.text.blocks):
        item = part.items[number] if part.items else Item("")
        yield Passage(
            kind=part.kind,
            words=block.text,
            folded=fold_words(block.text),
            which=stage,
            item=item.id,
            label=item.label,
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
