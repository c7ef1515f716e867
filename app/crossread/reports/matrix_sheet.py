"""The claim matrix as it is handed on: a title, the sources, and what stands in each cell, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A source: its letter, its short name, and what it is, with its date, in a line."""

    letter: str
    short: str
    about: str


@dataclass(frozen=True, slots=True)
class SheetStatement:
    """One thing that a source says: its stance in words, what it says or the words marked, and a remark."""

    stance: str
    words: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What stands in one cell, nothing where it is empty; `given`: by the authors; `verdict` is in words.

    `author` is what the authors say beside what the learner does, where that may be told and is not the same.
    """

    statements: tuple[SheetStatement, ...] = ()
    given: bool = False
    verdict: str = ""
    author: tuple[SheetStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One claim: its words, the learner's relation and reason, and the author's where they may be told.

    `firm` is what stands firm of it.
    """

    claim: str
    relation: str
    why: str
    author: str
    cells: tuple[SheetCell, ...]
    firm: str = ""


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """All that is handed on; `pack` is whose claims these are, `language` theirs."""

    title: str
    language: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    pack: str

    @property
    def firm(self) -> tuple[str, ...]:
        """What stands firm of these claims, each line once, in the order of the rows."""
        return tuple(dict.fromkeys(row.firm for row in self.rows if row.firm))
