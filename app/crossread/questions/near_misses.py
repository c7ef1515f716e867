"""Near misses: words a slip of the hand away from an author's. They are asked about, never taken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crossread.questions.spelling import one_spelling
from crossread.texts.written.number_words import NUMBER_WORDS

# Letters: shorter words have too many neighbours; from LONG_WORD on there may be two slips in a word.
SHORTEST_WORD = 4
LONG_WORD = 8
# Words: what is longer is no slip in a short answer, and would take long to compare.
MOST_WORDS = 12

_LARGE = frozenset(("billion", "billions", "trillion", "trillions", "dozen", "dozens"))
_ODD_ORDINALS = frozenset(("first", "second", "third", "fifth", "eighth", "ninth", "twelfth"))
_ORDINALS = frozenset(f"{word[:-1]}ieth" if word.endswith("ty") else f"{word}th" for word in NUMBER_WORDS)
_COUNTING = NUMBER_WORDS | _LARGE | _ODD_ORDINALS | _ORDINALS
_ROMAN = frozenset("ivxlcdm")
_DENYING = frozenset(("a", "an", "de", "il", "im", "in", "ir", "un"))


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What was most likely meant, and by how many slips it was missed."""

    meant: str
    slips: int


def near_miss(typed: str, wanted: str, fits: Callable[[str], bool]) -> NearMiss | None:
    """Mend the slips of typed words by an author's; None where that does not make them fit.

    `wanted` may hold `*` and `?`; only its words without them mend others. A slip is a letter too many,
    too few, another, or two that changed places (Damerau 1964): one in a word of up to seven letters, two in
    a longer one that begins with the same letter, none below four. A number is never mended into another,
    nor is a word that is denied into one that is not, or the other way round. Spaces too many or too few
    are slips as well.
    """
    tokens, models = typed.split(), _models(wanted)
    if not tokens or len(tokens) > MOST_WORDS or len(models) > MOST_WORDS:
        return None
    mended = [_mended(token, models) for token in tokens]
    meant, slips = " ".join(token for token, _slips in mended), sum(slips for _token, slips in mended)
    if slips and fits(meant):
        return NearMiss(meant, slips)
    return _otherwise_parted(typed, wanted)


def _models(wanted: str) -> Sequence[tuple[str, str]]:
    """Give the whole words of an answer, as written and in one spelling."""
    cores = (_core(word.strip("*")) for word in wanted.split() if not set("*?") & set(word.strip("*")))
    return [(core, one_spelling(core)) for core in cores if core]


def _mended(token: str, models: Sequence[tuple[str, str]]) -> tuple[str, int]:
    core = _core(token)
    given = one_spelling(core)
    if len(given) < SHORTEST_WORD or any(given == plain for _written, plain in models):
        return token, 0
    near = [(slips, written) for written, plain in models if (slips := _slips(given, plain))]
    if not near:
        return token, 0
    slips, written = min(near, key=lambda one: one[0])
    return token.replace(core, written, 1), slips


def _slips(given: str, wanted: str) -> int:
    """Count the slips between two words in one spelling; 0 where they are too many, or no slips."""
    if len(wanted) < SHORTEST_WORD or _are_numbers(given, wanted):
        return 0
    from rapidfuzz.distance import DamerauLevenshtein

    # Few misspell the first letter of a word (Yannakoudakis and Fawthrop 1983), while words that mean the
    # contrary often differ just there: "northern" and "southern", "external" and "internal".
    most = 2 if len(wanted) >= LONG_WORD and given[0] == wanted[0] else 1
    found = DamerauLevenshtein.distance(given, wanted, score_cutoff=most)
    return found if found <= most and not _are_contraries(given, wanted) else 0


def _are_numbers(given: str, wanted: str) -> bool:
    """Tell whether the two may stand for different numbers: in digits, in words, or in Roman letters."""
    if any(letter.isnumeric() for letter in given + wanted):
        return True
    if _ROMAN.issuperset(given) and _ROMAN.issuperset(wanted):
        return True
    return bool(_COUNTING.intersection(given.split("-")) - set(wanted.split("-")))


def _are_contraries(given: str, wanted: str) -> bool:
    """Tell whether one word is the other with a syllable before it that denies it."""
    shorter, longer = sorted((given, wanted), key=len)
    return longer.endswith(shorter) and longer.removesuffix(shorter) in _DENYING


def _otherwise_parted(typed: str, wanted: str) -> NearMiss | None:
    """Recognise an answer that was written in one word, or in several, where the author did otherwise."""
    if set("*?") & set(wanted):
        return None
    given, plain = one_spelling(typed), one_spelling(wanted)
    joined = _joined(given)
    if joined != _joined(plain) or len(joined) < SHORTEST_WORD or any(map(str.isnumeric, joined)):
        return None
    slips = abs(len(given) - len(plain)) or 1
    return NearMiss(" ".join(wanted.split()), slips) if given != plain else None


def _joined(plain: str) -> str:
    return plain.replace(" ", "").replace("-", "")


def _core(word: str) -> str:
    """Return a word without the signs around it."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not word[end - 1].isalnum():
        end -= 1
    return word[start:end]
