"""Highlights and notes: in the panes, beside them, and on the board."""
