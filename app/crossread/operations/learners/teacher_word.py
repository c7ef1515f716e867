"""The teacher word: what a shared machine asks before anything of a learner is deleted."""

import tomllib
from typing import Any

from crossread.base.clock import Clock
from crossread.base.errors import N_, Expected
from crossread.base.files import write_atomically
from crossread.base.folders import DataFolders
from crossread.operations.learners.kept_word import KeptWord, kept_word
from crossread.operations.learners.slowed import Slowed

SHORTEST = 6  # characters


class TeacherWord:
    """The word in one data folder, kept as a salted slow hash in `teacher.toml`.

    It keeps learners from deleting and from changing how the machine is used, in this program. Who may
    write to the folder can delete the file, and with it the word: that is also how a forgotten one is
    got rid of. Wrong tries are counted in the file, so that starting anew is no way round the wait.
    """

    def __init__(self, folders: DataFolders, clock: Clock) -> None:
        self._path = folders.teacher
        self._clock = clock
        self._slowed = Slowed()  # where the disk refuses, tries are counted here alone

    def is_set(self) -> bool:
        """Tell whether there is one; a damaged file still counts."""
        return self._path.exists()

    def set(self, word: str, before: str = "") -> None:
        """Keep a word in the place of the one before.

        Raises Expected `teacher-word-short`, and as `check` does where there is one already; OSError where
        it cannot be written.
        """
        if self.is_set():
            self.check(before)
        if len(word.strip()) < SHORTEST:
            raise Expected(
                "teacher-word-short",
                N_(
                    "A teacher word has {count} characters or more. A short sentence is easy to keep in mind."
                ),
                count=SHORTEST,
            )
        self._write(KeptWord.of(word.strip()).table(), Slowed())

    def check(self, word: str) -> None:
        """Return where the word is right.

        Raises Expected `no-teacher-word`, `teacher-word-wrong`, `teacher-word-wait`, `teacher-word-damaged`.
        """
        if not self.is_set():
            raise Expected(
                "no-teacher-word",
                N_("No teacher word is set on this machine yet. Set one first, under “Learners”."),
            )
        table = self._read()
        kept = kept_word(table.get("word"))
        if kept is None:
            raise Expected(
                "teacher-word-damaged",
                N_(
                    "The file with the teacher word cannot be read. Whoever looks after this machine can "
                    "delete teacher.toml in the data folder, and set a new word."
                ),
            )
        slowed, now = self._tries(table), self._clock.now().timestamp()
        if wait := slowed.wait(now):
            raise Expected(
                "teacher-word-wait",
                N_("Several tries were wrong. Wait {seconds} seconds before the next one."),
                seconds=int(wait) + 1,
            )
        right = kept.fits(word.strip())
        slowed.took(now, right=right)
        if slowed.wrong or self._slowed.wrong or table.get("wrong"):
            self._slowed = slowed
            self._note(kept, slowed)
        if not right:
            raise Expected("teacher-word-wrong", N_("That is not the teacher word."))

    def _tries(self, table: dict[str, Any]) -> Slowed:
        wrong, last = table.get("wrong"), table.get("last")
        if not (isinstance(wrong, int) and isinstance(last, int | float)):
            return self._slowed
        kept = Slowed(wrong, float(last))
        return kept if kept.wrong > self._slowed.wrong else self._slowed

    def _note(self, kept: KeptWord, slowed: Slowed) -> None:
        try:
            self._write(kept.table(), slowed)
        except OSError:
            return  # counted in this program alone

    def _read(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}

    def _write(self, word: dict[str, Any], slowed: Slowed) -> None:
        import tomli_w

        self._slowed = slowed
        table = {"word": word, "wrong": slowed.wrong, "last": slowed.last}
        write_atomically(self._path, tomli_w.dumps(table).encode())
