"""The words of a text with gaps: what stays together on a line, and what stands around a gap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.base.translation import _

_TOKEN = re.compile(r"\n|[^\S\n]+|\S+")
_AROUND = 4  # words before a gap and after it that name it
_BLANK = "___"


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, or a gap by its place from 0 among all gaps; -1 for a word."""

    word: str = ""
    gap: int = -1


@dataclass(frozen=True, slots=True)
class Cluster:
    """Atoms with no space between them, such as a gap with the comma behind it.

    `breaks` tells how many new lines stand before it: 0 is a space, 2 and more a new paragraph.
    """

    atoms: tuple[Atom, ...]
    breaks: int = 0


def clusters(pieces: Sequence[str]) -> tuple[Cluster, ...]:
    """Cut a text into clusters; `pieces` are words first, then by turns the name of a gap and words."""
    found: list[Cluster] = []
    atoms: list[Atom] = []
    breaks = 0
    for one in (*_tokens(pieces), "\n"):
        if isinstance(one, Atom):
            atoms.append(one)
            continue
        if atoms:
            found.append(Cluster(tuple(atoms), breaks))
            atoms, breaks = [], 0
        breaks += one == "\n"
    return tuple(found)


def _tokens(pieces: Sequence[str]) -> Iterator[Atom | str]:
    """Give the words and the gaps one by one, and as texts the spaces and new lines between them."""
    for number, piece in enumerate(pieces):
        if number % 2:
            yield Atom(gap=number // 2)
            continue
        for found in _TOKEN.findall(piece):
            yield found if found.isspace() else Atom(found)


def told(pieces: Sequence[str]) -> str:
    """Return the whole text as it is read aloud, with its gaps by number."""
    words = (
        f"[{_('gap {number}').format(number=number // 2 + 1)}]" if number % 2 else piece
        for number, piece in enumerate(pieces)
    )
    return " ".join("".join(words).split())


def gap_name(pieces: Sequence[str], gap: int, filled: str = "") -> str:
    """Name a gap, by its place from 0, with the words around it: "Gap 2 of 3: … called the ___ in the …".

    What it is `filled` with comes before these, where that is not read out anyway.
    """
    at = 2 * gap + 1
    before = "".join(_BLANK if place % 2 else piece for place, piece in enumerate(pieces[:at]))
    after = "".join(piece if place % 2 else _BLANK for place, piece in enumerate(pieces[at + 1 :], 1))
    near, far = before.split(), after.split()
    left = "… " if len(near) > _AROUND else ""
    right = " …" if len(far) > _AROUND else ""
    start = " ".join(near[-_AROUND:]) + (" " if near and before[-1:].isspace() else "")
    end = (" " if far and after[:1].isspace() else "") + " ".join(far[:_AROUND])
    words = f"{left}{start}{_BLANK}{end}{right}"
    count = len(pieces) // 2
    if filled:
        named = _("Gap {number} of {count}, {filled}: {words}")
        return named.format(number=gap + 1, count=count, filled=filled, words=words)
    return _("Gap {number} of {count}: {words}").format(number=gap + 1, count=count, words=words)
