"""Concluding: what a learner concludes, why, and what still stands against it."""
