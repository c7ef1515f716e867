"""Two made-up languages that show what a real one would do to the window: longer words, or mirrored."""

import gettext
import re

_HOLE = re.compile(r"\{[^{}]*\}")  # where `.format` puts something in
_WORDS = ("more", "and", "longer", "so", "than", "even")
_FROM_THE_RIGHT = "\u200f"  # a sign without width that says: this is read from right to left


class Stretched(gettext.NullTranslations):
    """Makes every sentence half as long again, between brackets, with all that is to be put into it.

    What is no words (a sign, a number) stays as it is; room at the ends stays outside the brackets.
    """

    def gettext(self, message: str) -> str:
        """Return a sentence, longer."""
        words = message.strip()
        letters = _HOLE.sub("", words)
        if not any(sign.isalpha() for sign in letters):
            return message
        longer = f"[{words}{_filling(-(-len(letters) // 2) - 2)}]"
        start = len(message) - len(message.lstrip())
        return message[:start] + longer + message[start + len(words) :]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the sentence for a number, longer."""
        return self.gettext(msgid1 if n == 1 else msgid2)


class Mirrored(gettext.NullTranslations):
    """Marks every sentence as read from right to left, between angles that show that it was translated."""

    def gettext(self, message: str) -> str:
        """Return a sentence, read from the right."""
        words = message.strip()
        if not any(sign.isalpha() for sign in _HOLE.sub("", words)):
            return message
        start = len(message) - len(message.lstrip())
        marked = f"{_FROM_THE_RIGHT}‹{words}›{_FROM_THE_RIGHT}"
        return message[:start] + marked + message[start + len(words) :]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the sentence for a number, read from the right."""
        return self.gettext(msgid1 if n == 1 else msgid2)


def _filling(length: int) -> str:
    """Return about so many signs of words that break like words."""
    filling, at = "", 0
    while len(filling) < length:
        filling += f" {_WORDS[at % len(_WORDS)]}"
        at += 1
    return filling[: max(0, length)].rstrip()
