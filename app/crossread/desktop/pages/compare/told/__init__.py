"""What several parts tell alike: passages, lines of sources, and where there is no claim or no row yet."""
