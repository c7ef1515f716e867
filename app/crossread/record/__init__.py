"""What is remembered of a learner: entries in, entries out."""
