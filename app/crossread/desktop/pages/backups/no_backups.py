"""What the page of the backups says before there is one."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame


def no_backups(parent: QWidget) -> QWidget:
    """Make what stands in the place of the list."""
    card = CardFrame(parent, look="dashed", padding=24)
    card.body.addWidget(labels.heading(_("No backups yet"), card))
    card.body.addWidget(
        labels.body(
            _(
                "The first one is made at the next start after something was answered or noted. You need do "
                "nothing for it; “Back up now” makes one at once."
            ),
            card,
        )
    )
    return card
