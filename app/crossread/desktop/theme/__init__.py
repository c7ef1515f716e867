"""Palettes and roles from assets/themes/*.toml."""
