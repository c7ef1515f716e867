"""Backups of a learner, and verifying all that is kept of one."""
