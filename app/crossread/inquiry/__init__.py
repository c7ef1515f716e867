"""The way through a pack: decide on commands, fold entries into state."""
