"""Figures: numbers and dates that texts give, of what, how surely, in whose name; which belong together."""
