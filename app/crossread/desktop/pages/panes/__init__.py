"""One pane: its header, its text, and what is done with the text."""
