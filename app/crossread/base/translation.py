"""Every sentence a user sees passes `_()`; this is where it is looked up."""

import gettext
from pathlib import Path

STRETCHED, MIRRORED = "x-stretched", "x-mirrored"  # made-up languages, to see what a real one would do

# Languages written from right to left, by their two or three letters.
_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi", MIRRORED})

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


def choose(folder: Path, language: str) -> gettext.NullTranslations:
    """Find the catalogue of one language, also a made-up one; "" asks the environment."""
    if language in (STRETCHED, MIRRORED):
        from crossread.base.trial_languages import Mirrored, Stretched

        return Stretched() if language == STRETCHED else Mirrored()
    return load(folder, [language] if language else None)


def available(folder: Path) -> list[tuple[str, str]]:
    """List the languages that there are catalogues of, as (code, own name), English first."""
    found = []
    for path in sorted(folder.glob("*/LC_MESSAGES/crossread.mo")):
        code = path.parent.parent.name
        with path.open("rb") as file:
            name = gettext.GNUTranslations(file).info().get("x-language-name", code)
        found.append((code, name))
    return [("en", "English"), *(one for one in found if one[0] != "en")]


def is_from_the_right(language: str) -> bool:
    """Tell whether a language, such as "fa" or "ar_EG", is written from right to left."""
    return language in _FROM_THE_RIGHT or language.replace("-", "_").split("_")[0].lower() in _FROM_THE_RIGHT


def _(sentence: str) -> str:
    """Translate one sentence."""
    return _catalogue.gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence that speaks of `count` things."""
    return _catalogue.ngettext(one, many, count)
