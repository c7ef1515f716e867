"""Why a word was found telling: in words, for whoever asks."""

from collections.abc import Mapping

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.texts.wording.telling_word import TellingWord, WordKind

# By the groups of the lists (english.toml). A word that judges may be right: the question is what bears it.
_GROUPS: Mapping[str, str] = {
    "act": N_("Names an act by a word that also judges it. It may be right: look what bears it."),
    "cruelty": N_("Says how cruel something was. It may be right: look what bears it."),
    "blame": N_("Blames, or denies someone’s honesty. It may be right: look what bears it."),
    "praise": N_("Praises. It may be right: look what bears it."),
    "people": N_("Names people or a state by a word that judges them; others may name them otherwise."),
    "feeling": N_("Says how something felt, or asks for feeling, more than what happened."),
    "force": N_("Makes a statement stronger, and adds nothing to what bears it."),
    "hearsay": N_("Says that it is said, and not by whom."),
    "uncertain": N_("Leaves open whether it is so."),
    "number": N_("Leaves open how many."),
    "neutral": N_("Gives someone else’s words, and says neither that they are true nor that they are not."),
    "distance": N_("Gives someone else’s words, and keeps a distance from them."),
    "taken-as-true": N_("Gives someone else’s words, and takes them for true."),
}
GROUPS = frozenset(_GROUPS)


def word_kind_label(kind: WordKind) -> str:
    """Return the word that a kind of telling word is shown by."""
    labels: Mapping[WordKind, str] = {
        "loaded": _("judging"),
        "hedging": _("leaving open"),
        "saying": _("giving others’ words"),
        "doubting": _("giving others’ words with doubt"),
        "endorsing": _("giving others’ words as true"),
    }
    return labels[kind]


def why_telling(word: TellingWord) -> str:
    """Say in a sentence why a word was found."""
    return _(_GROUPS[word.group])
