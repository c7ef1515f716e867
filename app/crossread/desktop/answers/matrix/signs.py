"""The sign and the short word for each stance, for cells in which the whole words have no room."""

from collections.abc import Mapping, Sequence

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.claims import STANCES, Stance

# Says so, with others' words, nearly, not so, nothing: none of them looks like what a mark is shown by.
SIGNS: Mapping[Stance, str] = {"asserts": "=", "reports": "“”", "hedges": "≈", "denies": "≠", "silent": "–"}
_WORDS: Mapping[Stance, tuple[str, str]] = {
    "asserts": (N_("asserts"), N_("asse.")),
    "reports": (N_("reports"), N_("repo.")),
    "hedges": (N_("hedges"), N_("hedg.")),
    "denies": (N_("denies"), N_("deni.")),
    "silent": (N_("silent"), N_("sile.")),
}
_SEVERAL = (N_("several"), N_("sev."))
SHORTEST = 2  # the level at which there is room for signs only


def signs(stances: Sequence[Stance]) -> str:
    """Return the signs of what a source says, one after another; that of six reports is one sign."""
    return " ".join(SIGNS[stance] for stance in dict.fromkeys(stances))


def short_word(stances: Sequence[Stance], level: int) -> str:
    """Return the word for a cell at a level of shortness: 0 a word, 1 an abbreviation, SHORTEST none."""
    if not stances or level >= SHORTEST:
        return ""
    return _(_WORDS[stances[0]][level]) if len(set(stances)) == 1 else _(_SEVERAL[level])


def all_words(level: int) -> tuple[str, ...]:
    """Return each word that may stand in a cell at a level, to see whether there is room for it."""
    return tuple(_(words[level]) for words in (*_WORDS.values(), _SEVERAL)) if level < SHORTEST else ()


def stances_words(stances: Sequence[Stance]) -> str:
    """Say in full how a source stands to a claim; "" where nothing is said yet."""
    return "; ".join(_(STANCES[stance]) for stance in stances)
