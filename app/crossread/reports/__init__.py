"""What is handed on to people: the same figures as the screen, in files."""
