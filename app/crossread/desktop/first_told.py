"""What is told when the window begins: settings that could not be read."""

from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.record_banners import RecordBanners


def tell_settings_trouble(settings: Settings, banners: RecordBanners) -> None:
    """Say that the settings could not be read, and what became of them; nothing where they could."""
    if settings.trouble == "put-aside":
        banners.say(
            _(
                "Your settings could not be read. They were put aside as settings.damaged.toml, and the "
                "window begins with its usual ones."
            )
        )
    elif settings.trouble == "unread":
        banners.say(_("Your settings could not be read. The window begins with its usual ones."))
