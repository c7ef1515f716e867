"""What changed while pages were out of sight: each is told of it when one goes to it."""

from crossread.desktop.pages.page import Page
from crossread.operations.sessions.changed import Changed


class Missed:
    """Keeps for each page what it has not been told of, one for each pack that changed."""

    def __init__(self) -> None:
        self._by_page: dict[Page, dict[str, Changed]] = {}

    def note(self, page: Page, what: Changed) -> None:
        """Keep what changed for a page that is out of sight."""
        kept = self._by_page.setdefault(page, {})
        before = kept.get(what.pack)
        kept[what.pack] = Changed(before.what | what.what, what.pack) if before else what

    def tell(self, page: Page) -> None:
        """Tell a page all that it missed, before it comes into view."""
        for what in self._by_page.pop(page, {}).values():
            page.changed(what)
