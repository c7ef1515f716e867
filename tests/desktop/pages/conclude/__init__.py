"""The conclusion beside the texts."""
