"""Wording: what texts share, where they differ, and which of their words are telling."""
