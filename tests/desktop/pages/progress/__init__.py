"""The progress page and the page of all answers."""
