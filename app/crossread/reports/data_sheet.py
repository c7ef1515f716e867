"""The data sheet: every file, table, column, kind of entry and field that the program keeps of a learner."""

from collections.abc import Iterator, Mapping, Sequence

from crossread.base.entries import KINDS
from crossread.base.translation import _
from crossread.reports.answers_csv import COLUMNS as ANSWER_COLUMNS
from crossread.reports.data_sheet_entries import ENTRIES, VERSION_FIELD
from crossread.reports.data_sheet_words import DRAFTS, EVERYTHING, FILES, TABLES
from crossread.reports.learners_csv import columns as learner_columns


def data_sheet(schema: Mapping[str, Sequence[str]]) -> str:
    """Return the sheet as Markdown; `schema` names the columns of each table as they are.

    A table, column or kind of entry that nobody has described is a KeyError: nothing is kept unsaid.
    """
    return "\n".join(_lines(schema)) + "\n"


def _lines(schema: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield f"# {_('What Crossread keeps')}"
    yield ""
    yield _(
        "All of it lies in one folder on this machine; nothing is sent. `crossread export everything` hands "
        "on what is kept of one learner. A learner is a name or a code, nothing else."
    )
    yield from _table(_("Files"), FILES)
    yield f"\n## {_('Tables of record.sqlite')}"
    for table, columns in schema.items():
        what, sentences = TABLES[table]
        yield f"\n### `{table}`\n\n{_(what)}\n"
        yield from _rows({column: sentences[column] for column in columns})
    yield from _table(_("Drafts, by the beginning of their key"), DRAFTS)
    yield f"\n## {_('Kinds of entry, and the fields of their payload')}"
    for kind in KINDS:
        told = ENTRIES[kind]
        yield f"\n### `{kind}`\n\n{_(told.what)}\n"
        yield from _rows({**told.fields, **VERSION_FIELD})
    yield f"\n## {_('Files that are handed on')}"
    yield from _table(_("Answers (CSV), a row an answer"), ANSWER_COLUMNS, 3)
    yield from _table(_("Learners (CSV), a row a learner"), learner_columns(), 3)
    yield from _table(_("Everything about one learner (JSON)"), EVERYTHING, 3)


def _table(title: str, sentences: Mapping[str, str], level: int = 2) -> Iterator[str]:
    yield f"\n{'#' * level} {title}\n"
    yield from _rows(sentences)


def _rows(sentences: Mapping[str, str]) -> Iterator[str]:
    yield f"| {_('name')} | {_('what it holds')} |"
    yield "|---|---|"
    for name, sentence in sentences.items():
        yield f"| `{name}` | {_(sentence)} |"
