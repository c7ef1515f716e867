"""The two families of error: expected ones, told to the user, and bugs, which get a report page."""

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
