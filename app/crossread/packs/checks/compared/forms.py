"""Checks of words that a pack explains: terms of the glossary, and names that sources write differently."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.ids import Ids
from crossread.packs.in_texts.explained import Explained
from crossread.packs.pack import GlossaryTerm, NameForms
from crossread.packs.problems import Problems, told
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.texts.text import Text
from crossread.texts.words.normal import normal_words

MOST_WORDS = 8  # of one form; a longer one is a sentence

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a term or a name, and the way to it within its row."""

    written: Written[GlossaryTerm] | Written[NameForms]
    at: Path
    text: str

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(word.text for word in normal_words(self.text))


def check_forms(draft: Draft, originals: Mapping[str, Text], problems: Problems) -> None:
    """Note terms and names that are empty, stand there twice or stand in no text.

    A form may stand in an original alone: where one is not at hand (`originals`, by source), no form is
    said to be nowhere.
    """
    forms = _Forms(draft, originals, problems)
    for term in draft.glossary:
        forms.filled(term, "meaning", term.value.meaning)
    for name in draft.names:
        forms.filled(name, "about", name.value.about)
        forms.name(name)
    for form in forms.nowhere(forms.sound(_of_glossary(draft.glossary))):
        problems.warning(form.written.file, form.written.at(*form.at), "term-nowhere", _nowhere(form.text))
    for form in forms.nowhere(forms.sound(_of_names(draft.names))):
        problems.warning(form.written.file, form.written.at(*form.at), "name-nowhere", _nowhere(form.text))


def _nowhere(form: str) -> str:
    message = _(
        "“{form}” stands in no text, or only as part of a longer term. Write it as the texts do, or leave it "
        "out."
    )
    return message.format(form=form[:64])


def _of_glossary(glossary: Sequence[Written[GlossaryTerm]]) -> Iterator[_Form]:
    for written in glossary:
        yield _Form(written, ("term",), written.value.term)
        for number, form in enumerate(written.value.also):
            yield _Form(written, ("also", number), form)


def _of_names(names: Sequence[Written[NameForms]]) -> Iterator[_Form]:
    for written in names:
        for number, form in enumerate(written.value.forms):
            yield _Form(written, ("forms", number), form)


class _Forms:
    def __init__(self, draft: Draft, originals: Mapping[str, Text], problems: Problems) -> None:
        self._draft = draft
        self._problems = problems
        self._ids = Ids(draft, problems)
        self._texts: dict[str, list[Text]] = {}
        for row, text in draft.sources:
            self._texts.setdefault(row.value.id, []).append(text)
        for edition, text in draft.versions:
            self._texts.setdefault(edition.value.source, []).append(text)
        for source, text in originals.items():
            self._texts.setdefault(source, []).append(text)
        # Of these it is not known what all stands in them.
        self._unseen = {row.value.id for row, _text in draft.sources if row.value.original} - set(originals)

    def filled(self, written: Written[GlossaryTerm] | Written[NameForms], key: str, given: str) -> None:
        """Note a key with nothing after it."""
        if not given.strip():
            message = _("The key “{key}” has nothing after it.").format(key=key)
            self._problems.error(written.file, written.at(key), "empty", message)

    def sound(self, forms: Iterable[_Form]) -> list[_Form]:
        """Note forms without words, with too many, and those that stand there before; return the rest."""
        first: dict[tuple[str, ...], _Form] = {}
        for form in forms:
            where = form.written.at(*form.at)
            key = form.key
            if not key:
                message = _("A word is expected here, with letters or digits.")
                self._problems.error(form.written.file, where, "empty", message)
            elif len(key) > MOST_WORDS:
                message = _("This has {words} words; a term or a name has {most} at most.")
                message = message.format(words=len(key), most=MOST_WORDS)
                self._problems.error(form.written.file, where, "form-too-long", message)
            elif key in first:
                line, _column = first[key].written.at(*first[key].at)
                message = _("“{form}” stands on line {line} already. A word is explained in one place.")
                message = message.format(form=form.text[:64], line=line)
                self._problems.error(form.written.file, where, "form-twice", message)
            else:
                first[key] = form
        return list(first.values())

    def nowhere(self, forms: Sequence[_Form]) -> list[_Form]:
        """Return the forms that no text has, or only within a longer one; none where that is not known."""
        if self._unseen or not self._draft.whole:
            return []
        written = [form.text for form in forms]
        texts = [text for texts in self._texts.values() for text in texts]
        there = _met(_explained(written), written, texts)
        return [form for form in forms if form.text not in there]

    def name(self, written: Written[NameForms]) -> None:
        """Check one name: how many forms it has, and what it says of sources."""
        name = written.value
        if len(name.forms) < 2:
            message = _("A name has two forms or more. What has one only belongs into {file}.")
            message = message.format(file=pack_files.GLOSSARY)
            self._problems.error(written.file, written.at("forms"), "too-few-forms", message)
        for source, forms in name.sources.items():
            self._ids.check_source(written.file, written.at_key("sources", source), source)
            for number, form in enumerate(forms):
                where = written.at("sources", source, number)
                if form not in name.forms:
                    message = _("“{form}” is not among the “forms” of this name.").format(form=form[:64])
                    message = told(message, self._problems.hint(form, name.forms))
                    self._problems.error(written.file, where, "form-unlisted", message)
                elif not self._uses(source, form):
                    message = _("“{form}” does not stand in the text of “{source}”.")
                    message = message.format(form=form[:64], source=source)
                    self._problems.warning(written.file, where, "form-not-there", message)

    def _uses(self, source: str, form: str) -> bool:
        """Tell whether a source uses a form, or may do so in a text that is not at hand."""
        if source not in self._texts or source in self._unseen:
            return True
        return form in self._used[source]

    @cached_property
    def _used(self) -> Mapping[str, set[str]]:
        """The forms of names that each source uses."""
        forms = sorted({form.text for form in _of_names(self._draft.names)})
        explained = _explained(forms)
        return {source: _met(explained, forms, texts) for source, texts in self._texts.items()}


def _explained(forms: Sequence[str]) -> Explained:
    """Take each form for a term of its own, called by its number."""
    return Explained(
        [GlossaryTerm(id=str(number), term=form, meaning="") for number, form in enumerate(forms)], ()
    )


def _met(explained: Explained, forms: Sequence[str], texts: Iterable[Text]) -> set[str]:
    """Return those of the forms that texts have, as readers are shown them."""
    return {forms[int(place.entry.id)] for text in texts for place in explained.in_text(text)}
