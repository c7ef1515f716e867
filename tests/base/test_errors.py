import errno
import gettext
import os
from collections.abc import Iterator

import pytest

from crossread.base import translation
from crossread.base.errors import N_, Expected, why_of


class Shouting(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return message.upper().replace("{NAME}", "{name}")


@pytest.fixture
def shouting() -> Iterator[None]:
    translation.install(Shouting())
    yield
    translation.install(gettext.NullTranslations())


def test_an_expected_error_says_its_sentence_with_the_fields_filled_in() -> None:
    error = Expected("gone", N_("{name} is gone."), name="a.txt")
    assert (error.code, error.message, str(error)) == ("gone", "a.txt is gone.", "a.txt is gone.")


def test_fields_with_braces_are_shown_as_they_are() -> None:
    assert Expected("gone", N_("{name} is gone."), name="{0}{x}").message == "{0}{x} is gone."


def test_the_sentence_is_translated_when_it_is_shown_and_the_fields_are_not(shouting: None) -> None:
    assert Expected("gone", N_("{name} is gone."), name="a.txt").message == "a.txt IS GONE."


def test_a_catalogue_that_is_not_there_leaves_the_sentences_as_written() -> None:
    assert _identity("Nothing to see.") == "Nothing to see."


def _identity(sentence: str) -> str:
    from pathlib import Path

    return translation.load(Path("nowhere"), ["xx"]).gettext(sentence)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/home/ada/x"), "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied", "/home/ada/x"), "access to it is refused"),
        (OSError(errno.EROFS, "Read-only file system"), "nothing may be changed there"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "a file or folder is missing"),
        (OSError(errno.ELOOP, "?", "/home/ada/x"), os.strerror(errno.ELOOP)),
        (OSError("odd"), "OSError"),
    ],
)
def test_what_the_system_refuses_is_said_in_words_that_need_no_explaining(error: OSError, said: str) -> None:
    assert why_of(error) == said
