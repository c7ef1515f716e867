"""Crossread: several accounts of one event, side by side."""
