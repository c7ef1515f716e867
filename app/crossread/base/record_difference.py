"""How two states of a record differ, in numbers: the record counts it, and pages tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """How many answers, notes and highlights, and other things done, such as cells of the matrix."""

    answers: int = 0
    notes: int = 0
    others: int = 0

    def __bool__(self) -> bool:
        return bool(self.answers or self.notes or self.others)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: `gone` is there now and not in the backup, `back` is in the backup and not there now.

    A note that stands in both in other words counts in both. `same` where not an entry differs.
    """

    gone: Counted
    back: Counted
    same: bool
