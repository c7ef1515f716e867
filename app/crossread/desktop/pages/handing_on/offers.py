"""What the page offers to hand on: each with a sentence, and the forms it can have."""

from dataclasses import dataclass

from crossread.base.errors import N_
from crossread.operations.handing_on.exported_pieces import Form, What


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to hand on: what, of the reader alone or of all learners, and how it is told."""

    what: What
    title: str
    told: str
    forms: tuple[tuple[Form, str], ...]
    name: str  # of the file, with the learner's in it
    by_pack: bool = False
    of_all: bool = False


_TABLE = N_("Spreadsheet (CSV)…")
_PAGE = N_("Page to print (HTML)…")
_JSON = N_("For programs (JSON)…")

OFFERS: tuple[Offer, ...] = (
    Offer(
        "report",
        N_("A report"),
        N_(
            "How it is going, to print and to talk about: the way, skills with what they rest on, how sure "
            "and how right. For one pack it tells your answers too; notes and highlights stay yours."
        ),
        (("html", _PAGE),),
        N_("How it is going, {name}"),
        by_pack=True,
    ),
    Offer(
        "answers",
        N_("Your answers"),
        N_("A row for each answer, with its question and what it earned."),
        (("csv", _TABLE), ("json", _JSON)),
        N_("Answers of {name}"),
        by_pack=True,
    ),
    Offer(
        "everything",
        N_("Everything about you"),
        N_(
            "All that is remembered of you: answers, notes, highlights, what you read and when. The page is "
            "to be read; the other file has every detail."
        ),
        (("html", _PAGE), ("json", _JSON)),
        N_("Everything about {name}"),
    ),
    Offer(
        "data-sheet",
        N_("The data sheet"),
        N_("What each part of these files, and of your folder, means."),
        (("md", N_("As text (Markdown)…")),),
        N_("What Crossread keeps"),
    ),
)
OF_ALL: tuple[Offer, ...] = (
    Offer(
        "learners",
        N_("All learners"),
        N_("A row for each learner of this machine, with the numbers of their page of progress."),
        (("csv", _TABLE), ("json", _JSON)),
        N_("Learners"),
        of_all=True,
    ),
    Offer(
        "answers",
        N_("All learners’ answers"),
        N_(
            "A row for each answer of each learner. Pages that are open in another window are read as they "
            "are at that moment."
        ),
        (("csv", _TABLE), ("json", _JSON)),
        N_("Answers of all learners"),
        by_pack=True,
        of_all=True,
    ),
)
# What a dialog calls files of a form.
KINDS: dict[Form, str] = {
    "csv": N_("Table (*.csv)"),
    "json": N_("JSON (*.json)"),
    "html": N_("Web page (*.html)"),
    "md": N_("Markdown (*.md)"),
}
