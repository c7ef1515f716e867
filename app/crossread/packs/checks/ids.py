"""The ids that a pack declares, and what to tell the author of one that it does not."""

from collections.abc import Iterable

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.problems import Problems, strange_sign, told
from crossread.packs.reading.draft import Draft

Place = tuple[int, int]


class Ids:
    """Ids by the kind of file that declares them (see `pack_files.kind_of`).

    Where such a file could not be read as a whole no id counts as unknown: it may stand there.
    """

    def __init__(self, draft: Draft, problems: Problems) -> None:
        self._draft = draft
        self._problems = problems
        self._ids = {
            kind: draft.declared(kind)
            for kind in (
                pack_files.SOURCES,
                pack_files.WORKS,
                pack_files.FLOOR,
                pack_files.CLAIMS,
                pack_files.EDGES,
                pack_files.FIGURES,
                pack_files.WORDS,
                pack_files.QUESTIONS,
            )
        }
        rows = draft.head.value.stages if draft.head else ()
        self._ids[pack_files.HEAD] = {row.id for row in rows}
        # In the order in which they are told: stages as they come, others by name.
        self._told = {kind: sorted(ids) for kind, ids in self._ids.items()}
        self._told[pack_files.HEAD] = [row.id for row in rows]
        self._letters = {row.value.letter: row.value.id for row, _text in draft.sources}

    def has(self, kind: str, given: str) -> bool:
        """Tell whether an id is declared in a kind of file."""
        return given in self._ids[kind]

    def check(self, file: str, where: Place, given: str, kind: str) -> bool:
        """Note an id that no file of a kind declares; tell whether one does."""
        if self.has(kind, given):
            return True
        if kind not in self._draft.lost:
            if self._told[kind]:
                message = _("“{id}” is not an id in {place}.")
            else:
                message = _("“{id}” is not known: there is no {place}, or nothing in it. Write it there.")
            message = message.format(id=given[:64], place=kind)
            self._unknown(file, where, message, given, self._problems.hint(given, self._told[kind]))
        return False

    def check_source(self, file: str, where: Place, given: str) -> None:
        """Note an id of a source that there is none of."""
        self._check_source(file, where, given, _("“{id}” is not a source of this pack."), ())

    def check_source_or_work(self, file: str, where: Place, given: str) -> None:
        """Note an id of something to rest on that is neither a source nor a work."""
        if not self.has(pack_files.WORKS, given) and pack_files.WORKS not in self._draft.lost:
            what = _("“{id}” is neither a source nor a work of this pack.")
            self._check_source(file, where, given, what, self._told[pack_files.WORKS])

    def source_hint(self, given: str) -> str:
        """Return a sentence that helps with a source that is not known."""
        return self._problems.hint(given, self._told[pack_files.SOURCES])

    def _check_source(self, file: str, where: Place, given: str, what: str, others: Iterable[str]) -> None:
        if self.has(pack_files.SOURCES, given) or pack_files.SOURCES in self._draft.lost:
            return
        if given in self._letters:
            hint = _("Sources are named by their id, not by their letter: “{id}”.")
            hint = hint.format(id=self._letters[given])
        else:
            hint = self._problems.hint(given, [*self._told[pack_files.SOURCES], *others])
        self._unknown(file, where, what.format(id=given[:64]), given, hint)

    def _unknown(self, file: str, where: Place, message: str, given: str, hint: str) -> None:
        self._problems.error(file, where, "unknown-id", told(message, strange_sign(given), hint))
