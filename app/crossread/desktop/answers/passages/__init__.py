"""Passages in answers: collected, cited, listed, and told."""
