"""Numbers that count nothing: in names and addresses, on pages and in lists, "one of them"."""

from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.nouns import is_countable
from crossread.texts.figures.tokens import Tokens
from crossread.texts.written.calendar_words import MONTHS
from crossread.texts.written.numbers_written import Number

_MOST_IN_A_LIST = 20  # (1), (2): more is no mark of a list


def is_name(tokens: Tokens, number: Number) -> bool:
    """Tell whether a number is part of a name, an address, a place in a book, or the mark of a list."""
    return (
        _marks_a_list(tokens, number)
        or _is_labelled(tokens, number)
        or _is_addressed(tokens, number)
        or _is_called(tokens, number)
        or _is_compound(tokens, number)
    )


def is_one_of_many(tokens: Tokens, number: Number) -> bool:
    """Tell whether "one" is no number: one of them, one day, the one who, no one."""
    if (
        number.how != "number-words"
        or number.low != 1
        or tokens.low[number.place] != "one"
        or number.scaled
        or number.share
    ):
        return False
    words = figure_lists().words
    before, after = tokens.at(number.place - 1), tokens.at(number.past)
    if before in words["determiners"] or before in ("which", "whom", "-", "‑"):
        return True
    return (
        not tokens.is_word(number.past)
        or after in words["not_behind_one"]
        or (after in words["stops"] and after != "per")
    )


def _marks_a_list(tokens: Tokens, number: Number) -> bool:
    if number.how != "digits" or number.low > _MOST_IN_A_LIST:
        return False
    before, after = tokens.at(number.place - 1), tokens.at(number.past)
    if number.place == 0 and after in (".", ")") and len(tokens) > 2:
        return True
    return before == "(" and after == ")"


def _is_labelled(tokens: Tokens, number: Number) -> bool:
    labels = figure_lists().words["labels"]
    at = number.place - 1
    if tokens.at(at) == ".":
        at -= 1
    if tokens.at(at) in ("and", "to", "-", "–", ",") and tokens.sort[at - 1 : at] == ["number"]:
        at -= 2  # pages 11 to 13
    return (
        tokens.at(at) in labels
        and tokens.at(at - 1) not in ("one", "no")
        and not is_countable(tokens, number.past)
    )


def _is_addressed(tokens: Tokens, number: Number) -> bool:
    """Tell whether a street or a body stands behind: 12 Church Row, 21 Engineer Battalion."""
    bodies = figure_lists().words["bodies"]
    if number.how != "digits":
        return False
    for at in range(number.past, number.past + 4):
        if not tokens.is_capital(at) or not tokens.is_word(at):
            return False
        if tokens.low[at] in bodies:
            return True
    return False


def _is_called(tokens: Tokens, number: Number) -> bool:
    """Tell whether a name stands right before and nothing countable behind: Boeing 737, Apollo 11."""
    at = number.place - 1
    if number.how != "digits" or not tokens.is_word(at) or not tokens.is_capital(at):
        return False
    if tokens.low[at] in MONTHS:
        return False  # on 6 May 40,000 marched
    if at == tokens.first[number.place] or is_countable(tokens, number.past):
        return False
    return tokens.at(number.past) not in ("+", "%", "(")


def _is_compound(tokens: Tokens, number: Number) -> bool:
    """Tell whether a number is only part of a word: three-storey, one-way."""
    at = number.past
    return (
        tokens.at(at) in ("-", "‑")
        and tokens.touches(at)
        and tokens.touches(at + 1)
        and tokens.is_word(at + 1)
    )
