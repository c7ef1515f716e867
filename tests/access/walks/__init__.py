"""The ways through the window, each in a window of its own."""
