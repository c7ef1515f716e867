"""A name: a person, place or body as texts write it, in all its forms."""

from dataclasses import dataclass
from typing import Literal

from crossread.texts.text import Range

NameKind = Literal["person", "place", "body", "people", "other"]  # "other": nothing tells which

# How the program knew what a name is the name of; `name_reasons.why_name` says it in words.
NamedBy = Literal[
    "title",  # a title or office before it: Dr, President, Mayor
    "speaks",  # said, wrote, told … beside it
    "initials",  # E. Mamedov
    "body-word",  # one of its words names a kind of body: Council, Ministry
    "acronym",  # letters in capitals
    "long-form",  # an acronym in brackets stands for it
    "place-word",  # one of its words names a kind of place: River, Street
    "in-place",  # in, at, near, from … before it
    "people-ending",  # formed from the name of a place, or with such an ending: Russian
    "people-plural",  # stands with an "s" elsewhere, as names of peoples do
    "people-named",  # a people has its name from it: Armenia, Armenian
    "surname-alone",  # its last word stands alone elsewhere, as surnames do
    "same-words",  # the same words are known elsewhere in the text
    "capitals",  # only its capital letters
    "other-text",  # begins a sentence here; another text tells that it is a name
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name where a text writes it; `words` is what stands there, without a title.

    `stands_for` is the long form that the text itself ties it to, with one of the two in brackets; else "".
    """

    where: Range
    words: str
    kind: NameKind
    found_by: NamedBy
    stands_for: str = ""


# Why forms were taken for one name; `name_reasons.why_form` says it in words.
JoinedBy = Literal[
    "same-letters",  # but for case and accents
    "acronym",  # written out once, with the short form in brackets
    "initial",  # the first name is one letter
    "short-form",  # the last part of only one longer name
    "plural",  # of the name of a people
    "transliteration",  # the letters are those that languages write in several ways: Khojaly, Khojali
    "one-letter",  # one letter differs, in texts that each use one of the forms
]


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A place of a name: the id of the source, and where in its text."""

    source: str
    where: Range


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way of writing a name, and everywhere that it is written so, by source and place.

    `joined_by` is why it is taken for the same name as `like`, another form; both are "" for the first.
    """

    words: str
    places: tuple[NamePlace, ...]
    joined_by: JoinedBy | Literal[""] = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """All that is taken for one name, in its forms, the most frequent first; at least one."""

    kind: NameKind
    found_by: NamedBy
    forms: tuple[NameForm, ...]

    @property
    def words(self) -> str:
        """The name in its most frequent form."""
        return self.forms[0].words

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that write it, each once."""
        return tuple(dict.fromkeys(place.source for form in self.forms for place in form.places))
