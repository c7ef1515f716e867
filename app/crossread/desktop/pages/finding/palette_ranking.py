"""Which of many lines somebody means who types a few letters: words that begin so, then letters in order."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from crossread.texts.finding.search_folding import fold_words

_WIDEST = 2  # signs over which a letter may be spread: beyond that it is met by chance


@dataclass(frozen=True, slots=True)
class Rank:
    """How well a line fits what was typed; the less, the better."""

    tier: int  # 0: words that begin so, 1: words that hold it, 2: its letters in order
    at: int  # how far from the start, or how far apart the letters are
    length: int


def rank(line: str, typed: str) -> Rank | None:
    """Tell how well a line fits; both are folded already. None where it does not; all fits no words."""
    wanted = typed.split()
    if not wanted:
        return Rank(0, 0, 0)
    starts = _word_starts(line)
    begun = [min((at for at in starts if line.startswith(word, at)), default=-1) for word in wanted]
    if min(begun) >= 0:
        return Rank(0, begun[0], len(line))
    held = [line.find(word) for word in wanted]
    if min(held) >= 0:
        return Rank(1, held[0], len(line))
    letters = "".join(wanted)
    spread = _spread(line, letters)
    return Rank(2, spread, len(line)) if 0 <= spread <= _WIDEST * len(letters) else None


def _word_starts(line: str) -> list[int]:
    return [at for at, sign in enumerate(line) if sign.isalnum() and (at == 0 or not line[at - 1].isalnum())]


def _spread(line: str, letters: str) -> int:
    """Return over how many signs the letters are spread, in order; -1 where they are not all there.

    Letters that all begin words, in order, are not spread at all: whoever types initials means them.
    """
    initials = iter([line[at] for at in _word_starts(line)])
    if all(letter in initials for letter in letters):
        return 0
    at = first = line.find(letters[0])
    for letter in letters:
        at = line.find(letter, at) + 1
        if at == 0:
            return -1
    return at - first


def best(
    lines: Sequence[tuple[str, str]],
    typed: str,
    recent: Sequence[str] = (),
    telling: Container[str] = (),
    most: int = 60,
) -> list[str]:
    """Return the keys of the lines that fit best, best first. `lines` are (key, folded words).

    A key with several lines stands where the best of them does.

    What was chosen lately comes before the rest of the same tier; where nothing is typed, before all. What is
    only `telling` of things comes after the things themselves.
    """
    folded = fold_words(typed)
    lately = {key: place for place, key in enumerate(recent)}
    found = []
    for order, (key, line) in enumerate(lines):
        how = rank(line, folded)
        if how is not None:
            chosen = lately.get(key, len(lately))
            length = how.length if folded.split() else 0
            found.append(((how.tier, chosen, how.at, key in telling, length, order), key))
    found.sort()
    return list(dict.fromkeys(key for _how, key in found))[:most]
