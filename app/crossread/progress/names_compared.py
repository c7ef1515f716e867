"""Names that the program finds in several texts, side by side: each with the forms of every source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from crossread.inquiry.held_back import HeldBack
from crossread.progress.words_compared import ComparedWord, Found
from crossread.questions.passages import ShownText
from crossread.texts.names.name import Name, NameForm

MOST = 60  # names that a page lists: those that most sources write


@dataclass(frozen=True, slots=True)
class SourceForm:
    """One form of a name in one source, with its places there."""

    form: NameForm
    word: ComparedWord


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A name that two sources or more write, and the forms of each, the most frequent first.

    `id` is the same for the same name in the same texts. A source that does not write it is not in `forms`.
    """

    id: str
    name: Name
    forms: Mapping[str, Sequence[SourceForm]]

    @property
    def differs(self) -> bool:
        """Whether the sources write it differently."""
        return len({frozenset(one.form.words for one in forms) for forms in self.forms.values()}) > 1


def compared_names(
    names: Iterable[Name], texts: Mapping[str, ShownText], held: HeldBack
) -> tuple[ComparedName, ...]:
    """Return the names that two texts or more give, those first that their sources write differently.

    Else they stay in their order. What open questions hold back is not told.
    """
    found = [_compared(name, texts, held) for name in names if len(name.sources) > 1]
    told = [one for one in found if len(one.forms) > 1]
    return tuple(sorted(told, key=_by_difference)[:MOST])


def _by_difference(name: ComparedName) -> bool:
    return not name.differs


def _compared(name: Name, texts: Mapping[str, ShownText], held: HeldBack) -> ComparedName:
    forms: dict[str, list[SourceForm]] = {}
    for source, shown in texts.items():
        for form in name.forms:
            here = [place.where for place in form.places if place.source == source]
            places = tuple(
                Found(shown, where) for where in here if not held.holds(source, shown.which, where)
            )
            if places:
                word = ComparedWord(source=source, word=form.words, places=places)
                forms.setdefault(source, []).append(SourceForm(form, word))
    ordered = {source: sorted(given, key=_by_count) for source, given in forms.items()}
    return ComparedName(_id(name), name, ordered)


def _by_count(form: SourceForm) -> int:
    return -len(form.word.places)


def _id(name: Name) -> str:
    return "found-" + blake2b(name.words.encode(), digest_size=6).hexdigest()
