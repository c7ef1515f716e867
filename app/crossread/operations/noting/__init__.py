"""Highlights and notes, one's own and those of others, on the texts of a pack."""
