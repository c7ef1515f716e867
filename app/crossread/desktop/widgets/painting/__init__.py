"""Painting by hand: words, badges and patterns, on the side where they belong."""
