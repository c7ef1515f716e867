"""Tips that name a key: always the key as it is now."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop import own_keys
from crossread.desktop.key_names import shown_name
from crossread.desktop.widgets.tips import set_tip

_WORDS, _ACTION = "key-tip-words", "key-tip-action"


def with_key(words: str, action: str) -> str:
    """Return words with the first key of an action after them."""
    keys = own_keys.now().keys(action)
    return _("{words} ({key})").format(words=words, key=shown_name(keys[0])) if keys else words


def set_key_tip(widget: QWidget, words: str, action: str) -> None:
    """Give a widget a tip that ends with the key of an action."""
    widget.setProperty(_WORDS, words)
    widget.setProperty(_ACTION, action)
    set_tip(widget, with_key(words, action))


def renew(window: QWidget) -> None:
    """Tell the keys anew in all tips of a window: they were changed."""
    for widget in window.findChildren(QWidget):
        action = widget.property(_ACTION)
        if action:
            set_tip(widget, with_key(str(widget.property(_WORDS)), str(action)))
