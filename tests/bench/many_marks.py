"""How long marking takes, for the bench."""

import time
from itertools import cycle, islice

from crossread.questions.evidence import KIND as EVIDENCE_KIND
from crossread.questions.evidence import Evidence, EvidenceResponse
from crossread.questions.evidence_passages import EvidencePassage
from crossread.questions.passages import Selection, ShownText, Texts
from crossread.questions.registry import KINDS
from crossread.texts.passages.quotes import folded
from crossread.texts.text import Block, Text
from crossread.texts.words.normal import text_words
from tests.questions.making import SAMPLES, SHARED, TEXTS

SOURCES = ("one", "two", "three", "four")
BLOCKS = 3  # in each source, 600 words each: about what an article has
WORDS_OF_A_BLOCK = 600
SELECTED = (50, 550)  # which words of the second block


def measure_marking(count: int) -> float:
    """Mark `count` responses of all kinds in turn; returns seconds.

    By turns all is right, and nothing is answered. What the first mark of a kind loads is loaded before.
    """
    answers = [
        (KINDS[name], question, given)
        for name, (question, right) in SAMPLES.items()
        for given in (right, KINDS[name].response())
    ]
    for kind, question, response in answers:
        kind.mark(question, response, TEXTS)
    start = time.perf_counter()
    for kind, question, response in islice(cycle(answers), count):
        kind.mark(question, response, TEXTS)
    return time.perf_counter() - start


def measure_selection(times: int = 21) -> float:
    """Mark 2,000 words selected across four sources; returns the seconds it takes in the middle of `times`.

    What every search in a text needs is worked out before, as it is once for each text; where the passages
    stand is not, so each time has texts of its own. The key has three passages in each source, one of them
    as long as the selection.
    """
    taken = []
    for number in range(times):
        texts = _texts(str(number))
        question, response = _long_selections(texts)
        start = time.perf_counter()
        mark = EVIDENCE_KIND.mark(question, response, texts)
        taken.append(time.perf_counter() - start)
        assert mark.score == 1
    return sorted(taken)[times // 2]


def _texts(name: str) -> Texts:
    texts: dict[str, dict[str, ShownText]] = {}
    for source in SOURCES:
        blocks = (_words(f"{name}{source}{block}", 0, WORDS_OF_A_BLOCK) for block in range(BLOCKS))
        text = Text(tuple(Block("paragraph", words) for words in blocks))
        folded(text)
        assert len(text_words(text)) == BLOCKS * WORDS_OF_A_BLOCK
        texts[source] = {text.digest: ShownText("digest", text)}
    return texts


def _words(name: str, first: int, end: int) -> str:
    return " ".join(f"{name}w{number}" for number in range(first, end))


def _long_selections(texts: Texts) -> tuple[Evidence, EvidenceResponse]:
    passages, selections = [], []
    first, end = SELECTED
    for source, shown in texts.items():
        ((digest, one),) = shown.items()
        blocks = [block.text.split(" ") for block in one.text.blocks]
        around, core = " ".join(blocks[1][first:end]), " ".join(blocks[1][first + 20 : end - 20])
        passages.append(EvidencePassage(source=source, core=core, acceptable=around))
        passages.extend(
            EvidencePassage(source=source, core=" ".join(block[10:30])) for block in (blocks[0], blocks[2])
        )
        start = one.text.shown.index(around)
        selections.append(
            Selection(
                source=source,
                which=one.which,
                text_digest=digest,
                start=start,
                end=start + len(around),
                quote=around,
            )
        )
    question = Evidence(
        id="long", **{**SHARED, "sources": SOURCES}, passages=tuple(passages), choose=(len(SOURCES), 12)
    )
    return question, EvidenceResponse(tuple(selections))
