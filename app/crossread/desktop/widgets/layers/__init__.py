"""Layers of a text: marks, hits, notes, explained words and covers, which stand in it beside its words."""
