"""Every sentence a user sees passes `_()`; this is where it is looked up."""

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def install(catalogue: gettext.NullTranslations) -> None:
    """Make `catalogue` the one that `_` and `ngettext` answer from."""
    global _catalogue  # noqa: PLW0603  (one interface language at a time, set at start)
    _catalogue = catalogue


def load(folder: Path, languages: list[str] | None = None) -> gettext.NullTranslations:
    """Find the best catalogue below `folder`; the identity where there is none.

    `languages` are wanted languages, best first; None asks the environment.
    """
    return gettext.translation("crossread", folder, languages, fallback=True)


def _(sentence: str) -> str:
    """Translate one sentence."""
    return _catalogue.gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence that speaks of `count` things."""
    return _catalogue.ngettext(one, many, count)
