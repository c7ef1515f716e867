"""Backups: which there are, what differs from now, one more, one put back."""
