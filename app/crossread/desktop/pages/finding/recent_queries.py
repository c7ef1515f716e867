"""What was searched for in this sitting; none of it is ever kept."""

from crossread.texts.finding.search_folding import fold_words

MOST = 6


class RecentQueries:
    """The last few things searched for, newest first. They go when the window does."""

    def __init__(self) -> None:
        self._queries: list[str] = []

    @property
    def last(self) -> str:
        """What was searched for last, "" where nothing was."""
        return self._queries[0] if self._queries else ""

    def all(self) -> tuple[str, ...]:
        """Return all of them, newest first."""
        return tuple(self._queries)

    def add(self, query: str) -> None:
        """Remember one; those that it was typed on from are forgotten."""
        query = query.strip()
        if not query:
            return
        new = fold_words(query)
        kept = [old for old in self._queries if not new.startswith(fold_words(old))]
        self._queries = [query, *kept][:MOST]
