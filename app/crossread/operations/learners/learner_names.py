"""Names of learners: any script, no two alike, nothing in them that cannot be seen."""

import re
import unicodedata

from crossread.base.errors import N_, Expected

LONGEST = 60  # characters, as they are counted once the name is settled

# Joiners without a width belong to the spelling of some scripts; all else that cannot be seen is refused.
_JOINERS = "\u200c\u200d"
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def settled(typed: str) -> str:
    """Return a name as it is kept: composed (NFC), without space around it, one space between words.

    Raises Expected `name-empty`, `name-too-long` or `name-unseen`.
    """
    name = re.sub(r"[ \u00a0\u2000-\u200a\u202f\u3000]+", " ", unicodedata.normalize("NFC", typed)).strip(" ")
    if any(unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS for sign in name):
        raise Expected(
            "name-unseen",
            N_("This name holds a sign that cannot be seen, such as a line break. Type the name once more."),
        )
    name = name.strip(_JOINERS + " ")
    if not name:
        raise Expected("name-empty", N_("Type a name or a code, such as your first name or a number."))
    if len(name) > LONGEST:
        raise Expected(
            "name-too-long",
            N_("This name has {count} characters; {most} is the most. Take a shorter one or a code."),
            count=len(name),
            most=LONGEST,
        )
    return name


def in_order(name: str) -> str:
    """Return what names are put in order by: without accents, so that “Ívar” stands among the others."""
    parts = unicodedata.normalize("NFKD", alike(name))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def alike(name: str) -> str:
    """Return what is the same for names that look or sound the same: “MARA”, “mara” and “Ｍara”."""
    folded, before = name, None
    while folded != before:  # some letters fold in two steps
        before, folded = folded, unicodedata.normalize("NFKC", folded).casefold()
    return "".join(" " if sign.isspace() else sign for sign in folded if sign not in _JOINERS)
