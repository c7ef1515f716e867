"""Figures that part: each quantity on a card, its axis, its table, and why the sources part on it."""
