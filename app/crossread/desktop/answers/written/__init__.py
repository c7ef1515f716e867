"""Written answers: a line, a longer text, and what their writer thinks of them afterwards."""
