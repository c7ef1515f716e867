"""A longer text with its heading, and below it how many words there are."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.written.long_text import LongText, too_long_words
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.labels import Label

PAUSE_MS = 250  # in typing, after which the words are counted


class LongTextField(QWidget):
    """A long text with a heading (`name`), and below it how many words there are of those asked for.

    `edited` comes with each edit by the learner. `length` is about how many words are asked for, least and
    most; nothing is ever refused for having fewer or more.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        length: tuple[int, int] | None = None,
        lines: tuple[int, int] = (4, 14),
        shows_name: bool = True,
        counts: bool = True,
    ) -> None:
        super().__init__(parent)
        self._length, self._counts = length, counts
        self._too_long = 0
        self.name = Label(name, "strong", self)
        self.name.setVisible(shows_name)
        self.field = LongText(name, self, lines=lines)
        self.field.setAccessibleDescription(self._asked() or _("Ctrl+Enter goes on"))
        self.count = Label("", "quiet", self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._count)
        self.field.edited.connect(self._edited)
        self.field.refused.connect(self._refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.name, self.field, self.count):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self._count()

    def text(self) -> str:
        """Return what is written."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Show a text from elsewhere, without a signal."""
        if text != self.field.text():
            self.field.show_text(text)
            self._too_long = 0
            self._count()

    def set_read_only(self, read_only: bool) -> None:
        """Keep the text from being changed, or allow it again."""
        if read_only != self.field.isReadOnly():
            self.field.set_read_only(read_only)
            self._count()

    def _edited(self) -> None:
        self._too_long = 0
        self._timer.start()
        self.edited.emit()

    def _refuse(self, over: int) -> None:
        self._too_long = over
        self._count()
        announce(self.field, self.count.text())

    def _asked(self) -> str:
        if self._length is None:
            return ""
        least, most = self._length
        if least == most:
            return ngettext("about {most} word asked for", "about {most} words asked for", most).format(
                most=most
            )
        return _("about {least} to {most} words asked for").format(least=least, most=most)

    def _count(self) -> None:
        """Say how many words there are; counted as all words are, by texts.normal."""
        self._timer.stop()
        if self._too_long:
            self.count.set_look("caution")
            self.count.setText(too_long_words(self._too_long))
        else:
            from crossread.texts.words.normal import normal_words

            count = len(normal_words(self.field.text()))
            words = ngettext("{count} word", "{count} words", count).format(count=count)
            asked = "" if self.field.isReadOnly() else self._asked()
            self.count.set_look("quiet")
            self.count.setText(" · ".join(said for said in (words, asked) if said))
        self.count.setVisible(bool(self._too_long) or self._counts or self._length is not None)
