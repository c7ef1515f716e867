"""What each kind of entry tells and what each field of its payload holds, in one plain sentence each.

A field within another stands behind a dot, a field of each thing in a list behind "[].": `reasons[].text`.
What hangs on the kind of question, and what is kept by ids of a pack, is told as a whole (`WHOLE`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.base.errors import N_


@dataclass(frozen=True, slots=True)
class KindTold:
    """What a kind of entry tells, and its fields."""

    what: str
    fields: Mapping[str, str]


_STAGE = {"stage": N_("The id of the stage.")}
_PASSAGE = {
    "source": N_("The id of the source that the words are from."),
    "letter": N_("The letter of that source."),
    "title": N_("The title of that source."),
    "which": N_("Which of its texts: digest, original, or an edition."),
    "quote": N_("The words."),
    "prefix": N_("Some words before them, by which they are found again."),
    "suffix": N_("Some words after them, by which they are found again."),
    "position": N_("At which character of the text they began."),
    "text_digest": N_("The digest of that text, which is its name."),
    "original": N_("How the words are found in the author’s own text."),
    "original.words": N_("How many words these are."),
    "original.hash": N_("A hash of these words."),
    "original.nth": N_("Which of several such places is meant, from 1."),
}
_SELECTION = {key: _PASSAGE[key] for key in ("source", "which", "text_digest", "quote")} | {
    "start": N_("At which character of the text the words begin."),
    "end": N_("At which character of the text the words end."),
}
_GIVEN = {
    **_STAGE,
    "kind": N_("The kind of the question."),
    "skill": N_("The skill that the question trains."),
    "response": N_("What was answered, in the form of its kind of question; nothing for “I don’t know”."),
    "certainty": N_("How sure the learner said to be: guess, fairly sure, certain, or not said."),
}
_OUTSIDE = {
    **_GIVEN,
    "points": N_("What the question is worth."),
    "required": N_("Whether the stage asks for it."),
    "review": N_("Whether the pack lets the question come back in review."),
    "sources": N_("The ids of the sources that the question is about."),
    "dont_know": N_("Whether the learner said “I don’t know”."),
    "seed": N_("The number by which options were mixed for this learner."),
    "texts": N_("Which text of each source was open, by the source’s id."),
}
_ANSWERED = {
    **_OUTSIDE,
    "behaviour": N_("When feedback comes: deferred, exam, immediate or tries."),
    "try": N_("Which try within the attempt, from 1."),
}
_MARKED = {
    **_STAGE,
    "answer": N_("The id of the answer that is marked."),
    "raw": N_("What this response is worth by itself, from 0 to 1."),
    "score": N_("What the question has earned by now, from 0 to 1; nothing where it is not scored."),
    "settled": N_("Whether nothing is left to earn."),
    "first_try": N_("Whether it counts as the first try of its question."),
    "points": N_("What the question is worth."),
    "skill": N_("The skill that the question trains."),
    "behaviour": N_("When feedback comes: deferred, exam, immediate or tries."),
    "parts": N_("The mark part by part."),
    "parts[].score": N_("What the part earned, from 0 to 1; nothing where it is not scored."),
    "parts[].of": N_("The id of what the part is about, such as an option."),
    "parts[].given": N_("What was answered there, in words."),
    "parts[].key": N_("What was asked for there, in words."),
    "parts[].feedback": N_("Why it is right or not."),
    "parts[].meanwhile": N_("What is said instead while another try is left."),
    "parts[].selection": N_("The passage that was marked."),
    "parts[].passage": N_("The passage that was asked for."),
}


def _within(name: str, fields: Mapping[str, str]) -> dict[str, str]:
    return {f"{name}.{key}": sentence for key, sentence in fields.items()}


ENTRIES: Mapping[str, KindTold] = {
    "session": KindTold(N_("The program was opened, and something was then done in it."), {}),
    "stage-entered": KindTold(
        N_("You came to a stage, or began another attempt at it."),
        {**_STAGE, "kind": N_("The kind of the stage, such as read or compare.")},
    ),
    "answered": KindTold(N_("You left a question with an answer, or had it checked."), _ANSWERED),
    "withdrawn": KindTold(
        N_("You took an answer back."),
        {**_STAGE, "answer": N_("The id of the answer that was taken back.")},
    ),
    "handed-in": KindTold(
        N_("You handed a stage in."),
        {
            **_STAGE,
            "answers": N_("The ids of the answers that count, by question."),
            "open": N_("The questions that could have been answered and were not."),
            "waiting": N_("The questions that could not be answered, as a text was not there."),
        },
    ),
    "marked": KindTold(N_("An answer got its mark."), _MARKED),
    "remarked": KindTold(N_("An answer got another mark, as its question had been mended."), _MARKED),
    "card-opened": KindTold(
        N_("You opened the card of a source for the first time."), {"source": N_("The id of the source.")}
    ),
    "expectation": KindTold(
        N_("You wrote what you expect of the texts."), {**_STAGE, "text": N_("Your words.")}
    ),
    "note-set": KindTold(
        N_("You wrote a note, or changed it."),
        {
            "key": N_("The name of the note; a note on passages begins with “passage/”."),
            "text": N_("Your words."),
            "tags": N_("Your tags."),
            "claim": N_("The id of the claim that the note is on, or nothing."),
            "passages": N_("The passages that the note is on."),
            **_within("passages[]", _PASSAGE),
        },
    ),
    "note-removed": KindTold(N_("You took a note away."), {"key": N_("The name of the note.")}),
    "highlight-set": KindTold(
        N_("You highlighted a passage, or changed a highlight."),
        {
            "id": N_("The id of the highlight."),
            "meaning": N_("What the highlight means, such as evidence or doubt."),
            "passage": N_("The passage."),
            **_within("passage", _PASSAGE),
        },
    ),
    "highlight-removed": KindTold(N_("You took a highlight away."), {"id": N_("The id of the highlight.")}),
    "layer-added": KindTold(
        N_("You laid a set of someone else’s notes over the texts."),
        {
            "digest": N_("The digest of the set, which is its name."),
            "title": N_("The title of the set."),
            "author": N_("Whose set it is, as the file says."),
            "count": N_("How many highlights and notes it holds."),
            "on": N_("Whether it is shown."),
        },
    ),
    "layer-switched": KindTold(
        N_("You showed such a set, or hid it."),
        {"digest": N_("The digest of the set."), "on": N_("Whether it is shown.")},
    ),
    "layer-removed": KindTold(N_("You took such a set away."), {"digest": N_("The digest of the set.")}),
    "cell-set": KindTold(
        N_("You filled a cell of the table of claims and sources, or emptied it."),
        {
            "claim": N_("The id of the claim."),
            "source": N_("The id of the source."),
            "could": N_("Whether a silent source could have known."),
            "statements": N_("What you say that the source says."),
            "statements[].stance": N_("How it stands to the claim, such as asserts or denies."),
            "statements[].selection": N_("The words that show it."),
            **_within("statements[].selection", _SELECTION),
        },
    ),
    "cells-checked": KindTold(
        N_("You had cells of that table checked."),
        {
            "cells": N_("The cells that were checked."),
            "cells[].claim": N_("The id of the claim."),
            "cells[].source": N_("The id of the source."),
            "cells[].score": N_("How well the cell fits its author’s, from 0 to 1."),
        },
    ),
    "judgement-set": KindTold(
        N_("You said something of the comparison, or took it back."),
        {
            "about": N_("What it is about."),
            "chosen": N_("What you chose of that which is offered."),
            "count": N_("A number that you gave."),
            "text": N_("Your words."),
            "passages": N_("The passages that you set beside it."),
            **_within("passages[]", _PASSAGE),
        },
    ),
    "conclusion-set": KindTold(
        N_("You wrote your conclusion, or changed it."),
        {
            **_STAGE,
            "text": N_("What you conclude."),
            "reasons": N_("Your reasons."),
            "reasons[].id": N_("The id of the reason."),
            "reasons[].text": N_("The reason in your words."),
            "reasons[].passages": N_("The passages that the reason rests on."),
            **_within("reasons[].passages[]", _PASSAGE),
            "counter": N_("The best argument against it."),
            "answer": N_("What you answer to that."),
            "unheard": N_("Whom you have not heard."),
        },
    ),
    "rated": KindTold(
        N_("You said what you think of your own answer."),
        {
            **_STAGE,
            "answer": N_("The id of the answer."),
            "rating": N_("What you said of it, in the form of its kind of question."),
        },
    ),
    "released": KindTold(N_("Results that were held back were shown."), _STAGE),
    "flagged": KindTold(
        N_("You flagged a question for later, or took the flag off."),
        {**_STAGE, "on": N_("Whether the flag is on.")},
    ),
    "reviewed": KindTold(
        N_("You answered a question again in review."),
        {
            **_OUTSIDE,
            "card": N_("Which question of the review it was."),
            "right": N_("How much of it was right, from 0 to 1."),
            "rating": N_("How well it was known: 1 again, 2 hard, 3 good, 4 easy."),
        },
    ),
    "review-rated": KindTold(
        N_("You said that you knew an answer of a review better or less well than its mark has it."),
        {
            "entry": N_("The id of the answer."),
            "rating": N_("How well it was known: 1 again, 2 hard, 3 good, 4 easy."),
        },
    ),
    "review-undone": KindTold(
        N_("You took back the last answer of a review."),
        {"entry": N_("The id of the answer that no longer counts.")},
    ),
    "practised": KindTold(
        N_("You answered a question in practice; it counts for no stage."),
        {
            **_OUTSIDE,
            "score": N_("What was earned, from 0 to 1; nothing where it is not scored."),
            "of": N_("What was practised by: a skill."),
        },
    ),
    "source-read": KindTold(
        N_("A source stood before you for five seconds or longer."),
        {
            **_STAGE,
            "source": N_("The id of the source."),
            "which": N_("Which of its texts: digest, original, or an edition."),
            "seconds": N_("For how many seconds."),
        },
    ),
    "time-spent": KindTold(
        N_("You worked with the window in front of you; a pause counts for a minute at most."),
        {
            **_STAGE,
            "seconds": N_("For how many seconds."),
            "page": N_("On which page."),
        },
    ),
    "exported": KindTold(
        N_("You wrote a file with what is kept of you."),
        {
            "form": N_("What was written, such as answers or report."),
            "to": N_("Where the file was written, so that it can be deleted with the rest."),
            "digest": N_("The SHA-256 of the file, so that nothing else is deleted in its place."),
        },
    ),
}

# Fields whose inside is told as a whole.
WHOLE = frozenset({"response", "rating", "texts", "answers", "parts[].selection", "parts[].passage"})

# In the payload of each kind.
VERSION_FIELD: Mapping[str, str] = {"v": N_("The version of this kind’s fields.")}
