"""Arranging: rows put in order, and things put with others, by dragging or by keys."""
