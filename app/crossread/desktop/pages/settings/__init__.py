"""Settings, keys, and the very first page."""
