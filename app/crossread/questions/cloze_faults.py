"""What can be wrong with a cloze: its text, its gaps, and the words of its bank."""

import re
from collections.abc import Iterator

from crossread.base.translation import _
from crossread.questions.choice import option_faults
from crossread.questions.cloze import Cloze, Gap
from crossread.questions.cloze_text import gap_names, pieces
from crossread.questions.faults import repeated
from crossread.questions.item import item_faults
from crossread.questions.kind import Fault
from crossread.questions.typed_answers import stems_faults

_NAME = re.compile(r"[a-z0-9-]{1,64}")


def cloze_faults(question: Cloze) -> list[Fault]:
    """Find what is wrong, each fault at its place."""
    found = [*_text_faults(question), *stems_faults(question.stems)]
    bank = tuple(word.id for word in question.bank)
    for name, gap in question.gaps.items():
        found.extend(_gap_faults(question, name, gap, bank))
    found.extend(_bank_faults(question))
    return found


def _text_faults(question: Cloze) -> Iterator[Fault]:
    names = tuple(gap_names(question.text))
    in_text = set(names)
    # What is in both is not meant by a name that is in one of them only.
    only_key = tuple(name for name in question.gaps if name not in in_text)
    only_text = tuple(name for name in names if name not in question.gaps)
    if not names:
        message = _("The text has no gap. Write the name of one in double braces: “It was {{who}}.”")
        yield Fault(("text",), "error", "no-gap", message)
    for name in names:
        if not name:
            message = _("A gap in the text has no name. Write one between the double braces: {{who}}.")
            yield Fault(("text",), "error", "unknown-gap", message)
        elif name not in question.gaps:
            message = _("The text has the gap “{name}”, and “gaps” does not say what belongs in it.")
            message = message.format(name=name)
            yield Fault(("text",), "error", "unknown-gap", message, known=only_key, given=name)
    for place in repeated(names):
        message = _("The gap “{name}” is in the text twice. Give each gap a name of its own.")
        yield Fault(("text",), "error", "gap-twice", message.format(name=names[place]))
    if any("{{" in words or "}}" in words for words in pieces(question.text)[::2]):
        message = _("A gap is not closed. Write two braces before its name and two after it: {{who}}.")
        yield Fault(("text",), "error", "gap-not-closed", message)
    for name in question.gaps:
        if name not in in_text:
            message = _("The gap “{name}” is not in the text. Write its name there in double braces.")
            message = message.format(name=name)
            yield Fault(("gaps", name), "error", "gap-not-in-text", message, known=only_text, at_key=True)
        elif not _NAME.fullmatch(name):
            message = _("The name of a gap has only small letters a to z, digits and hyphens (-), as an id.")
            yield Fault(("gaps", name), "error", "id", message, at_key=True)


def _gap_faults(question: Cloze, name: str, gap: Gap, bank: tuple[str, ...]) -> Iterator[Fault]:
    at = ("gaps", name)
    ways = sum(map(bool, (gap.answers, gap.options, gap.word.strip())))
    if ways == 0:
        message = _(
            "Nothing says what belongs in this gap. Give “answers”, “options”, or a “word” of the bank."
        )
        yield Fault(at, "error", "gap-without-key", message)
    elif ways > 1:
        message = _("This gap has more than one of “answers”, “options” and “word”. Leave one.")
        yield Fault(at, "error", "gap-with-several-keys", message)
    if gap.answers:
        yield from question.typed(gap).faults((*at, "answers"))
    if gap.options:
        yield from option_faults((*at, "options"), gap.options, told_elsewhere=bool(gap.feedback.strip()))
    if gap.word.strip() and gap.word not in bank:
        message = _("The bank has no word with the id “{id}”.").format(id=gap.word)
        yield Fault((*at, "word"), "error", "unknown-id", message, known=bank)


def _bank_faults(question: Cloze) -> Iterator[Fault]:
    yield from item_faults(("bank",), question.bank)
    takes_words = any(gap.word.strip() for gap in question.gaps.values())
    if question.bank and not takes_words:
        message = _("No gap takes a word of the bank. Write “word” at a gap, or leave the bank out.")
        yield Fault(("bank",), "warning", "bank-unused", message)
    elif takes_words and len(question.bank) == 1:
        message = _("The bank has one word, so there is nothing to choose between. Add others.")
        yield Fault(("bank",), "error", "too-few-words", message)
