"""Fingerprints: how a text that a learner adds is known to be the one that a pack speaks of."""

from collections.abc import Collection
from typing import Literal

from crossread.base.errors import N_, Expected
from crossread.texts.passages.runs import run_hashes
from crossread.texts.text import Text
from crossread.texts.words.normal import text_words

Match = Literal["same", "version", "other"]

RUN = 5
SHORT = 1000
SAME = 0.9
VERSION = 0.5


def sketch(text: Text) -> tuple[str, ...]:
    """Return a text's sketch: the hashes of its five-word runs that are 0 mod 16, sorted, each once.

    A text of under 1,000 words keeps those that are 0 mod 4. Keeping hashes by their value, not their
    place, is what makes sketches of two copies comparable (Broder 1997, sampling modulo m). Raises
    Expected("sketch-empty") where a text is too short to keep any.
    """
    one_in = 4 if len(text_words(text)) < SHORT else 16
    kept = {hash_ for hash_ in run_hashes(text, RUN) if int(hash_, 16) % one_in == 0}
    if not kept:
        raise Expected(
            "sketch-empty",
            N_("This text has only {words} words, too few to know it again by. Use a longer one."),
            words=len(text_words(text)),
        )
    return tuple(sorted(kept))


def containment(sketch: Collection[str], text: Text) -> float:
    """Return the share of a sketch's hashes that a text has, from 0 to 1, whatever else the text has.

    Raises Expected("sketch-empty") where the sketch says nothing.
    """
    wanted = set(sketch)
    if not wanted:
        raise Expected(
            "sketch-empty",
            N_("The pack does not say how this original is known. Ask its author for a sketch."),
        )
    return len(wanted.intersection(run_hashes(text, RUN))) / len(wanted)


def judge(share: float) -> Match:
    """Say what a containment means: 0.9 and more the same text, from 0.5 a version of it, else another."""
    return "same" if share >= SAME else "version" if share >= VERSION else "other"
