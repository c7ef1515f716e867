"""The two families of error: expected ones, told to the user, and bugs, which get a report page."""

import errno
import os

from crossread.base.translation import _


class Expected(Exception):  # noqa: N818  (the design's word for the family)
    """Something that may happen and that the user can act on: what, where, what to do.

    `code` never changes and is what tests and callers look at; `template` is a sentence marked for
    translation with `{name}` fields; `fields` fill it. Fields are pack-relative or names the user gave:
    no path of this machine, no answer key.
    """

    def __init__(self, code: str, template: str, **fields: object) -> None:
        super().__init__(code, template, fields)
        self.code = code
        self.template = template
        self.fields = fields

    @property
    def message(self) -> str:
        """The sentence for the user, translated and filled in."""
        return _(self.template).format(**self.fields)

    def __str__(self) -> str:
        return self.message


def N_(template: str) -> str:  # noqa: N802  (gettext's own name for "mark, do not translate yet")
    """Mark a sentence for translation where it is written; `Expected.message` translates it when shown."""
    return template


_WHY = {
    N_("the disk is full"): ("ENOSPC", "EDQUOT"),
    N_("nothing may be changed there"): ("EROFS",),
    N_("access to it is refused"): ("EACCES", "EPERM"),
    N_("a file or folder is missing"): ("ENOENT", "ENODEV", "ENXIO", "ENOTDIR", "ENOTCONN", "ESTALE"),
    N_("a folder has that name"): ("EISDIR",),
    N_("a file may not grow any more"): ("EFBIG",),
    N_("the disk gave an error"): ("EIO",),
    N_("the disk does not answer"): ("ETIMEDOUT", "EHOSTDOWN"),
    N_("another program uses it"): ("EBUSY", "ETXTBSY", "EAGAIN"),
    N_("too many files are open"): ("EMFILE", "ENFILE"),
    N_("the name is too long"): ("ENAMETOOLONG",),
}
_BY_NUMBER = {
    number: words for words, names in _WHY.items() for name in names if (number := getattr(errno, name, None))
}


def why_of(error: OSError) -> str:
    """Say why the system refused something, in words that need no explaining; the rare rest in its own.

    An OSError spells the machine's path in its text; this never does.
    """
    words = _BY_NUMBER.get(error.errno) if error.errno else None
    if words is not None:
        return _(words)
    return os.strerror(error.errno) if error.errno else type(error).__name__
