"""Why something was taken for a name, and why forms were taken for one name: in words, for whoever asks."""

from collections.abc import Mapping

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.texts.names.name import JoinedBy, Name, NamedBy, NameForm, NameKind

_NAMED: Mapping[NamedBy, str] = {
    "title": N_("A title or an office stands before it."),
    "speaks": N_("It is said to say something."),
    "initials": N_("It begins with the initial of a first name."),
    "body-word": N_("One of its words is a word for a kind of body, such as council or ministry."),
    "acronym": N_("It is a short form in capital letters."),
    "long-form": N_("A short form in brackets stands for it."),
    "place-word": N_("One of its words is a word for a kind of place, such as river or street."),
    "in-place": N_("A word such as “in” or “near” stands before it."),
    "people-ending": N_("It is formed as names of peoples and their languages are."),
    "people-plural": N_("It also stands with an “s”, as names of peoples do."),
    "people-named": N_("A people or a language has its name from it."),
    "surname-alone": N_("Its last word also stands alone, as surnames do, or it is such a word."),
    "same-words": N_("The same words are known elsewhere in the text."),
    "other-text": N_("It begins a sentence; another text shows that its capital is a name’s."),
    "capitals": N_("It has capital letters within a sentence; nothing tells what it is the name of."),
}
_JOINED: Mapping[JoinedBy, str] = {
    "same-letters": N_("Taken for “{like}”: the same letters but for capitals, accents and hyphens."),
    "acronym": N_("Taken for “{like}”: a text gives one of them in brackets after the other."),
    "initial": N_("Taken for “{like}”: one has the initial of the first name, and no other name fits it."),
    "short-form": N_("Taken for “{like}”: one is the last part of the other, and of no other longer name."),
    "plural": N_("Taken for “{like}”: one is said of a single one of this people, the other of several."),
    "transliteration": N_(
        "Taken for “{like}”: it sounds the same; letters of one alphabet stand for another’s."
    ),
    "one-letter": N_("May be “{like}”: one letter differs. They may also be two."),
}


def kind_label(kind: NameKind) -> str:
    """Return the word that a kind of name is shown by."""
    labels: Mapping[NameKind, str] = {
        "person": _("person"),
        "place": _("place"),
        "body": _("body"),
        "people": _("people"),
        "other": _("name"),
    }
    return labels[kind]


def why_name(name: Name) -> str:
    """Say in a sentence how the program knew what a name is the name of."""
    return _(_NAMED[name.found_by])


def why_form(form: NameForm) -> str:
    """Say in a sentence why a form was taken for the same name as another; "" for the first form."""
    return _(_JOINED[form.joined_by]).format(like=form.like) if form.joined_by else ""
