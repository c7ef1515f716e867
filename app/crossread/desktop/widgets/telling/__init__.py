"""Telling how things stand: banners, bubbles, how far something has come, whether all is saved."""
