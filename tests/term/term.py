"""The term as a whole: learners made, days played, one after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from crossread.base.folders import DataFolders
from crossread.operations.learners.learners import add_learner
from crossread.operations.opening.opened import OpenPack
from crossread.operations.opening.opening import open_shelved, shelved_library
from tests.term.calendar import TermClock
from tests.term.characters import CHARACTERS, Character
from tests.term.playing import Player

PACKS = ("corridor", "every-kind", "khojaly-1992")
SEED = 1992


@dataclass(frozen=True)
class Term:
    """A class of learners on one machine."""

    folders: DataFolders
    clock: TermClock
    players: Sequence[Player]

    def play(self, days: int, after: int = 0) -> Iterator[int]:
        """Play days one after another, behind day `after`; gives each day once it is over."""
        for day in range(after + 1, days + 1):
            for player in self.players:
                player.day(day, self.folders, self.clock)
            yield day


def opened_packs(folders: DataFolders) -> list[OpenPack]:
    """Open the packs of the term, once for all."""
    library = shelved_library(folders)
    library.refresh()
    return [open_shelved(library, folders, pack) for pack in PACKS]


def new_term(root: Path, count: int, characters: Sequence[Character] = CHARACTERS, seed: int = SEED) -> Term:
    """Make a class of so many learners, of each character in turn."""
    folders = DataFolders(root)
    packs = opened_packs(folders)
    players = []
    for number in range(count):
        character = characters[number % len(characters)]
        learner = add_learner(folders, f"{character.name} {number + 1}")
        chance = Random(f"{seed}/{number}")
        players.append(
            Player(name=learner.name, character=character, id=learner.id, chance=chance, packs=packs)
        )
    return Term(folders, TermClock(), players)
