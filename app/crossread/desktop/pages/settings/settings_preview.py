"""A few sentences beside the settings of texts, shown as they make texts look."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.reading.text_view import TextView
from crossread.texts.text import Block, Text


def sample() -> Text:
    """Return what is shown: two paragraphs, long enough for lines to turn."""
    return Text(
        (
            Block("heading", _("As texts look now"), 1),
            Block(
                "paragraph",
                _(
                    "Two people stood on the same bridge that evening and told of it afterwards. One counted "
                    "forty boats, the other said that there were many; neither of them had seen them all."
                ),
            ),
            Block(
                "paragraph",
                _(
                    "Whoever reads both learns more than either of them knew: what they agree on, where they "
                    "part, and what each of them left unsaid."
                ),
            ),
        )
    )


class Preview(CardFrame):
    """The sample, in a view like those that the texts are read in, so that nothing is shown otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, padding=8)
        self.view = TextView(self)
        self.view.set_text(sample(), _("Sample of how texts look"))
        self.body.addWidget(self.view)
