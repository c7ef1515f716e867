"""A pack of articles that a reader has added, for tests of what the program finds in them."""

from collections.abc import Mapping

from crossread.base.errors import Expected
from crossread.packs.making.from_articles import OwnArticle
from crossread.packs.making.from_articles_card import ArticleCard
from tests.desktop.pages.conftest import Opened


def own_pack(opened: Opened, articles: Mapping[str, str]) -> str:
    """Make a pack of articles, their words by their titles, and return its id."""
    made: list[str | Expected] = []
    own = [OwnArticle(f"{words}\n", ArticleCard(title=title)) for title, words in articles.items()]
    opened.session.make_pack("Goats", own, made.append)
    opened.wait(lambda: bool(made))
    assert isinstance(made[0], str)
    return made[0]
