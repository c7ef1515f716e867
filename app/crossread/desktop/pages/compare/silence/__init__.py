"""Silence: what others speak of and a source leaves out."""
