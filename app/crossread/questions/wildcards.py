"""Patterns with `*` (anything, also nothing) and `?` (one character), matched in one pass over the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern made ready.

    It runs as an automaton whose states are the bits of one integer (Baeza-Yates and Gonnet's shift-and,
    1992, with a loop for each star): bit i says that the first i characters are matched. Each character
    of the text costs a few operations on that integer, so there is nothing to backtrack into.
    """

    taken: dict[str, int]
    taken_by_any: int
    loops: int
    length: int

    def matches(self, text: str) -> bool:
        """Tell whether the whole text fits."""
        states = 1
        for character in text:
            moving = states & self.taken.get(character, self.taken_by_any)
            states = (moving << 1) | (states & self.loops)
            if not states:
                return False
        return bool(states >> self.length & 1)


def compile_pattern(written: str) -> Pattern:
    """Make a pattern ready; every character but `*` and `?` stands for itself."""
    taken: dict[str, int] = {}
    taken_by_any = loops = length = 0
    for character in written:
        if character == "*":
            loops |= 1 << length
            continue
        if character == "?":
            taken_by_any |= 1 << length
        else:
            taken[character] = taken.get(character, 0) | 1 << length
        length += 1
    return Pattern(
        {character: bits | taken_by_any for character, bits in taken.items()}, taken_by_any, loops, length
    )
